"""Whatever the app imports is declared, and whatever is declared is imported."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

ROOT = Path(__file__).parents[1]
OURS = {"lib", "pages", "app", "tests", "sample_data"}
# Used without an import: data for zones, lists of names that are read as files, and what Streamlit logs in with.
NOT_IMPORTED = {"tzdata", "deduce", "authlib", "httpx"}


def imported(files: list[Path]) -> set[str]:
    """The distributions of everything these files import."""
    names: set[str] = set()
    for path in files:
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Import):
                names |= {alias.name.split(".")[0] for alias in node.names}
            elif isinstance(node, ast.ImportFrom) and node.module is not None:
                names.add(node.module.split(".")[0])
    known = packages_distributions()
    outside = names - set(sys.stdlib_module_names) - OURS
    return {plain(known[name][0]) for name in outside}


def plain(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


def test_the_app_declares_what_it_imports_and_nothing_else() -> None:
    whole = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    lines = [*whole["project"]["dependencies"], *whole["dependency-groups"]["team"]]
    declared = {plain(re.split(r"[<>=!~;\[ ]", line)[0]) for line in lines}
    files = [*(ROOT / "lib").rglob("*.py"), *(ROOT / "pages").glob("*.py"), ROOT / "app.py"]
    assert declared - NOT_IMPORTED == imported(files)

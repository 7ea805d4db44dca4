"""The rules of the house, checked in the source itself: who may import whom, and what no file may hold."""

import ast
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
LIB = sorted((ROOT / "lib").rglob("*.py"))
PAGES = sorted((ROOT / "pages").glob("*.py"))
CODE = [*LIB, *PAGES, ROOT / "app.py"]
FLOORS = {"survey": 1, "ingest": 2, "figures": 2, "answers": 3, "session": 4, "report": 5, "render": 6, "ui": 7}
ROUNDING = "lib/report/dutch.py"
WITH_STREAMLIT = ("lib/ui/", "pages/", "app.py")
FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)


def place(path: Path) -> str:
    """The path as it is named in the rules."""
    return path.relative_to(ROOT).as_posix()


@cache
def tree(path: Path) -> ast.Module:
    """The parsed source of a file."""
    return ast.parse(path.read_text(encoding="utf-8"), place(path))


def imports(module: ast.Module) -> set[str]:
    """The dotted names of everything a file imports, wherever in the file it does so."""
    names: set[str] = set()
    for node in ast.walk(module):
        if isinstance(node, ast.Import):
            names |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, "imports are written in full"
            names |= {str(node.module)} | {f"{node.module}.{alias.name}" for alias in node.names}
    return names


def floor(path: Path) -> str:
    """The folder of lib in which a file stands, however deep."""
    parts = path.relative_to(ROOT / "lib").parts
    return parts[0] if len(parts) > 1 else ""


def folders_of_lib(names: set[str]) -> set[str]:
    """The floors among imported names."""
    parts = [name.split(".") for name in names]
    return {part[1] for part in parts if part[0] == "lib" and len(part) > 1}


def calls(module: ast.Module, name: str) -> list[int]:
    """The lines that call a built-in function by its name."""
    return [
        node.lineno
        for node in ast.walk(module)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == name
    ]


def swallowed_exceptions(module: ast.Module) -> list[int]:
    """The lines of handlers that catch everything and do nothing about it."""
    return [
        node.lineno
        for node in ast.walk(module)
        if isinstance(node, ast.ExceptHandler)
        and (node.type is None or (isinstance(node.type, ast.Name) and node.type.id in ("Exception", "BaseException")))
        and all(isinstance(line, ast.Pass | ast.Continue) or is_text(line) for line in node.body)
    ]


def is_text(node: ast.stmt) -> bool:
    """Whether a statement is a bare constant: a docstring or an ellipsis."""
    return isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)


def mutable_state(module: ast.Module) -> list[int]:
    """The lines at module level that put a list, dict or set under a lower-case name."""
    found = []
    for node in module.body:
        targets = (
            node.targets if isinstance(node, ast.Assign) else [node.target] if isinstance(node, ast.AnnAssign) else []
        )
        names = [target.id for target in targets if isinstance(target, ast.Name)]
        if any(name != name.upper() for name in names) and is_mutable(getattr(node, "value", None)):
            found.append(node.lineno)
    return found


def is_mutable(value: ast.expr | None) -> bool:
    """Whether an expression makes a list, dict or set."""
    made = isinstance(value, ast.Call) and isinstance(value.func, ast.Name) and value.func.id in ("list", "dict", "set")
    return made or isinstance(value, ast.List | ast.Dict | ast.Set | ast.ListComp | ast.DictComp | ast.SetComp)


def public_without_docstring(module: ast.Module) -> Iterator[str]:
    """The public functions, classes and methods that say nothing about themselves.

    A property or method whose one line tells all may do without; what stands at module level not.
    """
    for node in module.body:
        if (
            isinstance(node, (*FUNCTIONS, ast.ClassDef))
            and not node.name.startswith("_")
            and not ast.get_docstring(node)
        ):
            yield node.name
        if isinstance(node, ast.ClassDef) and not node.name.startswith("_"):
            for method in (part for part in node.body if isinstance(part, FUNCTIONS)):
                if not method.name.startswith("_") and len(method.body) > 1 and not ast.get_docstring(method):
                    yield f"{node.name}.{method.name}"


def every(paths: list[Path]) -> pytest.MarkDecorator:
    """One test per file."""
    return pytest.mark.parametrize("path", paths, ids=place)


def test_there_is_code_to_check() -> None:
    assert {floor(path) for path in LIB} >= set(FLOORS)
    assert PAGES


@every([path for path in LIB if floor(path) in FLOORS])
def test_a_floor_only_looks_down(path: Path) -> None:
    own = floor(path)
    seen = folders_of_lib(imports(tree(path))) - {own}
    assert seen <= set(FLOORS), "every folder of lib has its floor"
    assert {each for each in seen if FLOORS[each] >= FLOORS[own]} == set()


@every([path for path in LIB if floor(path) in ("ingest", "figures")])
def test_ingest_and_figures_do_not_know_each_other(path: Path) -> None:
    assert not folders_of_lib(imports(tree(path))) & ({"ingest", "figures"} - {floor(path)})


@every(LIB)
def test_lib_never_imports_a_page_or_the_launcher(path: Path) -> None:
    assert not {name for name in imports(tree(path)) if name.split(".")[0] in ("pages", "app", "tests", "sample_data")}


@every([path for path in CODE if not place(path).startswith(WITH_STREAMLIT)])
def test_only_what_is_shown_imports_streamlit(path: Path) -> None:
    assert not {name for name in imports(tree(path)) if name.split(".")[0] == "streamlit"}


def test_the_command_line_imports_every_floor_but_the_screen() -> None:
    assert folders_of_lib(imports(tree(ROOT / "lib" / "__main__.py"))) == set(FLOORS) - {"ui"}


@every([*PAGES, ROOT / "app.py"])
def test_no_class_is_defined_in_a_page(path: Path) -> None:
    assert [node.lineno for node in ast.walk(tree(path)) if isinstance(node, ast.ClassDef)] == []


@every([path for path in CODE if place(path) != ROUNDING])
def test_figures_are_rounded_in_one_module_only(path: Path) -> None:
    assert calls(tree(path), "round") == []


@every(CODE)
def test_no_exception_is_swallowed(path: Path) -> None:
    assert swallowed_exceptions(tree(path)) == []


@every(LIB)
def test_lib_has_no_mutable_state_at_module_level(path: Path) -> None:
    assert mutable_state(tree(path)) == []


@every(LIB)
def test_whatever_is_public_in_lib_says_what_it_is(path: Path) -> None:
    assert list(public_without_docstring(tree(path))) == []


@every(LIB)
def test_every_module_of_lib_says_what_it_is_for(path: Path) -> None:
    assert path.stat().st_size == 0 or ast.get_docstring(tree(path))


@pytest.mark.parametrize(
    ("source", "broken"),
    [
        ("import lib.ui.state", folders_of_lib(imports(ast.parse("import lib.ui.state"))) == {"ui"}),
        ("from lib import figures", folders_of_lib(imports(ast.parse("from lib import figures"))) == {"figures"}),
        ("inside a function", imports(ast.parse("def f():\n    import streamlit as st")) == {"streamlit"}),
        ("x = round(8.25, 1)", calls(ast.parse("x = round(8.25, 1)"), "round") == [1]),
        ("pass", swallowed_exceptions(ast.parse("try:\n    f()\nexcept Exception:\n    pass")) == [3]),
        ("bare except", swallowed_exceptions(ast.parse("try:\n    f()\nexcept:\n    ...")) == [3]),
        ("seen = {}", mutable_state(ast.parse("seen = {}\nNAMES = {}\n_cache: list[int] = []\nf = 1")) == [1, 3]),
        ("def f", list(public_without_docstring(ast.parse("def f(): ...\ndef _g(): ...\nclass C: ..."))) == ["f", "C"]),
    ],
)
def test_each_rule_notices_when_it_is_broken(source: str, broken: bool) -> None:
    assert broken, source

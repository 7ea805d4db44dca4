"""Files of one name: whether the later one takes the place of the earlier one is for the user to say."""

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import blake2b
from typing import Literal

from lib.ingest.join.overlap import standing_in
from lib.ingest.read import FileReceipt
from lib.survey.problems import Problem
from lib.survey.words import free_name, plain_name

_HALF = 0.5

Answer = Literal["replaces", "both"]


@dataclass(frozen=True)
class Version:
    """A file that holds many of the respondents of an earlier file of its name. `of`: that file. `shared`:
    how many of its respondents stand there too. `answer`: what the user says of it, None while that is open."""

    of: str
    shared: int
    answer: Answer | None = None


def digest_of(data: bytes) -> bytes:
    """What a file is known by, whatever it is called."""
    return blake2b(data, digest_size=16).digest()


def name_for(given: str, data: bytes, digests: Mapping[str, bytes], taken: Mapping[str, object]) -> tuple[str, bool]:
    """What a file is called here, and whether it is there already: under its own name or that with a number,
    with the same content. Another file of the same name gets a number."""
    digest = digest_of(data)
    same = (name for name, known in digests.items() if known == digest and plain_name(name) == given)
    known = next(same, None)
    return (free_name(given, taken), False) if known is None else (known, True)


def left_out(versions: Mapping[str, Version]) -> set[str]:
    """The files that don't count: those of which it is not said yet, and those that were replaced."""
    asked = {name for name, version in versions.items() if version.answer is None}
    return asked | {version.of for version in versions.values() if version.answer == "replaces"}


def version_of(name: str, receipts: Mapping[str, FileReceipt], versions: Mapping[str, Version]) -> Version | None:
    """What has to be asked of a file: the latest earlier file of its name that counts and has half or more
    of the respondents of either in common with it; None where there is none."""
    out = left_out(versions)
    names = list(receipts)
    earlier = [one for one in names[: names.index(name)] if plain_name(one) == plain_name(name) and one not in out]
    for other in reversed(earlier):
        new, old = receipts[name], receipts[other]
        shared = standing_in(new.parts, old.parts)
        if shared and shared >= _HALF * min(new.respondents, old.respondents):
            return Version(other, shared)
    return None


def same_again(given: str, name: str) -> Problem:
    """The problem of a file that was open already."""
    known = "" if given == name else f" als {name}"
    return Problem(
        "file_again", "info", f"{given} was al geopend{known}, met precies dezelfde inhoud; het telt één keer mee.", file=name
    )  # fmt: skip

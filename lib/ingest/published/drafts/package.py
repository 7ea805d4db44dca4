"""The parts of an Office file: a zip of XML, read without entities and without anything from outside."""

import io
import posixpath
import zipfile
from xml.etree import ElementTree

Element = ElementTree.Element
_RELATION = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
LINK, EMBED = f"{_RELATION}id", f"{_RELATION}embed"


class Package:
    """An opened Office file. Raises `ValueError`, `KeyError` or what `zipfile` raises where it is broken."""

    def __init__(self, data: bytes) -> None:
        self._archive = zipfile.ZipFile(io.BytesIO(data))
        self.names = frozenset(self._archive.namelist())

    def part(self, name: str) -> Element:
        """The XML of a part. One that declares entities is refused: no Office program writes them."""
        data = self._archive.read(name)
        if b"<!DOCTYPE" in data or b"<!ENTITY" in data:
            raise ValueError("entities")
        return ElementTree.fromstring(data)

    def relations(self, name: str) -> dict[str, str]:
        """The parts to which a part refers, by the id of the relation; nothing outside the file."""
        folder, file = posixpath.split(name)
        rels = f"{folder}/_rels/{file}.rels"
        if rels not in self.names:
            return {}
        return {
            one.get("Id", ""): posixpath.normpath(posixpath.join(folder, one.get("Target", ""))).lstrip("/")
            if not one.get("Target", "").startswith("/")
            else one.get("Target", "").lstrip("/")
            for one in self.part(rels)
            if one.get("TargetMode") != "External"
        }


def local(element: Element) -> str:
    """The name of an element without its namespace."""
    return element.tag.rpartition("}")[2] if isinstance(element.tag, str) else ""


def attribute(element: Element, name: str) -> str | None:
    """An attribute by its name without a namespace."""
    return next((value for key, value in element.attrib.items() if key.rpartition("}")[2] == name), None)


def all_of(element: Element, name: str) -> list[Element]:
    """Every element below with this name, in order."""
    return [one for one in element.iter() if local(one) == name]


def first_of(element: Element | None, *path: str) -> Element | None:
    """The child at the end of a path of names, or None."""
    for name in path:
        if element is None:
            return None
        element = next((one for one in element if local(one) == name), None)
    return element

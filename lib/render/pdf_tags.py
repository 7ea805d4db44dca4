"""Heads of rows in a tagged PDF. The typst that is to be had here marks heads of columns only, so the first cell of each row
is made one afterwards, as PDF/UA asks of a table whose rows have names."""

import io

import pikepdf
from pikepdf import Array, Dictionary, Name, Object


def with_row_heads(pdf: bytes) -> bytes:
    """The file with the first cell of every row of data as the head of its row. The same file gives the same bytes."""
    with pikepdf.open(io.BytesIO(pdf)) as document:
        root = document.Root.get("/StructTreeRoot")
        if root is not None:
            _mark(root)
        out = io.BytesIO()
        document.save(out, static_id=False, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
        return out.getvalue()


def _mark(element: Object) -> None:
    kids = [kid for kid in _kids(element) if isinstance(kid, Dictionary) and "/S" in kid]
    if element.get("/S") == Name.TR and kids and kids[0].S == Name.TD:
        kids[0].S = Name.TH
        kids[0].A = Dictionary(O=Name.Table, Scope=Name.Row)
        for cell in kids[1:]:
            # A list of its heads would go before what the scopes of column and row say.
            _without_headers(cell)
    for kid in kids:
        _mark(kid)


def _without_headers(cell: Object) -> None:
    attributes = cell.get("/A")
    for each in list(attributes) if isinstance(attributes, Array) else [attributes]:
        if isinstance(each, Dictionary) and "/Headers" in each:
            del each["/Headers"]


def _kids(element: Object) -> list[Object]:
    kids = element.get("/K")
    if kids is None:
        return []
    return list(kids) if isinstance(kids, Array) else [kids]

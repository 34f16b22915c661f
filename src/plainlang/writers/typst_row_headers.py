"""Cells of a PDF's tables name the header of their row.

Typst writes for every cell which header cells stand above it (``Headers``, ISO 32000-1, table
349). Where such a list is there a reader program asks nothing else, so that the header of the
row, which only has a ``Scope``, would never be said: it is added to the list.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

#: How the names of row headers begin; Typst's own begin with ``U``.
_PREFIX = "row-header-"


def refer_to_row_headers(pdf: pikepdf.Pdf, tables: Iterable[pikepdf.Dictionary]) -> None:
    """Add the row headers of ``tables`` to the ``Headers`` of the cells beside them.

    :param tables: structure elements of the type ``Table``, whose row headers are ``TH`` elements
        with the scope ``Row``.
    """
    import pikepdf

    named: list[tuple[str, Any]] = []
    for table in tables:
        reaching: list[tuple[str, int]] = []  # names of headers and rows that they still span
        for row in _rows(table):
            for cell in row.K:
                given = _attributes(cell)
                if str(cell.S) == "/TH" and str(given.get("/Scope", "")) == "/Row":
                    name = f"{_PREFIX}{len(named)}"
                    cell.ID = pikepdf.String(name)
                    named.append((name, cell))
                    reaching.append((name, int(given.get("/RowSpan", 1))))
            for cell in row.K:
                if str(cell.S) == "/TD":
                    _refer(cell, [name for name, _ in reaching])
            reaching = [(name, rows - 1) for name, rows in reaching if rows > 1]
    root = pdf.Root.StructTreeRoot
    if not named:
        return
    tree = pikepdf.NameTree(root.IDTree) if "/IDTree" in root else pikepdf.NameTree.new(pdf)
    for name, cell in named:
        tree[name] = cell
    root.IDTree = tree.obj


def _rows(table: pikepdf.Dictionary) -> list[Any]:
    parts = [part for part in table.K if str(part.S) in {"/TBody", "/TR"}]
    return [row for part in parts for row in (part.K if str(part.S) == "/TBody" else [part])]


def _attributes(cell: Any) -> Any:
    """Return the attributes of a cell that its table owns; empty where it has none."""
    import pikepdf

    given = cell.get("/A", pikepdf.Dictionary())
    owners = list(given) if isinstance(given, pikepdf.Array) else [given]
    return next((o for o in owners if str(o.get("/O", "")) == "/Table"), pikepdf.Dictionary())


def _refer(cell: Any, names: list[str]) -> None:
    import pikepdf

    given = _attributes(cell)
    # Without a list a reader program looks for the headers by their scope, and finds both.
    if "/Headers" in given and names:
        given["/Headers"] = pikepdf.Array(
            [*given["/Headers"], *(pikepdf.String(name) for name in names)]
        )

"""Tables of a DOCX whose grid is missing or too narrow: pandoc drops the cells beyond it."""

from __future__ import annotations

from typing import Any

from lxml import etree

from plainlang.readers.docx_names import W, value

#: Width of a column that the document gives none: an inch. Only the shares of columns matter.
_TWIPS = "1440"
#: Columns that a cell may span; Word has at most 63 (its documented limit).
_MAX_COLUMNS = 63


def complete_grids(root: Any) -> None:
    """Give every table a ``w:tblGrid`` with as many columns as its widest row."""
    for table in root.iter(W + "tbl"):
        for row in table.iterchildren(W + "tr"):
            _fill(row)
        for span in table.iter(W + "gridSpan", W + "gridBefore", W + "gridAfter"):
            span.set(W + "val", str(_number(span.get(W + "val"))))
        width = max((_width(row) for row in table.iterchildren(W + "tr")), default=0)
        grid = table.find(W + "tblGrid")
        if grid is None:
            grid = etree.Element(W + "tblGrid")
            properties = table.find(W + "tblPr")
            table.insert(0 if properties is None else table.index(properties) + 1, grid)
        for _ in range(width - len(grid.findall(W + "gridCol"))):
            etree.SubElement(grid, W + "gridCol", {W + "w": _TWIPS})


def _fill(row: Any) -> None:
    """Put empty cells where a row begins or ends within the grid, which pandoc does not know.

    Without them, the dose below "Night" would stand below "Morning".
    """
    cells = [cell for cell in row.iter(W + "tc") if next(cell.iterancestors(W + "tr")) is row]
    for name, behind in (("gridBefore", False), ("gridAfter", True)):
        element = row.find(f"{W}trPr/{W}{name}")
        if element is None or not cells:
            continue
        place = row.index(_child_of(row, cells[-1 if behind else 0])) + behind
        for _ in range(_number(element.get(W + "val"))):
            cell = etree.Element(W + "tc")
            etree.SubElement(cell, W + "p")
            row.insert(place, cell)
        element.getparent().remove(element)


def _child_of(row: Any, cell: Any) -> Any:
    """Return the child of ``row`` that holds ``cell``: itself, or a content control."""
    while cell.getparent() is not row:
        cell = cell.getparent()
    return cell


def _width(row: Any) -> int:
    outside = [value(row, f"{W}trPr/{W}{name}") for name in ("gridBefore", "gridAfter")]
    spans = [value(cell, f"{W}tcPr/{W}gridSpan") for cell in row.iter(W + "tc")]
    return sum(_number(o) for o in outside if o) + sum(_number(span) for span in spans)


def _number(span: str | None) -> int:
    return int(span) if span and span.isdigit() and 0 < int(span) <= _MAX_COLUMNS else 1

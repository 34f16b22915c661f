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


def _width(row: Any) -> int:
    outside = [value(row, f"{W}trPr/{W}{name}") for name in ("gridBefore", "gridAfter")]
    spans = [value(cell, f"{W}tcPr/{W}gridSpan") for cell in row.iter(W + "tc")]
    return sum(_number(o) for o in outside if o) + sum(_number(span) for span in spans)


def _number(span: str | None) -> int:
    return int(span) if span and span.isdigit() and 0 < int(span) <= _MAX_COLUMNS else 1

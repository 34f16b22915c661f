"""Tables as calls of Typst's ``table``, with column widths that no word runs out of."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plainlang import ast
from plainlang.writers.typst_columns import INSET, column_widths
from plainlang.writers.typst_grid import Cell, Row, grid
from plainlang.writers.typst_place import Place
from plainlang.writers.typst_syntax import raw_block

Element = dict[str, Any]

_ALIGNMENTS = {"AlignLeft": "start", "AlignRight": "end", "AlignCenter": "center"}


def table(block: Element, place: Place) -> list[Element]:
    """Return a Pandoc ``Table`` that fits the page as pandoc is to write it.

    Its header repeats on every page that it runs over, unless it holds links, notes
    or a place that links lead to.
    """
    shape = grid(block)
    if not shape.columns:
        return []
    found = column_widths(shape, place.metrics, place.width)
    if found:
        columns = ", ".join(f"{width:.3f}fr" for width in found)
        sizes: Sequence[float] = found
    else:
        # Typst gives each column its natural width.
        columns = ", ".join(["auto"] * shape.columns)
        sizes = [place.width] * shape.columns
    # Written in the order in which it is read: the caption comes first.
    result: list[Element] = []
    if shape.caption:
        result.append(raw_block("#figure(kind: table, caption: ["))
        result.extend(place.write(shape.caption, place))
        result.append(raw_block("], ["))
    result.append(raw_block(f"#table(columns: ({columns},),"))
    if shape.head:
        # A repeated header is decoration, and decoration may hold no links (ISO 14289-1, 7.18.5);
        # a place that links lead to is one place.
        linked = any(_stands_once(cell, place) for row in shape.head for cell in row)
        result.append(raw_block(f"table.header(repeat: {'false' if linked else 'true'},"))
        result.extend(_rows(shape.head, 0, place, sizes))
        result.append(raw_block("),"))
    result.extend(_rows(shape.body, len(shape.head), place, sizes))
    result.append(raw_block(")"))
    if shape.caption:
        result.append(raw_block("])"))
    return result


def _stands_once(cell: Cell, place: Place) -> bool:
    for element in ast.walk(list(cell.blocks)):
        attributes = ast.attr_of(element)
        if element["t"] in {"Link", "Note"} or (
            attributes and attributes[0] in place.labels.wanted
        ):
            return True
    return False


def _rows(rows: Sequence[Row], first: int, place: Place, sizes: Sequence[float]) -> list[Element]:
    result: list[Element] = []
    for y, row in enumerate(rows, first):
        widths = [sum(sizes[c.column : c.column + c.columns]) - 2 * INSET for c in row]
        places = [
            place.inside(width, bold=cell.header) for cell, width in zip(row, widths, strict=True)
        ]
        # A row is read across: it goes to the next page as a whole, unless it is long.
        keep = all(p.keeps(cell.blocks) for p, cell in zip(places, row, strict=True))
        for cell, inner in zip(row, places, strict=True):
            result.append(raw_block(f"{_cell(cell, y, keep=keep)}["))
            result.extend(place.write(cell.blocks, inner))
            result.append(raw_block("],"))
    return result


def _cell(cell: Cell, y: int, *, keep: bool) -> str:
    arguments = [f"x: {cell.column}, y: {y}"]
    if keep and cell.rows == 1:
        arguments.append("breakable: false")
    if cell.columns > 1:
        arguments.append(f"colspan: {cell.columns}")
    if cell.rows > 1:
        arguments.append(f"rowspan: {cell.rows}")
    if cell.align in _ALIGNMENTS:
        arguments.append(f"align: {_ALIGNMENTS[cell.align]}")
    function = "header-cell" if cell.header else "table.cell"
    return f"{function}({', '.join(arguments)})"

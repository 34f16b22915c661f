"""Turn tables that are too wide for the page into one block per row.

Each row becomes a list of its cells, every cell under the header of its column, so that nothing
has to be looked up across a page that holds three words a line. The result is Pandoc AST: what
is printed can be compared with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from plainlang import ast
from plainlang.fonts import Metrics
from plainlang.writers.typst_columns import column_widths
from plainlang.writers.typst_grid import Cell, Grid, Row, grid
from plainlang.writers.typst_measure import INDENT

Element = dict[str, Any]

#: The class of the ``Div`` that holds what one row became.
ROW_CLASS = "table-row"

#: The class of the ``Div`` around a caption whose table is no longer one.
CAPTION_CLASS = "table-caption"

#: What stands for a cell without content under its header.
EMPTY = "–"


def reshape(
    blocks: Sequence[Element], metrics: Metrics, available: float, *, nested: bool = False
) -> list[Element]:
    """Return ``blocks`` with every table that does not fit turned into blocks of rows.

    :param available: width in em of the lines that the blocks have.
    :param nested: the blocks are the content of a cell, where a table never stays one.
    """
    result: list[Element] = []
    for block in blocks:
        kind = block["t"]
        if kind == "Table":
            result.extend(_table(block, metrics, available, nested))
        elif kind == "Div":
            inner = reshape(block["c"][1], metrics, available, nested=nested)
            result.append({**block, "c": [block["c"][0], inner]})
        elif kind == "Figure":
            attributes, caption, content = block["c"]
            inner = reshape(content, metrics, available, nested=nested)
            result.append({**block, "c": [attributes, caption, inner]})
        elif kind in {"BulletList", "OrderedList", "DefinitionList", "BlockQuote"}:
            narrower = available - INDENT
            result.append(_container(block, metrics, narrower, nested))
        else:
            result.append(block)
    return result


def _container(block: Element, metrics: Metrics, available: float, nested: bool) -> Element:
    def inner(blocks: Sequence[Element]) -> list[Element]:
        return reshape(blocks, metrics, available, nested=nested)

    kind, content = block["t"], block["c"]
    if kind == "BlockQuote":
        return {**block, "c": inner(content)}
    if kind == "BulletList":
        return {**block, "c": [inner(item) for item in content]}
    if kind == "OrderedList":
        return {**block, "c": [content[0], [inner(item) for item in content[1]]]}
    entries = [[term, [inner(d) for d in definitions]] for term, definitions in content]
    return {**block, "c": entries}


def _table(table: Element, metrics: Metrics, available: float, nested: bool) -> list[Element]:
    inner = ast.transform_structures(table["c"][3:], lambda e: _nested(e, metrics, available))
    table = {**table, "c": [*table["c"][:3], *inner]}
    shape = grid(table)
    if not nested and column_widths(shape, metrics, available) is not None:
        return [table]
    return rows_as_blocks(shape, table["c"][0][0])


def _nested(element: Element, metrics: Metrics, available: float) -> Element | list[Element]:
    if element["t"] != "Table":
        return element
    return _table(element, metrics, available, nested=True)


def rows_as_blocks(table: Grid, identifier: str = "") -> list[Element]:
    """Return the blocks that stand for ``table``: its caption and one ``Div`` per row.

    :param identifier: the table's own identifier, which links may point at.
    """
    result: list[Element] = []
    if table.caption:
        result.append(ast.div(table.caption, [CAPTION_CLASS]))
    headers = _headers(table)
    named = False
    rows: list[Element] = []
    reached: dict[int, tuple[Cell, int]] = {}  # cells that reach down from rows above
    for row in table.body:
        content = _row(_with_spanned(row, reached), headers)
        if any(block["t"] == "DefinitionList" for block in content):
            named = True
            # Notes and anchors of the headers belong to their first occurrence alone.
            headers = {column: _repeatable(inlines) for column, inlines in headers.items()}
        if content:
            rows.append(ast.div(content, [ROW_CLASS]))
    if not named:
        # Only remarks, or no rows at all: the headers have not been said yet.
        names = [ast.para(inlines) for inlines in headers.values() if inlines]
        result.extend(ast.div([name], [CAPTION_CLASS]) for name in names)
    result.extend(rows)
    if identifier:
        result = [ast.div(result, identifier=identifier)]
    return result


def _headers(table: Grid) -> dict[int, list[Element]]:
    """Return for each column the text of all header cells above it, joined by a dash."""
    result: dict[int, list[Element]] = {}
    for row in table.head:
        for cell in row:
            for column in range(cell.column, cell.column + cell.columns):
                inlines = _inlines(cell.blocks)
                if column != cell.column:
                    inlines = _repeatable(inlines)
                if inlines and result.get(column):
                    inlines = [*result[column], *ast.text(" – "), *inlines]
                result[column] = inlines or result.get(column, [])
    return result


def _with_spanned(row: Row, reached: dict[int, tuple[Cell, int]]) -> list[Cell]:
    """Return the row's cells with those that reach down into it, and update ``reached``."""
    above = [replace(cell, blocks=tuple(_repeatable(cell.blocks))) for cell, _ in reached.values()]
    cells = sorted([*row, *above], key=lambda cell: cell.column)
    for column, (cell, left) in list(reached.items()):
        if left > 1:
            reached[column] = (cell, left - 1)
        else:
            del reached[column]
    for cell in row:
        if cell.rows > 1:
            reached[cell.column] = (cell, cell.rows - 1)
    return cells


def _row(cells: Sequence[Cell], headers: dict[int, list[Element]]) -> list[Element]:
    filled = [cell for cell in cells if cell.blocks]
    if len(filled) == 1 and filled[0] is cells[0]:
        # A heading or a remark in the body of the table: it stands for itself.
        return _label(filled[0].blocks) if filled[0].header else list(filled[0].blocks)
    if not filled:
        return []
    if not any(headers.values()):
        return [{"t": "BulletList", "c": [list(cell.blocks) for cell in filled]}]
    result: list[Element] = []
    entries: list[Any] = []
    for cell in cells:
        term: list[Element] = []
        for column in range(cell.column, cell.column + cell.columns):
            name = headers.get(column, [])
            if name and term:
                term = [*term, *ast.text(", ")]
            term = [*term, *name]
        if term:
            blocks = list(cell.blocks) or [{"t": "Plain", "c": ast.text(EMPTY)}]
            entries.append([term, [blocks]])
        else:
            # Mostly the first column: its header is blank because it names the rows.
            result.extend(_label(cell.blocks))
    return [*result, {"t": "DefinitionList", "c": entries}] if entries else result


def _label(blocks: Sequence[Element]) -> list[Element]:
    """Return ``blocks`` in bold if they are one line of text."""
    if len(blocks) == 1 and blocks[0]["t"] in {"Para", "Plain"}:
        return [ast.para([{"t": "Strong", "c": blocks[0]["c"]}])]
    return list(blocks)


def _inlines(blocks: Sequence[Element]) -> list[Element]:
    """Return the text of a header cell, its paragraphs joined by spaces."""
    result: list[Element] = []
    for element in blocks:
        inner = element["c"] if element["t"] in ast.LEAF_BLOCKS else None
        if element["t"] == "Header":
            inner = element["c"][2]
        if inner is None:
            inner = ast.text(" ".join(ast.words([element])))
        result = [*result, {"t": "Space"}, *inner] if result else list(inner)
    return result


def _repeatable(elements: Sequence[Element]) -> list[Element]:
    """Return ``elements`` without what may stand in a document only once."""

    def once(element: Element) -> Element | None:
        if element["t"] == "Note":
            return None
        if element["t"] in ast.ATTR_INLINES and element["c"][0][0]:
            attributes = ["", *element["c"][0][1:]]
            return {**element, "c": [attributes, *element["c"][1:]]}
        return element

    result: list[Element] = ast.transform_structures(list(elements), once)
    return result

"""A Pandoc table as a grid: every cell with the column and row where it begins."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

Element = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell.

    :param column: 0-based column at which it begins.
    :param columns: how many columns it spans, at least 1.
    :param rows: how many rows it spans, at least 1.
    :param align: ``AlignLeft``, ``AlignRight``, ``AlignCenter`` or ``AlignDefault``.
    :param header: it names its row (Pandoc's row head columns) or its columns.
    """

    column: int
    columns: int
    rows: int
    align: str
    blocks: tuple[Element, ...]
    header: bool


Row = tuple[Cell, ...]


@dataclass(frozen=True, slots=True)
class Grid:
    """One table.

    :param columns: the number of columns.
    :param caption: the blocks of its caption, often none.
    :param head: rows that name the columns; they repeat on every page.
    :param body: the other rows, those of Pandoc's table foot included.
    """

    columns: int
    caption: tuple[Element, ...]
    head: tuple[Row, ...]
    body: tuple[Row, ...]

    def rows(self) -> tuple[Row, ...]:
        """Return all rows, the head first."""
        return self.head + self.body


def grid(table: Element) -> Grid:
    """Return the grid of a Pandoc ``Table``.

    A header row without any text, which Markdown's syntax demands of a table that has none, is
    left out: it would be announced as an empty header for every cell.
    """
    _, caption, specifications, head, bodies, foot = table["c"]
    columns = len(specifications)
    default = [specification[0]["t"] for specification in specifications]
    head_rows = _place(head[1], default, columns, head_columns=columns)
    if not any(cell.blocks for row in head_rows for cell in row):
        head_rows = ()
    body_rows: tuple[Row, ...] = ()
    for _, head_columns, intermediate, rows in bodies:
        body_rows += _place(intermediate, default, columns, head_columns=columns)
        body_rows += _place(rows, default, columns, head_columns=head_columns)
    body_rows += _place(foot[1], default, columns, head_columns=0)
    return Grid(columns, tuple(caption[1]), head_rows, body_rows)


def _place(
    rows: Sequence[Any], default: Sequence[str], columns: int, *, head_columns: int
) -> tuple[Row, ...]:
    """Give each cell its column, past the cells that reach down from rows above."""
    taken: dict[int, int] = {}  # column -> rows, this one included, that are covered from above
    result: list[Row] = []
    for _, cells in rows:
        placed: list[Cell] = []
        column = 0
        for _, align, row_span, column_span, blocks in cells:
            while taken.get(column, 0) > 0:
                column += 1
            if column >= columns:
                break
            span = min(column_span, columns - column)
            kind = align["t"] if align["t"] != "AlignDefault" else default[column]
            placed.append(Cell(column, span, row_span, kind, tuple(blocks), column < head_columns))
            for covered in range(column, column + span):
                taken[covered] = row_span
            column += span
        taken = {column: left - 1 for column, left in taken.items() if left > 1}
        result.append(tuple(placed))
    return tuple(result)

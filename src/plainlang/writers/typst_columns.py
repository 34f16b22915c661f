"""Decide whether a table fits the page as a table, and how wide its columns are.

A table stays a table where each column can be as wide as its longest word and, if it holds more
than short entries, :data:`READABLE` em. On A4 that is up to five columns of text at 12 pt, four
at 18 pt and three at 24 pt; columns of short entries, such as doses, may be more. A table that
does not fit is reshaped into one block per row.
"""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.fonts import Metrics
from plainlang.writers.typst_grid import Grid
from plainlang.writers.typst_measure import widths

#: Width in em that a column of running text needs at least: about ten characters. Narrower
#: columns hold one word a line, which a reader with low vision loses. (UKAAF G003 and the Round
#: Table guidelines ask to reformat such tables but state no number.)
READABLE = 5.0

#: Words wider than this, in em, are broken inside a table, so that one web address does not
#: decide over a table's form. 12 em are some 24 letters, more than "Cyclophosphamide" in bold.
LONGEST_WORD = 12.0

#: A column wants no more than this many em when the columns share the width: one long remark
#: among short entries must not take the room of all the others.
_WANTED = 16.0

#: Space inside a cell, left and right of its text, in em (``inset`` in the template).
INSET = 0.5


def column_widths(table: Grid, metrics: Metrics, available: float) -> tuple[float, ...] | None:
    """Return the width of each column in em, or ``None`` if the table does not fit.

    An empty tuple means that every column can have its natural width.

    :param available: the width of the text area, in em.
    """
    if not table.columns:
        return None
    least = [0.0] * table.columns
    natural = [0.0] * table.columns
    spans: list[tuple[int, int, float]] = []
    for row in table.rows():
        for cell in row:
            low, wide = widths(cell.blocks, metrics, bold=cell.header, longest_word=LONGEST_WORD)
            if cell.columns == 1:
                least[cell.column] = max(least[cell.column], low, min(wide, READABLE))
                natural[cell.column] = max(natural[cell.column], wide)
            else:
                spans.append((cell.column, cell.columns, low))
    _widen(least, spans)
    padding = 2 * INSET
    least = [width + padding for width in least]
    natural = [max(width + padding, low) for width, low in zip(natural, least, strict=True)]
    if sum(natural) <= available:
        return ()
    spare = available - sum(least)
    if spare < 0:
        return None
    wanted = [max(min(wide, _WANTED) - low, 0.01) for wide, low in zip(natural, least, strict=True)]
    share = spare / sum(wanted)
    return tuple(low + want * share for low, want in zip(least, wanted, strict=True))


def _widen(least: list[float], spans: Sequence[tuple[int, int, float]]) -> None:
    """Make columns wide enough for the words of cells that span several of them."""
    for first, count, low in spans:
        lacking = low - sum(least[first : first + count])
        for column in range(first, first + count):
            least[column] += max(0.0, lacking) / count

"""Notes that stand as rows of a table.

A row whose first cell alone has words, or reaches over all columns, and which begins with a mark
or the word "Note", explains the table and is none of its data: a screen reader would read it out
below the header of the first column, and a table that is reshaped for large print would make an
entry of it. Notes stand in the last rows, or, where a page had them in the foot of its table, in
the first (HTML 4 wrote ``tfoot`` above ``tbody``), with empty rows and rows of dashes that were
meant to end a header.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from plainlang.ast import stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, map_lists
from plainlang.cleanup.wording import examples
from plainlang.document import Block, Change, Document

#: Words that begin a note, in the languages of the samples and their neighbours.
_LABEL = re.compile(
    r"(?:notes?|footnotes?|sources?|abbreviations?|legend|key|"
    r"notas?|fuentes?|abreviaturas?|leyenda|"
    r"remarques?|légende|abréviations?|"
    r"anmerkung(?:en)?|hinweise?|quellen?|legende|abkürzung(?:en)?|"
    r"fontes?|legenda|abreviações|note|fonti?|abbreviazioni)\s?:",
    re.IGNORECASE,
)
_SIGN = re.compile(r"[*†‡§¶]{1,3}\s?[\w“\"(]")
#: A letter that was a superscript: ``aReprinted with permission``. ``pH`` and ``cT1`` are none.
_LETTER = re.compile(r"([a-d])(?:[A-ZÀ-Þ][a-zß-ÿ]|A\s)")
#: Behind the letter before it, more counts: ``bG1 and G2``.
_NEXT_LETTER = re.compile(r"([a-z])(?=[^\sa-z])")
#: ``CI = confidence interval; OS = overall survival``
_MEANINGS = re.compile(r"[\w/+-]+ ?= ?[^;=]+(?:; ?[\w/+-]+ ?= ?[^;=]+)+")
#: ``No. = number.``
_MEANING = re.compile(r"[\w/+.-]+ ?= ?\S")
_DASHES = re.compile(r":?-{3,}:?")


class TableNotes:
    """Move notes out of the first and last rows of a table to below it."""

    name = "table-notes"
    summary = "Move notes out of the rows of a table."

    def __call__(self, document: Document) -> Result:
        """Return the document with such notes as paragraphs behind their tables."""
        changes: list[Change] = []

        def visit(blocks: Blocks) -> Blocks:
            if not any(block["t"] == "Table" for block in blocks):
                return blocks
            return [
                part
                for block in blocks
                for part in (_moved(block, changes) if block["t"] == "Table" else [block])
            ]

        blocks = map_lists(document.blocks, visit)
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _moved(table: Block, changes: list[Change]) -> Blocks:
    """Return the table and the notes that stood in it."""
    attributes, caption, columns, head, bodies, foot = table["c"]
    # One body without a head of its own and without a foot: what Markdown and most HTML gives.
    if len(columns) < 2 or len(bodies) != 1 or bodies[0][2] or foot[1]:
        return [table]
    rows = bodies[0][3]
    alone = [_alone(row, len(columns)) for row in rows]
    first, leading = _leading(rows, alone)
    if first == len(rows):
        first, leading = 0, []
    last = first + _trailing(rows[first:], alone[first:])
    cells = [*leading, *alone[last:]]
    notes = [cell for cell in cells if cell is not None]
    _doubt(table, alone[first:last], changes)
    if first == 0 and not notes:
        return [table]
    body = [*bodies[0][:3], rows[first:last]]
    kept = {**table, "c": [attributes, caption, columns, head, [body], foot]}
    removed = " ".join(
        stringify(cell[4]) for row in rows[:first] if _is_dashes(row) for cell in row[1]
    )
    changes.append(_change(notes, removed, table.get("line")))
    line = table.get("line")
    return [kept, *(_paragraph(block, line) for cell in notes for block in cell)]


def _change(notes: Sequence[Blocks], removed: str, line: int | None) -> Change:
    parts = []
    if notes:
        what = "a note" if len(notes) == 1 else f"{len(notes)} notes"
        shown = examples([stringify(cell) for cell in notes], 2)
        parts.append(f"Moved {what} from the rows of a table to below it: {shown}")
    if removed:
        parts.append("Removed a row of dashes from a table")
    return Change(TableNotes.name, line, "; ".join(parts), " ".join(removed.split()))


def _leading(rows: Sequence[Any], alone: Sequence[Blocks | None]) -> tuple[int, list[Blocks]]:
    """Return how many of the first rows hold no data, and the notes among them."""
    cells: list[Blocks] = []
    place = 0
    end = 0
    kept = 0
    for place, row in enumerate(rows):
        cell = alone[place]
        if cell is not None and not _is_dashes(row):
            count, _ = _run([*cells, cell])
            if count == len(cells) and not _MEANING.match(stringify(cell).strip()):
                break
            cells.append(cell)
            if count == len(cells):
                end, kept = place + 1, count
        elif _is_empty(row) or _is_dashes(row):
            if kept == len(cells):
                end = place + 1
        else:
            break
    dashes = any(_is_dashes(row) for row in rows[:end])
    certain = kept > 0 and _run(cells[:kept])[1]
    if not certain and (kept or not dashes or not _is_empty(rows[0])):
        return 0, []
    return end, cells[:kept]


def _trailing(rows: Sequence[Any], alone: Sequence[Blocks | None]) -> int:
    """Return the index behind the last row of data."""
    start = len(rows)
    while start > 1 and alone[start - 1] is not None:
        start -= 1
    for place in range(start, len(rows)):
        cells = [cell for cell in alone[place:] if cell is not None]
        count, certain = _run(cells)
        if count == len(cells) and certain:
            reached = any(_reaches(row, place - above) for above, row in enumerate(rows[:place]))
            return len(rows) if reached else place
    return len(rows)


def _run(cells: Sequence[Blocks]) -> tuple[int, bool]:
    """Return how many of the first cells are notes, and whether one can be nothing else.

    One abbreviation with its meaning counts only above another note.
    """
    count = 0
    certain = False
    letter = ""
    for place, cell in enumerate(cells):
        text = stringify(cell).strip()
        found = _LETTER.match(text) or (letter and _NEXT_LETTER.match(text))
        if found and (
            (found[1] in "abcd" and not letter) or found[1] == chr(ord(letter or "`") + 1)
        ):
            letter = found[1]
        elif not (_raised(cell) or _LABEL.match(text) or _SIGN.match(text)):
            if _MEANINGS.match(text):
                count = place + 1
            elif not _MEANING.match(text):
                break
            continue
        certain = True
        count = place + 1
    return count, certain


def _doubt(table: Block, rows: Sequence[Blocks | None], changes: list[Change]) -> None:
    """Say which rows look like notes, but were left where they are."""
    texts = [
        stringify(cell)
        for cell in rows
        if cell is not None and (_run([cell])[1] or _MEANINGS.match(stringify(cell).strip()))
    ]
    if texts:
        message = (
            f"Left {'rows' if len(texts) > 1 else 'a row'} of a table that may be a note and no "
            f"data: {examples(texts)}; please check"
        )
        changes.append(Change(TableNotes.name, table.get("line"), message, doubtful=True))


def _paragraph(block: Block, line: int | None) -> Block:
    made = {**block, "t": "Para"} if block["t"] == "Plain" else block
    return made if line is None or "line" in made else {**made, "line": line}


def _alone(row: Any, columns: int) -> Blocks | None:
    """Return the content of a row's first cell where no other cell has any."""
    cells = row[1]
    if not cells or any(cell[4] for cell in cells[1:]) or cells[0][2] > 1:
        return None
    if sum(cell[3] for cell in cells) < columns:  # a cell from above reaches into the row
        return None
    blocks: Blocks = cells[0][4]
    return blocks if stringify(blocks).strip() else None


def _reaches(row: Any, below: int) -> bool:
    """Tell whether a cell of ``row`` reaches over more than ``below`` rows."""
    return any(cell[2] > below for cell in row[1])


def _is_empty(row: Any) -> bool:
    return not any(cell[4] for cell in row[1])


def _is_dashes(row: Any) -> bool:
    """Tell whether a row was meant to end a header."""
    texts = [stringify(cell[4]).strip() for cell in row[1]]
    return bool(texts) and all(_DASHES.fullmatch(text) for text in texts)


def _raised(cell: Blocks) -> bool:
    """Tell whether a cell begins with a superscript."""
    first = cell[0]
    return (
        first["t"] in {"Plain", "Para"} and bool(first["c"]) and first["c"][0]["t"] == "Superscript"
    )

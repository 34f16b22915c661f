"""Tables that do not say what their columns are.

A screen reader names the header of a cell before the cell. WCAG 2.2, success criterion 1.3.1
"Info and Relationships"; technique H51; ISO 14289-1 (PDF/UA), 7.5.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Any

from plainlang.ast import parts_of, stringify
from plainlang.diagnostics import Code, Diagnostic, Severity, limited
from plainlang.document import Block, Document

_HINT = "Put a first row above it that says what stands in each column."


def table_headers(document: Document) -> tuple[Diagnostic, ...]:
    """Return a warning for each table without a header, or with a column that has none."""
    file = document.provenance.source
    found = [
        Diagnostic(Code.TABLE_NO_HEADER, Severity.WARNING, problem, file, line, _HINT)
        for table, line in _tables(document.blocks)
        if (problem := _problem(table))
    ]
    return limited(found, "tables without headers")


def _tables(blocks: Sequence[Block]) -> Iterator[tuple[Block, int | None]]:
    stack: list[tuple[Any, int | None]] = [(blocks, None)]
    while stack:
        value, line = stack.pop()
        if isinstance(value, dict):
            line = value.get("line", line)
            if value.get("t") == "Table":
                yield value, line
            if isinstance(value.get("c"), list):
                stack.append((value["c"], line))
        elif isinstance(value, (list, tuple)):
            stack += [(item, line) for item in reversed(parts_of(value))]


def _problem(table: Block) -> str:
    """Say what is missing; empty where nothing is.

    The first column may have a header without words, which stands above the headers of rows. A
    table of one column or one row is no table to look things up in.
    """
    _, _, specifications, head, bodies, _ = table["c"]
    columns = len(specifications)
    rows = sum(len(body[3]) for body in bodies)
    if columns < 2 or rows < 2 or any(body[2] for body in bodies):
        return ""
    named = _named(head[1], columns)
    if not named:
        if any(body[1] for body in bodies):  # the first column holds headers of the rows
            return ""
        return f"a table of {rows:,} rows and {columns} columns has no header row"
    missing = [column + 1 for column in range(1, columns) if column not in named]
    if not missing:
        return ""
    which = "column " if len(missing) == 1 else "columns "
    return f"{which}{', '.join(map(str, missing))} of a table of {columns} has no header"


def _named(rows: Sequence[Any], columns: int) -> set[int]:
    """Return the 0-based columns above which a header cell with words or an image stands."""
    named: set[int] = set()
    taken: dict[tuple[int, int], bool] = {}
    for y, (_, cells) in enumerate(rows):
        column = 0
        for _, _, down, across, blocks in cells:
            while (y, column) in taken:
                column += 1
            worded = bool(stringify(blocks).strip())
            for x in range(column, min(column + across, columns)):
                taken.update({(y + below, x): worded for below in range(down)})
                if worded:
                    named.add(x)
            column += across
    return named

"""CSV with every field, for a spreadsheet and back."""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.exchange.base import Exported, Imported
from plainlang.glossary.records import Intake, first_of_each
from plainlang.glossary.tables import read_table, text_of, write_table


def read(data: bytes, file: str, dictionary: str = "", language: str = "") -> Imported:
    """Read a table with a header row.

    :param dictionary: for rows that name none.
    :param language: for rows that name none.
    :raises SourceError: if the file is no such table.
    """
    intake = Intake(file, dictionary, language)
    rows = (intake.entry(row, line) for line, row in read_table(text_of(data, file), file))
    unique, doubles = first_of_each([entry for entry in rows if entry is not None])
    return Imported(tuple(unique), (*intake.problems, *doubles))


def write(entries: Sequence[GlossaryEntry]) -> Exported:
    """Return CSV in UTF-8, with the mark by which Excel knows that it is."""
    return Exported(write_table(entries).encode("utf-8-sig"))

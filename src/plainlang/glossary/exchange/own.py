"""The form of the glossary's own folder: one entry a line, as JSON."""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.exchange.base import Exported, Imported
from plainlang.glossary.loading import read_json_lines, to_json_lines
from plainlang.glossary.records import Intake, first_of_each
from plainlang.glossary.tables import text_of


def read(data: bytes, file: str, dictionary: str = "", language: str = "") -> Imported:
    """Read entries one a line.

    :param dictionary: for entries that name none.
    :param language: for entries that name none.
    :raises SourceError: if the file is not UTF-8.
    """
    intake = Intake(file, dictionary, language)
    entries = [e for e in read_json_lines(text_of(data, file), intake) if e is not None]
    unique, doubles = first_of_each(entries)
    return Imported(tuple(unique), (*intake.problems, *doubles))


def write(entries: Sequence[GlossaryEntry]) -> Exported:
    """Return entries one a line, each with its dictionary and language."""
    return Exported(to_json_lines(entries).encode())

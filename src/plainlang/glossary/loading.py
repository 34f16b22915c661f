"""The files of a glossary's folder."""

from __future__ import annotations

import json
from collections.abc import Iterable
from pathlib import Path

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.exceptions import SourceError
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.records import DICTIONARY, LANGUAGE, Intake, first_of_each, record_of
from plainlang.glossary.tables import bytes_of, read_table, text_of


def load_folder(folder: Path) -> tuple[list[GlossaryEntry], tuple[Diagnostic, ...]]:
    """Read every ``<dictionary>.<lang>.jsonl`` and ``local.<lang>.csv`` of a folder.

    :return: the entries that can be used, each key once, and what is wrong with the others.
    """
    entries: list[GlossaryEntry] = []
    problems: list[Diagnostic] = []
    for path in _files(folder):
        try:
            read, found = read_file(path)
        except SourceError as error:
            problems.append(error.diagnostic)
            continue
        entries += read
        problems += found
    unique, doubles = first_of_each(entries)
    return unique, (*problems, *doubles)


def read_file(path: Path) -> tuple[list[GlossaryEntry], list[Diagnostic]]:
    """Read one file of a glossary's folder.

    :raises SourceError: if the file cannot be read at all.
    """
    dictionary, _, language = path.stem.partition(".")
    if not DICTIONARY.fullmatch(dictionary) or not LANGUAGE.fullmatch(language):
        raise SourceError(
            "the name of this file does not say dictionary and language",
            code=Code.GLOSSARY_UNREADABLE,
            file=str(path),
            hint="Name it `<dictionary>.<language>.jsonl` (nci.en.jsonl) or `local.en.csv`.",
        )
    intake = Intake(str(path), dictionary, language)
    text = text_of(bytes_of(path), str(path))
    if path.suffix == ".csv":
        entries = [intake.entry(record, line) for line, record in read_table(text, str(path))]
    else:
        entries = read_json_lines(text, intake)
    kept = [entry for entry in entries if entry is not None]
    _check_names(kept, intake)
    return kept, intake.problems


def to_json_lines(entries: Iterable[GlossaryEntry]) -> str:
    """Return entries one a line, sorted by id, so that a difference shows what changed."""
    ordered = sorted(entries, key=lambda entry: order_of(entry.id, entry.audience))
    return "".join(
        json.dumps(record_of(entry), ensure_ascii=False, separators=(", ", ": ")) + "\n"
        for entry in ordered
    )


def order_of(identifier: str, audience: str) -> tuple[int, str, str]:
    """Return what entries are sorted by: numbers by their value, then other ids."""
    number = int(identifier) if identifier.isdecimal() and len(identifier) < 19 else 0
    return (number, identifier, audience)


def _files(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    names = sorted(path for path in folder.iterdir() if not path.name.startswith("."))
    return [
        path
        for path in names
        if path.suffix == ".jsonl" or (path.suffix == ".csv" and path.name.startswith("local."))
    ]


def read_json_lines(text: str, intake: Intake) -> list[GlossaryEntry | None]:
    """Return the entry of each line that is not blank, ``None`` where it cannot be used."""
    entries: list[GlossaryEntry | None] = []
    # Not splitlines(): U+2028 may stand within a text.
    for number, line in enumerate(text.split("\n"), 1):
        if not line.strip():
            continue
        try:
            record = json.loads(line)
        except (ValueError, RecursionError) as error:
            reason = getattr(error, "msg", "nested too deep")
            intake.refuse(f"this line is no JSON ({reason})", number)
            continue
        if isinstance(record, dict):
            entries.append(intake.entry(record, number))
        else:
            intake.refuse("this line is no JSON object", number)
    return entries


def _check_names(entries: list[GlossaryEntry], intake: Intake) -> None:
    """Report entries that say something else than the name of their file: they are believed."""
    for entry in entries:
        for name, said, expected in (
            ("dictionary", entry.dictionary, intake.dictionary),
            ("language", entry.language, intake.language),
        ):
            if said != expected:
                intake.problems.append(
                    Diagnostic(
                        Code.GLOSSARY_ENTRY_INVALID,
                        Severity.WARNING,
                        f"the entry's {name} is {said!r}, the file's {expected!r}; "
                        "the entry's counts",
                        intake.file,
                        entry.line,
                        "Move the entry into the file of that name.",
                    )
                )

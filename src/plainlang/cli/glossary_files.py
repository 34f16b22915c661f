"""What the commands of the glossary share: its files, their problems, and a choice of entries."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plainlang.cli.console import Console
from plainlang.cli.settings import check_languages, split_names
from plainlang.exceptions import UsageError
from plainlang.languages import matches

if TYPE_CHECKING:
    from plainlang.config import GlossaryConfig
    from plainlang.glossary.base import GlossaryEntry
    from plainlang.glossary.store import Glossary


def load_glossary(config: GlossaryConfig, console: Console) -> Glossary:
    """Load the project's glossary; what is wrong with its files is said once."""
    from plainlang.glossary.store import Glossary

    glossary, problems = Glossary.load(Path(config.folder))
    for problem in problems:
        console.say(problem)
    return glossary


def chosen_entries(
    entries: Iterable[GlossaryEntry], dictionaries: Sequence[str], languages: Sequence[str]
) -> list[GlossaryEntry]:
    """Return the entries of these dictionaries and languages; of all where none is named.

    :param dictionaries: as given on the command line; several may stand in one value.
    :raises UsageError: if a dictionary or language is not known.
    """
    names, tags = split_names(dictionaries), check_languages(languages)
    entries = list(entries)
    known = {entry.dictionary for entry in entries}
    for name in names:
        if name not in known:
            raise UsageError(
                f"the glossary has no dictionary {name!r}",
                hint="Dictionaries: " + (", ".join(sorted(known)) or "none") + ".",
            )
    return [
        entry
        for entry in entries
        if (not names or entry.dictionary in names)
        and (not tags or any(tag == "all" or matches(tag, entry.language) for tag in tags))
    ]


def padded(rows: Sequence[Sequence[str]]) -> str:
    """Return rows as text in columns, as wide as a terminal shows them; the last one is open."""
    from rich.cells import cell_len

    widths = [max(map(cell_len, column)) for column in zip(*rows, strict=True)][:-1]
    lines = []
    for row in rows:
        cells = [
            cell + " " * (width - cell_len(cell)) for cell, width in zip(row, widths, strict=False)
        ]
        lines.append("  ".join([*cells, row[-1]]).rstrip())
    return "\n".join(lines)

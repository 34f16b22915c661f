"""How far the translation of a document has come."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, fields
from typing import TYPE_CHECKING

from plainlang.catalogs.base import Catalog
from plainlang.catalogs.checks import ERROR, CatalogFinding
from plainlang.catalogs.review import Review, reviewed

if TYPE_CHECKING:
    from rich.table import Table

SCHEMA = "plainlang.catalogs/1"

#: Shorter words for the terminal, so that the documents' names have room in 80 columns.
_HEADINGS = {"segments": "texts", "untranslated": "missing"}


@dataclass(frozen=True, slots=True)
class Status:
    """The state of one catalog in numbers.

    :param document: the document's id, ``glossary`` for the definitions.
    :param language: BCP 47 tag of the translation.
    :param segments: texts to translate; ``translated``, ``fuzzy`` and ``untranslated`` add up to
        it.
    :param translated: those whose translation may be used.
    :param fuzzy: those whose translation a person has to look at first.
    :param reviewed: translated ones that somebody reviewed as they are.
    :param errors: findings of the checks that keep an edition from being released.
    :param warnings: findings that ask a person to look.
    """

    document: str
    language: str
    segments: int
    translated: int
    fuzzy: int
    untranslated: int
    reviewed: int
    errors: int
    warnings: int

    @property
    def releasable(self) -> bool:
        """Whether every text is translated and reviewed, and no check found an error."""
        return self.reviewed == self.segments and not self.errors


def status_of(
    catalog: Catalog,
    records: Mapping[str, Review],
    findings: Sequence[CatalogFinding],
    *,
    document: str,
    language: str,
) -> Status:
    """Return the state of a catalog. Obsolete entries do not count.

    :param records: the reviews of the language.
    :param findings: what :func:`plainlang.catalogs.checks.check_catalog` says of the catalog.
    """
    living = [message for message in catalog.messages if not message.obsolete]
    translated = sum(message.translated for message in living)
    fuzzy = sum(message.fuzzy for message in living)
    errors = sum(finding.severity == ERROR for finding in findings)
    return Status(
        document=document,
        language=language,
        segments=len(living),
        translated=translated,
        fuzzy=fuzzy,
        untranslated=len(living) - translated - fuzzy,
        reviewed=len(reviewed(catalog, records)),
        errors=errors,
        warnings=len(findings) - errors,
    )


def to_json(states: Sequence[Status]) -> str:
    """Return ``plainlang.catalogs/1``."""
    whole = {"schema": SCHEMA, "catalogs": [asdict(state) for state in states]}
    return json.dumps(whole, ensure_ascii=False, indent=1) + "\n"


def to_csv(states: Sequence[Status]) -> str:
    """Return a row for each catalog below the names of the columns."""
    stream = io.StringIO()
    names = [field.name for field in fields(Status)]
    writer = csv.DictWriter(stream, names, lineterminator="\n")
    writer.writeheader()
    writer.writerows(asdict(state) for state in states)
    return stream.getvalue()


def to_table(states: Sequence[Status]) -> Table:
    """Return a table for the terminal."""
    from rich.table import Table
    from rich.text import Text

    table = Table(box=None, pad_edge=False)
    table.add_column("document", overflow="fold")
    table.add_column("language", min_width=len("language"))
    names = [field.name for field in fields(Status)][2:]
    for name in names:
        heading = _HEADINGS.get(name, name)
        table.add_column(heading, justify="right", min_width=len(heading))
    for state in states:
        row = asdict(state)
        table.add_row(Text(state.document), state.language, *(str(row[name]) for name in names))
    return table

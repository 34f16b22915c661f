"""What the formats of exchange share."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.glossary.base import GlossaryEntry


@dataclass(frozen=True, slots=True)
class Imported:
    """What a file held.

    :param entries: in the order of the file.
    :param problems: what could not be used, or was changed.
    """

    entries: tuple[GlossaryEntry, ...]
    problems: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Exported:
    """A file to be written.

    :param data: its bytes.
    :param problems: what the format could not hold.
    """

    data: bytes
    problems: tuple[Diagnostic, ...] = ()


def not_exported(lost: Iterable[str], form: str) -> tuple[Diagnostic, ...]:
    """Report what a format cannot hold: each kind once, with how often it was so."""
    return tuple(
        Diagnostic(
            Code.GLOSSARY_NOT_EXPORTED,
            Severity.WARNING,
            f"{form} cannot hold {what} ({count:,} times); it is left out",
            hint="Export as tbx, csv or jsonl where nothing may be lost.",
        )
        for what, count in Counter(lost).items()
    )

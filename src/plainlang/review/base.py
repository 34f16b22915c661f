"""What every check takes and gives, and how many messages of one kind a page gets."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Protocol

from plainlang.diagnostics import Diagnostic, Severity
from plainlang.document import Document

#: Warnings of one kind on one page that are shown one by one. A page of links has hundreds, and
#: whoever has read five knows what is meant; the others become infos, which ``-v`` shows.
SHOWN = 5
#: Characters of a source that a message quotes.
QUOTED_LENGTH = 60


class Check(Protocol):
    """Looks at one thing in a document."""

    def __call__(self, document: Document) -> Sequence[Diagnostic]:
        """Return what was found, in the order of the text; the document is not altered."""


def limited(found: Sequence[Diagnostic], noun: str) -> tuple[Diagnostic, ...]:
    """Return ``found`` with the warnings beyond :data:`SHOWN` as infos, and how many they are.

    Nothing is left out: each of them still has its message and its line.

    :param noun: what is counted, in the plural (``links without text``).
    """
    if len(found) <= SHOWN + 1:  # a sum in the place of one message would save nothing
        return tuple(found)
    rest = found[SHOWN:]
    total = replace(
        found[0],
        message=f"and {len(rest):,} more {noun}: -v shows each",
        line=rest[0].line,
        hint="",
    )
    lesser = [replace(each, severity=Severity.INFO) for each in rest]
    return (*found[:SHOWN], total, *lesser)


def quoted(value: str) -> str:
    """Return ``value`` in quotation marks, on one line, shortened to :data:`QUOTED_LENGTH`."""
    line = " ".join(value.split())
    if len(line) > QUOTED_LENGTH:
        line = line[: QUOTED_LENGTH - 1].rstrip() + "…"
    return f"“{line}”"

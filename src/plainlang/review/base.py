"""What every check takes and gives."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from plainlang.diagnostics import Diagnostic
from plainlang.document import Document

#: Characters of a source that a message quotes.
QUOTED_LENGTH = 60


class Check(Protocol):
    """Looks at one thing in a document."""

    def __call__(self, document: Document) -> Sequence[Diagnostic]:
        """Return what was found, in the order of the text; the document is not altered."""


def quoted(value: str) -> str:
    """Return ``value`` in quotation marks, on one line, shortened to :data:`QUOTED_LENGTH`."""
    line = " ".join(value.split())
    if len(line) > QUOTED_LENGTH:
        line = line[: QUOTED_LENGTH - 1].rstrip() + "…"
    return f"“{line}”"

"""What every cleanup rule takes and gives."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Protocol

from plainlang.document import Change, Document


@dataclass(frozen=True, slots=True)
class Result:
    """A cleaned document and what was done to it."""

    document: Document
    changes: tuple[Change, ...] = ()


class Rule(Protocol):
    """One cleanup rule. ``name`` is its kebab-case name in reports and in the configuration."""

    name: str
    summary: str

    def __call__(self, document: Document) -> Result:
        """Return the document with the rule applied; the input is never altered."""

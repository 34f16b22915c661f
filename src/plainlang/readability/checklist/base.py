"""What every check of the checklist takes and gives."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

from plainlang.readability.base import Measured, Passage
from plainlang.readability.report import CheckItem, Term


@dataclass(frozen=True, slots=True)
class Looked:
    """What the checks look at.

    :param passages: every passage of the document in reading order, scored or not; empty where only
        counts are known, and then the checks of structure cannot answer.
    """

    language: str
    measured: Measured
    passages: Sequence[Passage]
    terms: Sequence[Term]


class Check(Protocol):
    """Answers one question about a document."""

    def __call__(self, looked: Looked) -> CheckItem:
        """Return the answer with what was counted."""

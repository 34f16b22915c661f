"""What instruments for patient materials ask and a program can answer: one check per file.

The CDC Clear Communication Index (2014, 20 items), the Patient Education Materials Assessment
Tool for print (PEMAT-P, AHRQ 2013, 24 items) and the Suitability Assessment of Materials (SAM,
Doak 1996) ask mostly what only a person can see: whether the main message comes first, whether a
picture helps. The rest stands here. A new check is one new file and its name here.
"""

from __future__ import annotations

from plainlang.readability.checklist.active_voice import active_voice
from plainlang.readability.checklist.address import address
from plainlang.readability.checklist.base import Check, Looked
from plainlang.readability.checklist.chunks import chunks
from plainlang.readability.checklist.headings import headings
from plainlang.readability.checklist.lists import lists
from plainlang.readability.checklist.numbers import numbers
from plainlang.readability.checklist.terms import terms
from plainlang.readability.report import CheckItem

#: Every check, in the order of the report.
CHECKS: tuple[Check, ...] = (headings, chunks, lists, active_voice, address, numbers, terms)


def checklist(looked: Looked) -> tuple[CheckItem, ...]:
    """Return the answer of every check."""
    return tuple(check(looked) for check in CHECKS)


__all__ = ["CHECKS", "Looked", "checklist"]

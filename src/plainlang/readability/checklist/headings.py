"""Headings: is the text divided by them?"""

from __future__ import annotations

from plainlang.readability.checklist.base import Looked
from plainlang.readability.report import CheckItem, State

SHORT = 200
"""Words below which a text needs no heading."""


def headings(looked: Looked) -> CheckItem:
    """Return whether a text of more than :data:`SHORT` words has headings."""
    number = len(looked.measured.headings)
    words = sum(sentence.counts.words for sentence in looked.measured.sentences)
    state = State.YES if number or words <= SHORT else State.NO
    return CheckItem(
        "headings",
        "Is the text divided by headings?",
        state,
        f"{number} heading{'' if number == 1 else 's'} over {words} words",
        "CDC Clear Communication Index 9; PEMAT-P 9",
    )

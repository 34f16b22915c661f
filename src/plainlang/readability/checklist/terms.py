"""Terms: is every abbreviation and rare word explained?"""

from __future__ import annotations

from plainlang.readability.checklist.base import Looked
from plainlang.readability.report import CheckItem, Kind, State, Status

SHOWN = 5
"""Terms that the finding names."""


def terms(looked: Looked) -> CheckItem:
    """Return whether abbreviations are spelled out and rare words explained; names do not count."""
    open_ones = [
        term.term
        for term in looked.terms
        if term.status is not Status.DEFINED and term.kind is not Kind.NAME
    ]
    named = ", ".join(open_ones[:SHOWN]) + (", …" if len(open_ones) > SHOWN else "")
    return CheckItem(
        "terms",
        "Is every abbreviation and every rare word explained?",
        State.NO if open_ones else State.YES,
        f"{len(open_ones)} unexplained: {named}" if open_ones else "all are",
        "CDC Clear Communication Index 7; PEMAT-P 4; SAM 2c",
    )

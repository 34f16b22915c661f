"""Chunks: how long does a reader go on without a heading?"""

from __future__ import annotations

from collections import Counter

from plainlang.readability.checklist.base import Looked
from plainlang.readability.report import CheckItem, State

LONG = 250
"""Words of a section: about a printed page in large type."""


def chunks(looked: Looked) -> CheckItem:
    """Return whether every section is short."""
    words: Counter[int] = Counter()
    for sentence in looked.measured.sentences:
        words[sentence.section] += sentence.counts.words
    section, longest = max(words.items(), key=lambda pair: pair[1], default=(-1, 0))
    where = ""
    if 0 <= section < len(looked.measured.headings):
        where = f" (“{looked.measured.headings[section].text}”)"
    return CheckItem(
        "chunks",
        f"Has every section at most {LONG} words?",
        State.YES if longest <= LONG else State.NO,
        f"the longest has {longest} words{where}",
        "CDC Clear Communication Index 9; PEMAT-P 8; SAM 4c",
    )

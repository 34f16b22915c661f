"""Abbreviations, and whether the text itself says what they stand for.

"Full name (ABC)" and "ABC (full name)" are recognised as in A. S. Schwartz, M. A. Hearst, "A
simple algorithm for identifying abbreviation definitions in biomedical text", Pacific Symposium
on Biocomputing 2003, 451-462: the letters of the abbreviation occur in the full name in their
order, the first at the beginning of a word.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

ABBREVIATION = re.compile(r"(?<![\w-])(?=[A-Z0-9]*[A-Z][0-9]*[A-Z])[A-Z][A-Z0-9]{1,5}(?=s?(?!\w))")
"""Two to six capitals, with digits among them; a plural's small s stays outside."""
_ROMAN = re.compile(r"(?:X{0,3}(?:IX|IV|V?I{0,3}))$")
_SHOUT = re.compile(r"(?:[A-Z]{2,}[\W\d]+){3}[A-Z]{2,}")
_BEFORE = re.compile(r"([^().;:!?]{3,120})\s?\(\s*$")
_AFTER = re.compile(r"s?\s?\(([^()]{3,120})\)")
_NEAR = 130
"""Characters before an abbreviation that can hold its full name and the bracket."""


def abbreviations(text: str) -> Iterator[str]:
    """Yield the abbreviations of ``text`` in their order.

    Roman numbers are none, and a stretch of four words or more in capitals is shouting.
    """
    for found in ABBREVIATION.finditer(_SHOUT.sub(" ", text)):
        if not _ROMAN.match(found[0]):
            yield found[0]


def expanded(texts: Iterable[str]) -> frozenset[str]:
    """Return the abbreviations that one of ``texts`` spells out beside them."""
    found = set()
    for text in texts:
        if "(" not in text:
            continue
        for match in ABBREVIATION.finditer(text):
            short = match[0]
            near = text[max(0, match.start() - _NEAR) : match.start()].rstrip()
            before = _BEFORE.search(near) if near.endswith("(") else None
            after = _AFTER.match(text, match.end())
            if (before and stands_for(short, before[1])) or (after and stands_for(short, after[1])):
                found.add(short)
    return frozenset(found)


def stands_for(short: str, full: str) -> bool:
    """Return whether ``short`` can stand for the end of ``full``.

    >>> stands_for("OSA", "you may have obstructive sleep apnoea")
    True
    >>> stands_for("OSA", "see the other page")
    False
    """
    words = full.split()
    # Schwartz and Hearst: at most |A| + 5 words, and at most 2 |A|.
    nearest = " ".join(words[-min(len(short) + 5, 2 * len(short)) :]).casefold()
    place = len(nearest)
    for sign in reversed(short.casefold()[1:]):
        place = nearest.rfind(sign, 0, place)
        if place < 0:
            return False
    first = short[0].casefold()
    return any(
        nearest[start] == first and (start == 0 or not nearest[start - 1].isalnum())
        for start in range(place)
    )

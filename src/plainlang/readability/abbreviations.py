"""Abbreviations, and what the text itself says that they stand for."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping

from plainlang.short_forms.abbreviations import find_abbreviations

ABBREVIATION = re.compile(r"(?<![\w-])(?=[A-Z0-9]*[A-Z][0-9]*[A-Z])[A-Z][A-Z0-9]{1,5}(?=s?(?!\w))")
"""Two to six capitals, with digits among them; a plural's small s stays outside."""
_ROMAN = re.compile(r"(?:X{0,3}(?:IX|IV|V?I{0,3}))$")
_SHOUT = re.compile(r"(?:[A-Z]{2,}[\W\d]+){3}[A-Z]{2,}")


def abbreviations(text: str) -> Iterator[str]:
    """Yield the abbreviations of ``text`` in their order.

    Roman numbers are none, and a stretch of four words or more in capitals is shouting.
    """
    for found in ABBREVIATION.finditer(_SHOUT.sub(" ", text)):
        if not _ROMAN.match(found[0]):
            yield found[0]


def expansions(texts: Iterable[str]) -> Mapping[str, str]:
    """Return the long form of each abbreviation that one of ``texts`` spells out.

    The first long form counts; the plural of an abbreviation is entered without its ``s``.

    >>> dict(expansions(["Obstructive sleep apnoea (OSA) is common."]))
    {'OSA': 'Obstructive sleep apnoea'}
    """
    found: dict[str, str] = {}
    for text in texts:
        if "(" not in text and "[" not in text:
            continue
        for each in find_abbreviations(text):
            short = each.short.removesuffix("s") if each.short[:-1].isupper() else each.short
            found.setdefault(short, " ".join(each.long.split()))
    return found

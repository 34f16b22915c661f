"""Bidirectional marks that are not closed, or that override the order of letters."""

from __future__ import annotations

from collections.abc import Iterator

from plainlang.catalogs.checks.base import WARNING, Check, Pair
from plainlang.languages import direction

_ISOLATES, _END_ISOLATE = "\u2066\u2067\u2068", "\u2069"
_EMBEDDINGS, _END_EMBEDDING = "\u202a\u202b\u202d\u202e", "\u202c"
_OVERRIDES = "\u202d\u202e"
_ALL = frozenset(_ISOLATES + _END_ISOLATE + _EMBEDDINGS + _END_EMBEDDING + "\u200e\u200f\u061c")


def _find(pair: Pair) -> Iterator[str]:
    text = pair.translation
    if not _ALL.intersection(text):
        return
    opened: list[str] = []
    for character in text:
        if character in _ISOLATES + _EMBEDDINGS:
            opened.append(character)
        elif character in (_END_ISOLATE, _END_EMBEDDING):
            openers = _ISOLATES if character == _END_ISOLATE else _EMBEDDINGS
            if opened and opened[-1] in openers:
                opened.pop()
            else:
                yield f"U+{ord(character):04X} closes what was not opened."
    for character in opened:
        yield f"U+{ord(character):04X} is opened and never closed."
    if any(character in text for character in _OVERRIDES):
        yield "An override turns letters round; an isolate (U+2066 to U+2068) is meant."
    rtl = "rtl" in (direction(pair.language), direction(pair.source_language))
    if not rtl and not _ALL.intersection(pair.source):
        yield "A bidirectional mark has no use between languages of one direction."


CHECK = Check("bidirectional", WARNING, "Bidirectional marks are unbalanced or misused.", _find)

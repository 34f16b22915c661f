"""Lower case by the rules of a language."""

from __future__ import annotations

#: Languages whose dotted and dotless i are two letters (Unicode, SpecialCasing.txt).
_TURKIC = frozenset({"tr", "az"})


def lower(word: str, language: str) -> str:
    """Return ``word`` in lower case with typewriter apostrophes, as word lists have them."""
    if language.partition("-")[0].lower() in _TURKIC:
        word = word.replace("İ", "i").replace("I", "ı")
    return word.lower().replace("’", "'")

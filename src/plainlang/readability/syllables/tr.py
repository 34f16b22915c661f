"""Turkish: as many syllables as vowels, without exception (TDK, *Yazım Kılavuzu*, syllables)."""

from __future__ import annotations

_VOWELS = frozenset("aeıioöuüâîû")


def count(word: str) -> int:
    """Return the number of syllables of a word in lower case."""
    return sum(letter in _VOWELS for letter in word)

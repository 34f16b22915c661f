"""Russian: a syllable has one vowel letter, and every vowel letter is one."""

from __future__ import annotations

_VOWELS = frozenset("аеёиоуыэюя")


def count(word: str) -> int:
    """Return the number of syllables of a word in lower case; a lone consonant (``в``) has one."""
    return sum(letter in _VOWELS for letter in word)

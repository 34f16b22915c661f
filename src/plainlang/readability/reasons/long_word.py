"""A word so long that it has to be taken apart, as in German, Dutch and Swedish compounds."""

from __future__ import annotations

from plainlang.readability.base import Sentence

LETTERS = 20
"""Letters: compounds of three parts have about as many."""


def long_word(sentence: Sentence, language: str) -> str:
    """Return the longest word of :data:`LETTERS` letters or more, or an empty text."""
    words = [word for word in sentence.words if word.isalpha()]
    longest = max(words, key=len, default="")
    return f"a word of {len(longest)} letters: {longest}" if len(longest) >= LETTERS else ""

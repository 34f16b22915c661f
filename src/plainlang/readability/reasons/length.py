"""A long sentence. Above 20 words, as plain-language guides advise (PEMAT-P, CDC)."""

from __future__ import annotations

from plainlang.readability.base import Sentence

LONG = 20
"""Words: the mean that the European Commission's "How to write clearly" (2011) asks for."""


def length(sentence: Sentence, language: str) -> str:
    """Return the number of words of a sentence that is long, or an empty text."""
    number = sentence.counts.words
    return f"{number} words" if number > LONG else ""

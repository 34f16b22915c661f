"""Words that are rare in the language: they are known to few, whatever their length."""

from __future__ import annotations

from plainlang.readability.base import Sentence
from plainlang.readability.languages import language_of
from plainlang.readability.lay import lay_words

SHOWN = 5
"""Words that a reason names."""


def rare_words(sentence: Sentence, language: str) -> str:
    """Return the number of rare words and the first of them, or an empty text."""
    found = tuple(dict.fromkeys(rare(sentence, language)))
    if not found:
        return ""
    more = ", …" if len(found) > SHOWN else ""
    plural = "s" if len(found) > 1 else ""
    return f"{len(found)} rare word{plural}: {', '.join(found[:SHOWN])}{more}"


def rare(sentence: Sentence, language: str) -> tuple[str, ...]:
    """Return the rare words of ``sentence`` in their order, without numbers and lay words."""
    limit = language_of(language).rare_below
    lay = lay_words(language)
    return tuple(
        word
        for word, zipf in zip(sentence.words, sentence.zipf, strict=False)
        if zipf < limit
        and word not in lay
        and word.casefold() not in lay
        and any(map(str.isalpha, word))
        and not any(map(str.isdigit, word))
    )

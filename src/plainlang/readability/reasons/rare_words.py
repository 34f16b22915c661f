"""Words that are rare in the language: they are known to few, whatever their length."""

from __future__ import annotations

import re
from functools import lru_cache

from plainlang.readability.base import Sentence
from plainlang.readability.frequency import zipf as frequency
from plainlang.readability.languages import language_of
from plainlang.readability.lay import lay_words
from plainlang.readability.letters import lower
from plainlang.readability.word_forms import base_forms

SHOWN = 5
"""Words that a reason names."""
_ADDRESS = re.compile(r"[^\W\d_]{2,}\.[a-z]{2,}$")
"""The name of a website: nobody reads it as a word."""


def rare_words(sentence: Sentence, language: str) -> str:
    """Return the number of rare words and the first of them, or an empty text."""
    found = tuple(dict.fromkeys(unusual(sentence, language)))
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


def unusual(sentence: Sentence, language: str) -> tuple[str, ...]:
    """Return the rare words that readers may not know: no addresses, no forms of common words."""
    return tuple(word for word in rare(sentence, language) if not _known(word, language))


@lru_cache(maxsize=8192)
def _known(word: str, language: str) -> bool:
    if _ADDRESS.search(word):
        return True
    limit = language_of(language).rare_below
    lay = lay_words(language)
    return any(
        form in lay or frequency(form, language) >= limit
        for form in base_forms(lower(word, language), language)
    )

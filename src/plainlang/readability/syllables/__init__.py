"""How many syllables a word has: one file of rules per language, hyphenation as a last resort.

:func:`source` says where the numbers of a language come from, so that a report can say it too.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from enum import StrEnum
from functools import lru_cache
from importlib import import_module

from plainlang.readability.letters import lower
from plainlang.readability.syllables.en import spelled_out

#: Languages with a file of rules in this package.
LANGUAGES = ("de", "en", "es", "fr", "it", "nl", "pl", "pt", "ru", "sv", "tr", "vi")
#: Words that are remembered, per process: the distinct words of a few hundred leaflets.
REMEMBERED = 1 << 16
_DIGIT = re.compile(r"\d")


class Source(StrEnum):
    """Where a language's number of syllables comes from."""

    RULES = "rules"
    HYPHENATION = "hyphenation"
    """pyphen: places where a line may break, which are fewer than the syllables."""
    NONE = "none"


@lru_cache(maxsize=REMEMBERED)
def syllables(word: str, language: str) -> int:
    """Return the number of syllables of one word.

    A word that holds a digit counts one, because how it is read aloud is not known.

    :param word: as it is written, in any case.
    :param language: BCP 47 tag; its region is not looked at.
    :returns: at least 1, and 0 where nothing is known about the language (:attr:`Source.NONE`).
    """
    base = language.partition("-")[0].lower()
    count = _counter(base)
    if count is None:
        return 0
    if _DIGIT.search(word):
        return 1
    if base == "en" and spelled_out(word):
        return len(word)
    return max(1, count(lower(word, language)))


@lru_cache(maxsize=64)
def source(language: str) -> Source:
    """Return where the numbers of ``language`` (BCP 47) come from."""
    base = language.partition("-")[0].lower()
    if base in LANGUAGES:
        return Source.RULES
    return Source.HYPHENATION if _hyphenation(base) else Source.NONE


@lru_cache(maxsize=64)
def _counter(base: str) -> Callable[[str], int] | None:
    if base in LANGUAGES:
        rules: Callable[[str], int] = import_module(f"{__name__}.{base}").count
        return rules
    name = _hyphenation(base)
    if not name:
        return None
    import pyphen  # imported here: it reads its folder of tables

    pattern = pyphen.Pyphen(lang=name)
    return lambda word: len(pattern.positions(word)) + 1


def _hyphenation(base: str) -> str:
    """Return pyphen's name for a language, empty where it has no table."""
    import pyphen

    return str(pyphen.language_fallback(base) or "")

"""Why a sentence is hard, in words: one rule per file.

A new reason is one new file with a function ``(Sentence, language) -> str`` and its name here. An
empty text means that the reason does not apply. The order is that of the report.
"""

from __future__ import annotations

from collections.abc import Callable

from plainlang.readability.base import Sentence
from plainlang.readability.reasons.double_negative import double_negative
from plainlang.readability.reasons.length import length
from plainlang.readability.reasons.long_word import long_word
from plainlang.readability.reasons.noun_chain import noun_chain
from plainlang.readability.reasons.passive import passive
from plainlang.readability.reasons.rare_words import rare_words

#: Every reason, in the order of the report.
REASONS: tuple[Callable[[Sentence, str], str], ...] = (
    length,
    rare_words,
    passive,
    noun_chain,
    long_word,
    double_negative,
)


def reasons_of(sentence: Sentence, language: str) -> tuple[str, ...]:
    """Return why ``sentence`` is hard; nothing where no rule applies."""
    return tuple(said for reason in REASONS if (said := reason(sentence, language)))


__all__ = ["REASONS", "reasons_of"]

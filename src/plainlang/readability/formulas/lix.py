"""LIX (Swedish, 1968).

C.-H. Björnsson, Läsbarhet, Liber, Stockholm 1968; J. Anderson, "Lix and Rix: variations on a
little-known readability index", Journal of Reading 26(6), 1983, 490-496, for English.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import INDEX, Formula, percent, rising, words_per_sentence

LETTERS = 6
"""A long word has more letters than this."""


def lix(counts: Counts) -> float:
    """Return ``W/S + 100 N/W``, N words of more than six letters: more is harder."""
    return words_per_sentence(counts) + percent(counts.long_words, counts)


FORMULA = Formula(
    name="lix",
    value=lix,
    unit=INDEX,
    more_is_easier=False,
    citation="Björnsson 1968, Läsbarhet",
    bands=rising(
        (30, "very easy: books for children"),
        (40, "easy: fiction, popular magazines"),
        (50, "medium: newspapers"),
        (60, "difficult: official texts"),
        (0, "very difficult: bureaucratic language"),
    ),
)

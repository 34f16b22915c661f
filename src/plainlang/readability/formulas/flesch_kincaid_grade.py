"""Flesch-Kincaid grade level (English, 1975).

J. P. Kincaid, R. P. Fishburne, R. L. Rogers, B. S. Chissom, Derivation of New Readability
Formulas for Navy Enlisted Personnel, Research Branch Report 8-75, 1975, p. 14.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import (
    GRADE,
    Formula,
    syllables_per_word,
    words_per_sentence,
)

PER_SENTENCE = 0.39
PER_WORD = 11.8
BASE = 15.59


def flesch_kincaid_grade(counts: Counts) -> float:
    """Return ``0.39 W/S + 11.8 Y/W - 15.59``, a US school grade."""
    return PER_SENTENCE * words_per_sentence(counts) + PER_WORD * syllables_per_word(counts) - BASE


FORMULA = Formula(
    name="flesch-kincaid-grade",
    value=flesch_kincaid_grade,
    unit=GRADE,
    more_is_easier=False,
    citation="Kincaid et al. 1975, Research Branch Report 8-75, p. 14",
    note="Fitted to a cloze score of 35 % on Navy texts: about three grades below SMOG.",
)

"""New Dale-Chall cloze score (English, 1995).

J. S. Chall, E. Dale, Readability Revisited: The New Dale-Chall Readability Formula, Brookline
Books 1995, p. 66: the share of left-out words that readers can fill in.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, percent, words_per_sentence

BASE = 64
PER_UNFAMILIAR = 0.95
PER_SENTENCE = 0.69


def new_dale_chall(counts: Counts) -> float:
    """Return ``64 - 0.95 U - 0.69 W/S``, U per cent of words not on the list; more is easier."""
    unfamiliar = percent(counts.unfamiliar, counts)
    return BASE - PER_UNFAMILIAR * unfamiliar - PER_SENTENCE * words_per_sentence(counts)


FORMULA = Formula(
    name="new-dale-chall",
    value=new_dale_chall,
    unit=POINTS,
    more_is_easier=True,
    citation="Chall and Dale 1995, Readability Revisited, p. 66",
    note="The words are looked up on the list of 1948; that of 1995 is a revision.",
)

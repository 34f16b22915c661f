"""Brouwer's Leesindex A (Dutch, 1963).

R. H. M. Brouwer, "Onderzoek naar de leesmoeilijkheid van Nederlands proza", Paedagogische Studiën
40, 1963, 454-464: 195 - 2/3 syllables per 100 words - 2 W/S. The factor is two thirds, often
rounded to 67. Scores of 80 and more are very easy, those below 25 very hard.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, flesch

BASE = 195.0
PER_SENTENCE = 2.0
PER_WORD = 200 / 3


def brouwer(counts: Counts) -> float:
    """Return ``195 - 2 W/S - 66.67 Y/W``: more is easier."""
    return flesch(counts, BASE, PER_SENTENCE, PER_WORD)


FORMULA = Formula(
    name="brouwer",
    value=brouwer,
    unit=POINTS,
    more_is_easier=True,
    citation="Brouwer 1963, Paedagogische Studiën 40, 454-464",
)

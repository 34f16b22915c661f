"""Dale-Chall raw score (English, 1948).

E. Dale, J. S. Chall, "A formula for predicting readability", Educational Research Bulletin 27,
1948, 11-20, 28 and "Instructions", 37-54. The constant 3.6365 is always added; programs that add
it only above 5 per cent do not follow the paper. The grades are those of the correction table.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import INDEX, Formula, percent, rising, words_per_sentence

PER_UNFAMILIAR = 0.1579
PER_SENTENCE = 0.0496
BASE = 3.6365


def dale_chall(counts: Counts) -> float:
    """Return ``0.1579 U + 0.0496 W/S + 3.6365``, U per cent of words not on the list of 3,000."""
    unfamiliar = percent(counts.unfamiliar, counts)
    return PER_UNFAMILIAR * unfamiliar + PER_SENTENCE * words_per_sentence(counts) + BASE


FORMULA = Formula(
    name="dale-chall",
    value=dale_chall,
    unit=INDEX,
    more_is_easier=False,
    citation="Dale and Chall 1948, Educational Research Bulletin 27, 11-20 and 37-54",
    bands=rising(
        (5, "grade 4 and below"),
        (6, "grades 5 and 6"),
        (7, "grades 7 and 8"),
        (8, "grades 9 and 10"),
        (9, "grades 11 and 12"),
        (10, "grades 13 to 15: college"),
        (0, "grade 16 and above: college graduates"),
    ),
)

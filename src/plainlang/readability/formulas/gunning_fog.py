"""Gunning's Fog index (English, 1952).

R. Gunning, The Technique of Clear Writing, McGraw-Hill 1952 (revised 1968, p. 38). Complex words
have three syllables or more; names, compounds of short words and verbs that reach three by -es,
-ed or -ing are left out. Independent clauses once counted as sentences; since the 1980s they do
not.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import GRADE, Formula, percent, rising, words_per_sentence

FACTOR = 0.4


def gunning_fog(counts: Counts) -> float:
    """Return ``0.4 (W/S + 100 C/W)``, C complex words by Gunning's rule; a US school grade."""
    return FACTOR * (words_per_sentence(counts) + percent(counts.complex_words, counts))


FORMULA = Formula(
    name="gunning-fog",
    value=gunning_fog,
    unit=GRADE,
    more_is_easier=False,
    citation="Gunning 1952, The Technique of Clear Writing (1968, p. 38)",
    bands=rising(
        (8, "near-universal understanding"),
        (12, "a wide audience"),
        (17, "college"),
        (0, "college graduates"),
    ),
)

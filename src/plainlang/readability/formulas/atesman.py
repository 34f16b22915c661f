"""Ateşman (Turkish, 1997).

E. Ateşman, "Türkçede okunabilirliğin ölçülmesi", Dil Dergisi 58, Ankara Üniversitesi TÖMER 1997,
71-74. Its ends are fixed: 2.2 syllables and 4 words give 100, 3 syllables and 30 words give 0.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, falling, flesch

BASE = 198.825
PER_SENTENCE = 2.610
PER_WORD = 40.175


def atesman(counts: Counts) -> float:
    """Return ``198.825 - 2.610 W/S - 40.175 Y/W``: more is easier."""
    return flesch(counts, BASE, PER_SENTENCE, PER_WORD)


FORMULA = Formula(
    name="atesman",
    value=atesman,
    unit=POINTS,
    more_is_easier=True,
    citation="Ateşman 1997, Dil Dergisi 58, 71-74",
    bands=falling(
        (90, "very easy"),
        (70, "easy"),
        (50, "medium"),
        (30, "difficult"),
        (0, "very difficult"),
    ),
)

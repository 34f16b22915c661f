"""Martins and others (Portuguese, 1996).

T. B. F. Martins, C. M. Ghiraldelo, M. G. V. Nunes, O. N. Oliveira Jr., Readability formulas
applied to textbooks in Brazilian Portuguese, Notas do ICMSC 28, Universidade de São Paulo 1996:
Flesch's formula with 42 points more, because Portuguese words have more syllables.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, falling, flesch

BASE = 248.835
PER_SENTENCE = 1.015
PER_WORD = 84.6


def martins(counts: Counts) -> float:
    """Return ``248.835 - 1.015 W/S - 84.6 Y/W``: more is easier."""
    return flesch(counts, BASE, PER_SENTENCE, PER_WORD)


FORMULA = Formula(
    name="martins",
    value=martins,
    unit=POINTS,
    more_is_easier=True,
    citation="Martins et al. 1996, Notas do ICMSC-USP 28",
    bands=falling(
        (75, "very easy: grades 1 to 4"),
        (50, "easy: grades 5 to 8"),
        (25, "difficult: secondary school"),
        (0, "very difficult: university"),
    ),
)

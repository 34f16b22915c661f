"""Flesch-Douma (Dutch, 1960).

W. H. Douma, De leesbaarheid van landbouwbladen, Landbouwhogeschool Wageningen 1960:
206.84 - 0.77 syllables per 100 words - 0.93 W/S, with its own table of norms.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, falling, flesch

BASE = 206.84
PER_SENTENCE = 0.93
PER_WORD = 77.0


def douma(counts: Counts) -> float:
    """Return ``206.84 - 0.93 W/S - 77 Y/W``: more is easier."""
    return flesch(counts, BASE, PER_SENTENCE, PER_WORD)


FORMULA = Formula(
    name="douma",
    value=douma,
    unit=POINTS,
    more_is_easier=True,
    citation="Douma 1960, De leesbaarheid van landbouwbladen",
    bands=falling(
        (90, "very easy: primary school, year 4"),
        (80, "easy: primary school, year 5"),
        (70, "fairly easy: primary school, years 6 and 7"),
        (60, "normal: first years after primary school"),
        (45, "fairly difficult: secondary school"),
        (30, "difficult: higher secondary school"),
        (0, "very difficult: university"),
    ),
)

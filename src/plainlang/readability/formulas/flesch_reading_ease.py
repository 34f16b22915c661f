"""Flesch reading ease (English, 1948).

R. Flesch, "A new readability yardstick", Journal of Applied Psychology 32(3), 1948, 221-233; the
scale is from The Art of Readable Writing, 1949. Multiplied out here to syllables per word; Flesch
counts syllables per 100 words (0.846).
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, falling, flesch

BASE = 206.835
PER_SENTENCE = 1.015
PER_WORD = 84.6


def flesch_reading_ease(counts: Counts) -> float:
    """Return ``206.835 - 1.015 W/S - 84.6 Y/W``: 100 is easy, 0 is very hard."""
    return flesch(counts, BASE, PER_SENTENCE, PER_WORD)


FORMULA = Formula(
    name="flesch-reading-ease",
    value=flesch_reading_ease,
    unit=POINTS,
    more_is_easier=True,
    citation="Flesch 1948, Journal of Applied Psychology 32(3), 221-233",
    bands=falling(
        (90, "very easy: grade 5"),
        (80, "easy: grade 6"),
        (70, "fairly easy: grade 7"),
        (60, "standard: grades 8 and 9"),
        (50, "fairly difficult: grades 10 to 12"),
        (30, "difficult: college"),
        (0, "very difficult: college graduates"),
    ),
)

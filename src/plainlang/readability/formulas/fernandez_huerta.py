"""Fernández Huerta's lecturabilidad (Spanish, 1959).

J. Fernández Huerta, "Medidas sencillas de lecturabilidad", Consigna 214, 1959, 29-32: 206.84 -
0.60 P - 1.02 F with P syllables per 100 words and F words per sentence. Many pages print F
wrongly as sentences per 100 words.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, falling, flesch

BASE = 206.84
PER_SENTENCE = 1.02
PER_WORD = 60.0


def fernandez_huerta(counts: Counts) -> float:
    """Return ``206.84 - 1.02 W/S - 60 Y/W``: 100 is easy."""
    return flesch(counts, BASE, PER_SENTENCE, PER_WORD)


FORMULA = Formula(
    name="fernandez-huerta",
    value=fernandez_huerta,
    unit=POINTS,
    more_is_easier=True,
    citation="Fernández Huerta 1959, Consigna 214, 29-32",
    bands=falling(
        (90, "very easy: grade 4"),
        (80, "easy: grade 5"),
        (70, "fairly easy: grade 6"),
        (60, "normal for adults: grades 7 and 8"),
        (50, "fairly difficult: before university"),
        (30, "difficult: selective courses"),
        (0, "very difficult: university"),
    ),
)

"""Franchina and Vacca (Italian, 1986).

V. Franchina, R. Vacca, "Adaptation of Flesh readability index on a bilingual text written by the
same author both in Italian and English languages", Linguaggi 3, 1986, 47-49. It replaces Vacca's
first adaptation of 1972 (206 - W/S - 65 Y/W).
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, falling, flesch

BASE = 217.0
PER_SENTENCE = 1.3
PER_WORD = 60.0


def flesch_vacca(counts: Counts) -> float:
    """Return ``217 - 1.3 W/S - 60 Y/W``: more is easier."""
    return flesch(counts, BASE, PER_SENTENCE, PER_WORD)


FORMULA = Formula(
    name="flesch-vacca",
    value=flesch_vacca,
    unit=POINTS,
    more_is_easier=True,
    citation="Franchina and Vacca 1986, Linguaggi 3, 47-49",
    bands=falling((60, "easy"), (50, "medium"), (0, "difficult")),
)

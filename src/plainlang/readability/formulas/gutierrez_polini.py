"""Gutiérrez de Polini's comprensibilidad (Spanish, 1972).

L. E. Gutiérrez de Polini, Investigación sobre lectura en Venezuela, Caracas 1972; printed in N.
Rodríguez Trujillo, Lectura y Vida 1(1), 1980. Made for Spanish, not adapted, from school texts of
grade 6; no scale was published.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, words_per_sentence

BASE = 95.2
PER_LETTER = 9.7
PER_SENTENCE = 0.35


def gutierrez_polini(counts: Counts) -> float:
    """Return ``95.2 - 9.7 L/W - 0.35 W/S``, L letters: more is easier."""
    per_word = counts.letters / counts.words
    return BASE - PER_LETTER * per_word - PER_SENTENCE * words_per_sentence(counts)


FORMULA = Formula(
    name="gutierrez-polini",
    value=gutierrez_polini,
    unit=POINTS,
    more_is_easier=True,
    citation="Gutiérrez de Polini 1972, in Rodríguez Trujillo 1980, Lectura y Vida 1(1)",
    note="Made with school texts of grade 6; no scale for adults was published.",
)

"""Crawford's grade (Spanish, 1985).

A. N. Crawford, "Fórmula y gráfico para determinar la comprensibilidad de textos de nivel primario
en castellano", Lectura y Vida 6(4), 1985. For the grades of primary school.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import GRADE, Formula, percent

PER_SENTENCES = 0.205
PER_SYLLABLES = 0.049
BASE = 3.407


def crawford(counts: Counts) -> float:
    """Return ``0.049 Y - 0.205 S - 3.407``, both per 100 words: years of school."""
    syllables = percent(counts.syllables, counts)
    sentences = percent(counts.sentences, counts)
    return PER_SYLLABLES * syllables - PER_SENTENCES * sentences - BASE


FORMULA = Formula(
    name="crawford",
    value=crawford,
    unit=GRADE,
    more_is_easier=False,
    citation="Crawford 1985, Lectura y Vida 6(4)",
    note="Made for primary school: above grade 6 it is read as 'beyond primary school'.",
)

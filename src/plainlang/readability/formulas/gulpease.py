"""Gulpease (Italian, 1988).

P. Lucisano, M. E. Piemontese, "GULPEASE: una formula per la predizione della difficoltà dei testi
in lingua italiana", Scuola e Città 39(3), 1988, 110-124. Letters are counted, punctuation is not.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, falling

BASE = 89
PER_SENTENCES = 300
PER_LETTERS = 10


def gulpease(counts: Counts) -> float:
    """Return ``89 + (300 S - 10 L) / W``, L letters: 100 is easy."""
    return BASE + (PER_SENTENCES * counts.sentences - PER_LETTERS * counts.letters) / counts.words


FORMULA = Formula(
    name="gulpease",
    value=gulpease,
    unit=POINTS,
    more_is_easier=True,
    citation="Lucisano and Piemontese 1988, Scuola e Città 39(3), 110-124",
    bands=falling(
        (80, "easy with primary school"),
        (60, "easy with lower secondary school"),
        (40, "easy with upper secondary school"),
        (0, "difficult with upper secondary school"),
    ),
)

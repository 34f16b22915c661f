"""Oborneva (Russian, 2006).

И. В. Оборнева, Автоматизированная оценка сложности учебных текстов на основе статистических
параметров, dissertation, Moscow 2006, p. 13 of the summary. Read on Flesch's scale.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, falling, flesch

BASE = 206.835
PER_SENTENCE = 1.3
PER_WORD = 60.1


def oborneva(counts: Counts) -> float:
    """Return ``206.835 - 1.3 W/S - 60.1 Y/W``: more is easier."""
    return flesch(counts, BASE, PER_SENTENCE, PER_WORD)


FORMULA = Formula(
    name="oborneva",
    value=oborneva,
    unit=POINTS,
    more_is_easier=True,
    citation="Oborneva 2006, dissertation, summary p. 13",
    bands=falling(
        (90, "very easy"),
        (80, "easy"),
        (70, "fairly easy"),
        (60, "standard"),
        (50, "fairly difficult"),
        (30, "difficult"),
        (0, "very difficult"),
    ),
)

"""Amstad (German, 1978).

T. Amstad, Wie verständlich sind unsere Zeitungen?, doctoral thesis, Universität Zürich 1978;
printed in R. Bamberger, E. Vanecek, Lesen - Verstehen - Lernen - Schreiben, 1984, p. 56. Read on
Flesch's scale.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import POINTS, Formula, falling, flesch

BASE = 180.0
PER_SENTENCE = 1.0
PER_WORD = 58.5


def amstad(counts: Counts) -> float:
    """Return ``180 - W/S - 58.5 Y/W``: more is easier."""
    return flesch(counts, BASE, PER_SENTENCE, PER_WORD)


FORMULA = Formula(
    name="amstad",
    value=amstad,
    unit=POINTS,
    more_is_easier=True,
    citation="Amstad 1978, in Bamberger and Vanecek 1984, p. 56",
    bands=falling(
        (90, "very easy"),
        (80, "easy"),
        (70, "fairly easy"),
        (60, "medium"),
        (50, "fairly difficult"),
        (30, "difficult"),
        (0, "very difficult"),
    ),
)

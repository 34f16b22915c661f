"""SOL: SMOG of a Spanish text on the English scale (Spanish, 1999).

A. Contreras, R. García-Alonso, M. Echenique, F. Daye-Contreras, "The SOL formulas for converting
SMOG readability scores between health education materials written in Spanish, English, and
French", Journal of Health Communication 4(1), 1999, 21-29: E = 0.74 S - 2.51.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import GRADE, Formula
from plainlang.readability.formulas.smog import SAMPLE, smog

SLOPE = 0.74
BASE = 2.51


def sol(counts: Counts) -> float:
    """Return ``0.74 SMOG - 2.51``: the US grade of an English text that is as hard."""
    return SLOPE * smog(counts) - BASE


FORMULA = Formula(
    name="sol",
    value=sol,
    unit=GRADE,
    more_is_easier=False,
    citation="Contreras et al. 1999, Journal of Health Communication 4(1), 21-29",
    sentences=SAMPLE,
)

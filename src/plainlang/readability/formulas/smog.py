"""SMOG grade (English, 1969).

G. H. McLaughlin, "SMOG grading: a new readability formula", Journal of Reading 12(8), 1969,
639-646: regression equation D. Fitted to full comprehension, so it lies above formulas that were
fitted to 50 or 75 per cent. It was normed on samples of 30 sentences.
"""

from __future__ import annotations

from math import sqrt

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import GRADE, Formula

SLOPE = 1.0430
BASE = 3.1291
SAMPLE = 30
"""Sentences of a sample."""


def smog(counts: Counts) -> float:
    """Return ``1.0430 sqrt(30 P/S) + 3.1291``, P words of three syllables or more."""
    return SLOPE * sqrt(SAMPLE * counts.polysyllables / counts.sentences) + BASE


FORMULA = Formula(
    name="smog",
    value=smog,
    unit=GRADE,
    more_is_easier=False,
    citation="McLaughlin 1969, Journal of Reading 12(8), 639-646",
    sentences=SAMPLE,
    note="Fitted to full comprehension: about three grades above Flesch-Kincaid on handouts.",
)

"""Coleman-Liau index (English, 1975).

M. Coleman, T. L. Liau, "A computer readability formula designed for machine scoring", Journal of
Applied Psychology 60(2), 1975, 283-284. The first constant is 0.0588; 0.058 is a misprint that
many programs copy.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import GRADE, Formula, percent

PER_LETTERS = 0.0588
PER_SENTENCES = 0.296
BASE = 15.8


def coleman_liau(counts: Counts) -> float:
    """Return ``0.0588 L - 0.296 S - 15.8``, letters and sentences per 100 words; a US grade."""
    letters = percent(counts.letters, counts)
    sentences = percent(counts.sentences, counts)
    return PER_LETTERS * letters - PER_SENTENCES * sentences - BASE


FORMULA = Formula(
    name="coleman-liau",
    value=coleman_liau,
    unit=GRADE,
    more_is_easier=False,
    citation="Coleman and Liau 1975, Journal of Applied Psychology 60(2), 283-284",
)

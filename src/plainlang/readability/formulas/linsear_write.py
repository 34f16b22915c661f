"""Linsear Write (English).

G. R. Klare, "Assessing readability", Reading Research Quarterly 10(1), 1974-75, 62-102, describes
it; its origin (US Air Force) is not documented. Defined on 100 words; here on the whole text,
which gives the mean of all samples.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import GRADE, Formula

EASY = 1
HARD = 3
LIMIT = 20
"""At or below this provisional result, 2 is subtracted before it is halved."""


def linsear_write(counts: Counts) -> float:
    """Return half of the points per sentence: 1 a word, 3 a word of three syllables or more."""
    easy = counts.words - counts.polysyllables
    provisional = (EASY * easy + HARD * counts.polysyllables) / counts.sentences
    return provisional / 2 if provisional > LIMIT else (provisional - 2) / 2


FORMULA = Formula(
    name="linsear-write",
    value=linsear_write,
    unit=GRADE,
    more_is_easier=False,
    citation="Klare 1974-75, Reading Research Quarterly 10(1), 62-102",
    note="No author and no validation are known. It jumps by one grade at 20 points per sentence.",
)

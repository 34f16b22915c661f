"""Third new Vienna formula for non-fiction (German, 1984).

R. Bamberger, E. Vanecek, Lesen - Verstehen - Lernen - Schreiben, Jugend und Volk, Wien 1984, pp.
83-84. The value is a school year: 4 is very easy, 15 very hard.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import GRADE, Formula, percent, words_per_sentence

PER_POLYSYLLABLES = 0.2963
PER_SENTENCE = 0.1905
BASE = 1.1144


def wiener_sachtextformel_3(counts: Counts) -> float:
    """Return ``0.2963 MS + 0.1905 W/S - 1.1144``: a school year.

    MS, IW and ES are per cent of words with three syllables or more, more than six letters, and
    one syllable.
    """
    return (
        PER_POLYSYLLABLES * percent(counts.polysyllables, counts)
        + PER_SENTENCE * words_per_sentence(counts)
        - BASE
    )


FORMULA = Formula(
    name="wiener-sachtextformel-3",
    value=wiener_sachtextformel_3,
    unit=GRADE,
    more_is_easier=False,
    citation="Bamberger and Vanecek 1984, Lesen - Verstehen - Lernen - Schreiben, pp. 83-84",
)

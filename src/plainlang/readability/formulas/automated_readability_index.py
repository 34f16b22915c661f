"""Automated readability index (English, 1967).

R. J. Senter, E. A. Smith, Automated Readability Index, AMRL-TR-66-220, Aerospace Medical Research
Laboratories 1967, p. 8. The strokes of a typewriter are counted: letters, digits and the marks
within words.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import GRADE, Formula, words_per_sentence

PER_CHARACTER = 4.71
PER_SENTENCE = 0.5
BASE = 21.43


def automated_readability_index(counts: Counts) -> float:
    """Return ``4.71 C/W + 0.5 W/S - 21.43``, C characters; a US school grade."""
    per_word = counts.characters / counts.words
    return PER_CHARACTER * per_word + PER_SENTENCE * words_per_sentence(counts) - BASE


FORMULA = Formula(
    name="automated-readability-index",
    value=automated_readability_index,
    unit=GRADE,
    more_is_easier=False,
    citation="Senter and Smith 1967, AMRL-TR-66-220, p. 8",
)

"""RIX (1983).

J. Anderson, "Lix and Rix: variations on a little-known readability index", Journal of Reading
26(6), 1983, 490-496, with its table of grades.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import INDEX, Formula, rising

LETTERS = 6
"""A long word has more letters than this."""


def rix(counts: Counts) -> float:
    """Return ``N/S``, N words of more than six letters: more is harder."""
    return counts.long_words / counts.sentences


FORMULA = Formula(
    name="rix",
    value=rix,
    unit=INDEX,
    more_is_easier=False,
    citation="Anderson 1983, Journal of Reading 26(6), 490-496",
    bands=rising(
        (0.2, "grade 1"),
        (0.5, "grade 2"),
        (0.8, "grade 3"),
        (1.3, "grade 4"),
        (1.8, "grade 5"),
        (2.4, "grade 6"),
        (3.0, "grade 7"),
        (3.7, "grade 8"),
        (4.5, "grade 9"),
        (5.3, "grade 10"),
        (6.2, "grade 11"),
        (7.2, "grade 12"),
        (0, "college"),
    ),
)

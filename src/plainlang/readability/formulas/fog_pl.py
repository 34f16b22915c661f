"""Fog for Polish.

The linear form of Gunning's index with words of four syllables or more, as in FOG-PL (Pracownia
Prostej Polszczyzny, Uniwersytet Wrocławski, 2012), after W. Pisarek, "Jak mierzyć zrozumiałość
tekstu?", Zeszyty Prasoznawcze 4(42), 1969, 35-48. Pisarek counts base forms and leaves out names;
here the forms of the text count, so that the value lies somewhat higher.
"""

from __future__ import annotations

from plainlang.readability.base import Counts
from plainlang.readability.formulas.base import GRADE, Formula, percent, rising, words_per_sentence

FACTOR = 0.4


def fog_pl(counts: Counts) -> float:
    """Return ``0.4 (W/S + 100 P/W)``, P words of four syllables or more: years of school."""
    return FACTOR * (words_per_sentence(counts) + percent(counts.polysyllables4, counts))


FORMULA = Formula(
    name="fog-pl",
    value=fog_pl,
    unit=GRADE,
    more_is_easier=False,
    citation="FOG-PL, Uniwersytet Wrocławski 2012, after Pisarek 1969",
    bands=rising(
        (7, "very plain: primary school"),
        (10, "plain: lower secondary school"),
        (13, "fairly plain: upper secondary school"),
        (16, "fairly difficult: bachelor's degree"),
        (18, "difficult: master's degree"),
        (0, "very difficult: higher degrees"),
    ),
    note="Counts the forms of the text, not base forms: somewhat above Pisarek's value.",
)

"""A score on its scale with the target bands: the numbers of a small drawing.

Easier is always on the left, whichever way a formula counts.
"""

from __future__ import annotations

from dataclasses import dataclass

from plainlang.readability.base import Score
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.languages import Target
from plainlang.reports.readability_words import formula_name, number

WIDTH = 300.0
"""Units of the drawing."""
_GRADES = (0.0, 18.0)
"""Usual ends of a scale of school years: from none to the end of a university."""
_POINTS = (0.0, 100.0)


@dataclass(frozen=True, slots=True)
class Zone:
    """A band from ``x`` on, with its name."""

    name: str
    x: float
    width: float


@dataclass(frozen=True, slots=True)
class Drawing:
    """Where everything stands, from 0 to :data:`WIDTH`; ``text`` says the same in words."""

    zones: tuple[Zone, ...]
    marks: tuple[tuple[float, str], ...]
    value: float
    low: float
    high: float
    text: str


def drawing(score: Score, target: Target | None) -> Drawing | None:
    """Return the drawing of a score; ``None`` where there is no number or no target."""
    if score.value is None or target is None:
        return None
    formula = FORMULAS[score.formula]
    low = score.value if score.low is None else score.low
    high = score.value if score.high is None else score.high
    start, end = {"grade": _GRADES, "points": _POINTS}.get(
        score.unit, (0.0, 2 * max(target.good, target.acceptable))
    )
    start, end = min(start, low), max(end, high)

    def at(value: float) -> float:
        part = (value - start) / (end - start)
        return round(WIDTH * (1 - part if formula.more_is_easier else part), 1)

    good, acceptable = at(target.good), at(target.acceptable)
    zones = (
        Zone("good", 0.0, good),
        Zone("acceptable", good, round(acceptable - good, 1)),
        Zone("hard", acceptable, round(WIDTH - acceptable, 1)),
    )
    marks = ((good, f"{target.good:g}"), (acceptable, f"{target.acceptable:g}"))
    side = "or more" if formula.more_is_easier else "or less"
    text = (
        f"{formula_name(score.formula)} {number(score.value, score.unit)}, likely "
        f"{number(low, score.unit)} to {number(high, score.unit)}. Good: {target.good:g} {side}. "
        f"Acceptable: {target.acceptable:g} {side}."
    )
    ends = sorted((at(low), at(high)))
    return Drawing(zones, marks, at(score.value), ends[0], ends[1], text)

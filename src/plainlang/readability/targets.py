"""What is good enough, for whom: a verdict on a score.

The limits of each formula stand in :mod:`plainlang.readability.languages`, with their sources,
and can be set in ``plainlang.toml`` under ``[readability.targets]``. They are set formula by
formula, because formulas differ: on 148 handouts SMOG gave 9.6 where Flesch-Kincaid gave 6.5
(Grabeel et al. 2018).
"""

from __future__ import annotations

import difflib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum

from plainlang.exceptions import ConfigError
from plainlang.readability.base import Score
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.languages import Audience, Language, Target


class Level(StrEnum):
    """How a score stands to its target."""

    GOOD = "good"
    ACCEPTABLE = "acceptable"
    HARD = "hard"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Verdict:
    """A level, and one sentence that says why."""

    formula: str
    level: Level
    sentence: str


def targets_of(
    language: Language,
    audience: Audience,
    configured: Mapping[str, tuple[float, float]] | None = None,
) -> dict[str, Target]:
    """Return the target of each formula: the configured one, else that of the language.

    :param configured: good and acceptable by formula, as in ``[readability.targets]``.
    :raises ConfigError: for an unknown formula, and where "acceptable" is easier than "good".
    """
    found = {name: by_audience[audience] for name, by_audience in language.targets.items()}
    for name, (good, acceptable) in (configured or {}).items():
        _check(name, good, acceptable)
        if name in language.formulas:
            found[name] = Target(good, acceptable)
    return found


def verdict(score: Score, target: Target | None) -> Verdict:
    """Return how ``score`` stands to ``target``, in one sentence."""
    if score.value is None:
        return Verdict(score.formula, Level.NONE, score.reason)
    formula = FORMULAS[score.formula]
    if target is None:
        sentence = f"{_shown(score)}: no target is set for {score.formula}."
        return Verdict(score.formula, Level.NONE, sentence)
    sign = 1 if formula.more_is_easier else -1
    side = "or more" if formula.more_is_easier else "or less"
    if sign * (score.value - target.good) >= 0:
        level, limit = Level.GOOD, f"the target is {target.good:g} {side}"
    elif sign * (score.value - target.acceptable) >= 0:
        level = Level.ACCEPTABLE
        limit = f"the target is {target.good:g} {side}, the limit {target.acceptable:g}"
    else:
        level, limit = Level.HARD, f"the limit is {target.acceptable:g} {side}"
    sentence = f"{_shown(score)} is {level}: {limit}."
    if level is not Level.HARD and _beyond(score, target.acceptable, formula.more_is_easier):
        sentence = f"{sentence[:-1]}, and the interval reaches beyond the limit."
    return Verdict(score.formula, level, sentence)


def _beyond(score: Score, limit: float, more_is_easier: bool) -> bool:
    hard_end = score.low if more_is_easier else score.high
    return hard_end is not None and (hard_end < limit if more_is_easier else hard_end > limit)


def _shown(score: Score) -> str:
    assert score.value is not None
    value = f"Grade {score.value:.1f}" if score.unit == "grade" else f"{score.value:.1f}"
    ends = "" if score.low is None else f" ({score.low:.1f} to {score.high:.1f})"
    return f"{value}{ends}"


def _check(name: str, good: float, acceptable: float) -> None:
    formula = FORMULAS.get(name)
    if formula is None:
        near = difflib.get_close_matches(name, FORMULAS, n=1, cutoff=0.5)
        raise ConfigError(
            f"readability.targets: unknown formula {name!r}",
            hint=f"Did you mean {near[0]!r}?"
            if near
            else "docs/reference/readability.md lists them.",
        )
    if (good < acceptable) if formula.more_is_easier else (good > acceptable):
        more = "more" if formula.more_is_easier else "less"
        raise ConfigError(
            f"readability.targets.{name}: good ({good:g}) is harder than "
            f"acceptable ({acceptable:g})",
            hint=f"With {name}, {more} is easier; write the easier value first.",
        )

"""What readability scoring has to know of a language."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum


class Audience(StrEnum):
    """Whom a text is for. The order is from the strictest target to the mildest."""

    PATIENT = "patient"
    GENERAL = "general"
    PROFESSIONAL = "professional"


@dataclass(frozen=True, slots=True)
class Target:
    """Two limits on the scale of one formula.

    :param good: a value at least as easy as this is good.
    :param acceptable: a value at least as easy as this is acceptable; harder is hard.
    """

    good: float
    acceptable: float


def targets(
    patient: tuple[float, float],
    general: tuple[float, float],
    professional: tuple[float, float],
) -> Mapping[Audience, Target]:
    """Return the targets of one formula: good and acceptable for each audience."""
    return {
        Audience.PATIENT: Target(*patient),
        Audience.GENERAL: Target(*general),
        Audience.PROFESSIONAL: Target(*professional),
    }


@dataclass(frozen=True, slots=True)
class Language:
    """A language and the formulas that were made or fitted for it.

    :param tag: BCP 47 primary tag.
    :param formulas: names in the order of the report; the first is the one whose verdict counts.
    :param targets: limits by formula; a formula without targets gets no verdict.
    :param rare_below: Zipf frequency below which a word counts as rare.
    :param without: why no formula applies, in a sentence; empty where one does.
    :param withheld: formulas that exist but are not computed, with the reason of each.
    :param notes: what a reader of the scores has to know.
    """

    tag: str
    formulas: tuple[str, ...] = ()
    targets: Mapping[str, Mapping[Audience, Target]] = field(default_factory=dict)
    rare_below: float = 3.0
    without: str = ""
    withheld: tuple[tuple[str, str], ...] = ()
    notes: tuple[str, ...] = ()

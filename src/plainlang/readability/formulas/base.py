"""What a formula is, and the two means that most of them are made of."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from plainlang.readability.base import Counts

GRADE = "grade"
"""School years of the formula's own country; US grades where nothing else is said."""
POINTS = "points"
"""A scale of about 0 to 100 on which more is easier."""
INDEX = "index"
"""A scale without a top on which more is harder."""


@dataclass(frozen=True, slots=True)
class Band:
    """A stretch of a formula's published scale.

    :param low: the lowest value that belongs to it; ``None`` where it is open.
    :param high: the lowest value that no longer belongs to it; ``None`` where it is open.
    :param meaning: what its author says of it, in a few words.
    """

    low: float | None
    high: float | None
    meaning: str

    def holds(self, value: float) -> bool:
        """Return whether ``value`` lies in the band."""
        return (self.low is None or value >= self.low) and (self.high is None or value < self.high)


@dataclass(frozen=True, slots=True)
class Formula:
    """A published formula.

    :param name: its name in kebab case, as in reports and configuration.
    :param value: computes it; raises :class:`ZeroDivisionError` for counts without a word or a
        sentence.
    :param unit: :data:`GRADE`, :data:`POINTS` or :data:`INDEX`.
    :param more_is_easier: the direction of its scale.
    :param citation: who published it, where and when.
    :param bands: its published scale, the easiest first; empty where none was published.
    :param sentences: number of sentences below which its author does not vouch for it.
    :param note: what a reader of the number has to know.
    """

    name: str
    value: Callable[[Counts], float]
    unit: str
    more_is_easier: bool
    citation: str
    bands: tuple[Band, ...] = ()
    sentences: int = 0
    note: str = ""

    def meaning(self, value: float) -> str:
        """Return what the published scale says of ``value``, or an empty text."""
        return next((band.meaning for band in self.bands if band.holds(value)), "")


def words_per_sentence(counts: Counts) -> float:
    """Return the mean length of a sentence in words."""
    return counts.words / counts.sentences


def syllables_per_word(counts: Counts) -> float:
    """Return the mean length of a word in syllables."""
    return counts.syllables / counts.words


def percent(part: int, counts: Counts) -> float:
    """Return ``part`` as a percentage of all words."""
    return 100 * part / counts.words


def flesch(counts: Counts, base: float, per_sentence: float, per_word: float) -> float:
    """Return a value of Flesch's form: ``base - per_sentence * W/S - per_word * Y/W``.

    Reading ease was carried over to a dozen languages by fitting its three constants anew.
    """
    return base - per_sentence * words_per_sentence(counts) - per_word * syllables_per_word(counts)


def falling(*steps: tuple[float, str]) -> tuple[Band, ...]:
    """Return bands from the top down: each step is the lowest value and its meaning.

    The last step is open below, whatever its value.
    """
    bands: list[Band] = []
    high: float | None = None
    for number, (low, meaning) in enumerate(steps):
        bands.append(Band(None if number == len(steps) - 1 else low, high, meaning))
        high = low
    return tuple(bands)


def rising(*steps: tuple[float, str]) -> tuple[Band, ...]:
    """Return bands from the bottom up: each step is the value at which it ends and its meaning.

    The last step is open above, whatever its value.
    """
    bands: list[Band] = []
    low: float | None = None
    for number, (high, meaning) in enumerate(steps):
        bands.append(Band(low, None if number == len(steps) - 1 else high, meaning))
        low = high
    return tuple(bands)

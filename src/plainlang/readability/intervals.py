"""How sure a score is: a bootstrap over the sentences of the text.

A score says something about one text, but a writer who says the same thing in other words gets
another score. Drawing sentences anew from those that are there shows by how much: 5 sentences leave
a standard deviation of about 2 grades, 30 about 1. B. Efron, R. Tibshirani, An Introduction to the
Bootstrap, 1993, chapter 13 (percentile interval). Neighbouring sentences resemble each other, and a
long text would be slow, so that above :data:`BLOCKS` sentences stretches of equal length are drawn
instead of single ones (H. R. Künsch, Annals of Statistics 17, 1989, 1217-1241).

The random numbers are seeded with the counts themselves: the same text gets the same interval on
every machine and in every process.
"""

from __future__ import annotations

import hashlib
import random
from collections.abc import Iterable, Mapping, Sequence
from itertools import pairwise

from plainlang.readability.base import Counts
from plainlang.readability.formulas import Formula
from plainlang.readability.sums import columns

RESAMPLES = 200
"""Texts that are drawn; the ends of a 90 % interval are then the 11th from either side."""
FEWER = 60
"""Texts that are drawn for a section, whose interval is a hint: its ends are the 4th."""
BLOCKS = 40
"""Stretches that a text is divided into at most."""
TAIL = 0.05
"""Share of the drawn values beyond each end: a 90 % interval."""


def intervals(
    sentences: Sequence[Counts], formulas: Iterable[Formula], resamples: int = RESAMPLES
) -> Mapping[str, tuple[float, float]]:
    """Return the low and high end of each formula's 90 % interval, by name.

    :param sentences: the counts of each sentence, in reading order.
    :return: nothing for fewer than two sentences: one sentence says nothing of the spread.
    """
    if len(sentences) < 2:
        return {}
    blocks = _blocks(sentences)
    drawn = _draw(blocks, resamples)
    found = {}
    for formula in formulas:
        values = sorted(formula.value(counts) for counts in drawn)
        cut = int(TAIL * len(values))
        found[formula.name] = (values[cut], values[-1 - cut])
    return found


def _blocks(sentences: Sequence[Counts]) -> list[tuple[int, ...]]:
    number = len(sentences)
    if number <= BLOCKS:
        return [tuple(counts) for counts in sentences]
    ends = [number * place // BLOCKS for place in range(BLOCKS + 1)]
    return [columns(sentences[start:end]) for start, end in pairwise(ends)]


def _draw(blocks: Sequence[tuple[int, ...]], resamples: int) -> list[Counts]:
    seed = hashlib.blake2b(repr(blocks).encode(), digest_size=8).digest()
    choices = random.Random(int.from_bytes(seed)).choices
    return [Counts(*columns(choices(blocks, k=len(blocks)))) for _ in range(resamples)]

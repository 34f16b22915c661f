"""Sums of counts, fast: a bootstrap makes thousands of them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from operator import attrgetter

from plainlang.readability.base import Counts

#: The numbers of a :class:`~plainlang.readability.base.Counts` as a tuple, in its order.
row = attrgetter(*(field.name for field in fields(Counts)))


def summed(counts: Iterable[Counts]) -> Counts:
    """Return the sum of ``counts``; nothing sums to nothing."""
    return Counts(*columns(map(row, counts)))


def columns(rows: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the sum of each column."""
    return tuple(map(sum, zip(*rows, strict=True)))

"""Sums of counts, fast: a bootstrap makes thousands of them."""

from __future__ import annotations

from collections.abc import Iterable

from plainlang.readability.base import Counts


def summed(counts: Iterable[Counts]) -> Counts:
    """Return the sum of ``counts``; nothing sums to nothing."""
    return Counts(*columns(counts))


def columns(rows: Iterable[tuple[int, ...]]) -> tuple[int, ...]:
    """Return the sum of each column."""
    return tuple(map(sum, zip(*rows, strict=True)))

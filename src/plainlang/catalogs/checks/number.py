"""A number that was changed, lost or added."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainlang.catalogs.checks.amounts import Amount
from plainlang.catalogs.checks.base import ERROR, Check, Pair
from plainlang.catalogs.checks.matching import match_numbers


def _find(pair: Pair) -> Iterator[str]:
    found = match_numbers(pair)
    if found.lost and found.added:
        yield f"The source has {_list(found.lost)}, the translation {_list(found.added)}."
    elif found.lost:
        yield f"{_list(found.lost)} of the source is not in the translation."
    elif found.added:
        yield f"{_list(found.added)} is not in the source."


def _list(numbers: Sequence[Amount]) -> str:
    return ", ".join(f"{a.raw} {a.unit}".rstrip() for a in numbers)


CHECK = Check("number", ERROR, "A number is changed, lost or added.", _find)

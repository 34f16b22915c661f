"""A link, group or placeholder that was lost, doubled or made up. Their order is free."""

from __future__ import annotations

from collections.abc import Iterator

from plainlang.catalogs.checks.base import ERROR, Check, Pair


def _find(pair: Pair) -> Iterator[str]:
    own, other = pair.marked_source.codes, pair.marked_translation.codes
    for code in sorted(own.keys() | other.keys()):
        wanted, there = own[code], other[code]
        if not there:
            yield f"{code} of the source is missing."
        elif not wanted:
            yield f"{code} is not in the source."
        elif there > wanted:
            yield f"{code} stands {there} times, in the source {wanted} times."
        elif there < wanted:
            yield f"{code} stands {there} times only, in the source {wanted} times."


CHECK = Check("placeholder", ERROR, "A link or placeholder is lost, doubled or unknown.", _find)

"""Markup that is not in the text form, or opened and not closed."""

from __future__ import annotations

from collections.abc import Iterator

from plainlang.catalogs.checks.base import ERROR, Check, Pair


def _find(pair: Pair) -> Iterator[str]:
    # Where the source itself is in another form, its marks are no marks of ours.
    if not pair.marked_source.problems:
        yield from pair.marked_translation.problems


CHECK = Check("markup", ERROR, "Markup is invalid or unbalanced.", _find)

"""Spaces and line ends at the edges that differ, and double spaces that the source has not."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.catalogs.checks.base import WARNING, Check, Pair

_DOUBLE = re.compile(r"[^\s.]  +\S")


def _find(pair: Pair) -> Iterator[str]:
    own, other = pair.source, pair.translation
    if _lead(own) != _lead(other):
        yield "The space at the beginning is not that of the source."
    if _lead(own[::-1]) != _lead(other[::-1]):
        yield "The space at the end is not that of the source."
    if _DOUBLE.search(other) and "  " not in own:
        yield "Two spaces stand where one is enough."


def _lead(text: str) -> str:
    return text[: len(text) - len(text.lstrip())]


CHECK = Check("whitespace", WARNING, "Spaces at the edges differ, or are doubled.", _find)

"""A word that must not translate a term."""

from __future__ import annotations

from collections.abc import Iterator

from plainlang.catalogs.checks.base import ERROR, Check, Pair
from plainlang.catalogs.checks.term import stands


def _find(pair: Pair) -> Iterator[str]:
    for term in pair.terms:
        if term.forbidden and stands(term.source, pair.source_text, pair.source_language):
            for word in term.forbidden:
                if stands(word, pair.translated_text, pair.language):
                    instead = f"; use “{term.approved[0]}”" if term.approved else ""
                    yield f"“{word}” must not stand for “{term.source}”{instead}."


CHECK = Check("forbidden-term", ERROR, "A word stands there that the terms forbid.", _find)

"""An approved translation of a term that is not used."""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache

from plainlang.catalogs.checks.base import WARNING, Check, Pair
from plainlang.catalogs.checks.words import folded, pattern, words_of


def _find(pair: Pair) -> Iterator[str]:
    for term in pair.terms:
        if not term.approved or not stands(term.source, pair.source_text, pair.source_language):
            continue
        if not any(stands(word, pair.translated_text, pair.language) for word in term.approved):
            yield f"The approved term for “{term.source}” is “{term.approved[0]}”."


def stands(term: str, text: str, language: str) -> bool:
    """Tell whether a term stands in a text as a word of its own, in whatever case.

    In Arabic the article and the prepositions that are written in one with a word are allowed
    for; in English a plain plural is.
    """
    return _finder(term, language).search(folded(text)) is not None


@lru_cache(maxsize=4096)
def _finder(term: str, language: str):  # type: ignore[no-untyped-def]
    words = words_of(language)
    prefix = "[وفبلك]{0,2}(?:ال|ل)?" if words.language in {"ar", "fa", "ur"} else ""
    names = [term, f"{term}s", f"{term}es"] if words.language == "en" else [term]
    return pattern(names, spaces=words.spaces, prefix=prefix)


CHECK = Check("term", WARNING, "An approved term is not used.", _find)

"""A negation that was dropped or added: "Do not take" is not "take"."""

from __future__ import annotations

from collections.abc import Iterator

from plainlang.catalogs.checks.base import WARNING, Check, Pair
from plainlang.catalogs.checks.words import Words, folded


def _find(pair: Pair) -> Iterator[str]:
    if not pair.source_words.negation or not pair.target_words.negation:
        return
    own, own_weak = _count(pair.source_text, pair.source_words)
    other, other_weak = _count(pair.translated_text, pair.target_words)
    # A language may say without a negation what another denies: the weak words make up for it.
    if own > other + other_weak:
        yield f"The source denies {_times(own)}, the translation {_times(other)}."
    elif other > own + own_weak and not own:
        yield f"The translation denies {_times(other)}, the source does not."


def _count(text: str, words: Words) -> tuple[int, int]:
    text = folded(text)
    ignored = words.negation.get("except")
    phrases = 0
    if ignored:
        # "Not only" denies nothing, and "no more than 8" may translate "do not take more than 8".
        text, phrases = ignored.subn(" ", text)
    strong, weak = words.negation.get("strong"), words.negation.get("weak")
    return (
        len(strong.findall(text)) if strong else 0,
        (len(weak.findall(text)) if weak else 0) + phrases,
    )


def _times(count: int) -> str:
    return {0: "nowhere", 1: "once", 2: "twice"}.get(count, f"{count} times")


CHECK = Check("negation", WARNING, "There are fewer or more negations than in the source.", _find)

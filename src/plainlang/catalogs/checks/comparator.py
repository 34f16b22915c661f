"""A comparison that was lost or turned round, or whose mark became a quotation mark."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from plainlang.catalogs.checks.base import ERROR, Check, Pair
from plainlang.catalogs.checks.words import Words, folded

_SYMBOLS = {
    **dict.fromkeys(("<", "＜", "﹤"), "less"),
    **dict.fromkeys((">", "＞", "﹥"), "more"),
    **dict.fromkeys(("≤", "<=", "=<", "⩽", "≦"), "most"),
    **dict.fromkeys(("≥", ">=", "=>", "⩾", "≧"), "least"),
}
_NAMES = {"less": "<", "more": ">", "most": "≤", "least": "≥"}
_SYMBOL = re.compile(r"(?:<=|>=|[<>≤≥＜＞﹤﹥⩽⩾≦≧])(?=\s*[~$€£+−-]?\s*[\d.])")
_GUILLEMET = re.compile(r"[‹›](?=\s*\d)(?![^‹›]*[‹›])")
_UP, _DOWN = {"more", "least"}, {"less", "most"}


def _find(pair: Pair) -> Iterator[str]:
    source, target = _read(pair.source_text), _read(pair.translated_text)
    for match in _GUILLEMET.finditer(target):
        if match[0] not in source:
            yield f"{match[0]} before a number is a quotation mark, no comparison."
    own, other = _symbols(source), _symbols(target)
    if own or other:
        said, meant = _words(source, pair.source_words), _words(target, pair.target_words)
        for kind in _NAMES:
            if own[kind] > other[kind] and own[kind] > other[kind] + meant[kind]:
                yield f"{_NAMES[kind]} of the source is missing."
            elif other[kind] > own[kind] + said[kind]:
                yield f"{_NAMES[kind]} is not in the source."
        return
    if any(c.isdigit() for c in source) and any(c.isdigit() for c in target):
        near = _words(source, pair.source_words, near=True)
        there = _words(target, pair.target_words, near=True) if near else near
        if near and there:
            everywhere = _words(source, pair.source_words), _words(target, pair.target_words)
            yield from _turned(near, there, *everywhere)


def _read(text: str) -> str:
    return folded(text).replace("&lt;", "<").replace("&gt;", ">")


def _symbols(text: str) -> Counter[str]:
    if not any(c in text for c in "<>≤≥＜＞﹤﹥⩽⩾≦≧"):
        return Counter()
    return Counter(_SYMBOLS[m[0]] for m in _SYMBOL.finditer(text))


def _words(text: str, words: Words, *, near: bool = False) -> Counter[str]:
    found: Counter[str] = Counter()
    for kind in ("least", "most", "less", "more"):
        finder = words.comparators.get(kind)
        if finder is None:
            continue
        for match in finder.finditer(text):
            around = text[max(0, match.start() - 12) : match.start()], text[match.end() :][:4]
            if near and not any(c.isdigit() for c in "".join(around)):
                continue
            found[kind] += 1
    return found


def _turned(
    own: Counter[str], other: Counter[str], own_all: Counter[str], other_all: Counter[str]
) -> Iterator[str]:
    # Words say a comparison in many ways; only one that points the other way is an error.
    for wanted, opposite, label in ((_UP, _DOWN, "at least"), (_DOWN, _UP, "at most")):
        here = any(own[k] for k in wanted) and not any(own_all[k] for k in opposite)
        there = any(other[k] for k in opposite) and not any(other_all[k] for k in wanted)
        if here and there:
            yield f"The source says “{label}” or the like, the translation the opposite."


CHECK = Check("comparator", ERROR, "A comparison (< > ≤ ≥) is lost or changed.", _find)

"""Abbreviations that the text defines, marked where it uses them again.

Each use behind the definition becomes a span of class ``abbr`` with a ``title``, the form in which
an author's ``<abbr title="…">`` is read too. Writers make of it what their format has.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from plainlang.ast import LEAF_BLOCKS, Element, attr, has_class, structures
from plainlang.document import Block
from plainlang.glossary.expansion import GLOSS_CLASS
from plainlang.glossary.inline_text import Wrap, rebuilt, text_of, zones
from plainlang.short_forms.abbreviations import Abbreviation, find_abbreviations

ABBREVIATION_CLASS = "abbr"
#: Short forms of one letter, or without two capitals, are words and values as often.
_CERTAIN = re.compile(r"(?=.*[A-ZÀ-Þ].*[A-ZÀ-Þ0-9]).{2,}")


def mark_abbreviations(blocks: Sequence[Block]) -> tuple[list[Block], dict[str, str]]:
    """Return ``blocks`` with their abbreviations marked, and those that are used again.

    An abbreviation that the text defines in two ways is left alone.
    """
    found: dict[str, set[str]] = {}
    written: dict[str, str] = {}
    for text in _texts(blocks):
        for each in find_abbreviations(text):
            short, long = _singular(each)
            if _CERTAIN.fullmatch(short):
                found.setdefault(short, set()).add(_folded(long))
                written.setdefault(short, " ".join(long.split()))
    certain = {short: written[short] for short, longs in found.items() if len(longs) == 1}
    if not certain:
        return list(blocks), {}
    names = "|".join(re.escape(short) for short in sorted(certain, key=len, reverse=True))
    pattern = re.compile(rf"(?<![\w-])(?:{names})(?=s?(?![\w-]))")
    seen: dict[str, int] = {}
    marked = [_marked(block, pattern, certain, seen) for block in blocks]
    return marked, {short: long for short, long in certain.items() if seen.get(short, 0) > 1}


def _texts(blocks: Sequence[Block]) -> Iterator[str]:
    for element in structures(blocks):
        if element["t"] in {"Para", "Plain"}:
            yield _without_glosses(element["c"])
        elif element["t"] == "LineBlock":
            yield from (_without_glosses(row) for row in element["c"])


def _without_glosses(inlines: Sequence[Element]) -> str:
    text = text_of(inlines)
    for zone in reversed(list(zones(inlines))):
        if zone.element["t"] == "Span" and has_class(zone.element, GLOSS_CLASS):
            text = text[: zone.start] + text[zone.end :]
    return text


def _singular(each: Abbreviation) -> tuple[str, str]:
    short, long = each.short, each.long
    if len(short) > 2 and short[-1] == "s" and short[-2].isupper():
        return short[:-1], long.removesuffix("s")
    return short, long


def _folded(long: str) -> str:
    return re.sub(r"[\W_]+", " ", long.casefold()).strip().removesuffix("s")


def _marked(
    block: Any, pattern: re.Pattern[str], known: dict[str, str], seen: dict[str, int]
) -> Any:
    """Return ``block`` with uses marked; the first of each is its definition and stays."""
    if isinstance(block, list):
        return [_marked(each, pattern, known, seen) for each in block]
    if not isinstance(block, dict) or "t" not in block:
        return block
    kind, content = block["t"], block.get("c")
    if kind in {"Header", "CodeBlock", "RawBlock", "HorizontalRule"}:
        return block
    if kind in LEAF_BLOCKS:
        rows: list[Any] = content if kind == "LineBlock" else [content]  # type: ignore[assignment]
        new = [_leaf(row, pattern, known, seen) for row in rows]
        return {**block, "c": new if kind == "LineBlock" else new[0]}
    return {**block, "c": _marked(content, pattern, known, seen)}


def _leaf(
    inlines: Sequence[Element],
    pattern: re.Pattern[str],
    known: dict[str, str],
    seen: dict[str, int],
) -> list[Element]:
    text = text_of(inlines)
    if pattern.search(text) is None:
        return list(inlines)
    closed = [
        (zone.start, zone.end)
        for zone in zones(inlines)
        if zone.element["t"] == "Span"
        and (
            has_class(zone.element, GLOSS_CLASS)
            or has_class(zone.element, ABBREVIATION_CLASS)
            or any(key in {"title", "lang"} for key, _ in zone.element["c"][0][2])
        )
    ]
    wraps = []
    for match in pattern.finditer(text):
        short = match[0]
        if any(one <= match.start() < two for one, two in closed):
            continue
        seen[short] = seen.get(short, 0) + 1
        if seen[short] > 1:
            pairs = [("title", known[short])]
            wraps.append(Wrap(match.start(), match.end(), attr("", [ABBREVIATION_CLASS], pairs)))
    return rebuilt(inlines, wraps, {}) if wraps else list(inlines)

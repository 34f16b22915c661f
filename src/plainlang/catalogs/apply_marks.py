"""How an edition knows the parts that are in the language of the source."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from plainlang.ast import attr
from plainlang.document import Block, Inline
from plainlang.languages import direction

#: Class of what stands in the language of the source because it has no translation.
UNTRANSLATED = "untranslated"


def marked_inlines(inlines: Sequence[Inline], language: str) -> list[Inline]:
    """Return ``inlines`` in spans with their language and direction.

    Footnotes stay outside, because their text may be translated.
    """
    result: list[Inline] = []
    passage: list[Inline] = []
    for item in [*inlines, None]:
        if item is not None and item["t"] != "Note":
            passage.append(item)
            continue
        if passage:
            result.append({"t": "Span", "c": [_attributes(language), passage]})
            passage = []
        if item is not None:
            result.append(item)
    return result


def marked_block(block: Block, language: str) -> Block:
    """Return ``block`` in a division with its language and direction."""
    box: Block = {"t": "Div", "c": [_attributes(language), [block]]}
    return {**box, "line": block["line"]} if "line" in block else box


def _attributes(language: str) -> list[Any]:
    return attr(classes=[UNTRANSLATED], pairs=[("lang", language), ("dir", direction(language))])


def stated(attributes: list[Any], language: str) -> list[Any]:
    """Return ``attributes`` with a language and its direction, where they state none."""
    identifier, classes, pairs = attributes
    known = {key for key, _ in pairs}
    new = [["lang", language]] if "lang" not in known else []
    if "dir" not in known:
        new.append(["dir", direction(language)])
    return [identifier, classes, [*pairs, *new]]


def localized(attributes: list[Any], source: str, target: str) -> list[Any]:
    """Return ``attributes`` with the language of the translation where they state the source's."""
    identifier, classes, pairs = attributes
    known = dict(pairs)
    if source == target or known.get("lang", "").lower() != source.lower():
        return attributes
    values = {"lang": target, "dir": direction(target)}
    return [identifier, classes, [[key, values.get(key, value)] for key, value in pairs]]

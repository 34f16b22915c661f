"""Passages that run in another direction than their document: an Arabic paragraph in English.

A part that states only its language gets the direction of that language, on which its alignment
and the order of its words depend in print, and its numbers are set apart as in an Arabic document.
"""

from __future__ import annotations

from plainlang.ast import Element, transform_structures
from plainlang.document import Block
from plainlang.editions.numbers import isolate_numbers
from plainlang.languages import direction


def direct_passages(blocks: tuple[Block, ...], language: str) -> tuple[Block, ...]:
    """Return ``blocks`` with the direction of every part in another language stated."""
    page = direction(language)

    def visit(element: Element) -> Element:
        if element["t"] != "Div":
            return element
        (identifier, classes, pairs), content = element["c"]
        stated = dict(pairs)
        tag = stated.get("lang", "")
        if not tag or "dir" in stated or direction(tag) == page:
            return element
        attributes = [identifier, classes, [*pairs, ["dir", direction(tag)]]]
        return {**element, "c": [attributes, list(isolate_numbers(tuple(content), tag))]}

    return tuple(transform_structures(blocks, visit))

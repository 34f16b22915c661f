"""Cut, split and read lists of inlines without losing a character."""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.ast import stringify
from plainlang.cleanup.blocks import SPACES, Inlines
from plainlang.document import Inline


def holds(inlines: Sequence[Inline], text: str) -> bool:
    """Tell whether a word that stands directly in ``inlines`` holds ``text``."""
    return any(item["t"] == "Str" and text in item["c"] for item in inlines)


def trimmed(inlines: Sequence[Inline]) -> Inlines:
    """Return ``inlines`` without the spaces and breaks at both ends."""
    start, end = 0, len(inlines)
    while start < end and inlines[start]["t"] in SPACES:
        start += 1
    while end > start and inlines[end - 1]["t"] in SPACES:
        end -= 1
    return list(inlines[start:end])


def split_at(inlines: Sequence[Inline], offset: int) -> tuple[Inlines, Inlines] | None:
    """Split ``inlines`` so that the first part has ``offset`` characters of text.

    Elements without text at the place itself, such as an image, belong to the first part.

    :returns: ``None`` where the place lies inside an element with content of its own, such as a
        link, which cannot be cut in two.
    """
    before = 0
    for index, item in enumerate(inlines):
        length = len(stringify(item))
        if before + length > offset:
            cut = offset - before
            if not cut:
                return list(inlines[:index]), list(inlines[index:])
            if item["t"] != "Str":
                return None
            left = {**item, "c": item["c"][:cut]}
            right = {**item, "c": item["c"][cut:]}
            return [*inlines[:index], left], [right, *inlines[index + 1 :]]
        before += length
    return (list(inlines), []) if before == offset else None


def is_text(inlines: Sequence[Inline]) -> bool:
    """Tell whether ``inlines`` are words and spaces only, so that nothing else goes with them."""
    return all(item["t"] == "Str" or item["t"] in SPACES for item in inlines)


def lines_of(inlines: Sequence[Inline]) -> list[Inlines]:
    """Return the lines as they were typed: the inlines between soft and hard line breaks."""
    lines: list[Inlines] = [[]]
    for item in inlines:
        if item["t"] in {"SoftBreak", "LineBreak"}:
            lines.append([])
        else:
            lines[-1].append(item)
    return [line for line in map(trimmed, lines) if line]


def is_link(inline: Inline) -> bool:
    """Tell whether ``inline`` is a link, or was one before its target proved to be missing."""
    return inline["t"] == "Link" or (
        inline["t"] == "Span" and "unresolved-link" in inline["c"][0][1]
    )


def unresolved(link: Inline) -> Inline:
    """Return ``link`` as a span that keeps its text, and its target as ``data-href``."""
    (identifier, classes, pairs), inlines, (target, _) = link["c"]
    attributes = [identifier, [*classes, "unresolved-link"], [*pairs, ["data-href", target]]]
    return {**link, "t": "Span", "c": [attributes, inlines]}


def bare_link(inlines: Sequence[Inline]) -> Inline | None:
    """Return the link with words that ``inlines`` consist of; ``None`` where there is more."""
    while True:
        content = trimmed(inlines)
        if len(content) != 1:
            return None
        if is_link(content[0]):
            return content[0] if stringify(content[0], alt=False).strip() else None
        if content[0]["t"] not in {"Strong", "Emph"}:
            return None
        inlines = content[0]["c"]

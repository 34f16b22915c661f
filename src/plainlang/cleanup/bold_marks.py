"""Asterisks that were meant as bold type but were read as text: ``**Rest.**Sleep well``."""

from __future__ import annotations

from dataclasses import replace

from plainlang.ast import stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Inlines, inlines_of, map_leaves, with_inlines
from plainlang.cleanup.inlines import holds, is_text, split_at, trimmed
from plainlang.cleanup.wording import quoted
from plainlang.document import Block, Change, Document

_MARK = "**"


class BoldMarks:
    """Make bold what stands between two ``**`` that Markdown did not read as a pair."""

    name = "bold-marks"
    summary = "Make bold what stands between asterisks that were read as text."

    def __call__(self, document: Document) -> Result:
        """Return the document without pairs of ``**`` in its text."""
        if document.provenance.format == "text":  # nothing is markup in plain text
            return Result(document)
        changes: list[Change] = []

        def visit(leaf: Block, line: int | None) -> Block:
            if leaf["t"] == "LineBlock" or not holds(inlines_of(leaf), _MARK):
                return leaf
            found: list[str] = []
            inlines = _bold(inlines_of(leaf), found)
            if inlines is None:
                return leaf
            changes.extend(
                Change(
                    self.name,
                    line,
                    f"Made {quoted(text)} bold: the asterisks around it were read as text",
                    f"{_MARK} {_MARK}",
                )
                for text in found
            )
            return with_inlines(leaf, inlines)

        blocks = map_leaves(document.blocks, visit)
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _bold(inlines: Inlines, found: list[str]) -> Inlines | None:
    """Return ``inlines`` with bold type, ``None`` unless every ``**`` belongs to a pair."""
    pieces: list[Inlines] = []
    rest = inlines
    while (place := stringify(rest).find(_MARK)) >= 0:
        head = split_at(rest, place)
        tail = split_at(head[1], len(_MARK)) if head else None
        if head is None or tail is None or not is_text(tail[0]):  # it stands in code or a link
            return None
        pieces.append(head[0])
        rest = tail[1]
    if not pieces or len(pieces) % 2:
        return None
    pieces.append(rest)
    result = list(pieces[0])
    for inner, after in zip(pieces[1::2], pieces[2::2], strict=True):
        text = stringify(inner)
        if text[:1].isspace() or not any(map(str.isalpha, text)):
            return None
        found.append(text)
        result.append({"t": "Strong", "c": trimmed(inner)})
        following = stringify(after)[:1]
        if text[-1:].isspace() or (text[-1] in ".:!?" and following.isalnum()):
            result.append({"t": "Space"})
        result.extend(after if not text[-1:].isspace() else trimmed_start(after))
    return result


def trimmed_start(inlines: Inlines) -> Inlines:
    """Return ``inlines`` without spaces at the beginning."""
    content = list(inlines)
    while content and content[0]["t"] in {"Space", "SoftBreak"}:
        content.pop(0)
    return content

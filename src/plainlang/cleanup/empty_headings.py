"""Headings without words."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plainlang.ast import attr_of, stringify, structures, walk
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, Inlines, map_lists
from plainlang.cleanup.inlines import is_link, trimmed
from plainlang.cleanup.label_value import is_label
from plainlang.cleanup.wording import quoted
from plainlang.document import Block, Change, Document

#: Longest line that is taken for a heading. The 24 lines found below empty headings in the
#: pages that were tried have at most 42 characters.
MAX_CHARACTERS = 80
#: A sentence, a beginning of a list, or a note ends or begins with one of these.
_NO_HEADING = re.compile(r"[.!:;,…。：；，]$|^[(\[*†‡¹²³⁴-⁹]")
#: The identifier that pandoc gives a heading without words.
_AUTOMATIC = re.compile(r"(?:section)?-?\d*")
#: What an identifier is without, as in pandoc's ``gfm_auto_identifiers``.
_NOT_IN_IDENTIFIER = re.compile(r"[^\w\s-]")


class EmptyHeadings:
    """Fill an empty heading with the short line below it; remove it where there is none."""

    name = "empty-headings"
    summary = "Fill empty headings with the short line below them, or remove them."

    def __call__(self, document: Document) -> Result:
        """Return the document without empty headings."""
        changes: list[Change] = []
        identifiers: set[str] = set()

        def visit(blocks: Blocks) -> Blocks:
            if not any(is_empty(block) for block in blocks):
                return blocks
            if not identifiers:
                identifiers.update(_identifiers(document.blocks))
            return _filled(blocks, identifiers, changes)

        blocks = map_lists(document.blocks, visit)
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def is_empty(block: Block) -> bool:
    """Tell whether ``block`` is a heading without a word, an image or a formula."""
    if block["t"] != "Header" or stringify(block["c"][2]).strip():
        return False
    return not any(element["t"] in {"Image", "Math"} for element in walk(block["c"][2]))


def _filled(blocks: Blocks, identifiers: set[str], changes: list[Change]) -> Blocks:
    result: Blocks = []
    index = 0
    while index < len(blocks):
        block = blocks[index]
        index += 1
        if not is_empty(block):
            result.append(block)
            continue
        line = block.get("line")
        text = _heading_text(blocks[index : index + 2])
        if text is None:
            changes.append(Change("empty-headings", line, "Removed a heading without words"))
            continue
        index += 1
        level, (given, classes, pairs), _ = block["c"]
        if _AUTOMATIC.fullmatch(given):
            given = _identifier(stringify(text), identifiers)
        identifiers.add(given)
        result.append({**block, "c": [level, [given, classes, pairs], text]})
        message = (
            f"Made the line {quoted(stringify(text))} a heading, because the heading above it "
            "was empty; please check"
        )
        changes.append(Change("empty-headings", line, message, doubtful=True))
    return result


def _heading_text(following: Sequence[Block]) -> Inlines | None:
    """Return the inlines of the paragraph below an empty heading, if they can be its words."""
    if len(following) < 2 or following[0]["t"] != "Para":
        return None
    # It would be a heading without a text below it, or the label of a value.
    if following[1]["t"] == "Header" or is_label(following[0]):
        return None
    inlines = trimmed(following[0]["c"])
    text = stringify(inlines)
    plain = all(
        element["t"] not in {"Image", "Note", "LineBreak"} and not is_link(element)
        for element in walk(inlines)
    )
    if not plain or not text.strip() or len(text) > MAX_CHARACTERS or _NO_HEADING.search(text):
        return None
    return inlines


def _identifiers(blocks: Sequence[Block]) -> set[str]:
    found = (attr_of(element) for element in structures(blocks))
    return {attributes[0] for attributes in found if attributes and attributes[0]}


def _identifier(text: str, taken: set[str]) -> str:
    """Return the identifier that pandoc would have given, or nothing where it is taken."""
    identifier = "-".join(_NOT_IN_IDENTIFIER.sub("", text).lower().split())
    return identifier if identifier not in taken else ""

"""Headings typed without the space that Markdown asks for: ``##Side effects``."""

from __future__ import annotations

import re
from dataclasses import replace

from plainlang.ast import attr, stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, map_lists
from plainlang.cleanup.inlines import holds, is_text, split_at, trimmed
from plainlang.cleanup.wording import quoted
from plainlang.document import Block, Change, Document

#: Two marks at least: "#1 cause of death" is text. A letter must follow.
_MARKS = re.compile(r"#{2,6}(?=[^\W\d_])")
#: Longest line that is taken for a heading.
MAX_CHARACTERS = 100


class HeadingMarks:
    """Make a heading of a paragraph's first line that begins with ``##`` and a letter."""

    name = "heading-marks"
    summary = "Make headings of lines such as “##Side effects”, which were read as text."

    def __call__(self, document: Document) -> Result:
        """Return the document with such lines as headings."""
        if document.provenance.format == "text":  # nothing is markup in plain text
            return Result(document)
        changes: list[Change] = []

        def visit(blocks: Blocks) -> Blocks:
            return [part for block in blocks for part in _parts(block, changes)]

        blocks = map_lists(document.blocks, visit)
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _parts(block: Block, changes: list[Change]) -> Blocks:
    """Return the heading that the first line is, and the lines below it as a paragraph."""
    if block["t"] != "Para" or not holds(block["c"][:1], "##"):
        return [block]
    breaks = [i for i, item in enumerate(block["c"]) if item["t"] in {"SoftBreak", "LineBreak"}]
    end = breaks[0] if breaks else len(block["c"])
    text = stringify(block["c"][:end])
    found = _MARKS.match(text)
    parts = split_at(block["c"][:end], found.end()) if found else None
    if found is None or parts is None or len(text) > MAX_CHARACTERS or not is_text(parts[0]):
        return [block]
    kept = text[found.end() :]
    message = f"Made {quoted(kept)} a heading: the marks before it were read as text"
    changes.append(Change("heading-marks", block.get("line"), message, found.group()))
    heading: Block = {"t": "Header", "c": [len(found.group()), attr(), trimmed(parts[1])]}
    if "line" in block:
        heading["line"] = block["line"]
    rest = trimmed(block["c"][end:])
    return [heading, *_parts({**block, "c": rest}, changes)] if rest else [heading]

"""Headings at the top that repeat the title, which the edition prints itself."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plainlang.ast import attr_of, stringify, structures, walk
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, map_leaves, map_links
from plainlang.cleanup.top import map_top
from plainlang.cleanup.wording import comparable, quoted
from plainlang.document import Block, Change, Document, Inline

#: The identifier of the title in an edition.
TITLE_ID = "title"


class DuplicateTitle:
    """Remove the title from the body; without a stated title, the first heading becomes it."""

    name = "duplicate-title"
    summary = "Remove headings that repeat the title; a first heading becomes a missing title."

    def __call__(self, document: Document) -> Result:
        """Return the document with a body that begins below its title."""
        metadata = document.metadata
        if metadata.title_derived:  # it was taken from a heading, which stays
            return Result(document)
        blocks: Sequence[Block] = document.blocks
        changes: list[Change] = []
        gone: list[str] = []
        title = metadata.title
        if not title.strip():
            first = _only_title(blocks)
            if first is None:
                return Result(document)
            title = _text(first)
            message = f"Took the title {quoted(title)} from the first heading"
            changes.append(Change(self.name, first.get("line"), message, title))
            gone.append(first["c"][1][0])
            blocks = _without(blocks, first)
        blocks = map_top(blocks, lambda run: _distinct(run, title, gone, changes))
        if not changes:
            return Result(document)
        blocks = _relinked(blocks, {identifier for identifier in gone if identifier})
        changed = replace(document, metadata=replace(metadata, title=title), blocks=tuple(blocks))
        return Result(changed, tuple(changes))


def _distinct(run: Blocks, title: str, gone: list[str], changes: list[Change]) -> Blocks:
    """Return the run of headings at the top without those that begin it and are the title."""
    wanted = comparable(title)
    place = 0
    while place < len(run) and _removable(run[place]):
        text = _text(run[place])
        if comparable(text) != wanted:
            break
        message = f"Removed the heading {quoted(text)}, which repeats the title"
        links = [e["c"][2][0] for e in walk(run[place]) if e["t"] == "Link"]
        if links:
            message += f", and its link to {quoted(links[0])}"
        changes.append(Change("duplicate-title", run[place].get("line"), message, text))
        gone.append(run[place]["c"][1][0])
        place += 1
    return run[place:]


def _only_title(blocks: Sequence[Block]) -> Block | None:
    """Return the heading of level 1 that is the document's title.

    It is the first heading, and stands at the top or is the only one of its level: a level 1
    below text, among others, is a chapter.
    """
    found: list[Block] = []

    def visit(block: Block, _line: int | None) -> Block:
        if block["t"] == "Header":
            found.append(block)
        return block

    map_leaves(blocks, visit)
    if not found or found[0]["c"][0] != 1 or not _removable(found[0]) or not _text(found[0]):
        return None
    top: Blocks = []

    def keep(run: Blocks) -> Blocks:
        top.extend(run)
        return run

    map_top(blocks, keep)
    alone = sum(block["c"][0] == 1 for block in found) == 1
    if top and top[0] is found[0]:
        return found[0]
    return found[0] if alone and any(block is found[0] for block in blocks) else None


def _removable(heading: Block) -> bool:
    """Tell whether a heading holds words only: a note or image would be lost with it."""
    return all(e["t"] not in {"Note", "Image", "Math"} for e in walk(heading["c"][2]))


def _text(heading: Block) -> str:
    return " ".join(stringify(heading["c"][2]).split())


def _without(blocks: Sequence[Block], heading: Block) -> Blocks:
    if any(block is heading for block in blocks):
        return [block for block in blocks if block is not heading]
    return map_top(blocks, lambda run: [block for block in run if block is not heading])


def _relinked(blocks: Sequence[Block], gone: set[str]) -> Sequence[Block]:
    """Let links to a removed heading lead to the title."""
    if not gone:
        return blocks

    def visit(link: Inline, _line: int | None) -> Inline:
        attributes, inlines, (target, tip) = link["c"]
        if target[:1] != "#" or target[1:] not in gone:
            return link
        return {**link, "c": [attributes, inlines, [f"#{TITLE_ID}", tip]]}

    relinked: Sequence[Block] = map_links(blocks, visit)
    if relinked is blocks:
        return blocks
    # An element of the body with the title's identifier would be the wrong place to lead to.
    named = any((found := attr_of(e)) and found[0] == TITLE_ID for e in structures(blocks))
    return blocks if named else relinked

"""Links that go on over several paragraphs, which Markdown does not read as links."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plainlang.ast import attr, stringify, walk
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, inlines_of, map_lists, with_inlines
from plainlang.cleanup.inlines import holds, is_link, is_text, split_at, trimmed
from plainlang.cleanup.unsafe_links import SAFE_SCHEMES, scheme_of
from plainlang.cleanup.wording import quoted
from plainlang.document import Block, Change, Document, Inline

#: Blocks that one link spans: on cancer.gov an image, a title and a description.
MAX_BLOCKS = 4
_LEAVES = frozenset({"Para", "Plain", "Header"})
_OPEN = re.compile(r"\[[^\[\]]*$")
_CLOSE = re.compile(r"^[^\[\]]*(?P<end>\]\((?P<target>[^\s()]+)\))")


class SplitLinks:
    """Put the link of ``[title`` … ``description](address)`` on the first paragraph with words."""

    name = "split-links"
    summary = "Mend links that were typed over several paragraphs."

    def __call__(self, document: Document) -> Result:
        """Return the document with one link for each such run of paragraphs."""
        if document.provenance.format == "text":  # nothing is markup in plain text
            return Result(document)
        changes: list[Change] = []
        blocks = map_lists(document.blocks, lambda blocks: _mended(blocks, changes))
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _mended(blocks: Blocks, changes: list[Change]) -> Blocks:
    result: Blocks = []
    place = 0
    while place < len(blocks):
        count, linked = _linked(blocks[place : place + MAX_BLOCKS], changes)
        result.extend(linked)
        place += count
    return result


def _linked(blocks: Sequence[Block], changes: list[Change]) -> tuple[int, Blocks]:
    """Return how many blocks a link that begins in the first one spans, and what they become.

    Without such a link that is the first block as it is.
    """
    alone = 1, [blocks[0]]
    if blocks[0]["t"] not in _LEAVES or not holds(inlines_of(blocks[0]), "["):
        return alone
    opening = _OPEN.search(stringify(inlines_of(blocks[0])))
    if opening is None:
        return alone
    for count, block in enumerate(blocks[1:], 2):
        if block["t"] not in _LEAVES:
            return alone
        text = stringify(inlines_of(block))
        closing = _CLOSE.match(text)
        if closing is None and ("[" in text or "]" in text):
            return alone
        if closing is not None:
            linked = _with_links(blocks[:count], opening, closing, changes)
            return (count, linked) if linked else alone
    return alone


def _with_links(
    blocks: Sequence[Block],
    opening: re.Match[str],
    closing: re.Match[str],
    changes: list[Change],
) -> Blocks:
    target = closing["target"]
    before = split_at(inlines_of(blocks[0]), opening.start())
    first = split_at(before[1], 1) if before else None
    last = split_at(inlines_of(blocks[-1]), closing.start("end"))
    after = split_at(last[1], len(closing["end"])) if last else None
    if before is None or first is None or last is None or after is None:
        return []
    if not is_text([*first[0], *after[0]]):
        return []
    middle = [inlines_of(block) for block in blocks[1:-1]]
    contents = [first[1], *middle, last[0]]
    taken = any(is_link(element) or element["t"] == "Note" for element in walk(contents))
    if taken or scheme_of(target) not in {"", *SAFE_SCHEMES}:
        return []
    spoken = [i for i, content in enumerate(contents) if stringify(content, alt=False).strip()]
    if not spoken:
        return []
    place = spoken[0]
    line = blocks[place].get("line")
    text = stringify(contents[place])
    link: Inline = {"t": "Link", "c": [attr(), trimmed(contents[place]), [target, ""]]}
    contents[place] = [link if line is None else {**link, "line": line}]
    contents[0] = [*before[0], *contents[0]]
    contents[-1] = [*contents[-1], *after[1]]
    message = (
        f"Put the link to {quoted(target)} on {quoted(text)}: it was typed over "
        f"{len(blocks)} paragraphs, and so it was read as text"
    )
    changes.append(Change("split-links", blocks[0].get("line"), message, f"[ {closing['end']}"))
    linked = zip(blocks, map(trimmed, contents), strict=True)
    return [with_inlines(block, new) for block, new in linked if new]

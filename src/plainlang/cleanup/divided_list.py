"""Lists that were cut where a list within them begins.

Markdown begins a new list where the sign changes (``-`` and then ``+``), and a word processor's
second level ("List Bullet 2") comes as a list of its own. So an item that ends in a colon, the list
that it introduces and the items behind it are three lists on one level.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from plainlang.ast import stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, map_lists
from plainlang.cleanup.flattened_list import is_parent
from plainlang.cleanup.wording import counted, quoted
from plainlang.document import Block, Change, Document

_LISTS = frozenset({"BulletList", "OrderedList"})


class DividedList:
    """Put a list below the item that introduces it, and join the items behind it to the first."""

    name = "divided-list"
    summary = "Put a list that stands behind its introducing item below it."

    def __call__(self, document: Document) -> Result:
        """Return the document with such lists nested."""
        changes: list[Change] = []
        blocks = map_lists(document.blocks, lambda found: _nested(found, changes))
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _nested(blocks: Blocks, changes: list[Change]) -> Blocks:
    result: Blocks = []
    continued: Block | None = None  # the list that the next one may go on
    for block in blocks:
        last = result[-1] if result else None
        if last is not None and last["t"] in _LISTS and block["t"] in _LISTS:
            items = _items(last)
            if continued is last and _goes_on(last, block):
                result[-1] = continued = _with_items(last, [*items, *_items(block)])
                continue
            if is_parent(items[-1]):
                changes.append(_change(items[-1], block))
                inner = [*items[:-1], [*items[-1], block]]
                result[-1] = continued = _with_items(last, inner)
                continue
        continued = None
        result.append(block)
    return result if len(result) != len(blocks) else blocks


def _goes_on(first: Block, block: Block) -> bool:
    """Tell whether ``block`` goes on with the items of ``first``: by its kind and its number."""
    if first["t"] != block["t"]:
        return False
    if first["t"] == "BulletList":
        return True
    start, *style = first["c"][0]
    next_start, *next_style = block["c"][0]
    return bool(style == next_style and next_start == start + len(first["c"][1]))


def _items(block: Block) -> list[Any]:
    items: list[Any] = block["c"] if block["t"] == "BulletList" else block["c"][1]
    return items


def _with_items(block: Block, items: list[Any]) -> Block:
    return {**block, "c": items if block["t"] == "BulletList" else [block["c"][0], items]}


def _change(parent: Blocks, block: Block) -> Change:
    words = " ".join(stringify(parent, notes=False).split())
    first = " ".join(stringify(_items(block)[0], notes=False).split())
    return Change(
        "divided-list",
        block.get("line") or parent[0].get("line"),
        f"Put {counted(len(_items(block)), 'list item')} below {quoted(words)}, the first being "
        f"{quoted(first)}; please check that they belong there",
        doubtful=True,
    )

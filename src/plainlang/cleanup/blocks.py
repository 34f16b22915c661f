"""Visit the lists of blocks and of inlines in a Pandoc AST; nothing is altered in place.

Rules look at neighbours (a paragraph and the one below it, a space between two words), so they
are given whole lists. Parts that no function changed are shared with the input.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from operator import is_
from typing import Any

from plainlang.document import Block, Inline

Blocks = list[Block]
Inlines = list[Inline]

#: Kinds that stand in a list of inlines (pandoc-types 1.23).
INLINE_KINDS = frozenset(
    {
        "Str",
        "Emph",
        "Underline",
        "Strong",
        "Strikeout",
        "Superscript",
        "Subscript",
        "SmallCaps",
        "Quoted",
        "Cite",
        "Code",
        "Space",
        "SoftBreak",
        "LineBreak",
        "Math",
        "RawInline",
        "Link",
        "Image",
        "Note",
        "Span",
    }
)
#: Kinds that hold neither inlines nor blocks.
ENDS = frozenset(
    {
        "Str",
        "Space",
        "SoftBreak",
        "LineBreak",
        "Code",
        "CodeBlock",
        "Math",
        "RawInline",
        "RawBlock",
        "HorizontalRule",
    }
)
#: Blocks that hold inlines directly.
LEAVES = frozenset({"Para", "Plain", "Header", "LineBlock"})
#: Blocks that hold lists of blocks.
_CONTAINERS = frozenset(
    {"BlockQuote", "BulletList", "OrderedList", "DefinitionList", "Div", "Figure"}
)
#: What stands between two words.
SPACES = frozenset({"Space", "SoftBreak", "LineBreak"})


def map_lists(blocks: Sequence[Block], function: Callable[[Blocks], Blocks]) -> Blocks:
    """Apply ``function`` to every list of blocks outside tables and notes, inner lists first.

    A quotation, list or item that the function empties is dropped.
    """
    visited = [_map_inside(block, function) for block in blocks]
    return function([block for block in visited if block is not None])


def _map_inside(block: Block, function: Callable[[Blocks], Blocks]) -> Block | None:
    kind = block["t"]
    if kind not in _CONTAINERS:
        return block
    content = block["c"]
    if kind == "BlockQuote":
        inner = map_lists(content, function)
        return {**block, "c": inner} if inner or not content else None
    if kind == "BulletList":
        items = _map_items(content, function)
        return {**block, "c": items} if items else None
    if kind == "DefinitionList":
        entries = [[term, _map_items(given, function)] for term, given in content]
        return {**block, "c": entries}
    inner = content[-1]  # of an ordered list, division or figure
    new: list[Any] = (
        _map_items(inner, function) if kind == "OrderedList" else map_lists(inner, function)
    )
    return {**block, "c": [*content[:-1], new]} if new or not inner else None


def _map_items(items: list[Blocks], function: Callable[[Blocks], Blocks]) -> list[Blocks]:
    mapped = [(item, map_lists(item, function)) for item in items]
    return [new for old, new in mapped if new or not old]


def map_leaves(
    value: Any, function: Callable[[Block, int | None], Block], line: int | None = None
) -> Any:
    """Apply ``function`` to every paragraph, heading and line block, in reading order.

    Tables are included; a term of a definition list is shown to the function as ``Plain``. The
    function also gets the line of the leaf, or of the nearest block around it that has one.
    """
    if isinstance(value, dict):
        kind = value.get("t")
        line = value.get("line", line)
        if kind in LEAVES:
            return function(value, line)
        if kind in ENDS or "c" not in value:
            return value
        content = map_leaves(value["c"], function, line)
        return value if content is value["c"] else {**value, "c": content}
    if isinstance(value, (list, tuple)):
        if not value or isinstance(value[0], str):  # an attribute
            return value
        if isinstance(value[0], dict) and value[0].get("t") in INLINE_KINDS:
            return function({"t": "Plain", "c": value}, line)["c"]
        return _shared(value, [map_leaves(item, function, line) for item in value])
    return value


def map_inlines(value: Any, function: Callable[[Inlines], Inlines]) -> Any:
    """Apply ``function`` to every list of inlines in ``value``, inner lists first."""
    if isinstance(value, dict):
        if "c" not in value or value.get("t") in ENDS:
            return value
        content = map_inlines(value["c"], function)
        return value if content is value["c"] else {**value, "c": content}
    if not isinstance(value, (list, tuple)) or not value or isinstance(value[0], str):
        return value
    if isinstance(value[0], dict) and value[0].get("t") in INLINE_KINDS:
        visited = list(value)
        if not ENDS.issuperset([item["t"] for item in value]):
            visited = [item if item["t"] in ENDS else map_inlines(item, function) for item in value]
        return _shared(value, function(_shared(value, visited)))
    return _shared(value, [map_inlines(item, function) for item in value])


def map_links(
    blocks: Sequence[Block], function: Callable[[Inline, int | None], Inline | Inlines]
) -> Any:
    """Apply ``function`` to every link in ``blocks`` and its line, in reading order.

    A list that the function returns takes the link's place.
    """

    def in_leaf(leaf: Block, line: int | None) -> Block:
        def in_list(inlines: Inlines) -> Inlines:
            if "Link" not in [item["t"] for item in inlines]:
                return inlines
            result: Inlines = []
            for item in inlines:
                new = function(item, item.get("line", line)) if item["t"] == "Link" else item
                result.extend(new if isinstance(new, list) else [new])
            return result

        found: Block = map_inlines(leaf, in_list)
        return found

    return map_leaves(blocks, in_leaf)


def inlines_of(leaf: Block) -> Inlines:
    """Return the inlines of a paragraph or heading, those of a line block with line breaks."""
    if leaf["t"] == "Header":
        inlines: Inlines = leaf["c"][2]
    elif leaf["t"] == "LineBlock":
        ends = [[{"t": "LineBreak"}] if number else [] for number in range(len(leaf["c"]))]
        inlines = [item for end, row in zip(ends, leaf["c"], strict=True) for item in (*end, *row)]
    else:
        inlines = leaf["c"]
    return inlines


def with_inlines(leaf: Block, inlines: Inlines) -> Block:
    """Return a paragraph or heading with other inlines."""
    if leaf["t"] == "Header":
        return {**leaf, "c": [*leaf["c"][:2], inlines]}
    return {**leaf, "c": inlines}


def _shared(old: Any, new: list[Any]) -> Any:
    """Return ``old`` itself where ``new`` holds the very same items."""
    if len(old) == len(new) and all(map(is_, old, new)):
        return old
    return new

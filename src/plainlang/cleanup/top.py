"""The headings at the top of a document, above the first text."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from plainlang.cleanup.blocks import Blocks
from plainlang.document import Block


def map_top(blocks: Sequence[Block], function: Callable[[Blocks], Blocks]) -> Blocks:
    """Apply ``function`` to the run of headings at the top; divisions are entered.

    Where the function removes the whole run, what follows it is the top, and is visited too.
    """
    count = 0
    while count < len(blocks) and blocks[count]["t"] == "Header":
        count += 1
    if count:
        kept = function(list(blocks[:count]))
        rest = list(blocks[count:])
        return kept + rest if kept else map_top(rest, function)
    if blocks and blocks[0]["t"] == "Div" and blocks[0]["c"][1]:
        attributes, inner = blocks[0]["c"]
        new = map_top(inner, function)
        if not new:
            return map_top(blocks[1:], function)
        return [{**blocks[0], "c": [attributes, new]}, *blocks[1:]]
    return list(blocks)

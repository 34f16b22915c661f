"""What a mouse would show, as words on paper.

``<abbr title="…">`` and the titles of links and images appear where a pointer rests; on paper
none does. There they follow in brackets: an expansion at the first use of its abbreviation, and
only where the text does not say it itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from plainlang.ast import attr, stringify, text, transform_structures
from plainlang.document import Block

#: The class of the spans that are put in.
EXPANSION_CLASS = "expansion"

#: Titles that are no words: addresses, and names of files that editors put there.
_NO_WORDS = re.compile(r"\S*://\S*|www\.\S+|[^\s/]+\.[A-Za-z0-9]{2,4}")


def spell_out(blocks: Sequence[Block]) -> tuple[Block, ...]:
    """Return ``blocks`` with each title in brackets behind its first use."""
    shown: set[tuple[str, str]] = set()
    said = ""
    unread: list[Block] = []

    def told() -> str:
        nonlocal said
        said = " ".join([said, *(_folded(stringify(block)) for block in unread)])
        unread.clear()
        return said

    def visit(element: dict[str, Any]) -> dict[str, Any] | list[dict[str, Any]]:
        title, own = _title(element), ""
        if title:
            own = _folded(stringify(element, notes=False))
            pair = (own, _folded(title))
            if pair not in shown and pair[1] and pair[1] not in told() and pair[1] not in own:
                shown.add(pair)
                span = attr(classes=[EXPANSION_CLASS])
                return [
                    element,
                    {"t": "Space"},
                    {"t": "Span", "c": [span, text(f"({title})")]},
                ]
        return element

    result: list[Block] = []
    for block in blocks:
        unread.append(block)
        result.append(transform_structures(block, visit))
    return tuple(result)


def _title(element: dict[str, Any]) -> str:
    """Return the title of a span, link or image on one line; empty where there is none."""
    title = ""
    if element["t"] == "Span":
        title = next((value for key, value in element["c"][0][2] if key == "title"), "")
    elif element["t"] in {"Link", "Image"}:
        title = element["c"][2][1]
    title = " ".join(title.split())
    return "" if _NO_WORDS.fullmatch(title) else title


def _folded(value: str) -> str:
    return " ".join(re.sub(r"[\W_]+", " ", value).casefold().split())

"""The links of a document with what they say, in reading order."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any

from plainlang.ast import parts_of, stringify, structures
from plainlang.document import Block


@dataclass(frozen=True, slots=True)
class Link:
    """One link.

    :param text: what is read aloud: its words and the alternative text of its images, on one line.
    :param target: where it leads.
    :param line: 1-based line of the source, ``None`` where it is not known.
    :param image: it holds an image.
    """

    text: str
    target: str
    line: int | None
    image: bool


def links_of(blocks: Sequence[Block]) -> Iterator[Link]:
    """Yield the links in ``blocks``; one without a line of its own has that of its block."""
    stack: list[tuple[Any, int | None]] = [(blocks, None)]
    while stack:
        value, line = stack.pop()
        if isinstance(value, dict):
            line = value.get("line", line)
            if value.get("t") == "Link":
                _, inlines, (target, _) = value["c"]
                text = " ".join(stringify(inlines, notes=False).split())
                image = any(element["t"] == "Image" for element in structures(inlines))
                yield Link(text, target, line, image)
            elif isinstance(value.get("c"), list):
                stack.append((value["c"], line))
        elif isinstance(value, (list, tuple)):
            stack += [(item, line) for item in reversed(parts_of(value))]

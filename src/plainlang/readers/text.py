"""Plain text: paragraphs between blank lines, and nothing else means anything.

An asterisk, a hash or an angle bracket is a character here. Only lines that begin with a
bullet become a list, because a list that runs together as a paragraph cannot be read.
"""

from __future__ import annotations

import re

from plainlang.ast import text as inlines_of
from plainlang.document import Block, Inline
from plainlang.engines import Engines
from plainlang.readers.base import Parsed

#: The AST version that pandoc 3.9 writes; pandoc reads any 1.23.
API_VERSION = (1, 23, 1)
#: White space at which a line may break; the others (``5 mg`` with U+00A0) hold words together.
_SPACES = re.compile(r"[^\S\u00a0\u2007\u202f]+")
_BULLET = re.compile(r"\s*[-*•‣◦–]\s+(?=\S)")


def read_text(text: str, file: str, engines: Engines) -> Parsed:
    """Return the paragraphs and bulleted lists of a plain text."""
    blocks: list[Block] = []
    paragraph: list[tuple[int, str]] = []
    for number, line in enumerate([*text.split("\n"), ""], 1):
        if line.strip():
            paragraph.append((number, line))
        elif paragraph:
            blocks.extend(_blocks(paragraph))
            paragraph = []
    return Parsed(tuple(blocks), API_VERSION)


def _blocks(lines: list[tuple[int, str]]) -> list[Block]:
    bullets = [bool(_BULLET.match(line)) for _, line in lines]
    if sum(bullets) < 2:
        return [_leaf("Para", lines)]
    first = bullets.index(True)
    items: list[list[tuple[int, str]]] = []
    for bullet, (number, line) in zip(bullets[first:], lines[first:], strict=True):
        if bullet:
            items.append([(number, _BULLET.sub("", line, count=1))])
        else:
            items[-1].append((number, line))
    result = [_leaf("Para", lines[:first])] if first else []
    bullet_list: Block = {
        "t": "BulletList",
        "c": [[_leaf("Plain", item)] for item in items],
        "line": lines[first][0],
    }
    return [*result, bullet_list]


def _leaf(kind: str, lines: list[tuple[int, str]]) -> Block:
    inlines: list[Inline] = []
    for _, line in lines:
        if inlines:
            inlines.append({"t": "SoftBreak"})
        inlines.extend(inlines_of(_SPACES.sub(" ", line).strip(" ")))
    return {"t": kind, "c": inlines, "line": lines[0][0]}

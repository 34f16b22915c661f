"""How wide words and cells are, so that nothing runs off the page.

Widths are estimates in em of the body size, made from the font's own advances; bold text, words
that another font sets and the kerning that is left out make them rather too large than too
small.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from plainlang import ast
from plainlang.fonts import Metrics

Element = dict[str, Any]

#: Width in em that one level of a list or quotation takes from its line.
INDENT = 2.0

#: Characters of the monospaced font have this width in em (DejaVu Sans Mono: 1233/2048).
MONOSPACE_ADVANCE = 0.602

#: Space between two paragraphs or items, in lines.
_GAP = 0.7

#: Where an address may be broken: after these, which is where readers expect it.
_SEAMS = re.compile(r"(?<=[/?&=#@:;,._~%+-])(?=[^/?&=#@:;,._~%+-])")

#: Scripts that are broken between their letters or by a dictionary, not at spaces: everything
#: from Hebrew on. Their text has no "longest word".
_FIRST_OTHER_SCRIPT = "\u0590"
_LAST_OTHER_SCRIPT = "\u1dff"
_FIRST_IDEOGRAPH = "\u2e80"


def breaks_by_itself(word: str) -> bool:
    """Tell whether Typst finds places to break ``word`` without help, by its script."""
    return any(
        _FIRST_OTHER_SCRIPT <= c <= _LAST_OTHER_SCRIPT or c >= _FIRST_IDEOGRAPH for c in word
    )


def pieces(word: str, metrics: Metrics, limit: float, *, bold: bool = False) -> list[str]:
    """Return ``word`` cut where it may be broken so that no piece is wider than ``limit`` em.

    A word that fits is one piece. A longer one is cut after the seams of addresses and names of
    chemicals; what is still too wide is cut anywhere, because clipped text is worse.
    """
    if breaks_by_itself(word) or metrics.width(word, bold=bold) <= limit:
        return [word]
    result: list[str] = []
    for part in _SEAMS.split(word):
        # Measured once: a word may be a megabyte long.
        left = metrics.widths_from(part, bold=bold)
        start = 0
        while start < len(part) and left[start] > limit:
            size = max(1, int((len(part) - start) * limit / left[start]) - 1)
            result.append(part[start : start + size])
            start += size
        if start < len(part):
            result.append(part[start:])
    return result


def lines(blocks: Sequence[Element], depth: int = 0) -> Iterator[tuple[str, int, bool]]:
    """Yield each line of text that ``blocks`` would make on endless paper.

    Each comes with the number of lists and quotations around it and whether it is bold.
    """
    for block in blocks:
        kind, content = block["t"], block.get("c", [])
        if kind in {"Para", "Plain", "Header"}:
            text = ast.stringify(content, notes=False, alt=False)
            bold = kind == "Header" or any(e["t"] == "Strong" for e in ast.structures(content))
            yield from ((line, depth, bold) for line in text.split("\n"))
        elif kind == "CodeBlock":
            yield from ((line, depth, True) for line in content[1].split("\n"))
        elif kind == "BulletList":
            for item in content:
                yield from lines(item, depth + 1)
        elif kind == "OrderedList":
            for item in content[1]:
                yield from lines(item, depth + 1)
        elif kind == "DefinitionList":
            for term, definitions in content:
                yield ast.stringify(term, notes=False), depth, True
                for definition in definitions:
                    yield from lines(definition, depth)
        elif kind == "BlockQuote":
            yield from lines(content, depth + 1)
        elif kind == "Div":
            yield from lines(content[1], depth)
        elif kind == "Figure":
            yield from lines(content[2], depth)
            yield from lines(content[1][1], depth)


def height(
    blocks: Sequence[Element], metrics: Metrics, width: float, *, bold: bool = False
) -> float:
    """Return about how many lines ``blocks`` take in a column that is ``width`` em wide."""
    total = 0.0
    for line, depth, strong in lines(blocks):
        room = max(width - depth * INDENT, 1.0)
        total += max(1, ceil(metrics.width(line, bold=bold or strong) / room)) + _GAP
    return total


def widths(
    blocks: Sequence[Element], metrics: Metrics, *, bold: bool, longest_word: float
) -> tuple[float, float]:
    """Return the least and the natural width of a cell's content, in em.

    :param bold: the whole cell is set bold.
    :param longest_word: longer words than this are broken (:func:`pieces`), so they count as
        having this width.
    """
    least = natural = 0.0
    for line, depth, strong in lines(blocks):
        indent = depth * INDENT
        natural = max(natural, indent + metrics.width(line, bold=bold or strong))
        for word in line.split():
            width = longest_word
            if not breaks_by_itself(word):
                width = min(metrics.width(word, bold=bold or strong), longest_word)
            else:
                width = min(len(word), 4)  # a few ideographs, or a word of another script
            least = max(least, indent + width)
    return least, natural

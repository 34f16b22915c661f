"""Pandoc's grid tables, the one table of Markdown whose cells can span rows and columns.

``commonmark_x`` does not know them and would print their lines as text. They are taken out
before the text is read, and read by pandoc's own Markdown reader.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from plainlang.ast import transform
from plainlang.document import Block
from plainlang.engines import Engines

#: How pandoc reads a grid table: what is switched off is off in plainlang's Markdown, too.
GRID_FORMAT = (
    "markdown-smart-superscript-subscript-fancy_lists-example_lists-tex_math_dollars"
    "-yaml_metadata_block-raw_attribute-raw_tex-latex_macros-citations-auto_identifiers"
    "-implicit_header_references-pandoc_title_block"
)
_BORDER = re.compile(r"\+(?:[-=:]{3,}\+)+\s*")
_ROW = re.compile(r"[+|].*[+|]\s*")
_FENCE = re.compile(r"\s*(`{3,}|~{3,})")
_CLASS = "plainlang-grid-table"


@dataclass(frozen=True, slots=True)
class Grids:
    """The grid tables of a text.

    :param body: the text with a block of code in the place of each table, line for line.
    :param sources: the tables as they were written.
    """

    body: str
    sources: tuple[str, ...]


def without_grids(body: str) -> Grids:
    """Take the grid tables out of ``body``; a table within a list or quotation is left."""
    if "+--" not in body and "+==" not in body and "+:-" not in body:
        return Grids(body, ())
    lines = body.split("\n")
    sources: list[str] = []
    fence = ""
    index = 0
    while index < len(lines):
        mark = _FENCE.match(lines[index])
        if fence:
            if mark and mark[1].startswith(fence) and not lines[index].strip().strip(fence[0]):
                fence = ""
        elif mark:
            fence = mark[1]
        elif _BORDER.fullmatch(lines[index]) and (not index or not lines[index - 1].strip()):
            end = index
            while end + 1 < len(lines) and _ROW.fullmatch(lines[end + 1]):
                end += 1
            if end > index + 1 and _BORDER.fullmatch(lines[end]):
                sources.append("\n".join(lines[index : end + 1]))
                lines[index] = f"~~~~~~~~ {_CLASS}-{len(sources) - 1}"
                lines[end] = "~~~~~~~~"
            index = end
        index += 1
    return Grids("\n".join(lines), tuple(sources))


def with_grids(blocks: tuple[Block, ...], grids: Grids, engines: Engines) -> tuple[Block, ...]:
    """Return ``blocks`` with the tables in their places.

    :raises EngineError: if pandoc cannot read a table.
    """
    if not grids.sources:
        return blocks

    def visit(element: Block) -> Block | list[Block]:
        if element["t"] != "CodeBlock" or not element["c"][0][1]:
            return element
        name, _, number = element["c"][0][1][0].rpartition("-")
        if name != _CLASS or not number.isdigit() or int(number) >= len(grids.sources):
            return element
        read: list[Block] = engines.pandoc.read(grids.sources[int(number)] + "\n", GRID_FORMAT)[
            "blocks"
        ]
        line = element.get("line")
        return [block if line is None else {**block, "line": line} for block in read]

    return tuple(transform(blocks, visit))

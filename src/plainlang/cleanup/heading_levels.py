"""Levels of headings: the title has level 1, and below it none is left out.

ISO 14289-1 (PDF/UA-1), clause 7.4.2, and the same practice in EPUB and HTML.
"""

from __future__ import annotations

from dataclasses import replace

from plainlang.ast import stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import map_leaves
from plainlang.cleanup.wording import counted, quoted
from plainlang.document import Block, Change, Document

#: The level of the body's first headings: the title above them has level 1.
TOP = 2
#: The lowest level that HTML and the PDF structure types H1 to H6 have.
LOWEST = 6


class HeadingLevels:
    """Renumber headings so that they begin at level 2 and never skip one."""

    name = "heading-levels"
    summary = "Renumber the levels of headings so that none is skipped."

    def __call__(self, document: Document) -> Result:
        """Return the document with levels from 2 to 6; which heading is above which stays."""
        above: list[tuple[int, int]] = []
        moved: list[tuple[str, int | None, int, int]] = []

        def visit(leaf: Block, line: int | None) -> Block:
            if leaf["t"] != "Header":
                return leaf
            given, attributes, inlines = leaf["c"]
            while above and above[-1][0] >= given:
                above.pop()
            level = min(above[-1][1] + 1, LOWEST) if above else TOP
            above.append((given, level))
            if level == given:
                return leaf
            moved.append((stringify(inlines), line, given, level))
            return {**leaf, "c": [level, attributes, inlines]}

        blocks = map_leaves(document.blocks, visit)
        if not moved:
            return Result(document)
        text, line, given, level = moved[0]
        message = (
            f"Changed the level of {counted(len(moved), 'heading')}, so that no level is left out "
            f"below the title; the first is {quoted(text)}, from {given} to {level}"
        )
        change = Change(self.name, line, message)
        return Result(replace(document, blocks=tuple(blocks)), (change,))

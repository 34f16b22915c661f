"""Where on the page something stands: what decides over its line breaks and its size."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from plainlang.fonts import Metrics
from plainlang.writers.typst_labels import Labels
from plainlang.writers.typst_measure import height

Element = dict[str, Any]

#: Writes blocks that stand at a place.
BlockWriter = Callable[[Sequence[Element], "Place"], list[Element]]

#: Width in em below which no line is taken for shorter: one long syllable.
_NARROWEST = 3.0

#: Distance of two lines in em, at most (leading and the height of a line).
_LINE_DISTANCE = 1.5


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the page inlines and blocks stand.

    :param width: width of a line in em of the body size.
    :param height: height of the text area in em.
    :param write: writes the blocks of a note.
    :param images: name of each asset's file beside the Typst source.
    :param heading_sizes: sizes of the headings as multiples of the body size.
    :param scale: size of the text here as a multiple of the body size.
    :param heading: the text is a heading.
    :param struck: the text is struck out.
    :param spelled: the text needs its spelling in the finished file (:func:`needs_spelling`).
    :param bold: the text is bold.
    :param direction: ``ltr`` or ``rtl``.
    :param addresses: the blocks are the list of web addresses, numbered as its links are.
    """

    width: float
    height: float
    metrics: Metrics
    labels: Labels
    write: BlockWriter
    images: dict[str, str]
    heading_sizes: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    scale: float = 1.0
    heading: bool = False
    struck: bool = False
    spelled: bool = False
    bold: bool = False
    addresses: bool = False
    direction: str = "ltr"

    def directed(self, direction: str) -> Place:
        """Return the place for text whose direction is stated, itself where it is not."""
        return replace(self, direction=direction) if direction in {"ltr", "rtl"} else self

    def keeps(self, blocks: Sequence[Element]) -> bool:
        """Tell whether ``blocks`` are short enough to be kept on one page.

        They are a third of a page by estimate, so that they fit even where that is far off.
        """
        lines = self.height / _LINE_DISTANCE
        return height(blocks, self.metrics, self.width, bold=self.bold) <= lines / 3

    def narrower(self, by: float) -> Place:
        """Return the place with lines that are ``by`` em shorter."""
        return self.inside(self.width - by, bold=self.bold)

    def inside(self, width: float, *, bold: bool) -> Place:
        """Return the place of a table's cell, or of other content with lines of its own.

        :param width: in em.
        """
        return replace(self, width=max(width, _NARROWEST), bold=bold, addresses=False)

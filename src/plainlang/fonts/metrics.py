"""What a font's own tables say: the characters it has, and how wide they are."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from plainlang.fonts.families import FontFamily

#: Bold letters are wider than regular ones: measured 1.084 for Atkinson Hyperlegible and 1.061
#: for Noto Sans (85 letters of drug names, words and a web address), rounded up.
BOLD = 1.1

#: Width in em of a character that the font does not have: another font will set it, and few
#: characters outside the CJK blocks are wider than this.
_UNKNOWN = 1.0


@dataclass(frozen=True, slots=True)
class Metrics:
    """The regular weight of one family.

    :param advances: the width of each character that it has, by code point, in font units.
    :param units: font units in 1 em.
    """

    advances: Mapping[int, int]
    units: int

    def has(self, character: str) -> bool:
        """Tell whether the family has a glyph for ``character``."""
        return ord(character) in self.advances

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return the width of ``text`` set in one line, in em, without kerning."""
        total = 0
        unknown = 0
        for character in text:
            advance = self.advances.get(ord(character))
            if advance is None:
                unknown += 1
            else:
                total += advance
        return self._em(total, unknown, bold)

    def widths_from(self, text: str, *, bold: bool = False) -> list[float]:
        """Return the width in em of what is left of ``text`` from each of its characters on."""
        result: list[float] = []
        total = 0
        unknown = 0
        for character in reversed(text):
            advance = self.advances.get(ord(character))
            if advance is None:
                unknown += 1
            else:
                total += advance
            result.append(self._em(total, unknown, bold))
        result.reverse()
        return result

    def _em(self, total: int, unknown: int, bold: bool) -> float:
        width = total / self.units + unknown * _UNKNOWN
        return width * BOLD if bold else width


@cache
def metrics(family: FontFamily) -> Metrics:
    """Return the metrics of an installed family; read once per process (5 to 10 ms each).

    :raises MissingProgramError: if the family is not installed.
    """
    from fontTools.ttLib import TTFont  # 40 ms, and not every command needs it

    path = family.regular_file()
    with TTFont(path, lazy=True, fontNumber=_number(path, family.name)) as font:
        widths = font["hmtx"].metrics
        advances = {point: widths[glyph][0] for point, glyph in font.getBestCmap().items()}
        return Metrics(advances, font["head"].unitsPerEm)


def _number(path: Path, name: str) -> int:
    """Return the place of a family in a font collection; -1 where the file is no collection."""
    from fontTools.ttLib import TTCollection

    if path.suffix != ".ttc":
        return -1
    with TTCollection(path, lazy=True) as collection:
        names = [font["name"].getDebugName(1) for font in collection.fonts]
    return names.index(name)

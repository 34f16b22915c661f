"""What a font's own tables say: the characters it has, and how wide they are."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache
from typing import Any

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

    :param characters: the code points that it has.
    """

    characters: frozenset[int]
    _glyphs: dict[int, str] = field(repr=False)
    _advances: Any = field(repr=False)
    _units: int = field(repr=False)

    def width(self, text: str, *, bold: bool = False) -> float:
        """Return the width of ``text`` set in one line, in em, without kerning."""
        total = 0
        unknown = 0
        for character in text:
            glyph = self._glyphs.get(ord(character))
            if glyph is None:
                unknown += 1
            else:
                total += self._advances[glyph][0]
        width = total / self._units + unknown * _UNKNOWN
        return width * BOLD if bold else width


@cache
def metrics(family: FontFamily) -> Metrics:
    """Return the metrics of an installed family; read once per process (4 to 7 ms each).

    :raises MissingProgramError: if the family is not installed.
    """
    from fontTools.ttLib import TTFont  # 40 ms, and not every command needs it

    font = TTFont(family.regular_file(), lazy=True)
    glyphs: dict[int, str] = font.getBestCmap()
    return Metrics(frozenset(glyphs), glyphs, font["hmtx"], font["head"].unitsPerEm)

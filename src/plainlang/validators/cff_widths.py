"""The widths of CID-keyed CFF fonts, which are those of Noto Sans CJK.

page-validation 0.11 takes the width of each of their glyphs for 0 where the font matrices of
the program stand in its ``FDArray`` (Adobe Technical Note 5176, section 19), and so calls every
PDF with such a font broken. What ISO 14289-1, 7.21.5 demands is therefore read here: ``/W`` and
``/DW`` say the widths that the embedded program has.
"""

from __future__ import annotations

import io
from collections.abc import Iterator
from typing import Any

import pikepdf

#: How far two widths may differ, in thousandths of an em (ISO 14289-1, 7.21.5).
TOLERANCE = 1.0

#: The width of a glyph that ``/W`` does not name, where ``/DW`` is absent (ISO 32000-1, table 117).
_DEFAULT_WIDTH = 1000.0


def cff_widths_agree(data: bytes) -> bool:
    """Tell whether every CID-keyed CFF font of a PDF has the widths that the PDF states."""
    with pikepdf.open(io.BytesIO(data)) as pdf:
        return all(_agrees(font) for font in _fonts(pdf))


def _fonts(pdf: pikepdf.Pdf) -> Iterator[Any]:
    for item in pdf.objects:
        if (
            isinstance(item, pikepdf.Dictionary)
            and item.get("/Subtype") == "/CIDFontType0"
            and "/FontFile3" in item.get("/FontDescriptor", {})
        ):
            yield item


def _agrees(font: Any) -> bool:
    stated = _stated(font.get("/W", ()))
    default = float(font.get("/DW", _DEFAULT_WIDTH))
    program = font.FontDescriptor.FontFile3.read_bytes()
    return all(
        abs(width - stated.get(cid, default)) <= TOLERANCE for cid, width in _widths(program)
    )


def _stated(entries: Any) -> dict[int, float]:
    """Return the widths of ``/W``: ``c [w1 w2 …]`` and ``first last w`` (ISO 32000-1, 9.7.4.3)."""
    result: dict[int, float] = {}
    items = list(entries)
    place = 0
    while place < len(items):
        first, second = int(items[place]), items[place + 1]
        if isinstance(second, pikepdf.Array):
            result |= {first + n: float(width) for n, width in enumerate(second)}
            place += 2
        else:
            width = float(items[place + 2])
            result |= dict.fromkeys(range(first, int(second) + 1), width)
            place += 3
    return result


def _widths(program: bytes) -> Iterator[tuple[int, float]]:
    """Yield CID and width, in thousandths of an em, of each glyph of a CFF program."""
    from fontTools.cffLib import CFFFontSet
    from fontTools.pens.basePen import NullPen

    fonts = CFFFontSet()
    fonts.decompile(io.BytesIO(program), None)
    top = fonts[0]
    outer = top.rawDict.get("FontMatrix")
    for cid, name in enumerate(top.charset):
        glyph, selected = top.CharStrings.getItemAndSelector(name)
        glyph.draw(NullPen())
        inner = top.FDArray[selected].rawDict.get("FontMatrix") if hasattr(top, "FDArray") else None
        number = int(name.removeprefix("cid")) if name.startswith("cid") else cid
        yield number, glyph.width * _scale(outer, inner) * 1000


def _scale(outer: Any, inner: Any) -> float:
    """Return the horizontal scale of both font matrices; 0.001 where neither is given."""
    if outer is None and inner is None:
        return 0.001
    return float((outer or [1])[0]) * float((inner or [1])[0])

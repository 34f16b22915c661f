"""Read what a PDF's pages draw: every run of text with its size and its marked content.

This follows ISO 32000-1, clauses 8.4 (graphics state), 9 (text), 9.10.3 (ToUnicode) and 14.6
(marked content), as far as the size and the characters of text need it. Spaces are taken from
the text, not from gaps: Typst writes them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from math import hypot
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    import pikepdf

#: What stands for a character code without a Unicode value.
UNKNOWN = "\ufffd"

#: Forms within forms deeper than this are no drawing any program makes.
_DEEPEST_FORM = 12

_Matrix = tuple[float, float, float, float]
_IDENTITY: _Matrix = (1.0, 0.0, 0.0, 1.0)


@dataclass(frozen=True, slots=True)
class Run:
    """Text that one operator shows.

    :param page: 0-based.
    :param mcid: the marked content that it belongs to, ``None`` outside of any.
    :param text: in the order in which it is read.
    :param size: height of 1 em on the page, in points.
    :param artifact: it is decoration, a page number for example, and not read aloud.
    :param form: it is inside a form XObject, that is, in a drawing.
    """

    page: int
    mcid: int | None
    text: str
    size: float
    artifact: bool
    form: bool


@dataclass(slots=True)
class _State:
    matrix: _Matrix
    font: _Font | None = None
    size: float = 0.0


@dataclass(frozen=True, slots=True)
class _Font:
    characters: dict[int, str]
    width: int

    def glyphs(self, codes: bytes) -> list[str]:
        step = self.width
        get = self.characters.get
        if step == 1:
            return [get(code, UNKNOWN) for code in codes]
        return [get(codes[i] << 8 | codes[i + 1], UNKNOWN) for i in range(0, len(codes) - 1, 2)]


@dataclass(slots=True)
class _Mark:
    """One level of marked content: what it says for the text inside it."""

    mcid: int | None
    artifact: bool
    reversed: bool
    actual: str | None
    shown: bool = False


def runs(pdf: pikepdf.Pdf) -> Iterator[Run]:
    """Yield the text of all pages in the order in which it is drawn."""
    fonts: dict[tuple[int, int], _Font] = {}
    for number, page in enumerate(pdf.pages):
        resources: Any = page.obj.get("/Resources", {})
        yield from _stream(page, resources, number, _State(_IDENTITY), fonts, [], 0)


def _stream(
    stream: Any,
    resources: Any,
    page: int,
    state: _State,
    fonts: dict[tuple[int, int], _Font],
    marks: list[_Mark],
    depth: int,
) -> Iterator[Run]:
    import pikepdf

    saved: list[_State] = []
    line: _Matrix = _IDENTITY
    instructions: Any = pikepdf.parse_content_stream(stream)
    for operands, operator in instructions:
        name = str(operator)
        if name in {"Tj", "TJ", "'", '"'}:
            glyphs = _glyphs(state.font, operands[-1])
            if glyphs:
                size = state.size * _height(_multiply(line, state.matrix))
                yield _run(glyphs, page, size, marks, depth > 0)
        elif name == "Tf":
            state.font = _font(resources, operands[0], fonts)
            state.size = float(operands[1])
        elif name == "Tm":
            line = _linear(operands)
        elif name == "BT":
            line = _IDENTITY
        elif name == "cm":
            state.matrix = _multiply(_linear(operands), state.matrix)
        elif name == "q":
            saved.append(_State(state.matrix, state.font, state.size))
        elif name == "Q":
            if saved:
                state = saved.pop()
        elif name in {"BDC", "BMC"}:
            marks.append(_mark(operands, resources, marks))
        elif name == "EMC":
            if marks:
                marks.pop()
        elif name == "Do" and depth < _DEEPEST_FORM:
            form = resources.get("/XObject", {}).get(str(operands[0]))
            if form is not None and form.get("/Subtype") == "/Form":
                matrix = _linear(form.get("/Matrix", [1, 0, 0, 1, 0, 0]))
                inner = _State(_multiply(matrix, state.matrix), state.font, state.size)
                within = form.get("/Resources", resources)
                yield from _stream(form, within, page, inner, fonts, marks, depth + 1)


def _run(glyphs: list[str], page: int, size: float, marks: list[_Mark], form: bool) -> Run:
    mcid = next((mark.mcid for mark in reversed(marks) if mark.mcid is not None), None)
    artifact = any(mark.artifact for mark in marks)
    actual = next((mark for mark in marks if mark.actual is not None), None)
    if actual is not None:
        # It replaces all that is inside it, so it is given once.
        text = "" if actual.shown else actual.actual or ""
        actual.shown = True
    elif any(mark.reversed for mark in marks):
        text = "".join(reversed(glyphs))
    else:
        text = "".join(glyphs)
    return Run(page, mcid, text, size, artifact, form)


def _mark(operands: Any, resources: Any, marks: list[_Mark]) -> _Mark:
    import pikepdf

    tag = str(operands[0])
    properties = operands[1] if len(operands) > 1 else None
    if isinstance(properties, pikepdf.Name):
        properties = resources.get("/Properties", {}).get(str(properties))
    mcid = actual = None
    if isinstance(properties, pikepdf.Dictionary):
        if "/MCID" in properties:
            mcid = int(properties["/MCID"])
        if "/ActualText" in properties:
            actual = str(properties["/ActualText"])
    return _Mark(mcid, tag == "/Artifact", tag == "/ReversedChars", actual)


def _glyphs(font: _Font | None, shown: Any) -> list[str]:
    import pikepdf

    if font is None:
        return []
    if isinstance(shown, pikepdf.Array):
        parts = [bytes(part) for part in shown if isinstance(part, pikepdf.String)]
        return font.glyphs(b"".join(parts))
    return font.glyphs(bytes(shown))


def _font(resources: Any, name: Any, fonts: dict[tuple[int, int], _Font]) -> _Font:
    font = resources["/Font"][str(name)]
    known = fonts.get(font.objgen)
    if known is None:
        source = font.get("/ToUnicode")
        characters = to_unicode(source.read_bytes()) if source is not None else {}
        known = _Font(characters, 2 if font.get("/Subtype") == "/Type0" else 1)
        if font.objgen != (0, 0):
            fonts[font.objgen] = known
    return known


_SECTION = re.compile(rb"beginbf(char|range)(.*?)endbf", re.DOTALL)
_PAIR = re.compile(rb"<([\da-fA-F\s]+)>\s*<([\da-fA-F\s]*)>")
_RANGE = re.compile(
    rb"<([\da-fA-F\s]+)>\s*<([\da-fA-F\s]+)>\s*(?:<([\da-fA-F\s]*)>|\[(.*?)\])", re.DOTALL
)
_HEX = re.compile(rb"<([\da-fA-F\s]*)>")


def to_unicode(source: bytes) -> dict[int, str]:
    """Return the character of each code in a ToUnicode CMap (ISO 32000-1, 9.10.3)."""
    result: dict[int, str] = {}
    for kind, section in _SECTION.findall(source):
        if kind == b"char":
            for code, value in _PAIR.findall(section):
                result[int(code, 16)] = _utf16(value)
            continue
        for first, last, value, values in _RANGE.findall(section):
            start, end = int(first, 16), int(last, 16)
            listed = [_utf16(item) for item in _HEX.findall(values)]
            if not listed:
                head = _utf16(value)
                listed = [
                    head[:-1] + chr(ord(head[-1]) + offset) if head else ""
                    for offset in range(end - start + 1)
                ]
            result.update(zip(range(start, end + 1), listed, strict=False))
    return result


def _utf16(value: bytes) -> str:
    return bytes.fromhex(value.decode()).decode("utf-16-be", errors="replace")


def _linear(operands: Any) -> _Matrix:
    a, b, c, d = (float(operands[index]) for index in range(4))
    return a, b, c, d


def _multiply(first: _Matrix, second: _Matrix) -> _Matrix:
    a, b, c, d = first
    e, f, g, h = second
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h


def _height(matrix: _Matrix) -> float:
    return hypot(matrix[2], matrix[3])

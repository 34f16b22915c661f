"""Read what a PDF's pages draw: every run of text with its size and its marked content.

This follows ISO 32000-1, clauses 8.4 (graphics state), 9 (text), 9.10.3 (ToUnicode) and 14.6
(marked content), as far as the size and the characters of text need it. Spaces are taken from
the text, not from gaps: Typst writes them all.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from math import hypot
from struct import unpack
from typing import TYPE_CHECKING, Any

from plainlang.validators.pdf_operators import Matrix, operators

if TYPE_CHECKING:
    import pikepdf

#: What stands for a character code without a Unicode value.
UNKNOWN = "\ufffd"

#: Forms within forms deeper than this are no drawing any program makes.
_DEEPEST_FORM = 12

_SPACES = b"\0\t\n\f\r "

_IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0)


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
    matrix: Matrix
    font: _Font | None = None
    size: float = 0.0


class _Characters(dict[int, str]):
    """The characters of a font's codes."""

    def __missing__(self, code: int) -> str:
        return UNKNOWN


@dataclass(frozen=True, slots=True)
class _Font:
    characters: _Characters
    width: int

    def glyphs(self, codes: bytes) -> list[str]:
        if self.width == 1:
            return [self.characters[code] for code in codes]
        pairs = unpack(f">{len(codes) // 2}H", codes[: len(codes) // 2 * 2])
        return [self.characters[code] for code in pairs]


@dataclass(slots=True)
class _Mark:
    """One level of marked content: what it says for the text inside it."""

    mcid: int | None
    artifact: bool
    reversed: bool
    actual: str | None
    shown: bool = False


@dataclass(frozen=True, slots=True)
class _Known:
    """What was read once and serves the whole file."""

    fonts: dict[tuple[int, int], _Font] = field(default_factory=dict)
    #: By the source of tag and properties, where that is all of them.
    marks: dict[bytes, _Mark] = field(default_factory=dict)


def runs(pdf: pikepdf.Pdf) -> Iterator[Run]:
    """Yield the text of all pages in the order in which it is drawn."""
    known = _Known()
    for number, page in enumerate(pdf.pages):
        resources: Any = page.obj.get("/Resources", {})
        yield from _stream(page, resources, number, _State(_IDENTITY), known, [], 0)


def _stream(
    stream: Any,
    resources: Any,
    page: int,
    state: _State,
    known: _Known,
    marks: list[_Mark],
    depth: int,
) -> Iterator[Run]:
    saved: list[_State] = []
    line: Matrix = _IDENTITY
    fonts: dict[str, _Font] = {}
    for name, operand in operators(stream):
        if name == "box":
            if operand.font not in fonts:
                fonts[operand.font] = _font(resources, operand.font, known.fonts)
            line = operand.line
            glyphs = fonts[operand.font].glyphs(operand.shown)
            if glyphs:
                matrix = _multiply(line, _multiply(operand.matrix, state.matrix))
                within_box = [*marks, _mark(operand.mark, resources, known.marks)]
                yield _run(glyphs, page, operand.size * _height(matrix), within_box, depth > 0)
        elif name == "show":
            glyphs = state.font.glyphs(operand) if state.font is not None else []
            if glyphs:
                size = state.size * _height(_multiply(line, state.matrix))
                yield _run(glyphs, page, size, marks, depth > 0)
        elif name == "Tf":
            font, state.size = operand
            if font not in fonts:
                fonts[font] = _font(resources, font, known.fonts)
            state.font = fonts[font]
        elif name == "Tm":
            line = operand
        elif name == "BT":
            line = _IDENTITY
        elif name == "cm":
            state.matrix = _multiply(operand, state.matrix)
        elif name == "q":
            saved.append(_State(state.matrix, state.font, state.size))
        elif name == "Q":
            if saved:
                state = saved.pop()
        elif name == "mark":
            marks.append(_mark(operand, resources, known.marks))
        elif name == "EMC":
            if marks:
                marks.pop()
        elif name == "Do" and depth < _DEEPEST_FORM:
            form = resources.get("/XObject", {}).get(operand)
            if form is not None and form.get("/Subtype") == "/Form":
                matrix = _linear(form.get("/Matrix", [1, 0, 0, 1, 0, 0]))
                inner = _State(_multiply(matrix, state.matrix), state.font, state.size)
                within = form.get("/Resources", resources)
                yield from _stream(form, within, page, inner, known, marks, depth + 1)


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


def _mark(operand: Any, resources: Any, known: dict[bytes, _Mark]) -> _Mark:
    import pikepdf

    if isinstance(operand, bytes):
        if operand in known:
            return _fresh(known[operand])
        source = operand[:-3].rstrip(_SPACES)
        tag, *rest = pikepdf.Object.parse(b"[" + source + b"]").as_list()
        properties = rest[0] if rest else None
    else:
        tag, properties = operand
    shared = isinstance(properties, pikepdf.Name)
    if shared:
        properties = resources.get("/Properties", {}).get(str(properties))
    mcid = actual = None
    if isinstance(properties, pikepdf.Dictionary):
        if "/MCID" in properties:
            mcid = int(properties["/MCID"])
        if "/ActualText" in properties:
            actual = str(properties["/ActualText"])
    mark = _Mark(mcid, str(tag) == "/Artifact", str(tag) == "/ReversedChars", actual)
    if isinstance(operand, bytes) and not shared:
        known[operand] = mark
    return _fresh(mark)


def _fresh(mark: _Mark) -> _Mark:
    """Return ``mark`` for another place: whether its replacement was given is asked at each."""
    return replace(mark) if mark.actual is not None else mark


def _font(resources: Any, name: str, fonts: dict[tuple[int, int], _Font]) -> _Font:
    font = resources["/Font"][name]
    known = fonts.get(font.objgen)
    if known is None:
        source = font.get("/ToUnicode")
        characters = to_unicode(source.read_bytes()) if source is not None else {}
        known = _Font(_Characters(characters), 2 if font.get("/Subtype") == "/Type0" else 1)
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


def _linear(operands: Any) -> Matrix:
    a, b, c, d = (float(operands[index]) for index in range(4))
    return a, b, c, d


def _multiply(first: Matrix, second: Matrix) -> Matrix:
    a, b, c, d = first
    e, f, g, h = second
    return a * e + b * g, a * f + b * h, c * e + d * g, c * f + d * h


def _height(matrix: Matrix) -> float:
    return hypot(matrix[2], matrix[3])

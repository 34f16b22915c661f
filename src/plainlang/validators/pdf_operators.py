"""The operators of a content stream that say what text is shown, and nothing of the rest.

Most operators of a page draw lines and set colours, and a long document has a million of them.
One regular expression finds those that matter here (ISO 32000-1, 7.8.2 and annex A). It knows
the syntax that programs write, not all that is allowed: a stream in which it meets anything else
is read by qpdf's parser, which gives the same and takes ten times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Any, NamedTuple

#: Name and operand of an operator: ``show`` (the bytes of its strings), ``Tf`` (name of the font
#: and size), ``Tm`` and ``cm`` (the matrix without its shift), ``mark`` (the source of tag and
#: properties, or both as objects of pikepdf), ``Do`` (name); ``BT``, ``q``, ``Q`` and ``EMC``.
#: ``box`` is a whole :class:`Box`.
Operator = tuple[str, Any]

#: A transformation without its shift.
Matrix = tuple[float, float, float, float]


class Box(NamedTuple):
    """Marked content that shows one text: ``mark q cm BT Tf Tm show ET Q EMC``."""

    mark: bytes
    matrix: Matrix
    font: str
    size: float
    line: Matrix
    shown: bytes


# Possessive signs stand behind classes of characters only: behind a group, Python before 3.11.5
# goes on from where a failed repetition stopped.
_SPACE = r"[\0\t\n\f\r ]*+"
_END = rf"(?![^\0\t\n\f\r ()<>\[\]{{}}/%]){_SPACE}"
_NUMBER = r"[+-]?(?:\d++\.?\d*+|\.\d++)"
_NAME = r"/[^\0-\x20()<>\[\]{}/%#\x7f-\xff]++"
# Brackets in brackets may stand unescaped. Escapes that Python would read in another way, and
# line ends that PDF would, are left to qpdf.
_PLAIN = r"[^()\\\r]++|\\(?:[nrtbf()\\]|[0-3][0-7][0-7])"
_TEXT = rf"\((?:{_PLAIN}|\((?:{_PLAIN}|\((?:{_PLAIN})*\))*\))*\)"
_HEX = r"<[\da-fA-F\0\t\n\f\r ]*+>"
_STRING = rf"(?:{_TEXT}|{_HEX})"
_NUMBERS = rf"(?:{_NUMBER}{_SPACE})"
_MARK = rf"{_NAME}{_SPACE}(?:(?:<<(?:[^<>()%]++|{_STRING})*>>|{_NAME}){_SPACE}BDC|BMC)"
# Paths, colours, the state of the graphics, and the places of text.
_WITHOUT_TEXT = (
    rf"(?:(?:{_NUMBER}|{_NAME}|\[{_SPACE}{_NUMBERS}*+\]){_SPACE})*"
    r"(?:[lmchvynsSfFwWJjMdigGKk]|[bBfW]\*|b|B|re|rg|ri|RG|gs|sh|CS|cs|SCN?|scn?"
    rf"|T[dDcLrswz*]|ET){_END}"
)

_OTHERS = rf"(?:{_WITHOUT_TEXT})*"


def _four(name: str) -> str:
    return rf"(?P<{name}>{_NUMBERS}{{4}}){_NUMBERS}{{2}}"


def _set_font(name: str, size: str) -> str:
    return rf"(?P<{name}>{_NAME}){_SPACE}(?P<{size}>{_NUMBER}){_SPACE}Tf{_END}"


def _array(name: str) -> str:
    return rf"\[(?P<{name}>(?:{_STRING}|{_NUMBER}|[\0\t\n\f\r ]++)*)\]{_SPACE}TJ{_END}"


def _string(name: str) -> str:
    return rf"(?P<{name}>{_STRING}){_SPACE}(?:Tj|'){_END}"


_OPERATOR = re.compile(
    # Marked content with one text at most, which is what Typst makes of each line and underline.
    rf"(?P<box>(?P<tag>{_MARK}){_END}q{_END}(?:{_four('place')}cm{_END})?{_OTHERS}"
    rf"(?P<text>BT{_END}{_OTHERS}{_set_font('face', 'points')}{_OTHERS}{_four('line')}Tm{_END}"
    rf"(?:{_array('many')}|{_string('one')}){_OTHERS})?Q{_END}EMC{_END})"
    rf"|(?P<other>(?:{_WITHOUT_TEXT})+)"
    rf"|(?P<bare>(?:BT|EMC|Q|q)){_END}"
    rf"|(?P<mark>{_MARK}){_END}"
    rf"|(?P<matrix>{_four('four')}(?P<which>cm|Tm)){_END}"
    rf"|(?P<font>{_set_font('name', 'size')})"
    rf"|(?P<array>{_array('parts')})"
    rf"|(?P<string>{_string('part')})"
    rf"|(?P<form>(?P<object>{_NAME}){_SPACE}Do){_END}"
    r"|(?P<unknown>.)".encode("latin-1"),
    re.DOTALL,
)
_START = re.compile(_SPACE.encode())
_STRINGS = re.compile(_STRING.encode("latin-1"))
_LESS_THAN = 0x3C
_ESCAPED = re.compile(rb"\\([()\\])")


def operators(stream: Any) -> Iterator[Operator]:
    """Yield the operators of a page or a form that have to do with text.

    :raises pikepdf.PdfError: if its content cannot be read.
    """
    found = _quick(_content(stream))
    yield from found if found is not None else _thorough(stream)


def _content(stream: Any) -> bytes:
    """Return the decoded content; the streams of a page are parted by a line end."""
    import pikepdf

    if not isinstance(stream, pikepdf.Page):
        return bytes(stream.read_bytes())
    content = stream.obj.get("/Contents", ())
    parts = content if isinstance(content, pikepdf.Array) else [content] if content else []
    return b"\n".join(part.read_bytes() for part in parts)


def _quick(data: bytes) -> list[Operator] | None:
    """Return the operators of ``data``, or ``None`` where they are not certain."""
    result: list[Operator] = []
    start = _START.match(data)
    for found in _OPERATOR.finditer(data, start.end() if start else 0):
        kind = found.lastgroup
        if kind == "box":
            if found["text"]:
                result.append(("box", _box(found)))
        elif kind == "bare":
            result.append((found["bare"].decode(), None))
        elif kind == "mark":
            result.append(("mark", found["mark"]))
        elif kind == "matrix":
            result.append((found["which"].decode(), _matrix(found["four"])))
        elif kind == "array":
            result.append(("show", _joined(found["parts"])))
        elif kind == "string":
            result.append(("show", _bytes(found["part"])))
        elif kind == "font":
            result.append(("Tf", (found["name"].decode(), float(found["size"]))))
        elif kind == "form":
            result.append(("Do", found["object"].decode()))
        elif kind == "unknown":
            return None
    return result


def _box(found: re.Match[bytes]) -> Box:
    tag, place, face, points, line, many, one = found.group(
        "tag", "place", "face", "points", "line", "many", "one"
    )
    return Box(
        tag,
        _matrix(place) if place else (1.0, 0.0, 0.0, 1.0),
        face.decode(),
        float(points),
        _matrix(line),
        _bytes(one) if many is None else _joined(many),
    )


@lru_cache(maxsize=1000)
def _matrix(source: bytes) -> Matrix:
    a, b, c, d = source.split()
    return float(a), float(b), float(c), float(d)


def _joined(parts: bytes) -> bytes:
    """Return what the strings of an array hold together."""
    strings: list[bytes] = _STRINGS.findall(parts)
    if any(string[0] == _LESS_THAN for string in strings):
        return b"".join(map(_bytes, strings))
    return _unescaped(b"".join([string[1:-1] for string in strings]))


def _bytes(source: bytes) -> bytes:
    """Return what a string of a content stream holds (ISO 32000-1, 7.3.4)."""
    if source[0] != _LESS_THAN:
        return _unescaped(source[1:-1])
    digits = b"".join(source[1:-1].split()).replace(b"\0", b"")
    return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())


def _unescaped(source: bytes) -> bytes:
    if b"\\" not in source:
        return source
    if b"\\\\" in source:
        source = _ESCAPED.sub(lambda m: b"\\%03o" % m[1][0], source)
    else:
        source = source.replace(b"\\(", b"(").replace(b"\\)", b")")
    return source.decode("unicode_escape").encode("latin-1")


def _thorough(stream: Any) -> Iterator[Operator]:
    import pikepdf

    instructions: Any = pikepdf.parse_content_stream(stream)
    for operands, operator in instructions:
        name = str(operator)
        if name in {"Tj", "TJ", "'", '"'}:
            shown = operands[-1]
            parts = shown if isinstance(shown, pikepdf.Array) else [shown]
            yield "show", b"".join(bytes(p) for p in parts if isinstance(p, pikepdf.String))
        elif name == "Tf":
            yield "Tf", (str(operands[0]), float(operands[1]))
        elif name in {"Tm", "cm"}:
            a, b, c, d = (float(operand) for operand in list(operands)[:4])
            yield name, (a, b, c, d)
        elif name in {"BDC", "BMC"}:
            yield "mark", (operands[0], operands[1] if len(operands) > 1 else None)
        elif name == "Do":
            yield "Do", str(operands[0])
        elif name in {"BT", "q", "Q", "EMC"}:
            yield name, None

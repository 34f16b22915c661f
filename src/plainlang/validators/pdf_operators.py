"""The operators of a content stream that say what text is shown, and nothing of the rest.

Most operators of a page draw lines and set colours, and a long document has a million of them.
One regular expression finds those that matter here (ISO 32000-1, 7.8.2 and annex A). It knows
the syntax that programs write, not all that is allowed: a stream in which it meets anything else
is read by qpdf's parser, which gives the same and takes ten times as long.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

#: Name and operand of an operator: ``show`` (the bytes of its strings), ``Tf`` (name of the font
#: and size), ``Tm`` and ``cm`` (the matrix without its shift), ``mark`` (the source of tag and
#: properties, or both as objects of pikepdf), ``Do`` (name); ``BT``, ``q``, ``Q`` and ``EMC``.
Operator = tuple[str, Any]

_SPACE = r"[\0\t\n\f\r ]*+"
_END = rf"(?![^\0\t\n\f\r ()<>\[\]{{}}/%]){_SPACE}"
_NUMBER = r"[+-]?(?:\d++\.?\d*+|\.\d++)"
_NAME = r"/[^\0-\x20()<>\[\]{}/%#\x7f-\xff]++"
# Brackets in brackets may stand unescaped. Escapes that Python would read in another way, and
# line ends that PDF would, are left to qpdf.
_PLAIN = r"[^()\\\r]++|\\(?:[nrtbf()\\]|[0-3][0-7][0-7])"
_TEXT = rf"\((?:{_PLAIN}|\((?:{_PLAIN}|\((?:{_PLAIN})*+\))*+\))*+\)"
_HEX = r"<[\da-fA-F\0\t\n\f\r ]*+>"
_STRING = rf"(?:{_TEXT}|{_HEX})"
_NUMBERS = rf"(?:{_NUMBER}{_SPACE})"
_MARK = rf"{_NAME}{_SPACE}(?:(?:<<(?:[^<>()%]++|{_STRING})*+>>|{_NAME}){_SPACE}BDC|BMC)"
# Paths, colours, the state of the graphics, and the places of text.
_WITHOUT_TEXT = (
    rf"(?:(?:{_NUMBER}|{_NAME}|\[{_SPACE}{_NUMBERS}*+\]){_SPACE})*+"
    r"(?:[lmchvynsSfFwWJjMdigGKk]|[bBfW]\*|b|B|re|rg|ri|RG|gs|sh|CS|cs|SCN?|scn?"
    rf"|T[dDcLrswz*]|ET){_END}"
)

_OPERATOR = re.compile(
    # A drawing with marks of its own, an underline for example: there is no text in it.
    rf"(?P<drawing>{_MARK}{_END}q{_END}(?:{_NUMBERS}{{6}}cm{_END}|{_WITHOUT_TEXT})*+Q{_END}EMC{_END})"
    rf"|(?P<other>(?:{_WITHOUT_TEXT})++)"
    rf"|(?P<bare>(?:BT|EMC|Q|q)){_END}"
    rf"|(?P<mark>{_MARK}){_END}"
    rf"|(?P<matrix>(?P<four>{_NUMBERS}{{4}}){_NUMBERS}{{2}}(?P<which>cm|Tm)){_END}"
    rf"|(?P<font>(?P<name>{_NAME}){_SPACE}(?P<size>{_NUMBER}){_SPACE}Tf){_END}"
    rf"|(?P<array>\[(?P<parts>(?:{_STRING}|{_NUMBER}|[\0\t\n\f\r ]++)*+)\]{_SPACE}TJ){_END}"
    rf"|(?P<string>(?P<part>{_STRING}){_SPACE}(?:Tj|')){_END}"
    rf"|(?P<form>(?P<object>{_NAME}){_SPACE}Do){_END}"
    r"|(?P<unknown>.)".encode("latin-1"),
    re.DOTALL,
)
_START = re.compile(_SPACE.encode())
_STRINGS = re.compile(_STRING.encode("latin-1"))
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
        if kind == "bare":
            result.append((found["bare"].decode(), None))
        elif kind == "mark":
            result.append(("mark", found["mark"]))
        elif kind == "matrix":
            a, b, c, d = found["four"].split()
            result.append((found["which"].decode(), (float(a), float(b), float(c), float(d))))
        elif kind == "array":
            result.append(("show", b"".join(map(_bytes, _STRINGS.findall(found["parts"])))))
        elif kind == "string":
            result.append(("show", _bytes(found["part"])))
        elif kind == "font":
            result.append(("Tf", (found["name"].decode(), float(found["size"]))))
        elif kind == "form":
            result.append(("Do", found["object"].decode()))
        elif kind == "unknown":
            return None
    return result


def _bytes(source: bytes) -> bytes:
    """Return what a string of a content stream holds (ISO 32000-1, 7.3.4)."""
    inner = source[1:-1]
    if source[0] == 0x3C:
        digits = b"".join(inner.split()).replace(b"\0", b"")
        return bytes.fromhex((digits + b"0" * (len(digits) % 2)).decode())
    if b"\\" not in inner:
        return inner
    if b"\\\\" in inner:
        inner = _ESCAPED.sub(lambda m: b"\\%03o" % m[1][0], inner)
    else:
        inner = inner.replace(b"\\(", b"(").replace(b"\\)", b")")
    return inner.decode("unicode_escape").encode("latin-1")


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

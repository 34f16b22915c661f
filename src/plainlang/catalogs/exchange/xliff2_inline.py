"""The codes of a text as XLIFF 2's ``<pc>`` and ``<ph>``, and back."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field

from lxml import etree

from plainlang.catalogs.checks.markup import parse
from plainlang.catalogs.exchange.base import ILLEGAL, ExchangeError
from plainlang.catalogs.exchange.xml_file import append_text, local, pieces

_NS = "{urn:oasis:names:tc:xliff:document:2.0}"


@dataclass
class Codes:
    """The codes of one unit while it is written: source and target share ids and data."""

    data: dict[str, str] = field(default_factory=dict)
    ids: dict[tuple[str, int], str] = field(default_factory=dict)

    def ref(self, raw: str) -> str:
        """Return the id of the characters ``raw`` in ``<originalData>``."""
        return self.data.setdefault(raw, f"d{len(self.data) + 1}")

    def id(self, code: str, turn: int) -> str:
        """Return the id of the code's ``turn``-th occurrence, the same in both texts."""
        return self.ids.setdefault((code, turn), str(len(self.ids) + 1))


def write_inline(element: etree._Element, text: str, codes: Codes) -> None:
    """Write ``text`` into ``element``. Backslashes stay: they belong to the text form."""
    marked = parse(text)
    if marked.problems:
        _append(element, text)
        return
    turns: Counter[str] = Counter()
    opened: list[tuple[etree._Element, str]] = []
    here = element
    for token in marked.tokens:
        if token.kind == "text":
            _append(here, token.raw)
        elif token.kind == "single":
            turns[token.raw] += 1
            name = codes.id(token.raw, turns[token.raw])
            etree.SubElement(here, f"{_NS}ph", {"id": name, "dataRef": codes.ref(token.raw)})
        elif token.kind == "open":
            opened.append((here, token.raw))
            here = etree.SubElement(here, f"{_NS}pc")
        else:
            outer, start = opened.pop()
            code = start + token.raw
            turns[code] += 1
            here.set("id", codes.id(code, turns[code]))
            here.set("dataRefStart", codes.ref(start))
            here.set("dataRefEnd", codes.ref(token.raw))
            if token.code.startswith("#"):
                here.set("type", "link")
            elif token.code.startswith("*"):
                here.set("type", "fmt")
            here = outer


def _append(element: etree._Element, text: str) -> None:
    position = 0
    for match in ILLEGAL.finditer(text):
        append_text(element, text[position : match.start()])
        etree.SubElement(element, f"{_NS}cp", {"hex": f"{ord(match[0]):04X}"})
        position = match.end()
    append_text(element, text[position:])


def read_inline(element: etree._Element, data: dict[str, str], file: str, unit: str) -> str:
    """Return the text again, with the characters of its codes.

    :param data: ``<originalData>`` by id, and the codes of the source by ``code:ID:start``,
        which a target may refer to by their id alone.
    :raises ExchangeError: a code without its characters.
    """

    def raw(child: etree._Element, attribute: str, end: str) -> str:
        name = child.get(attribute)
        own = f"code:{child.get('copyOf') or child.get('id') or child.get('startRef')}:{end}"
        if name in data:
            data.setdefault(own, data[name])
            return data[name]
        if own in data:
            return data[own]
        raise ExchangeError(
            f"unit {unit}: the code {child.get('id') or child.get('startRef')} has no data",
            file=file or None,
            line=getattr(child, "sourceline", None),
            hint="Export with the original data, or put the code in again from the source.",
        )

    parts: list[str] = []
    for piece in pieces(element):
        if isinstance(piece, str):
            parts.append(piece)
            continue
        name = local(piece)
        inner = read_inline(piece, data, file, unit) if name in ("pc", "mrk") else ""
        if name == "pc":
            parts += raw(piece, "dataRefStart", "start"), inner, raw(piece, "dataRefEnd", "end")
        elif name == "mrk":
            parts.append(inner)
        elif name in ("ph", "sc"):
            parts.append(raw(piece, "dataRef", "start"))
        elif name == "ec":
            parts.append(raw(piece, "dataRef", "end"))
        elif name == "cp":
            parts.append(chr(int(piece.get("hex", "FFFD"), 16)))
    return "".join(parts)

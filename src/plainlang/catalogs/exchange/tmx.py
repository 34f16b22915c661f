"""TMX 1.4b (LISA OSCAR, 2005), which every tool with a memory of translations reads.

Codes are ``<bpt>``, ``<ept>`` and ``<ph>`` around their characters, so that OmegaT shows tags;
every other field of an entry is a ``<prop>`` of a type that starts with ``x-plainlang-``.
"""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Collection

from lxml import etree

from plainlang import __version__
from plainlang.catalogs.base import Catalog
from plainlang.catalogs.checks.markup import parse
from plainlang.catalogs.exchange.base import ILLEGAL, Form, Key, armoured, forms, to_fields
from plainlang.catalogs.exchange.xml_file import append_text, write_xml

XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
PREFIX = "x-plainlang-"
#: The type of a ``<ph>`` that stands for a character that XML cannot hold.
CHARACTER = "x-plainlang-character"


def write_tmx(
    catalog: Catalog, source_language: str, language: str, *, reviewed: Collection[Key] = ()
) -> bytes:
    """Return the catalog as TMX 1.4b.

    :param reviewed: keys of the entries that a person has reviewed.
    """
    root = etree.Element("tmx", {"version": "1.4"})
    header = etree.SubElement(
        root,
        "header",
        {
            "creationtool": "plainlang",
            "creationtoolversion": __version__,
            "segtype": "block",
            "o-tmf": "PO",
            "adminlang": "en",
            "srclang": source_language,
            "datatype": "plaintext",
        },
    )
    body = etree.SubElement(root, "body")
    root.text = header.tail = body.text = body.tail = "\n"
    for form in forms(catalog.messages):
        unit = etree.SubElement(body, "tu", {"tuid": form.id})
        unit.tail = "\n"
        _props(unit, form, reviewed)
        _variant(unit, source_language, form.source)
        if form.target:
            _variant(unit, language, form.target)
    return write_xml(root)


def _props(unit: etree._Element, form: Form, reviewed: Collection[Key]) -> None:
    fields = to_fields(form.message) if form.first else []
    if form.number is not None:
        fields.append(("form", str(form.number)))
    if form.first and form.message.key in reviewed and form.message.translated:
        fields.append(("state", "reviewed"))
    for kind, value in fields:
        hidden = armoured(value)
        name = f"{PREFIX}{kind}" if hidden is None else f"{PREFIX}json-{kind}"
        etree.SubElement(unit, "prop", {"type": name}).text = value if hidden is None else hidden


def _variant(unit: etree._Element, language: str, text: str) -> None:
    variant = etree.SubElement(unit, "tuv", {XML_LANG: language})
    segment = etree.SubElement(variant, "seg")
    marked = parse(text)
    if marked.problems:
        _append(segment, text)
        return
    opened: list[str] = []
    numbers: Counter[str] = Counter()
    for token in marked.tokens:
        if token.kind == "text":
            _append(segment, token.raw)
        elif token.kind == "single":
            etree.SubElement(segment, "ph", {"x": token.code[1:]}).text = token.raw
        elif token.kind == "open":
            numbers["open"] += 1
            opened.append(str(numbers["open"]))
            etree.SubElement(segment, "bpt", {"i": opened[-1]}).text = token.raw
        else:
            etree.SubElement(segment, "ept", {"i": opened.pop()}).text = token.raw


def _append(element: etree._Element, text: str) -> None:
    position = 0
    for match in ILLEGAL.finditer(text):
        append_text(element, text[position : match.start()])
        etree.SubElement(element, "ph", {"type": CHARACTER}).text = json.dumps(match[0])
        position = match.end()
    append_text(element, text[position:])

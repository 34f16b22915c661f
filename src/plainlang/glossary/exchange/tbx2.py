"""TBX of 2008 (ISO 30042:2008): ``martif``, ``termEntry``, ``langSet``, ``tig``."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.exchange.base import Exported
from plainlang.glossary.exchange.tbx import read
from plainlang.glossary.exchange.tbx_writing import Names, add_concepts, add_source, to_bytes
from plainlang.glossary.exchange.xml import XML

__all__ = ["read", "write"]

_NAMES = Names("termEntry", "langSet", "tig", "term", "descripGrp")
_DOCTYPE = '<!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">'


def write(entries: Sequence[GlossaryEntry]) -> Exported:
    """Return a TBX file of 2008 with all fields of the entries."""
    root = etree.Element("martif", type="TBX")
    root.set(f"{XML}lang", entries[0].language if entries else "en")
    header = etree.SubElement(root, "martifHeader")
    add_source(header, "")
    encoding = etree.SubElement(header, "encodingDesc")
    etree.SubElement(encoding, "p", type="XCSURI").text = "TBXXCSV02.xcs"
    body = etree.SubElement(etree.SubElement(root, "text"), "body")
    add_concepts(body, entries, _NAMES, _category)
    return Exported(to_bytes(root, _DOCTYPE))


def _category(parent: etree._Element, kind: str, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, kind, type=name)
    element.text = text
    return element

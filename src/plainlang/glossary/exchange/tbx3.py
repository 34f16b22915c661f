"""TBX of 2019 (ISO 30042:2019): ``tbx``, ``conceptEntry``, ``langSec``, ``termSec``.

In DCA style (data category as attribute) an element's ``type`` names the data category, in DCT
style (as tag) the element's own name does, in a namespace.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from lxml import etree

from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.exchange.base import Exported
from plainlang.glossary.exchange.tbx import read
from plainlang.glossary.exchange.tbx_writing import Names, add_concepts, add_source, to_bytes
from plainlang.glossary.exchange.xml import XML

__all__ = ["read", "write"]

#: Namespaces of the standard's core and of the modules (www.tbxinfo.net).
CORE = "urn:iso:std:iso:30042:ed-2"
BASIC = "http://www.tbxinfo.net/ns/basic"
#: Namespace of the fields that no module has.
OWN = "urn:x-plainlang:tbx"

_NAMES = Names(*(f"{{{CORE}}}{name}" for name in
                 ("conceptEntry", "langSec", "termSec", "term", "descripGrp")))  # fmt: skip


def write(entries: Sequence[GlossaryEntry], style: Literal["dca", "dct"] = "dca") -> Exported:
    """Return a TBX file of 2019 with all fields of the entries."""
    spaces = "" if style == "dca" else f' xmlns:basic="{BASIC}" xmlns:x="{OWN}"'
    root = etree.fromstring(f'<tbx xmlns="{CORE}"{spaces} type="TBX-Basic" style="{style}"/>')
    root.set(f"{XML}lang", entries[0].language if entries else "en")
    add_source(etree.SubElement(root, f"{{{CORE}}}tbxHeader"), f"{{{CORE}}}")
    text = etree.SubElement(root, f"{{{CORE}}}text")
    body = etree.SubElement(text, f"{{{CORE}}}body")
    add_concepts(body, entries, _NAMES, _as_attribute if style == "dca" else _as_tag)
    return Exported(to_bytes(root))


def _as_attribute(parent: etree._Element, kind: str, name: str, text: str) -> etree._Element:
    element = etree.SubElement(parent, f"{{{CORE}}}{kind}", type=name)
    element.text = text
    return element


def _as_tag(parent: etree._Element, kind: str, name: str, text: str) -> etree._Element:
    space = OWN if name.startswith("x-") else BASIC
    element = etree.SubElement(parent, f"{{{space}}}{name}")
    element.text = text
    return element

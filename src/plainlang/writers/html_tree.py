"""pandoc's HTML as an element tree, and back.

pandoc writes HTML as well-formed XML. The tree has no namespace for HTML's own elements, so that
the same functions serve the HTML page and the content files of an EPUB.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from lxml import etree

from plainlang.diagnostics import Code
from plainlang.exceptions import EngineError

EPUB_NAMESPACE = "http://www.idpf.org/2007/ops"
EPUB_TYPE = f"{{{EPUB_NAMESPACE}}}type"
MATHML = "http://www.w3.org/1998/Math/MathML"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"

#: Characters that XML 1.0 (production 2) does not allow. None of them has a visible form.
_ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")

#: Elements that are written without an end tag (HTML, section 13.1.2).
_VOID = frozenset(
    {"area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "wbr"}
)

HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})


def legal_xml(text: str) -> str:
    """Return ``text`` without the control characters that XML does not allow."""
    return _ILLEGAL.sub("", text)


def parse_body(fragment: str) -> etree._Element:
    """Return a ``body`` element with the content of ``fragment``.

    :raises EngineError: if pandoc wrote something that is not well-formed.
    """
    source = f'<body xmlns:epub="{EPUB_NAMESPACE}">{legal_xml(fragment)}</body>'
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
    try:
        return etree.fromstring(source.encode(), parser)
    except etree.XMLSyntaxError as error:
        raise EngineError(
            f"pandoc wrote HTML that is not well-formed: {error}",
            code=Code.PANDOC_FAILED,
            hint="Simplify the part of the document that the message names.",
        ) from error


def serialize(elements: Iterable[etree._Element]) -> str:
    """Return ``elements`` and what follows each, as text that is both HTML and XML.

    That means ``<br/>``, but ``<td></td>``.
    """
    parts: list[str] = []
    for element in elements:
        for each in element.iter():
            if not len(each) and each.text is None and each.tag not in _VOID:
                each.text = ""
        parts.append(etree.tostring(element, encoding="unicode"))
    return "".join(parts).strip().replace(f' xmlns:epub="{EPUB_NAMESPACE}"', "")


def make(
    tag: str, attributes: dict[str, str] | None = None, text: str | None = None
) -> etree._Element:
    """Return a new element."""
    element = etree.Element(tag, attributes or {})
    element.text = text
    return element


def classes(element: etree._Element) -> list[str]:
    """Return the classes of ``element``."""
    return (element.get("class") or "").split()


def remove(element: etree._Element, *, keep_tail: bool = True) -> None:
    """Take ``element`` out of its parent; the text after it stays."""
    parent = element.getparent()
    if parent is None:
        return
    tail = element.tail if keep_tail else None
    before = element.getprevious()
    parent.remove(element)
    element.tail = None
    if tail:
        if before is None:
            parent.text = (parent.text or "") + tail
        else:
            before.tail = (before.tail or "") + tail


def plain_text(element: etree._Element) -> str:
    """Return the text of ``element`` on one line, images by their alternative text."""
    parts: list[str] = []
    for event, each in etree.iterwalk(element, events=("start", "end")):
        if event == "start":
            parts.append(each.text or "")
            if each.tag == "img":
                parts.append(each.get("alt") or "")
            elif each.tag == "br":
                parts.append(" ")
        elif each is not element:
            parts.append(each.tail or "")
    return " ".join("".join(parts).split())

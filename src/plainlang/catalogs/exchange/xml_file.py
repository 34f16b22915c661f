"""Reading XML of other tools safely, and writing text so that it comes back as it was."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lxml import etree

from plainlang.catalogs.exchange.base import ExchangeError

_SUBSET = re.compile(r"<!DOCTYPE[^>\[]*\[|<!ENTITY")


def read_xml(data: bytes, file: str = "") -> etree._Element:
    """Return the root of an XML file.

    A document type that only names its DTD is passed over unread, as OmegaT writes one; one that
    declares something is refused, and no entity but those of XML itself is ever resolved.

    :raises ExchangeError: not well-formed (with the line), or it declares entities.
    """
    codec = "utf-16" if data[:2] in (b"\xff\xfe", b"\xfe\xff") else "latin-1"
    if _SUBSET.search(data.decode(codec, "replace")):
        raise ExchangeError(
            "it declares a document type of its own",
            file=file or None,
            hint="Entities can reach other files, so they are not read: remove the <!DOCTYPE […]>.",
        )
    parser = etree.XMLParser(
        resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False, remove_pis=True,
        remove_comments=True,
    )  # fmt: skip
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise ExchangeError(
            f"it is not well-formed XML: {error.msg}",
            file=file or None,
            line=error.lineno or None,
            hint="Export it again; a file that was changed by hand may lack an end of a mark.",
        ) from None
    for entity in root.iter(etree.Entity):
        raise ExchangeError(
            f"it uses the entity {entity.text}, which nothing declares", file=file or None
        )
    return root


def write_xml(root: etree._Element) -> bytes:
    """Return a file in UTF-8. No space is added inside of elements that hold text."""
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8") + b"\n"


def append_text(element: etree._Element, text: str) -> None:
    """Add ``text`` behind everything that ``element`` holds."""
    if not text:
        return
    if len(element):
        element[-1].tail = (element[-1].tail or "") + text
    else:
        element.text = (element.text or "") + text


def pieces(element: etree._Element) -> Iterator[str | etree._Element]:
    """Yield the text and the child elements of ``element`` in their order."""
    if element.text:
        yield element.text
    for child in element:
        yield child
        if child.tail:
            yield child.tail


def local(element: etree._Element) -> str:
    """Return the name of an element without its namespace."""
    return etree.QName(element).localname

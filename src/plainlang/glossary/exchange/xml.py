"""XML of unknown origin, read without entities, without files and without a network."""

from __future__ import annotations

from lxml import etree

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError

XML = "{http://www.w3.org/XML/1998/namespace}"


def parse(data: bytes, file: str) -> etree._Element:
    """Return the root element.

    A file that declares entities is refused: a few lines of them grow to gigabytes when they are
    put in ("billion laughs"), and they can name files of this machine.

    :raises SourceError: with the line where the XML is not well-formed.
    """
    # Zero bytes are taken out so that UTF-16 does not hide a declaration.
    place = data.replace(b"\0", b"").find(b"<!ENTITY")
    if place >= 0:
        raise SourceError(
            "this XML declares entities, which is not safe to read",
            code=Code.GLOSSARY_UNREADABLE,
            file=file,
            line=data.replace(b"\0", b"").count(b"\n", 0, place) + 1,
            hint="Write the text in the place of the entities, and remove their declarations.",
        )
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        dtd_validation=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise SourceError(
            f"not well-formed XML: {error.msg}",
            code=Code.GLOSSARY_UNREADABLE,
            file=file,
            line=error.lineno or None,
            hint="Export the file again with the program that wrote it.",
        ) from error


def local(element: etree._Element) -> str:
    """Return an element's name without its namespace."""
    return etree.QName(element).localname


def text_of(element: etree._Element) -> str:
    """Return all text of an element, that of its marks (``hi``, ``foreign``) too."""
    return "".join(str(text) for text in element.itertext())


def line_of(element: etree._Element) -> int:
    """Return the 1-based line of an element, 0 where it is not known."""
    line = element.sourceline
    return line if isinstance(line, int) else 0

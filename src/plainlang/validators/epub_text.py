"""Reads the words and links of an EPUB back out of the file."""

from __future__ import annotations

import io
import posixpath
import zipfile
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from plainlang.validators.html_text import read_tree
from plainlang.validators.readback import ReadBack

OPF = "{http://www.idpf.org/2007/opf}"
_CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"


@dataclass(frozen=True, slots=True)
class Item:
    """One line of the manifest.

    :param path: from the root of the container.
    """

    id: str
    path: str
    media_type: str
    properties: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Package:
    """The package document, read.

    :param root: its element tree.
    :param spine: the content files in reading order.
    """

    path: str
    root: etree._Element
    manifest: tuple[Item, ...]
    spine: tuple[Item, ...]


def read_epub(data: bytes) -> ReadBack:
    """Return the words and link targets of an EPUB, in the order of its spine.

    Links between content files are given as the document had them, as ``#`` and the identifier.
    See :func:`plainlang.validators.html_text.read_html` for what is left out.

    :raises zipfile.BadZipFile: if ``data`` is no ZIP file.
    :raises KeyError: if a file that the package names is missing.
    :raises lxml.etree.XMLSyntaxError: if a file is not well-formed.
    """
    words: list[str] = []
    links: list[str] = []
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        package = read_package(archive)
        own = {posixpath.basename(item.path) for item in package.spine}
        for item in package.spine:
            part = read_tree(parse(archive.read(item.path)))
            words += part.words
            links += (_within(link, own) for link in part.links)
    return ReadBack(tuple(words), tuple(links))


def read_package(archive: zipfile.ZipFile) -> Package:
    """Return the package document of an EPUB. Raises as :func:`read_epub` does."""
    container = parse(archive.read("META-INF/container.xml"))
    rootfile = container.find(f".//{_CONTAINER}rootfile")
    path = str(rootfile.get("full-path")) if rootfile is not None else ""
    root = parse(archive.read(path))
    folder = posixpath.dirname(path)
    manifest = tuple(
        Item(
            id=str(element.get("id")),
            path=posixpath.normpath(posixpath.join(folder, unquote(str(element.get("href"))))),
            media_type=str(element.get("media-type")),
            properties=tuple(str(element.get("properties") or "").split()),
        )
        for element in root.iter(f"{OPF}item")
    )
    by_id = {item.id: item for item in manifest}
    spine = tuple(by_id[str(element.get("idref"))] for element in root.iter(f"{OPF}itemref"))
    return Package(path, root, manifest, spine)


def parse(data: bytes) -> etree._Element:
    """Return the element tree of an XML file; external entities are not fetched."""
    parser = etree.XMLParser(huge_tree=True, resolve_entities=False, no_network=True)
    return etree.fromstring(data, parser)


def _within(link: str, own: set[str]) -> str:
    file, mark, fragment = link.partition("#")
    return f"#{fragment}" if mark and unquote(file) in own else link

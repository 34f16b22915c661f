"""Reading words and links back out of an EPUB."""

from __future__ import annotations

import io
import zipfile

import pytest
from lxml import etree

from plainlang.validators.epub_text import read_epub

CONTAINER = (
    '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
    '<rootfile full-path="OPS/book.opf"/></rootfiles></container>'
)
OPF = (
    '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
    '<item id="nav" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
    '<item id="one" href="t/one.xhtml" media-type="application/xhtml+xml"/>'
    '<item id="two" href="t/tw%20o.xhtml" media-type="application/xhtml+xml"/>'
    '</manifest><spine><itemref idref="two"/><itemref idref="one"/></spine></package>'
)


def xhtml(body: str) -> str:
    return f'<html xmlns="http://www.w3.org/1999/xhtml"><head><title>T</title></head><body>{body}</body></html>'


def book(**changes: str) -> bytes:
    files = {
        "META-INF/container.xml": CONTAINER,
        "OPS/book.opf": OPF,
        "OPS/nav.xhtml": xhtml("<nav>no</nav>"),
        "OPS/t/one.xhtml": xhtml(
            '<p>one <a href="tw%20o.xhtml#x">l</a><a href="https://example.org/one.xhtml#y">m</a></p>'
        ),
        "OPS/t/tw o.xhtml": xhtml(
            '<p id="x">two <a href="one.xhtml#z">k</a><a href="#x">j</a></p>'
        ),
    } | {key.replace("__", "/"): value for key, value in changes.items()}
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, content in files.items():
            if content:
                archive.writestr(name, content)
    return buffer.getvalue()


def test_the_order_is_that_of_the_spine() -> None:
    assert read_epub(book()).words == ("two", "kj", "one", "lm")


def test_links_between_files_are_links_within_the_document() -> None:
    assert read_epub(book()).links == ("#z", "#x", "#x", "https://example.org/one.xhtml#y")


def test_no_zip() -> None:
    with pytest.raises(zipfile.BadZipFile):
        read_epub(b"not a book")


def test_a_file_of_the_spine_is_missing() -> None:
    with pytest.raises(KeyError, match="one"):
        read_epub(book(**{"OPS/t/one.xhtml": ""}))


def test_a_file_that_is_not_well_formed() -> None:
    with pytest.raises(etree.XMLSyntaxError):
        read_epub(book(**{"OPS/t/one.xhtml": "<html><p></html>"}))


def test_entities_are_not_fetched(tmp_path: object) -> None:
    evil = '<!DOCTYPE html [<!ENTITY x SYSTEM "file:///etc/hostname">]>' + xhtml("<p>a&x;b</p>")
    assert read_epub(book(**{"OPS/t/one.xhtml": evil})).words == ("two", "kj", "ab")

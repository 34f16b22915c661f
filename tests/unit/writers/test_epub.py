"""The EPUB as a whole: nothing is lost or invented, and the same input gives the same bytes."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date

import pytest
from html_samples import ARABIC, PNG, SVG, expected, full, make, settings
from lxml import etree

from plainlang.document import Document
from plainlang.engines import Engines
from plainlang.validators.epub_text import read_epub
from plainlang.validators.markup import check_epub
from plainlang.validators.readback import missing_words
from plainlang.writers.base import PrintProfile
from plainlang.writers.epub import split_level, write_epub

XHTML = "{http://www.w3.org/1999/xhtml}"
#: 300 words to a section make a document that is cut at level 2.
LONG = "\n\n".join(
    f"## Part {n} {{#part-{n}}}\n\nSee [next](#part-{(n + 1) % 20}).[^{n}] "
    + "word " * 300
    + f"\n\n[^{n}]: Note of part {n}."
    for n in range(20)
)


def unzip(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def chapters(data: bytes) -> dict[str, etree._Element]:
    return {
        name: etree.fromstring(content)
        for name, content in unzip(data).items()
        if name.startswith("EPUB/text/")
    }


def prove(document: Document, data: bytes) -> None:
    words, links = expected(document)
    found = read_epub(data)
    assert missing_words(words, found.words) == ()
    assert missing_words(found.words, words) == (), "the book has words that nobody wrote"
    assert list(found.links) == links
    assert check_epub(data) == ()


def test_every_word_and_link_stands_in_the_book_in_order(engines: Engines) -> None:
    document = full(engines)
    prove(document, write_epub(document, settings(), engines).data)


def test_a_right_to_left_book(engines: Engines) -> None:
    document = make(engines, ARABIC, language="ar", title="دواء")
    data = write_epub(document, settings(direction="rtl"), engines).data
    prove(document, data)
    files = unzip(data)
    assert b'page-progression-direction="rtl"' in files["EPUB/package.opf"]
    for name, content in files.items():
        if name.endswith(".xhtml"):
            root = etree.fromstring(content)
            assert (root.get("dir"), root.get("lang")) == ("rtl", "ar"), name


def test_a_long_book_is_cut_at_its_sections(engines: Engines) -> None:
    document = make(engines, LONG)
    data = write_epub(document, settings(), engines).data
    prove(document, data)
    roots = chapters(data)
    assert len(roots) == 22
    titles = [root.findtext(f".//{XHTML}title") for root in roots.values()]
    assert titles == ["A medicine", *(f"Part {n}" for n in range(20)), "About this document"]
    third = roots["EPUB/text/ch003.xhtml"]
    assert [a.get("href") for a in third.iter(f"{XHTML}a")][:2] == ["ch004.xhtml#part-2", "#fn2"]
    assert [li.get("value") for li in third.iter(f"{XHTML}li")] == ["2"], "notes count on"
    assert third.findtext(f".//{XHTML}sup") == "2"


def test_a_short_book_is_one_file(engines: Engines) -> None:
    data = write_epub(full(engines), settings(), engines).data
    assert list(chapters(data)) == ["EPUB/text/ch001.xhtml"]


def test_split_levels() -> None:
    def blocks(words: int, level: int) -> list[dict[str, object]]:
        heading = {"t": "Header", "c": [level, ["", [], []], [{"t": "Str", "c": "x"}]]}
        return [heading, {"t": "Para", "c": [{"t": "Str", "c": "w"}, {"t": "Space"}] * words}]

    assert split_level(blocks(4_000, 2)) == 1
    assert split_level(blocks(4_000, 2) * 2) == 2
    assert split_level(blocks(21_000, 2)) == 3
    assert split_level(blocks(4_000, 3) * 6) == 3, "all in one section of level 2"


def test_the_same_document_gives_the_same_bytes(engines: Engines) -> None:
    document = full(engines)
    data = write_epub(document, settings(), engines).data
    assert write_epub(document, settings(), engines).data == data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        first = archive.infolist()[0]
    assert (first.filename, first.compress_type) == ("mimetype", zipfile.ZIP_STORED)


def test_only_our_own_files_are_in_the_book(engines: Engines) -> None:
    files = unzip(write_epub(full(engines), settings(), engines).data)
    assert sorted(files) == [
        "EPUB/media/dot.png",
        "EPUB/media/pump.svg",
        "EPUB/nav.xhtml",
        "EPUB/package.opf",
        "EPUB/styles/book.css",
        "EPUB/text/ch001.xhtml",
        "EPUB/toc.ncx",
        "META-INF/container.xml",
        "mimetype",
    ]
    assert files["EPUB/media/pump.svg"] == SVG
    assert files["EPUB/media/dot.png"] == PNG
    (root,) = chapters(write_epub(full(engines), settings(), engines).data).values()
    assert [i.get("src") for i in root.iter(f"{XHTML}img")] == [
        "../media/pump.svg",
        "../media/dot.png",
    ]


def test_no_word_of_pandoc_or_of_english_is_in_a_translated_book(engines: Engines) -> None:
    asked: list[str] = []

    def translate(message: str) -> str:
        asked.append(message)
        return f"[{message[::-1].replace('}rebmun{', '{number}')}]"

    body = "## Uno\n\nTexto.[^1]\n\n[^1]: Nota.\n"
    document = make(engines, body, language="es", title="Título")
    files = unzip(write_epub(document, settings(translate, "es"), engines).data)
    everything = b"".join(files.values()).decode()
    assert len(asked) >= 6
    shown = re.sub(r"<meta property=\"schema:accessibilityFeature.*", "", everything)
    for message in (*asked, "Title Page", "Table of Contents", "Cover", "pandoc"):
        assert message not in shown, message


def test_words_in_another_language_than_the_book_are_marked(engines: Engines) -> None:
    document = make(engines, "## Uno\n\nTexto.[^1]\n\n[^1]: Nota.\n", language="es")
    data = write_epub(document, settings(), engines).data
    navigation = etree.fromstring(unzip(data)["EPUB/nav.xhtml"])
    for tag in ("h1", "h2", "title"):
        assert navigation.find(f".//{XHTML}{tag}").get("lang") == "en", tag
    (root,) = chapters(data).values()
    back = root.find(f".//{XHTML}a[@role='doc-backlink']")
    assert back.get("lang") == "en"
    assert back.get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_special_characters_in_the_title(engines: Engines) -> None:
    data = write_epub(full(engines), settings(), engines).data
    title = "Tablets & <pumps> for \"heart\" and 'lung'"
    package = etree.fromstring(unzip(data)["EPUB/package.opf"])
    assert package.findtext(".//{http://purl.org/dc/elements/1.1/}title") == title
    (root,) = chapters(data).values()
    assert root.findtext(f".//{XHTML}title") == title
    assert root.findtext(f".//{XHTML}h1") == title


def test_front_matter_does_not_leak_into_the_package(engines: Engines) -> None:
    document = make(engines, "Text.", extra=(), language="ar", description="")
    extra = {"language": "en", "source": "SECRET-SOURCE", "date": "2001-01-01", "css": "x.css"}
    document = replace(document, metadata=replace(document.metadata, extra=extra))
    everything = b"".join(unzip(write_epub(document, settings(), engines).data).values())
    for leaked in (b"SECRET", b"2001", b"x.css", b"<dc:language>en"):
        assert leaked not in everything


def test_large_print(engines: Engines) -> None:
    document = make(engines, "Text *now*.", last_reviewed=date(2025, 5, 2))
    profile = PrintProfile("acb", 18, (1.2, 1.1, 1, 1), 1, 1, "1in", "us-letter", True, "ACB")
    files = unzip(write_epub(document, replace(settings(), profile=profile), engines).data)
    assert b"font-size: 1.5em" in files["EPUB/styles/book.css"]
    assert b">largePrint<" in files["EPUB/package.opf"]
    plain = unzip(write_epub(document, settings(), engines).data)
    assert plain["EPUB/package.opf"] != files["EPUB/package.opf"]


def test_formulas_are_mathml_and_the_manifest_says_so(engines: Engines) -> None:
    files = unzip(write_epub(full(engines), settings(), engines).data)
    assert b'properties="mathml"' in files["EPUB/package.opf"]
    assert b"http://www.w3.org/1998/Math/MathML" in files["EPUB/text/ch001.xhtml"]
    without = unzip(write_epub(make(engines, "Text."), settings(), engines).data)
    assert b"mathml" not in without["EPUB/package.opf"].lower()


@pytest.mark.parametrize("body", ["", "Only a line."])
def test_a_book_with_hardly_anything_in_it(engines: Engines, body: str) -> None:
    document = make(engines, body)
    prove(document, write_epub(document, settings(), engines).data)

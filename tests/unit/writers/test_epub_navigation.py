"""The tables of contents of an EPUB."""

from __future__ import annotations

import io
import zipfile

from html_samples import ASSETS, make, settings
from lxml import etree

from plainlang.engines import Engines
from plainlang.writers.epub import write_epub

XHTML = "{http://www.w3.org/1999/xhtml}"
OPS_TYPE = "{http://www.idpf.org/2007/ops}type"
NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
BODY = (
    "## One *a*\n\n### Sub[^1]\n\n#### Deep\n\n## Two & [so](https://example.org)\n\n[^1]: Note.\n"
)


def files(engines: Engines, body: str, title: str = "Title") -> tuple[etree._Element, ...]:
    data = write_epub(make(engines, body, title=title), settings(), engines).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return tuple(etree.fromstring(archive.read(f"EPUB/{n}")) for n in ("nav.xhtml", "toc.ncx"))


def lines(element: etree._Element, depth: int = 0) -> list[tuple[int, str, str]]:
    result = []
    for item in element.findall(f"{XHTML}ol/{XHTML}li"):
        link = item.find(f"{XHTML}a")
        result.append((depth, "".join(link.itertext()), link.get("href")))
        result += lines(item, depth + 1)
    return result


def test_headings_to_level_three(engines: Engines) -> None:
    navigation, _ = files(engines, BODY)
    contents, landmarks = navigation.iter(f"{XHTML}nav")
    assert contents.get(OPS_TYPE) == "toc"
    file = "text/ch001.xhtml"
    assert lines(contents) == [
        (0, "Title", f"{file}#title"),
        (0, "One a", f"{file}#one-a"),
        (1, "Sub", f"{file}#sub"),
        (0, "Two & so", f"{file}#two--so"),
        (0, "About this document", f"{file}#about-this-document"),
    ]
    assert landmarks.get("hidden") is not None
    assert [a.get(OPS_TYPE) for a in landmarks.iter(f"{XHTML}a")] == ["bodymatter"]


def test_emphasis_stays_and_inner_links_go(engines: Engines) -> None:
    contents = next(files(engines, BODY)[0].iter(f"{XHTML}nav"))
    assert contents.findtext(f".//{XHTML}em") == "a"
    assert not contents.findall(f".//{XHTML}a//{XHTML}a")


def test_what_a_navigation_document_may_not_hold(engines: Engines) -> None:
    def word(value: str) -> dict[str, object]:
        return {"t": "Str", "c": value}

    image = {"t": "Image", "c": [["", [], []], [word("sun")], ["media/dot.png", ""]]}
    formula = {"t": "Math", "c": [{"t": "InlineMath"}, "x^2"]}
    empty = {"t": "Span", "c": [["", ["term"], []], []]}
    note = {"t": "Note", "c": [{"t": "Para", "c": [word("Note.")]}]}
    inlines = [word("One"), {"t": "LineBreak"}, word("two"), empty, image, formula, note]
    headings = (
        {"t": "Header", "c": [2, ["one", [], []], inlines]},
        {"t": "Header", "c": [2, ["only-a-note", [], []], [note]]},
    )
    document = make(engines, "Text.", extra=headings, assets=ASSETS)
    data = write_epub(document, settings(), engines).data
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        navigation = etree.fromstring(archive.read("EPUB/nav.xhtml"))
        package = archive.read("EPUB/package.opf")
    _, line, _ = navigation.find(f".//{XHTML}nav/{XHTML}ol").iter(f"{XHTML}a")
    assert "".join(line.itertext()).split() == ["One", "twosunx2"]
    assert [e.tag.rpartition("}")[2] for e in line] == ["span", "math"]
    assert b'properties="nav mathml"' in package


def test_the_ncx_has_the_same_lines(engines: Engines) -> None:
    navigation, ncx = files(engines, BODY)
    points = [
        (p.findtext(f"{NCX}navLabel/{NCX}text"), p.find(f"{NCX}content").get("src"))
        for p in ncx.iter(f"{NCX}navPoint")
    ]
    assert points == [line[1:] for line in lines(next(navigation.iter(f"{XHTML}nav")))]
    assert ncx.find(f".//{NCX}meta[@name='dtb:depth']").get("content") == "2"


def test_points_have_different_identifiers(engines: Engines) -> None:
    _, ncx = files(engines, "## Same\n\nx\n\n## Same\n\ny")
    identifiers = [p.get("id") for p in ncx.iter(f"{NCX}navPoint")]
    assert len(identifiers) == len(set(identifiers)) == 4


def test_a_title_with_markup_characters(engines: Engines) -> None:
    navigation, ncx = files(engines, "Text.", title="A & <b>")
    assert lines(next(navigation.iter(f"{XHTML}nav")))[0][1] == "A & <b>"
    assert ncx.findtext(f"{NCX}docTitle/{NCX}text") == "A & <b>"

"""Every check of the markup speaks when it must, and only then."""

from __future__ import annotations

import io
import zipfile

import pytest

from plainlang.diagnostics import Severity
from plainlang.validators.markup import CHECKER, check_epub, check_html

BODY = (
    '<h1 id="t">Title</h1><p><a href="#t">up</a></p><img src="data:image/png;base64,x" alt="pump"/>'
    '<h2>Two</h2><table><tr><th scope="col">a</th></tr></table><h3>Three</h3><h2>Two again</h2>'
)
PAGE = '<!DOCTYPE html><html lang="en"><head><title>T</title></head><body>{}</body></html>'


def codes(fragment: str, page: str = PAGE) -> list[str]:
    return [finding.code for finding in check_html(page.format(fragment).encode())]


def test_a_good_page() -> None:
    assert codes(BODY) == []


@pytest.mark.parametrize(
    ("fragment", "code"),
    [
        ('<p id="t">x</p>', "duplicate-id"),
        ('<a href="#nowhere">x</a>', "link-dangling"),
        ('<a href="other.html#x">x</a>', "link-dangling"),
        ('<a href="https://example.org"> <b></b></a>', "link-empty"),
        ('<img src="data:x"/>', "image-no-alt"),
        ('<img src="data:x" alt=" "/>', "image-no-alt"),
        ('<img src="https://example.org/a.png" alt="x"/>', "image-outside-file"),
        ("<h4>Four</h4>", "heading-skipped"),
        ("<h2> </h2>", "heading-empty"),
        ("<h1>Other</h1>", "several-h1"),
        ("<table><tr><th>x</th></tr></table>", "header-no-scope"),
        ('<p aria-labelledby="nowhere">x</p>', "label-missing"),
        ("<script>x</script>", "script"),
    ],
)
def test_each_finding(fragment: str, code: str) -> None:
    assert codes(BODY + fragment) == [code]


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        (' lang="en"', "", "language-missing"),
        ("<title>T</title>", "", "title-missing"),
        ("<title>T</title>", "<title> </title>", "title-missing"),
    ],
)
def test_the_frame(old: str, new: str, code: str) -> None:
    assert codes(BODY, PAGE.replace(old, new)) == [code]


@pytest.mark.parametrize(
    "fragment",
    [
        '<a href="https://example.org"><img src="data:x" alt="home"/></a>',
        '<a href="https://example.org" aria-label="Back">↩</a>',
        '<a href="mailto:a@example.org">x</a>',
        '<a href="tel:+1">x</a>',
        '<p id="español">x</p><a href="#espa%C3%B1ol">x</a>',
        "<nav><h6>Contents</h6></nav>",
    ],
)
def test_no_false_alarm(fragment: str) -> None:
    assert codes(BODY + fragment) == []


def test_a_page_without_a_title_heading() -> None:
    assert codes("<p>x</p>") == ["no-h1"]
    assert codes("<h2>x</h2>") == ["heading-skipped", "no-h1"]


def test_what_a_writer_breaks_is_an_error_and_what_an_author_wrote_a_warning() -> None:
    found = check_html(PAGE.format(BODY + '<h4>Four</h4><p id="t">x</p>').encode())
    assert {finding.code: finding.severity for finding in found} == {
        "duplicate-id": Severity.ERROR,
        "heading-skipped": Severity.WARNING,
    }
    assert {finding.checker for finding in found} == {CHECKER}
    assert "'t'" in found[0].message


def test_no_page_at_all() -> None:
    assert [f.code for f in check_html(b"")] == ["not-well-formed"]


XHTML = (
    '<html xmlns="http://www.w3.org/1999/xhtml" lang="en"><head><title>T</title></head>'
    "<body>{}</body></html>"
)
FILES = {
    "mimetype": "application/epub+zip",
    "META-INF/container.xml": (
        '<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container"><rootfiles>'
        '<rootfile full-path="E/p.opf"/></rootfiles></container>'
    ),
    "E/p.opf": (
        '<package xmlns="http://www.idpf.org/2007/opf"><manifest>'
        '<item id="n" href="nav.xhtml" media-type="application/xhtml+xml" properties="nav"/>'
        '<item id="a" href="t/a.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="b" href="t/b.xhtml" media-type="application/xhtml+xml"/>'
        '<item id="i" href="m/i.png" media-type="image/png"/></manifest>'
        '<spine><itemref idref="a"/><itemref idref="b"/></spine></package>'
    ),
    "E/nav.xhtml": XHTML.format('<nav><h1>C</h1><a href="t/b.xhtml#two">Two</a></nav>'),
    "E/t/a.xhtml": XHTML.format('<h1>One</h1><img src="../m/i.png" alt="x"/>'),
    "E/t/b.xhtml": XHTML.format('<h2 id="two">Two</h2><a href="a.xhtml">One</a>'),
    "E/m/i.png": "png",
}


def book(changes: dict[str, str | None], stored: str = "mimetype") -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        for name, content in (FILES | changes).items():
            if content is not None:
                kind = zipfile.ZIP_STORED if name == stored else zipfile.ZIP_DEFLATED
                archive.writestr(name, content, kind)
    return buffer.getvalue()


def test_a_good_book() -> None:
    assert check_epub(book({})) == ()


@pytest.mark.parametrize(
    ("changes", "code"),
    [
        ({"E/t/a.xhtml": "<html><p></html>"}, "not-well-formed"),
        ({"E/t/a.xhtml": None}, "file-missing"),
        ({"E/m/i.png": None}, "file-missing"),
        ({"E/extra.txt": "x"}, "file-unlisted"),
        ({"E/t/a.xhtml": FILES["E/t/a.xhtml"].replace("i.png", "j.png")}, "file-missing"),
        ({"E/nav.xhtml": FILES["E/nav.xhtml"].replace("#two", "#three")}, "link-dangling"),
        ({"E/t/b.xhtml": FILES["E/t/b.xhtml"].replace("a.xhtml", "c.xhtml")}, "link-dangling"),
        ({"E/t/b.xhtml": FILES["E/t/b.xhtml"].replace("h2", "h3")}, "heading-skipped"),
        ({"E/t/b.xhtml": FILES["E/t/b.xhtml"].replace("h2", "h1")}, "several-h1"),
        ({"E/t/b.xhtml": FILES["E/t/b.xhtml"].replace(' lang="en"', "")}, "language-missing"),
        ({"E/p.opf": FILES["E/p.opf"].replace(' properties="nav"', "")}, "navigation-missing"),
        ({"mimetype": "application/zip"}, "mimetype"),
        ({"META-INF/container.xml": None}, "file-missing"),
    ],
)
def test_each_finding_in_a_book(changes: dict[str, str | None], code: str) -> None:
    assert [finding.code for finding in check_epub(book(changes))] == [code]


def test_the_finding_names_the_file() -> None:
    (finding,) = check_epub(book({"E/extra.txt": "x"}))
    assert finding.message.startswith("E/extra.txt: ")


def test_a_compressed_mimetype() -> None:
    assert [f.code for f in check_epub(book({}, stored=""))] == ["mimetype"]


def test_no_book_at_all() -> None:
    assert [f.code for f in check_epub(b"x")] == ["not-a-zip"]

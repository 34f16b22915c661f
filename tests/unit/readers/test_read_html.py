from __future__ import annotations

import pytest

from plainlang.ast import stringify, walk
from plainlang.diagnostics import Code
from plainlang.document import Provenance
from plainlang.engines import Engines
from plainlang.readers import Reading, charset_of, read_document

PAGE = """\
<!doctype html>
<html lang="es">
<head>
  <meta charset="utf-8">
  <title>Sus nuevas tabletas &amp; usted</title>
  <meta name="author" content="A. Nurse">
  <meta name="description" content="How to take them">
  <meta name="dc.rights" content="City hospital">
  <link rel="canonical" href="https://example.org/tabletas/">
  <style>p { color: red }</style>
</head>
<body>
<header>City hospital</header>
<nav><ul><li><a href="/">Home</a></li><li>About us</li></ul></nav>
<main>
<h1>Tabletas</h1>
<p>Tome <b>5&nbsp;mg</b> cada mañana. <span lang="en">One tablet.</span></p>
<table><thead><tr><th colspan="2">Dosis</th></tr><tr><th>Hora</th><th>mg</th></tr></thead>
<tr><td>08:00</td><td>5</td></tr></table>
<script>alert("no")</script>
<img src="x.png" alt="una tableta">
</main>
<footer>Call us</footer>
</body>
</html>
"""


def read(text: str, engines: Engines, file: str = "a.html") -> Reading:
    return read_document(
        text, file=file, provenance=Provenance(file, "", ""), default_language="en", engines=engines
    )


def test_the_head_gives_the_metadata(engines: Engines) -> None:
    document = read(PAGE, engines).document
    metadata = document.metadata
    assert metadata.title == "Sus nuevas tabletas & usted"
    assert document.language == "es"
    assert metadata.authors == ("A. Nurse",)
    assert metadata.description == "How to take them"
    assert metadata.rights == "City hospital"
    assert metadata.url == "https://example.org/tabletas/"
    assert metadata.lines["title"] == 5


def test_the_main_part_is_the_document_and_the_rest_is_named(engines: Engines) -> None:
    reading = read(PAGE, engines)
    text = stringify(list(reading.document.blocks))
    assert "Tome 5\u00a0mg cada mañana. One tablet." in text
    said = [d for d in reading.diagnostics if d.code is Code.SOURCE_TEXT_LEFT_OUT]
    assert [(d.line, d.message.split("(")[1]) for d in said] == [
        (13, "header) were left out: “City hospital”"),
        (14, "navigation) were left out: “Home About us”"),
        (23, "footer) were left out: “Call us”"),
    ]
    for words in ("City hospital", "Home", "Call us", "alert"):
        assert words not in text


def test_structure_is_kept_with_its_lines(engines: Engines) -> None:
    blocks = read(PAGE, engines).document.blocks
    heading = next(b for b in blocks if b["t"] == "Header")
    assert heading["line"] == 16
    table = next(b for b in blocks if b["t"] == "Table")
    head_rows = table["c"][3][1]
    assert len(head_rows) == 2
    assert head_rows[0][1][0][3] == 2  # the span of the first header cell
    images = [e for e in walk(blocks) if e["t"] == "Image"]
    assert [stringify(i["c"][1]) for i in images] == ["una tableta"]
    spans = [e for e in walk(blocks) if e["t"] == "Span" and ["lang", "en"] in e["c"][0][2]]
    assert [stringify(s) for s in spans] == ["One tablet."]


@pytest.mark.parametrize(
    "page",
    [
        "<p>Take one tablet.",
        "<html><body><p>Take one tablet.</p></body></html>",
        "<title>x</title><p>Take one tablet.",
        "<HTML><BODY><P>Take one tablet.</BODY></HTML>",
        "<html><head><title>x</title></head><p>Take one tablet.",
        "<?xml version='1.0'?><html xmlns='http://www.w3.org/1999/xhtml'><body><p>Take one tablet.</p></body></html>",
        "<body><!-- <main> --><p>Take one tablet.</p></body>",
        "<body><main><p>Take one tablet.</p>",
        "<body><script>document.write('<main>')</script><p>Take one tablet.</p></body>",
    ],
)
def test_pages_as_they_are_found(page: str, engines: Engines) -> None:
    assert stringify(list(read(page, engines).document.blocks)).strip() == "Take one tablet."


def test_two_main_parts_are_both_read(engines: Engines) -> None:
    page = "<body><main><p>One.</p></main><main><p>Two.</p></main></body>"
    assert stringify(list(read(page, engines).document.blocks)).split() == ["One.", "Two."]


@pytest.mark.parametrize(
    ("head", "charset"),
    [
        (b'<meta charset="iso-8859-1">', "iso-8859-1"),
        (b"<META CHARSET=windows-1252>", "windows-1252"),
        (b'<meta http-equiv="Content-Type" content="text/html; charset=koi8-r">', "koi8-r"),
        (b'<?xml version="1.0" encoding="ISO-8859-2"?><html>', "ISO-8859-2"),
        (b'<!-- <meta charset="koi8-r"> --><meta charset="utf-8">', "utf-8"),
        (b"<p>charset=utf-8</p>", None),
        (b" " * 1100 + b'<meta charset="koi8-r">', None),  # beyond what the standard looks at
    ],
)
def test_the_declared_charset(head: bytes, charset: str | None) -> None:
    assert charset_of("a.html", head) == charset
    assert charset_of("a.md", head) is None


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"<!DOCTYPE html>\n<p>x", "html"),
        (b"<!-- saved -->\n<html><p>x", "html"),
        (b"# Heading", "markdown"),
        (b"<b>bold</b> text", "markdown"),
    ],
)
def test_standard_input_is_told_by_its_bytes(data: bytes, name: str, engines: Engines) -> None:
    reading = read(data.decode(), engines, "-")
    assert reading.document.provenance.format == name


@pytest.mark.parametrize(
    ("body", "kinds"),
    [
        # A list in a wrapper, and text that stands in it without a paragraph.
        (
            "<div><div>One. <b>Two.</b><ul><li>a<li>b</ul>three</div></div>",
            ["Para", "BulletList", "Para"],
        ),
        ("<section lang=es><h2>Uno</h2><p>dos</p></section>", ["Div"]),
        ("<b>bold<p>within</p></b><p>after", ["Para", "Para", "Para"]),
        ("</div></p><p>text</div><h2>head</h2>", ["Para", "Header"]),
        ("<my-card><p>text</p></my-card>", ["Para"]),
        ("<p>text<o:p></o:p></p>", ["Para"]),
        ("<div id=here></div><p>text", ["Para", "Para"]),
    ],
)
def test_pieces_of_a_page(body: str, kinds: list[str], engines: Engines) -> None:
    found = read(f"<html><body>{body}</body></html>", engines).document.blocks
    assert [b["t"].replace("Plain", "Para") for b in found] == kinds
    assert "<" not in stringify(list(found))


def test_a_passage_that_cannot_be_kept_does_not_touch_the_others(engines: Engines) -> None:
    # A link within code has no form in the AST.
    page = (
        "<main><h1>A</h1><pre><code>x <a href=y>z</a></code></pre><table><tr><td>1</table></main>"
    )
    reading = read(page, engines)
    found = [b["t"] for b in reading.document.blocks]
    assert found[0] == "Header"
    assert found[-1] == "Table"
    assert "dropped" in " ".join(d.message for d in reading.diagnostics)


def test_what_may_be_text_stays(engines: Engines) -> None:
    text = stringify(
        list(read("<p>Hello <your name>, take <b translate foo>5 mg</b>.", engines).document.blocks)
    )
    assert text.strip() == "Hello <your name>, take 5 mg."


@pytest.mark.parametrize(
    ("part", "left_out"),
    [
        ("<div hidden>menu <div>inner</div> more</div>", "menu inner more"),
        ('<p style="color:red; display : none">dialog</p>', "dialog"),
        ('<span hidden="">x</span>', "x"),
        ("<p hidden=until-found>shown</p>", ""),
        ('<p style="display:block">shown</p>', ""),
        ("<p hidden>x", "x"),  # it ends where the next paragraph begins
        ("<ul><li hidden>x<li>shown</ul>", "x"),
        ("<div hidden>shown", ""),  # nothing says where it ends
    ],
)
def test_what_a_page_does_not_show_is_left_out_and_named(
    part: str, left_out: str, engines: Engines
) -> None:
    reading = read(f"<body>\n<p>Take one.</p>\n{part}\n<p>Then rest.</p></body>", engines)
    text = stringify(list(reading.document.blocks))
    said = [d for d in reading.diagnostics if d.code is Code.SOURCE_TEXT_LEFT_OUT]
    assert ("shown" in text) is ("shown" in part)
    assert [(d.line, d.message.split("“")[1]) for d in said] == (
        [(3, f"{left_out}”")] if left_out else []
    )
    assert "Then rest." in text

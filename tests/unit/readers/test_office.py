"""DOCX and ODT, made by three other programs and read by ours."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from tests.office import edited, in_body, odt_leaflet, png, word_leaflet, written_by_pandoc

from plainlang.assets import carry_images
from plainlang.ast import stringify, walk
from plainlang.diagnostics import Code, Severity
from plainlang.document import Provenance
from plainlang.engines import Engines
from plainlang.readers import Reading, read_package

LIMIT = 50_000_000
SOURCE = """\
# Your new tablets

## How to take them

Take **5 mg** each *morning*.[^1] See [the page](https://example.org/x), H~2~O, 10^9^.

- with water
- with food

    1. at home
    2. at work

3. third
4. fourth

| Time    | Dose |
|---------|------|
| morning | 5 mg |

![a white tablet](tablet.png)

![](tablet.png)

> Ask first.

[^1]: Ask the pharmacist.
"""


def read(data: bytes, file: str, engines: Engines) -> Reading:
    return read_package(
        data,
        file=file,
        provenance=Provenance(file, "", ""),
        default_language="en",
        engines=engines,
        limit=LIMIT,
    )


def codes(reading: Reading) -> list[Code]:
    return [d.code for d in reading.diagnostics]


def quoted(reading: Reading, code: Code) -> str:
    return " | ".join(d.message for d in reading.diagnostics if d.code is code)


def languages(reading: Reading) -> dict[str, str]:
    found = {}
    for element in walk(reading.document.blocks):
        if element["t"] in {"Span", "Div"}:
            pairs = dict(element["c"][0][2])
            if "lang" in pairs:
                found[stringify(element["c"][1]).strip()] = f"{element['t']} {pairs['lang']}"
    return found


def kinds(reading: Reading) -> list[str]:
    return [block["t"] for block in reading.document.blocks]


@pytest.fixture(scope="module")
def word(engines: Engines) -> Reading:
    return read(word_leaflet(language="en-GB"), "leaflet.docx", engines)


@pytest.fixture(scope="module")
def odt(engines: Engines) -> Reading:
    return read(odt_leaflet(), "leaflet.odt", engines)


@pytest.fixture(params=["word", "odt"])
def either(request: pytest.FixtureRequest) -> Reading:
    found: Reading = request.getfixturevalue(request.param)
    return found


def test_title_headings_and_language(either: Reading) -> None:
    document = either.document
    assert document.metadata.title == "Your new tablets"
    assert [b["c"][0] for b in document.blocks if b["t"] == "Header"] == [1]
    assert document.language.split("-")[0] == "en"
    assert Code.LANGUAGE_ASSUMED not in codes(either)
    assert "Your new tablets" not in stringify(list(document.blocks))


def test_runs_in_another_language_are_marked(either: Reading) -> None:
    found = languages(either)
    assert found["Tome una pastilla cada mañana."].startswith("Span es")
    # A paragraph that is all in Arabic runs from right to left as a whole.
    assert found["خذ 5 ملغ كل صباح"].startswith("Div ar")
    assert not any("﷐" <= c <= "﷯" for c in stringify(list(either.document.blocks)))


def test_lists_and_tables(either: Reading) -> None:
    bullets = next(b for b in either.document.blocks if b["t"] == "BulletList")
    assert [stringify(item).strip() for item in bullets["c"]] == ["with water", "with food"]
    table = next(b for b in either.document.blocks if b["t"] == "Table")
    assert stringify(table).split() == ["Time", "Dose", "morning", "5", "mg"]


def test_tracked_changes_are_accepted_and_named(either: Reading) -> None:
    assert "Do not drink alcohol." in stringify(list(either.document.blocks))
    said = quoted(either, Code.TRACKED_CHANGE)
    assert "an insertion that nobody accepted yet was taken as accepted: “not”" in said
    assert "a deletion that nobody accepted yet was taken as accepted: “always”" in said


def test_comments_are_left_out_and_named(either: Reading) -> None:
    assert "is that so?" in quoted(either, Code.SOURCE_COMMENT)
    assert "is that so?" not in stringify(list(either.document.blocks))


def test_pictures_are_carried_with_their_descriptions(either: Reading) -> None:
    carried = carry_images(either.document, None, LIMIT)
    images = [e for e in walk(carried.document.blocks) if e["t"] == "Image"]
    assert [stringify(i["c"][1]) for i in images] == ["a white tablet with a line across it", ""]
    assert {a.data for a in carried.document.assets} == {png(), png(128)}
    assert [i["c"][2][0] for i in images] == [a.name for a in carried.document.assets]
    assert [d.code for d in carried.diagnostics] == [Code.IMAGE_NO_DESCRIPTION]


def test_page_headers_are_named(word: Reading) -> None:
    assert "the header of the pages was left out: “City hospital”" in quoted(
        word, Code.SOURCE_TEXT_LEFT_OUT
    )


def test_hidden_text_is_named(odt: Reading) -> None:
    assert "internal number" in quoted(odt, Code.SOURCE_TEXT_LEFT_OUT)
    assert "internal" not in stringify(list(odt.document.blocks))


def test_footnotes_and_own_properties_of_an_odt(odt: Reading) -> None:
    notes = [e for e in walk(odt.document.blocks) if e["t"] == "Note"]
    assert [stringify(n).strip() for n in notes] == ["Ask the pharmacist."]
    assert str(odt.document.metadata.last_reviewed) == "2026-03-01"


@pytest.mark.parametrize("form", ["docx", "odt"])
def test_what_pandoc_wrote_is_read_whole(form: str, tmp_path: Path, engines: Engines) -> None:
    (tmp_path / "tablet.png").write_bytes(png())
    reading = read(written_by_pandoc(SOURCE, form, tmp_path), f"a.{form}", engines)
    read_text = stringify(list(reading.document.blocks))
    expected = stringify(engines.pandoc.read(SOURCE)["blocks"], alt=False)
    for word in ("tablets", "10", "9", "Ask the pharmacist.", "with food", "at work", "fourth"):
        assert word in expected
        assert word in read_text
    found = [e["t"] for e in walk(reading.document.blocks)]
    assert found.count("Note") == 1
    assert found.count("Image") == 2
    assert {"Table", "BlockQuote", "Strong", "Emph", "Superscript", "Subscript"} <= set(found)
    numbered = [e["c"][0][0] for e in walk(reading.document.blocks) if e["t"] == "OrderedList"]
    assert sorted(numbered) == [1, 3]
    assert Code.SOURCE_TEXT_LOST not in codes(reading)


BOX = (
    '<w:p><w:r><w:t>Before.</w:t></w:r><w:r><w:pict><v:textbox xmlns:v="urn:schemas-microsoft-com:vml">'
    "<w:txbxContent><w:p><w:r><w:t>Do not take with milk.</w:t></w:r></w:p></w:txbxContent>"
    "</v:textbox></w:pict></w:r></w:p>"
)
HIDDEN = (
    "<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>draft 7</w:t></w:r>"
    '<w:r><w:rPr><w:vanish w:val="0"/></w:rPr><w:t>seen</w:t></w:r></w:p>'
)
NO_GRID = "<w:tbl>" + "".join(
    f"<w:tr><w:tc><w:p><w:r><w:t>{a}</w:t></w:r></w:p></w:tc>"
    f"<w:tc><w:p><w:r><w:t>{b}</w:t></w:r></w:p></w:tc></w:tr>"
    for a, b in (("Time", "Dose"), ("night", "10 mg"))
) + "</w:tbl>"  # fmt: skip
JOINED = (
    "<w:p><w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr><w:r><w:t>Take one</w:t></w:r></w:p>"
    "<w:p><w:r><w:t> or two.</w:t></w:r></w:p>"
)
ROW = (
    "<w:tbl><w:tblGrid><w:gridCol/></w:tblGrid><w:tr><w:tc><w:p><w:r><w:t>kept</w:t></w:r></w:p></w:tc></w:tr>"
    "<w:tr><w:trPr><w:del w:id='1' w:author='x'/></w:trPr><w:tc><w:p><w:r><w:t>old dose</w:t></w:r></w:p></w:tc></w:tr></w:tbl>"
)

CONTENTS = (
    '<w:sdt><w:sdtPr><w:docPartObj><w:docPartGallery w:val="Table of Contents"/></w:docPartObj></w:sdtPr>'
    "<w:sdtContent><w:p><w:r><w:t>Side effects 14</w:t></w:r></w:p></w:sdtContent></w:sdt>"
    '<w:p><w:pPr><w:pStyle w:val="TOC2"/></w:pPr><w:r><w:t>Storage 15</w:t></w:r></w:p>'
    "<w:p><w:r><w:t>Keep it dry.</w:t></w:r></w:p>"
)


@pytest.mark.parametrize(
    ("xml", "shown", "gone", "code", "said"),
    [
        (BOX, "Before.\nDo not take with milk.", "", Code.TEXT_BOX_MOVED, "Do not take with milk."),
        (HIDDEN, "seen", "draft 7", Code.SOURCE_TEXT_LEFT_OUT, "draft 7"),
        (NO_GRID, "Time\nDose\nnight\n10 mg", "", None, ""),
        (JOINED, "Take one or two.", "", None, ""),
        (CONTENTS, "Keep it dry.", "Storage 15", Code.SOURCE_TEXT_LEFT_OUT, "table of contents"),
        (ROW, "kept", "old dose", Code.TRACKED_CHANGE, "old dose"),
    ],
    ids=[
        "text box",
        "hidden text",
        "table without grid",
        "paragraphs joined",
        "table of contents",
        "row deleted",
    ],
)
def test_what_pandoc_loses_in_word(
    xml: str, shown: str, gone: str, code: Code | None, said: str, engines: Engines
) -> None:
    data = edited(word_leaflet(), {"word/document.xml": in_body(xml)})
    reading = read(data, "a.docx", engines)
    text = stringify(list(reading.document.blocks))
    assert shown in text
    assert not gone or gone not in text
    if code:
        assert said in quoted(reading, code)
    assert Code.SOURCE_TEXT_LOST not in codes(reading)


def test_words_that_do_not_arrive_fail_the_document(engines: Engines) -> None:
    # A run beside the paragraphs is not valid, and pandoc leaves it out; Word shows it.
    data = edited(
        word_leaflet(),
        {"word/document.xml": in_body("<w:custom><w:p><w:r><w:t>never double the dose</w:t></w:r></w:p></w:custom>")},
    )  # fmt: skip
    lost = [d for d in read(data, "a.docx", engines).diagnostics if d.code is Code.SOURCE_TEXT_LOST]
    assert [d.severity for d in lost] == [Severity.ERROR]
    assert "never double the dose" in lost[0].message


def chart(kind: str) -> Callable[[bytes], bytes]:
    wp = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
    a = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'
    return in_body(
        f'<w:p><w:r><w:drawing><wp:inline {wp}><wp:docPr id="9" name="c" descr="pain by week"/>'
        f'<a:graphic {a}><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/{kind}"/>'
        "</a:graphic></wp:inline></w:drawing></w:r></w:p>"
    )


@pytest.mark.parametrize(("kind", "name"), [("chart", "a chart"), ("diagram", "SmartArt")])
def test_drawings_that_are_no_pictures(kind: str, name: str, engines: Engines) -> None:
    reading = read(edited(word_leaflet(), {"word/document.xml": chart(kind)}), "a.docx", engines)
    said = [d for d in reading.diagnostics if d.code is Code.IMAGE_UNSUPPORTED]
    assert [d.severity for d in said] == [Severity.ERROR]
    assert name in said[0].message
    assert "pain by week" in said[0].message


def test_formulas_stand_as_text(engines: Engines) -> None:
    m = 'xmlns:m="http://schemas.openxmlformats.org/officeDocument/2006/math"'
    xml = f"<w:p><m:oMath {m}><m:r><m:t>x=2</m:t></m:r></m:oMath></w:p>"
    reading = read(edited(word_leaflet(), {"word/document.xml": in_body(xml)}), "a.docx", engines)
    assert "x = 2" in stringify(list(reading.document.blocks))
    assert Code.FORMULA_AS_TEXT in codes(reading)
    assert "Math" not in kinds(reading)


def test_a_strict_document_is_read(engines: Engines) -> None:
    def strict(part: bytes) -> bytes:
        return part.replace(
            b"http://schemas.openxmlformats.org/wordprocessingml/2006/main",
            b"http://purl.oclc.org/ooxml/wordprocessingml/main",
        )

    data = edited(word_leaflet(), {"word/document.xml": strict, "word/styles.xml": strict})
    text = stringify(list(read(data, "a.docx", engines).document.blocks))
    assert "Take 5 mg each morning." in text


def test_the_property_title_gives_way_to_what_is_seen(engines: Engines) -> None:
    def untitled(part: bytes) -> bytes:
        return part.replace(b'<w:pStyle w:val="Title"/>', b'<w:pStyle w:val="Heading1"/>')

    data = edited(word_leaflet(title="Template 2012"), {"word/document.xml": untitled})
    reading = read(data, "a.docx", engines)
    assert reading.document.metadata.title == ""
    assert "Template 2012" in quoted(reading, Code.METADATA_INVALID)


def test_a_document_without_a_language_says_how_to_state_it(engines: Engines) -> None:
    def unstated(part: bytes) -> bytes:
        return part.replace(b"<w:lang ", b"<w:noLang ")

    changes: dict[str, Any] = {"word/styles.xml": unstated, "word/document.xml": unstated}
    reading = read(edited(word_leaflet(), changes), "a.docx", engines)
    assumed = [d for d in reading.diagnostics if d.code is Code.LANGUAGE_ASSUMED]
    assert "Review, Language" in assumed[0].hint
    assert assumed[0].line is None

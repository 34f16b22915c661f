"""Constructs of office documents that a converter loses: each arrives, or is an error."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from tests.office import edited, in_body, odt_leaflet, word_leaflet

from plainlang.ast import stringify
from plainlang.diagnostics import Code, Severity
from plainlang.document import Provenance
from plainlang.engines import Engines
from plainlang.readers import Reading, read_package

V = 'xmlns:v="urn:schemas-microsoft-com:vml"'
WP = 'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"'
A = 'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main"'


def run(words: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{words}</w:t></w:r>'


def box(words: str) -> str:
    return (
        f"<w:r><w:pict><v:textbox {V}><w:txbxContent><w:p>{run(words)}</w:p></w:txbxContent>"
        "</v:textbox></w:pict></w:r>"
    )


def row(*cells: str, before: str = "") -> str:
    return (
        f"<w:tr>{before}" + "".join(f"<w:tc><w:p>{run(c)}</w:p></w:tc>" for c in cells) + "</w:tr>"
    )


def read(data: bytes, file: str, engines: Engines) -> Reading:
    return read_package(
        data, file=file, provenance=Provenance(file, "", ""), default_language="en",
        engines=engines, limit=50_000_000,
    )  # fmt: skip


def word(xml: str, engines: Engines) -> Reading:
    return read(edited(word_leaflet(), {"word/document.xml": in_body(xml)}), "a.docx", engines)


def odt(change: Callable[[bytes], bytes], engines: Engines) -> Reading:
    return read(edited(odt_leaflet(), {"content.xml": change}), "a.odt", engines)


def errors(reading: Reading) -> str:
    return " ".join(d.message for d in reading.diagnostics if d.severity is Severity.ERROR)


FIELD = "<w:fldChar w:fldCharType='begin'><w:ffData><w:name w:val='x'/>{}</w:ffData></w:fldChar>"


@pytest.mark.parametrize(
    ("xml", "shown"),
    [
        (f"<w:p>{run('You must ')}<w:fldSimple w:instr='X'>{run('not ')}</w:fldSimple>{run('drive.')}</w:p>",
         "You must not drive."),
        ("<w:p><w:r><w:t>Take 2</w:t><w:cr/><w:t>5 mg</w:t></w:r></w:p>", "Take 2\n5 mg"),
        ("<w:p><w:r><w:t>Dose</w:t><w:ptab w:relativeTo='margin' w:alignment='right'/><w:t>5 mg</w:t></w:r></w:p>",
         "Dose 5 mg"),
        (f"<w:p>{run('Before.')}{box('Step 1')}{box('Step 2')}{box('Step 3')}</w:p>",
         "Before.\nStep 1\nStep 2\nStep 3"),
        ("<w:p><w:r>" + FIELD.format("<w:checkBox><w:default w:val='0'/><w:checked/></w:checkBox>") + f"</w:r>{run(' pain')}</w:p>",
         "☒ pain"),
        ("<w:p><w:r>" + FIELD.format("<w:ddList><w:result w:val='1'/><w:listEntry w:val='once'/><w:listEntry w:val='twice'/></w:ddList>")
         + f"</w:r>{run(' a day')}</w:p>", "twice a day"),
        (f"<w:p><w:r><w:pict><v:shape {V}><v:textpath string='DO NOT SWALLOW'/></v:shape></w:pict></w:r></w:p>",
         "DO NOT SWALLOW"),
        (f"<w:p><w:pPr><w:rPr><w:del w:id='1' w:author='x'/></w:rPr></w:pPr>{run('Take')}</w:p>"
         f"<w:bookmarkStart w:id='9' w:name='b'/><w:p>{run(' one.')}</w:p>", "Take one."),
    ],
    ids=["simple field", "cr", "ptab", "three boxes", "ticked box", "chosen value", "WordArt", "joined over a bookmark"],
)  # fmt: skip
def test_what_arrives(xml: str, shown: str, engines: Engines) -> None:
    reading = word(xml, engines)
    assert shown in stringify(list(reading.document.blocks))
    assert errors(reading) == ""


@pytest.mark.parametrize(
    ("xml", "said"),
    [
        ("<w:altChunk/>", "altChunk"),
        (r"<w:p><w:r><w:fldChar w:fldCharType='begin'/></w:r><w:r><w:instrText>EQ \f(1,2)</w:instrText></w:r>"
         "<w:r><w:fldChar w:fldCharType='end'/></w:r></w:p>", "f(1,2)"),
        (f"<w:p><w:r><w:drawing><wp:inline {WP}><wp:docPr id='1' name='p' descr='where to inject'/><a:graphic {A}>"
         "<a:graphicData uri='http://schemas.openxmlformats.org/drawingml/2006/picture'><a:blip/></a:graphicData>"
         "</a:graphic></wp:inline></w:drawing></w:r></w:p>", "where to inject"),
        (f"<w:p><w:r><w:drawing><wp:inline {WP}><wp:docPr id='1' name='p' descr='not here'/><a:graphic {A}>"
         "<a:graphicData uri='http://schemas.microsoft.com/office/word/2010/wordprocessingGroup'/>"
         "</a:graphic></wp:inline></w:drawing></w:r></w:p>", "not here"),
    ],
    ids=["another file", "formula field", "picture that is missing", "shapes"],
)  # fmt: skip
def test_what_is_refused(xml: str, said: str, engines: Engines) -> None:
    assert said in errors(word(xml, engines))


def test_the_words_of_a_picture_do_not_stand_for_lost_ones(engines: Engines) -> None:
    lost = f"<w:p>{run('You must ')}<w:custom>{run('not ')}</w:custom>{run('drive.')}</w:p>"
    noted = word_leaflet().replace(b"a white tablet", b"a note: tablet")
    reading = read(edited(noted, {"word/document.xml": in_body(lost)}), "a.docx", engines)
    assert "“not”" in errors(reading)


def test_a_row_that_begins_within_the_grid_keeps_its_columns(engines: Engines) -> None:
    before = "<w:trPr><w:gridBefore w:val='2'/></w:trPr>"
    grid = "<w:tblGrid>" + "<w:gridCol w:w='900'/>" * 3 + "</w:tblGrid>"
    xml = f"<w:tbl>{grid}{row('Drug', 'Morning', 'Night')}{row('5 mg', before=before)}</w:tbl>"
    table = [b for b in word(xml, engines).document.blocks if b["t"] == "Table"][-1]
    cells = table["c"][4][0][3][-1][1]
    assert [stringify(cell[4]).strip() for cell in cells] == ["", "", "5 mg"]


def test_deleted_cells_and_lost_moves_are_named(engines: Engines) -> None:
    deleted = (
        "<w:tc><w:tcPr><w:cellDel w:id='1' w:author='x'/></w:tcPr><w:p>"
        + run("old 10 mg")
        + "</w:p></w:tc>"
    )
    xml = f"<w:tbl><w:tr>{deleted}<w:tc><w:p>{run('new 5 mg')}</w:p></w:tc></w:tr></w:tbl>"
    xml += f"<w:p>{run('You must ')}<w:moveFrom w:id='2' w:author='x'>{run('not ')}</w:moveFrom>{run('drive.')}</w:p>"
    reading = word(xml, engines)
    said = " ".join(d.message for d in reading.diagnostics if d.code is Code.TRACKED_CHANGE)
    assert "“old 10 mg”" in said
    assert "“not”" in said
    assert "old 10 mg" not in stringify(list(reading.document.blocks))


def test_a_style_hides_text_too(engines: Engines) -> None:
    style = (
        b'<w:style w:type="character" w:styleId="Secret"><w:name w:val="Secret"/>'
        b"<w:rPr><w:vanish/></w:rPr></w:style></w:styles>"
    )
    xml = f"<w:p><w:r><w:rPr><w:rStyle w:val='Secret'/></w:rPr><w:t>draft</w:t></w:r>{run('seen')}</w:p>"
    data = edited(word_leaflet(), {
        "word/document.xml": in_body(xml),
        "word/styles.xml": lambda part: part.replace(b"</w:styles>", style),
    })  # fmt: skip
    text = stringify(list(read(data, "a.docx", engines).document.blocks))
    assert "seen" in text
    assert "draft" not in text


@pytest.mark.parametrize(
    ("form", "text", "severity"),
    [("none", "Do not", "error"), ("decimal", "Step %1:", "warning"), ("decimal", "%1.", ""), ("bullet", "o", "")],
)  # fmt: skip
def test_words_before_the_items_of_a_list(
    form: str, text: str, severity: str, engines: Engines
) -> None:
    numbering = (
        f'<w:abstractNum w:abstractNumId="77"><w:lvl w:ilvl="0"><w:numFmt w:val="{form}"/>'
        f'<w:lvlText w:val="{text}"/></w:lvl></w:abstractNum>'
    )
    xml = (
        '<w:p><w:pPr><w:numPr><w:ilvl w:val="0"/><w:numId w:val="78"/></w:numPr></w:pPr>'
        f"{run('drive a car')}</w:p>"
    )

    def number(part: bytes) -> bytes:
        place = part.index(b"<w:num ")
        end = part.rindex(b"</w:numbering>")
        made = b'<w:num w:numId="78"><w:abstractNumId w:val="77"/></w:num>'
        return part[:place] + numbering.encode() + part[place:end] + made + part[end:]

    changes = {"word/document.xml": in_body(xml), "word/numbering.xml": number}
    reading = read(edited(word_leaflet(), changes), "a.docx", engines)
    said = [d for d in reading.diagnostics if "before each item" in d.message]
    assert [str(d.severity) for d in said] == ([severity] if severity else [])


def test_repeated_cells_of_an_odt_keep_the_columns(engines: Engines) -> None:
    def change(part: bytes) -> bytes:
        row = (
            b"<table:table-row><table:table-cell><text:p>Drug</text:p></table:table-cell>"
            b'<table:table-cell table:number-columns-repeated="2"/>'
            b"<table:table-cell><text:p>9 mg</text:p></table:table-cell></table:table-row></table:table>"
        )
        part = part.replace(
            b'table:number-columns-repeated="2"', b'table:number-columns-repeated="4"'
        )
        return part.replace(b"</table:table>", row)

    table = next(b for b in odt(change, engines).document.blocks if b["t"] == "Table")
    cells = table["c"][4][0][3][-1][1]
    assert [stringify(cell[4]).strip() for cell in cells] == ["Drug", "", "", "9 mg"]


@pytest.mark.parametrize(
    ("inline", "shown"),
    [
        (b"<text:date>1 May</text:date>", "1 May"),
        (b"<text:placeholder>&gt;</text:placeholder>5", ">5"),
        (b"<text:meta>in meta</text:meta>", "in meta"),
        (b"<text:ruby><text:ruby-base>word</text:ruby-base><text:ruby-text>sound</text:ruby-text></text:ruby>",
         "word (sound)"),
    ],
)  # fmt: skip
def test_fields_of_an_odt_show_their_text(inline: bytes, shown: str, engines: Engines) -> None:
    reading = odt(lambda part: part.replace(b"with water", b"with " + inline), engines)
    assert f"with {shown}" in stringify(list(reading.document.blocks))
    assert errors(reading) == ""


def test_letters_of_a_symbol_font_are_refused_in_an_odt(engines: Engines) -> None:
    style = (
        b'<style:style style:name="Sy" style:family="text"><style:text-properties '
        b'style:font-name="Symbol"/></style:style></office:automatic-styles>'
    )

    def change(part: bytes) -> bytes:
        part = part.replace(b"</office:automatic-styles>", style)
        return part.replace(b"with water", b'5 <text:span text:style-name="Sy">m</text:span>g')

    assert "“m” is set in the font Symbol" in errors(odt(change, engines))

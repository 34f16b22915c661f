"""Damage that is done to the tags or claims of a good file is found."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from pdf_file import Sample, elements

from plainlang import ast
from plainlang.ast import attr, para, text
from plainlang.diagnostics import Severity
from plainlang.validators.base import Finding
from plainlang.validators.page import check_page
from plainlang.validators.structure import check_structure, expected_tags, found_tags
from plainlang.validators.text_size import check_text_size

Change = Callable[[pikepdf.Pdf], None]


def renamed(old: str, new: str, *, only: int | None = None) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        found = [e for e in elements(pdf) if old == e.S]
        assert found
        for element in found if only is None else found[only : only + 1]:
            element.S = pikepdf.Name(new)

    return change


def without_first(kind: str) -> Change:
    """Take the first element of a kind out of its parent, content and all."""

    def change(pdf: pikepdf.Pdf) -> None:
        element = next(e for e in elements(pdf) if kind == e.S)
        siblings = element.P.K
        assert isinstance(siblings, pikepdf.Array)
        index = next(
            i for i, s in enumerate(siblings) if getattr(s, "objgen", None) == element.objgen
        )
        del siblings[index]

    return change


def without(kind: str, key: str) -> Change:
    def change(pdf: pikepdf.Pdf) -> None:
        for element in elements(pdf):
            if kind == element.S and key in element:
                del element[key]

    return change


def swap_headings(pdf: pikepdf.Pdf) -> None:
    headings = [e for e in elements(pdf) if str(e.S) in {"/H2", "/H3"}]
    headings[0].S, headings[1].S = headings[1].S, headings[0].S


#: Damage that no checker of PDF/UA can see, because the tags stay well-formed.
STRUCTURE: dict[str, tuple[Change, set[str]]] = {
    "a heading became a paragraph": (renamed("/H2", "/P"), {"H2"}),
    "all headings became paragraphs": (
        lambda pdf: [renamed(f"/H{n}", "/P")(pdf) for n in (1, 2, 3)] and None,
        {"H1", "H2", "H3"},
    ),
    "a heading has another level": (renamed("/H3", "/H2"), {"H2", "H3"}),
    "headings changed places": (swap_headings, {"order"}),
    "header cells became data": (renamed("/TH", "/TD"), {"TH", "TD"}),
    "a row is lost": (without_first("/TR"), {"TR", "TH"}),
    "an item is lost": (without_first("/LI"), {"LI"}),
    "a list is no list": (renamed("/L", "/Div", only=0), {"L"}),
    "a description is lost": (without("/Figure", "/Alt"), {"Figure"}),
    "a note became text": (renamed("/Note", "/Span"), {"Note"}),
    "a link became text": (renamed("/Link", "/Span"), {"Link"}),
    "a quotation became a paragraph": (renamed("/BlockQuote", "/P"), {"BlockQuote"}),
    "a table is no table": (renamed("/Table", "/Div"), {"Table"}),
}


def codes(findings: tuple[Finding, ...]) -> set[str]:
    return {finding.code for finding in findings}


def test_a_good_file_has_no_findings(sample: Sample) -> None:
    assert check_page(sample.data) == ()
    assert check_structure(sample.data, sample.document.blocks) == ()
    assert check_text_size(sample.data, 18) == ()


@pytest.mark.parametrize("name", STRUCTURE)
def test_lost_tags_are_found_and_named(name: str, sample: Sample) -> None:
    change, expected = STRUCTURE[name]
    findings = check_structure(sample.changed(change), sample.document.blocks)
    assert codes(findings) == expected
    assert all(
        f.severity is Severity.ERROR and f.checker == "plainlang.structure" for f in findings
    )


def test_a_finding_names_both_numbers(sample: Sample) -> None:
    (finding,) = check_structure(sample.changed(renamed("/H2", "/P")), sample.document.blocks)
    assert finding.message == "headings of level 2: the document has 1, the tags of the PDF 0"


def test_a_block_that_is_not_in_the_file_is_found(sample: Sample) -> None:
    more = (*sample.document.blocks, {"t": "BulletList", "c": [[para(text("more"))]]})
    assert codes(check_structure(sample.data, replace(sample.document, blocks=more).blocks)) == {
        "L",
        "LI",
    }


def test_a_file_without_tags_has_none(sample: Sample) -> None:
    def untag(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot

    with pikepdf.open(BytesIO(sample.changed(untag))) as pdf:
        found, levels = found_tags(pdf)
    assert not found
    assert levels == []


def test_links_in_terms_count_but_those_of_note_marks_do_not() -> None:
    link = {"t": "Link", "c": [attr(), text("x"), ["https://example.org/", ""]]}
    note = {"t": "Note", "c": [para([link])]}
    blocks = [{"t": "DefinitionList", "c": [[[link, note], [[para(text("d"))]]]]}]
    counts = expected_tags(ast.structures(blocks))
    assert (counts["Link"], counts["Note"], counts["LI"]) == (2, 1, 1)


def no_language(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.Lang


def odd_language(pdf: pikepdf.Pdf) -> None:
    pdf.Root.Lang = pikepdf.String("english!")


def no_marks(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.MarkInfo


def no_tree(pdf: pikepdf.Pdf) -> None:
    del pdf.Root.StructTreeRoot


def hidden_title(pdf: pikepdf.Pdf) -> None:
    pdf.Root.ViewerPreferences.DisplayDocTitle = False


def no_link_description(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for annotation in page.obj.get("/Annots", []):
            del annotation["/Contents"]


def no_unicode(pdf: pikepdf.Pdf) -> None:
    for page in pdf.pages:
        for font in page.obj.Resources.Font.values():
            if "/ToUnicode" in font:  # pages share their fonts
                del font["/ToUnicode"]


def no_claim(pdf: pikepdf.Pdf) -> None:
    data = pdf.Root.Metadata.read_bytes().replace(b"pdfuaid", b"pdfuaxx")
    pdf.Root.Metadata.write(data)


@pytest.mark.parametrize(
    "change",
    [
        no_language,
        odd_language,
        no_marks,
        no_tree,
        hidden_title,
        no_link_description,
        no_unicode,
        no_claim,
        without("/Figure", "/Alt"),
        renamed("/H2", "/H4"),
    ],
    ids=lambda value: getattr(value, "__name__", "change"),
)
def test_what_breaks_the_standards_is_found(change: Change, sample: Sample) -> None:
    findings = check_page(sample.changed(change))
    assert findings
    assert all(f.severity is Severity.ERROR for f in findings)
    assert all(f.code.partition(":")[0] in {"ua1", "2a"} for f in findings)
    assert all(f.version for f in findings)


@pytest.mark.parametrize("data", [b"", b"no pdf", b"%PDF-1.7\n%%EOF"])
def test_a_broken_file_is_a_finding_not_an_error(data: bytes, sample: Sample) -> None:
    assert codes(check_page(data)) == {"unreadable"}
    assert codes(check_structure(data, sample.document.blocks)) == {"unreadable"}
    assert codes(check_text_size(data, 12)) == {"unreadable"}


def scaled(factor: float) -> Change:
    """Shrink what the first page draws, as `cm` does."""

    def change(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        content = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(b"q %f 0 0 %f 0 0 cm\n%s\nQ" % (factor, factor, content))

    return change


def in_a_form(pdf: pikepdf.Pdf) -> None:
    """Put everything that the first page draws into a form that is half as large."""
    page = pdf.pages[0]
    form = pdf.make_stream(page.Contents.read_bytes())
    form.Type, form.Subtype = pikepdf.Name.XObject, pikepdf.Name.Form
    form.BBox, form.Matrix = [0, 0, 600, 900], [0.5, 0, 0, 0.5, 0, 0]
    form.Resources = page.obj.Resources
    page.obj.Resources = pikepdf.Dictionary(XObject=pikepdf.Dictionary(All=form))
    page.Contents = pdf.make_stream(b"/All Do")


def test_small_text_is_measured_where_it_stands(sample: Sample) -> None:
    findings = check_text_size(sample.changed(scaled(0.5)), 18)
    assert codes(findings) == {"small-text"}
    assert findings[0].severity is Severity.ERROR
    assert "9 pt where 18 pt is promised" in findings[0].message
    assert "page 1" in findings[0].message


def test_small_print_in_drawings_is_a_warning(sample: Sample) -> None:
    findings = check_text_size(sample.changed(in_a_form), 18)
    assert [(f.code, f.severity) for f in findings] == [("small-text-in-image", Severity.WARNING)]


def test_rounding_is_no_finding(sample: Sample) -> None:
    assert check_text_size(sample.data, 18.01) == ()
    assert check_text_size(sample.data, 18.2)

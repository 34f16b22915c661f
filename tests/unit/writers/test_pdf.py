"""The PDF as a whole: nothing is lost, everything is tagged, and it conforms."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from datetime import date
from io import BytesIO

import pikepdf
import pytest
from pdf_samples import (
    FULL,
    assembled,
    expected,
    found,
    heading,
    make,
    png,
    read,
    settings,
    tags,
    write,
)

from plainlang.ast import attr, div, para, text, walk
from plainlang.diagnostics import Code
from plainlang.document import Asset
from plainlang.engines import Engines
from plainlang.exceptions import EngineError
from plainlang.validators.page import check_page
from plainlang.validators.pdf_content import runs
from plainlang.validators.pdf_text import read_pdf, read_text
from plainlang.validators.structure import check_structure
from plainlang.validators.text_size import check_text_size, text_sizes
from plainlang.writers.pdf import as_printed, write_pdf
from plainlang.writers.profiles import PROFILES

ARABIC = """
# عنوان الوثيقة

فقرة عربية طويلة للاختبار فيها كلمة **مهمة** و[رابط إلى موقع](https://example.org/ar) ونص مُحَمَّد
طويل ليمتد إلى سطر جديد. 100 mg

- عنصر أول
- عنصر ثان
"""


@pytest.mark.parametrize("profile", PROFILES)
def test_a_full_document_loses_nothing_and_conforms(profile: str, engines: Engines) -> None:
    document = make(FULL, engines)
    written = write(document, engines, profile)
    printed = as_printed(document, settings(profile))
    assert written.shaped == printed
    assert check_page(written.data) == ()
    assert check_structure(written.data, printed.blocks) == ()
    assert check_text_size(written.data, PROFILES[profile].size) == ()
    assert found(read_text(written.data)) == expected(document, profile)
    links = Counter(e["c"][2][0] for e in walk(printed.blocks) if e["t"] == "Link")
    assert Counter(read_pdf(written.data).links) == links


@pytest.mark.parametrize("profile", PROFILES)
def test_body_text_has_the_size_of_the_profile(profile: str, engines: Engines) -> None:
    document = make("# Title\n\nText[^1] and 10^9^.\n\n[^1]: A note.\n", engines)
    measures = PROFILES[profile]
    sizes = text_sizes(write(document, engines, profile).data)
    assert min(sizes) == measures.size
    assert max(sizes) == pytest.approx(measures.heading_sizes[0] * measures.size, abs=0.01)


def test_the_same_document_gives_the_same_bytes(engines: Engines) -> None:
    document = make(FULL, engines)
    assert write(document, engines).data == write(document, engines).data


def test_the_date_is_that_of_the_review_or_of_the_build_never_the_clock(
    engines: Engines, monkeypatch: pytest.MonkeyPatch
) -> None:
    def date_of(**metadata: object) -> str:
        data = write(make("# T\n\nx", engines, **metadata), engines).data
        with pikepdf.open(BytesIO(data)) as pdf:
            return str(pdf.docinfo["/CreationDate"])[2:10]

    monkeypatch.delenv("SOURCE_DATE_EPOCH", raising=False)
    assert date_of(last_reviewed=date(2025, 12, 30)) == "20251230"
    assert date_of(last_reviewed=None) == "19700101"
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    assert date_of(last_reviewed=date(2025, 12, 30)) == "19700102"


def test_metadata_rights_and_language_are_in_the_file(engines: Engines) -> None:
    document = make(
        "# T\n\nText",
        engines,
        language="es-419",
        title='A "title" \\ with marks',
        description="What it is about",
        source="NCI",
        citation="NCI, 2025",
        url="https://example.org/page",
        rights="All rights reserved.",
        rights_basis="permission of A",
        tags=("treatment", "leukemia"),
    )
    with pikepdf.open(BytesIO(write(document, engines).data)) as pdf:
        assert str(pdf.Root.Lang) == "es-419"
        assert pdf.docinfo["/Title"] == 'A "title" \\ with marks'
        assert pdf.docinfo["/Subject"] == "What it is about"
        assert pdf.docinfo["/Keywords"] == "treatment, leukemia"
        assert pdf.docinfo["/Rights"] == "All rights reserved.; permission of A"
        assert pdf.docinfo["/Source"] == "https://example.org/page"
        assert pdf.Root.ViewerPreferences.DisplayDocTitle
        with pdf.open_metadata() as xmp:
            assert xmp["dc:rights"] == "All rights reserved.; permission of A"
            assert xmp["dc:source"] == "NCI, 2025"
            assert xmp["dc:language"] == {"es-419"}
            assert xmp["dc:identifier"] == "https://example.org/page"
            assert xmp["pdfuaid:part"] == "1"


def test_bookmarks_have_the_headings_without_their_notes(engines: Engines) -> None:
    document = make(
        "# One[^1]\n\n## Two *b*\n\n### Three\n\n## Four\n\nx\n\n[^1]: Note.\n", engines
    )
    with pikepdf.open(BytesIO(write(document, engines).data)) as pdf, pdf.open_outline() as outline:
        (one,) = outline.root
        assert one.title == "One"
        assert [child.title for child in one.children] == ["Two b", "Four"]
        assert one.children[0].children[0].title == "Three"


def test_page_numbers_are_translated_and_stand_outside_the_text(engines: Engines) -> None:
    def translate(message: str) -> str:
        # A translation may put the places in another order.
        return {"Page {page} of {pages}": "{pages} Seiten, Seite {page}"}.get(message, message)

    document = make("# T\n\nText", engines, language="nl")
    data = write(document, engines, translate=translate, words_language="de").data
    with pikepdf.open(BytesIO(data)) as pdf:
        shown = [run.text for run in runs(pdf) if run.artifact]
    assert "".join(shown) == "1 Seiten, Seite 1"
    # Assistive technology does not read it into the text.
    assert "Seiten," not in read_text(data).words


def test_arabic_is_read_back_in_its_logical_order(engines: Engines) -> None:
    document = make(ARABIC, engines, language="ar")
    data = write_pdf(document, settings(direction="rtl"), engines).data
    back = read_text(data)
    assert found(back) == expected(document)
    assert "مُحَمَّد" in back.words
    assert back.links[0].text == "رابط إلى موقع"
    assert check_page(data) == ()
    with pikepdf.open(BytesIO(data)) as pdf:
        assert str(pdf.Root.Lang) == "ar"


def test_foreign_words_keep_their_language_without_the_region_of_the_text(engines: Engines) -> None:
    document = make(
        "# T\n\nSay [مرحبا]{lang=ar dir=rtl} or [salut]{lang=fr}.", engines, language="en-US"
    )
    data = write(document, engines).data
    with pikepdf.open(BytesIO(data)) as pdf:
        # Typst states a language at the tag or at the text, wherever it changes.
        stated = set(re.findall(rb"/Lang ?\(([\w-]+)\)", pdf.pages[0].Contents.read_bytes()))
        stated |= {str(e["/Lang"]).encode() for e in tags(pdf) if "/Lang" in e}
    assert {b"ar", b"fr"} <= stated
    assert not {b"ar-US", b"fr-US"} & stated
    assert "مرحبا" in read_text(data).words


@pytest.mark.parametrize(
    ("markdown", "line", "named"),
    [
        ("# T\n\nFine.\n\n- Press 👇 here\n", 5, "U+1F447"),
        ("# T\n\nText \uf0b7 text\n", 3, "private character U+F0B7"),
    ],
)
def test_a_missing_glyph_is_an_error_with_its_line(
    markdown: str, line: int, named: str, engines: Engines
) -> None:
    with pytest.raises(EngineError) as caught:
        write(make(markdown, engines), engines)
    diagnostic = caught.value.diagnostic
    assert (diagnostic.code, diagnostic.file, diagnostic.line) == (
        Code.GLYPH_MISSING,
        "sample.md",
        line,
    )
    assert named in diagnostic.message


def test_a_character_in_a_description_alone_needs_no_glyph(engines: Engines) -> None:
    document = make("# T\n\n![A finger 👇](media/icon.png)\n", engines)
    assert "👇" in read(document, engines).words


@pytest.mark.parametrize("name", ["wide", "tall", "icon"])
def test_images_have_their_description_and_stay_on_the_page(name: str, engines: Engines) -> None:
    document = make(f"# T\n\nText ![the {name} one](media/{name}.png) text.\n", engines)
    data = write(document, engines, "giant-print").data
    assert f"the {name} one" in " ".join(read_text(data).words)
    with pikepdf.open(BytesIO(data)) as pdf:
        for page in pdf.pages:
            for operands, operator in pikepdf.parse_content_stream(page):
                if str(operator) == "cm":
                    assert abs(float(operands[0])) <= 595
                    assert abs(float(operands[3])) <= 842


def test_unknown_image_formats_name_the_file(engines: Engines) -> None:
    document = make("# T\n\n![x](media/icon.png) ![x](media/broken.png)\n", engines)
    good = Asset("media/icon.png", "image/png", png(1, 1), "pics/good.png")
    broken = Asset("media/broken.png", "image/png", b"?", "pics/broken.png")
    document = replace(document, assets=(good, broken))
    with pytest.raises(EngineError) as caught:
        write(document, engines)
    assert caught.value.diagnostic.code is Code.IMAGE_UNSUPPORTED
    assert caught.value.diagnostic.file == "pics/broken.png"


def test_the_boxes_and_lists_of_the_assembly_are_written(engines: Engines) -> None:
    items = [[{"t": "Plain", "c": text("https://example.org/a-very-long/address.html")}]]
    facts = {
        "t": "DefinitionList",
        "c": [[text("Language"), [[para(text("English"))]]]],
    }
    blocks = [
        heading(),
        div([facts], ["title-block"]),
        div([para(text("Nothing to declare."))], ["disclosure"]),
        div(
            [
                heading("Web addresses", 2),
                {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], items]},
            ],
            ["web-addresses"],
        ),
        div([heading("About", 2), facts], ["about"], identifier="about"),
    ]
    document = assembled(blocks)
    written = write(document, engines)
    assert check_page(written.data) == ()
    assert check_structure(written.data, document.blocks) == ()
    back = read_text(written.data)
    assert back.labels == ("[1]",)  # as the links in the text are numbered
    assert found(back) == expected(document)


def test_nothing_in_the_text_is_taken_for_typst(engines: Engines) -> None:
    hostile = [
        '#read("/etc/passwd")',
        '#import "@preview/x:1.0.0"',
        "$x$ @label <label> `raw` *b* _e_ ~ \\u{41} // /* */",
        "= no heading",
        "- no item",
        "+ no item",
        "/ no: term",
        "1. no item",
        "--- -- -? ... -5 “x” \"x\" 'x'",
        "]#[",
        '#link("x")[y]',
        "https://example.org/#read(x)",
    ]
    blocks = [heading()]
    for line in hostile:
        # As one string, as pandoc divides it, and first in the brackets of a link and a span.
        blocks += [para([{"t": "Str", "c": line}]), para(text(line))]
        blocks.append(para([{"t": "Link", "c": [attr(), text(line), ["https://e.org", ""]]}]))
        blocks.append(para([{"t": "Span", "c": [attr(pairs=[("lang", "fr")]), text(line)]}]))
        blocks.append({"t": "CodeBlock", "c": [attr(), line]})
        blocks.append(para([{"t": "Code", "c": [attr(), line]}, {"t": "Str", "c": "(x)[y].z"}]))
    document = assembled(blocks)
    assert found(read(document, engines)) == expected(document)


def test_a_document_without_a_title_of_its_own_is_titled_by_its_name(engines: Engines) -> None:
    document = make("# T\n\nx", engines, title="")
    with pikepdf.open(BytesIO(write(document, engines).data)) as pdf:
        assert pdf.docinfo["/Title"] == "sample"


def test_without_a_profile_the_edition_is_clear_print(engines: Engines) -> None:
    document = make("# T\n\nx", engines)
    data = write(document, engines, "pdf").data
    without = replace(settings("pdf"), profile=None)
    assert write_pdf(document, without, engines).data == data

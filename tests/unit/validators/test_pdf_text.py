"""The text of a PDF is read back in its logical order, as a second reader confirms."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pdf_file import Sample, elements
from pdfminer.high_level import extract_text

from plainlang.validators.pdf_content import runs, to_unicode
from plainlang.validators.pdf_text import read_pdf, read_text
from plainlang.validators.readback import normalized_words


def test_words_come_in_reading_order_with_notes_at_their_marks(sample: Sample) -> None:
    words = normalized_words(read_text(sample.data).words)
    assert " ".join(words) == (
        "Title First paragraph with a link and a note The note, with a second link. . "
        "Doses one two nested Drug Dose Aspirin 100 mg Ibuprofen 400 mg A grey square Quoted. "
        "Words hola Term Its meaning. Office waffle, softhyphen, zerowidth, line break."
    )


def test_labels_are_told_apart_from_the_text(sample: Sample) -> None:
    assert read_text(sample.data).labels == ("[note\u00a01]", "[note\u00a01]", "•", "•", "1.")


def test_links_have_target_text_and_description(sample: Sample) -> None:
    links = [(link.target, link.text) for link in read_text(sample.data).links]
    assert links == [
        ("https://example.org/one", "link"),
        ("https://example.org/two", "second link"),
    ]
    assert read_pdf(sample.data).links == ("https://example.org/one", "https://example.org/two")


def test_page_numbers_are_artifacts(sample: Sample) -> None:
    with pikepdf.open(BytesIO(sample.data)) as pdf:
        artifacts = "".join(run.text for run in runs(pdf) if run.artifact)
    assert "Page 1 of" in artifacts
    assert "Page" not in read_text(sample.data).words


def test_another_reader_finds_the_same_words(sample: Sample) -> None:
    # pdfminer follows the drawing, not the tags: the words are the same, their order is not.
    other = normalized_words(extract_text(BytesIO(sample.data)).split())
    own = normalized_words(read_text(sample.data).words)
    described = {"A", "grey", "square"}  # spoken, not drawn
    joined = "".join(other)
    assert all(word in joined for word in own if word not in described)


def test_the_order_is_that_of_the_tags_not_of_the_drawing(sample: Sample) -> None:
    def turn(pdf: pikepdf.Pdf) -> None:
        root = next(iter(elements(pdf)))
        root.K = pikepdf.Array(list(reversed(list(root.K))))

    assert read_text(sample.changed(turn)).words[-1] == "Title"


def test_actual_text_stands_for_what_it_covers(sample: Sample) -> None:
    def spell(pdf: pikepdf.Pdf) -> None:
        heading = next(e for e in elements(pdf) if e.S == "/H1")
        heading.ActualText = pikepdf.String("Spelled out")

    assert read_text(sample.changed(spell)).words[:2] == ("Spelled", "out")


def test_a_file_without_tags_is_refused(sample: Sample) -> None:
    def untag(pdf: pikepdf.Pdf) -> None:
        del pdf.Root.StructTreeRoot

    with pytest.raises(ValueError, match="no structure tree"):
        read_text(sample.changed(untag))


def test_unknown_codes_are_visible(sample: Sample) -> None:
    def forget(pdf: pikepdf.Pdf) -> None:
        for page in pdf.pages:
            for font in page.obj.Resources.Font.values():
                if "/ToUnicode" in font:  # pages share their fonts
                    del font["/ToUnicode"]

    assert "\ufffd" in "".join(read_text(sample.changed(forget)).words)


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        (b"1 beginbfchar\n<0001> <0041>\nendbfchar", {1: "A"}),
        (b"1 beginbfchar\n<0002> <006600660069>\nendbfchar", {2: "ffi"}),
        (b"1 beginbfchar\n<03> <D83DDC47>\nendbfchar", {3: "👇"}),
        (b"1 beginbfrange\n<0005> <0007> <0061>\nendbfrange", {5: "a", 6: "b", 7: "c"}),
        (b"1 beginbfrange <0008> <0009> [<0078> <00660069>] endbfrange", {8: "x", 9: "fi"}),
        (b"", {}),
    ],
)
def test_character_maps(source: bytes, expected: dict[int, str]) -> None:
    assert to_unicode(source) == expected


def drawn(content: bytes) -> list[tuple[str, float, int | None, bool]]:
    """What a page with this content shows, in a font whose codes are Latin letters."""
    pdf = pikepdf.new()
    letters = b"".join(b"<%02x> <%04x>\n" % (code, code) for code in range(32, 127))
    unicode_map = pdf.make_stream(b"95 beginbfchar\n" + letters + b"endbfchar")
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, ToUnicode=unicode_map
    )
    page = pdf.add_blank_page()
    page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=font))
    page.Contents = pdf.make_stream(content)
    return [(run.text, round(run.size, 3), run.mcid, run.artifact) for run in runs(pdf)]


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        (b"BT /F1 12 Tf (ab) Tj ET", [("ab", 12, None, False)]),
        (b"BT /F1 12 Tf [(a) -500 (b)] TJ ET", [("ab", 12, None, False)]),
        (b"BT /F1 1 Tf 18 0 0 18 0 0 Tm (a) Tj ET", [("a", 18, None, False)]),
        (
            b"q 2 0 0 2 0 0 cm BT /F1 9 Tf (a) Tj ET Q BT /F1 9 Tf (b) Tj ET",
            [("a", 18, None, False), ("b", 9, None, False)],
        ),
        (b"q 0 2 -2 0 0 0 cm BT /F1 9 Tf (turned) Tj ET Q", [("turned", 18, None, False)]),
        (
            b"1 0 0 -1 0 9 cm BT /F1 9 Tf 1 0 0 -1 0 0 Tm (flipped) ' ET",
            [("flipped", 9, None, False)],
        ),
        (
            b"BT /F1 30 Tf 18 0 0 18 0 0 Tm ET BT /F1 12 Tf (reset) Tj ET",
            [("reset", 12, None, False)],
        ),
        (b"/P <</MCID 3>> BDC BT /F1 9 Tf (x) Tj ET EMC", [("x", 9, 3, False)]),
        (b"/Artifact BMC BT /F1 9 Tf (7) Tj ET EMC", [("7", 9, None, True)]),
        (
            b"/P <</MCID 0>> BDC BT /F1 9 Tf /Span <</ActualText (fi)>> BDC (a) Tj (b) Tj EMC (c) Tj ET EMC",
            [("fi", 9, 0, False), ("", 9, 0, False), ("c", 9, 0, False)],
        ),
        (b"BT /F1 9 Tf /ReversedChars BMC (cba) Tj EMC ET", [("abc", 9, None, False)]),
        (b"EMC Q BT (no font) Tj ET", []),
    ],
)
def test_content_streams(
    content: bytes, expected: list[tuple[str, float, int | None, bool]]
) -> None:
    assert drawn(content) == expected

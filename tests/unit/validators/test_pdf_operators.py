"""The quick reading of content streams gives what qpdf's parser gives, or leaves it to it."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pdf_file import Sample

from plainlang.validators.pdf_content import runs
from plainlang.validators.pdf_operators import Box, Operator, _quick, _thorough, operators


def thorough(source: bytes) -> list[Operator]:
    """Return what qpdf makes of ``source``, in the shape that the quick reading has."""
    with pikepdf.new() as pdf:
        return [
            (name, str(operand[0]) if name == "mark" else operand)
            for name, operand in _thorough(pdf.make_stream(source))
        ]


def quick(source: bytes) -> list[Operator] | None:
    found = _quick(source)
    if found is None:
        return None
    return [
        (name, "/" + operand.decode()[1:].split("<")[0].split("/")[0].split()[0])
        if name == "mark"
        else (name, operand)
        for name, operand in found
    ]


@pytest.mark.parametrize(
    "source",
    [
        rb"BT /F1 12 Tf 1 0 0 1 72 720 Tm (Take 5 mg) Tj ET",
        rb"BT/f0 18 Tf 1 0 0 -1 0 0 Tm[(\000*\000\007)20(\000\t)-3.5 <0041 42>]TJ ET",
        rb"[ ( a ) 1 (b)] TJ",
        rb"(a \(b\) \\) Tj (\\\)) Tj (\\\\) Tj (\\(nested) x) Tj",
        rb"(one (two (three) \051) \n\r\t\b\f\101) Tj",
        rb"(it's) ' <4> Tj <> Tj",
        b"(two\nlines) Tj",
        b"\n\t q .5 -0. 0 +1. 3 4 cm Q",
        rb"/Span <</MCID 5/Lang(en)>> BDC (x) Tj EMC",
        rb"/Span<</ActualText<FEFF0041>/MCID 1>>BDC(x)Tj EMC",
        rb"/Artifact BMC 0 0 m 1 1 l S EMC",
        rb"/P /MC0 BDC (x) Tj EMC",
        rb"/c0 cs 0 scn 0 Tr 1 0 0 rg 1 w [3 1] 0 d [] 0 d 0 0 10 10 re f* W n h B* /gs0 gs",
        rb"0 0 1 1 2 2 c 1 1 2 2 v 1 1 2 2 y s b b* F /sh0 sh 1 i /x ri 2 J 1 j 10 M",
        rb"1 2 Td 1 2 TD T* 1 TL 0 Tc 0 Tw 100 Tz 2 Ts 1 G 1 g 0 0 0 RG 1 0 0 0 K 1 0 0 0 k",
        rb"q /Form1 Do Q",
        rb"",
    ],
)
def test_both_readings_agree(source: bytes) -> None:
    assert quick(source) is not None
    assert quick(source) == thorough(source)


@pytest.mark.parametrize(
    "drawing",
    [
        rb"/Artifact<</Type/Layout>>BDC q 1 0 0 1 3 4 cm 0 0 m 9 0 l S Q EMC",
        rb"/Artifact BMC q 0 0 9 9 re f Q EMC",
    ],
)
def test_a_drawing_is_passed_over_as_one(drawing: bytes) -> None:
    assert quick(drawing + rb"(x)Tj") == [("show", b"x")]


@pytest.mark.parametrize(
    "source",
    [
        rb"(a\/b) Tj",  # a backslash that says nothing
        rb"(\8) Tj (\07) Tj",  # numbers of fewer digits
        rb"(\777) Tj",  # a number beyond a byte
        b"(a\\\nb) Tj",  # a line that goes on
        b"(a\rb) Tj",
        b"(x) Tj % a comment",
        rb"/a#20b BMC EMC",
        rb'1 2 (x) "',
        rb"BI /W 1 /H 1 /BPC 8 /CS /G ID x EI",
        rb"/P <</MCID 1 /X <</Y 1>>>> BDC EMC",
        rb"(not closed",
        rb"1 0 0 1 cm",  # two numbers too few
        rb"12 Tf",
        rb"true SC",
        rb"(x) Tjx",
        b"1 0 0 1 0 0 cmQ",
    ],
)
def test_what_is_not_certain_is_left_to_qpdf(source: bytes) -> None:
    assert quick(source) is None


def test_marked_content_with_one_text_is_one_operator() -> None:
    mark = b"/Span<</MCID 7/Lang(en)>>BDC"
    source = (
        mark + b"\nq 2 0 0 -2 72 755.8 cm/c0 cs 0 scn\nBT 0 Tr/f0 18 Tf 1 0 0 -1 0 0 Tm"
        b"[(\\000*)20(\\000\\))]TJ\nET\nQ\nEMC"
    )
    box = Box(mark, (2, 0, 0, -2), "/f0", 18, (1, 0, 0, -1), b"\0*\0)")
    assert _quick(source + b"/Span<</MCID 8>>BDC (x) Tj EMC") == [
        ("box", box),
        ("mark", b"/Span<</MCID 8>>BDC"),
        ("show", b"x"),
        ("EMC", None),
    ]


@pytest.mark.parametrize(
    "content",
    [
        b"/P<</MCID 1>>BDC q 2 0 0 2 1 1 cm BT /F1 9 Tf 1.5 0 0 1.5 0 0 Tm (ab) Tj ET Q EMC",
        b"q 3 0 0 3 0 0 cm /P<</MCID 1>>BDC q BT /F1 9 Tf 1 0 0 1 0 0 Tm [(a)(b)] TJ ET Q EMC Q",
        b"/Span<</ActualText(c)>>BDC /P<</MCID 1>>BDC q BT /F1 9 Tf 1 0 0 1 0 0 Tm (a) Tj ET Q EMC "
        b"/P<</MCID 2>>BDC q BT /F1 9 Tf 1 0 0 1 0 0 Tm (b) Tj ET Q EMC EMC",
        b"/Artifact BMC q BT /F1 9 Tf 1 0 0 1 0 0 Tm (ab) Tj ET Q EMC",
        b"/P<</MCID 1>>BDC q BT /F1 9 Tf 1 0 0 1 0 0 Tm (a) Tj (b) Tj ET Q EMC",
    ],
)
def test_a_page_reads_the_same_either_way(content: bytes) -> None:
    cmap = b"1 beginbfrange <00> <FF> <0000> endbfrange"
    with pikepdf.new() as pdf:
        page = pdf.add_blank_page()
        font = pikepdf.Dictionary(Subtype=pikepdf.Name.Type1, ToUnicode=pdf.make_stream(cmap))
        page.obj.Resources = pikepdf.Dictionary(Font=pikepdf.Dictionary(F1=pdf.make_indirect(font)))
        page.obj.Contents = pdf.make_stream(content)
        first = list(runs(pdf))
        # A comment is nothing that the quick reading knows.
        page.obj.Contents = pdf.make_stream(content + b" % end")
        assert first == list(runs(pdf))
        assert "".join(run.text for run in first) in {"ab", "c"}


def test_qpdf_reads_what_the_quick_reading_leaves() -> None:
    with pikepdf.new() as pdf:
        stream = pdf.make_stream(rb"(a\/b) Tj % a comment")
        assert list(operators(stream)) == [("show", b"a/b")]


def test_the_streams_of_a_page_are_one(sample: Sample) -> None:
    def parted(pdf: pikepdf.Pdf) -> None:
        page = pdf.pages[0]
        content = page.obj.Contents.read_bytes()
        middle = content.index(b"\nET")
        parts = (content[:middle], content[middle:])
        page.obj.Contents = pikepdf.Array([pdf.make_stream(part) for part in parts])

    changed = sample.changed(parted)
    with pikepdf.open(BytesIO(sample.data)) as one, pikepdf.open(BytesIO(changed)) as two:
        assert list(runs(one)) == list(runs(two))


def test_no_page_of_plainlang_needs_the_slow_reading(sample: Sample) -> None:
    with pikepdf.open(BytesIO(sample.data)) as pdf:
        for page in pdf.pages:
            source = page.obj.Contents.read_bytes()
            assert quick(source) is not None
            shown = [
                operand.shown if name == "box" else operand
                for name, operand in quick(source) or ()
                if name in {"box", "show"}
            ]
            assert shown == [operand for name, operand in _thorough(page) if name == "show"]

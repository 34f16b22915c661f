"""Links say where they lead, notes stand where they belong."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from pdf_samples import assembled, expected, found, heading, make, read, write

from plainlang.ast import attr, para, text
from plainlang.engines import Engines
from plainlang.validators.page import check_page
from plainlang.validators.pdf_text import read_text


def test_a_link_is_described_by_its_words_and_its_address(engines: Engines) -> None:
    document = make(
        "# T\n\n[the page](https://example.org/a) and [again](https://example.org/a), "
        "[write](mailto:team@example.org), <https://example.org/b>, [T](#t).\n",
        engines,
    )
    described = [(link.target, link.description) for link in read(document, engines).links]
    assert described == [
        ("https://example.org/a", "the page (https://example.org/a)"),
        ("https://example.org/a", "again (https://example.org/a)"),
        ("mailto:team@example.org", "write (team@example.org)"),
        ("https://example.org/b", "https://example.org/b"),
        ("#t", "T"),
    ]


def test_a_link_over_two_pages_is_described_on_both(engines: Engines) -> None:
    words = "a link of very many words " * 120
    document = make(f"# T\n\n[{words.strip()}](https://example.org/)\n", engines)
    with pikepdf.open(BytesIO(write(document, engines, "giant-print").data)) as pdf:
        notes = [str(a.Contents) for page in pdf.pages for a in page.obj.get("/Annots", [])]
    assert len(notes) > 1
    assert len(set(notes)) == 1


def test_links_in_notes_keep_their_own_descriptions(engines: Engines) -> None:
    document = make(
        "# T\n\nOne[^1] and [two](https://example.org/x).\n\n"
        "[^1]: Note [three](https://example.org/x) and [four](#t).\n",
        engines,
    )
    links = {(link.text, link.target): link.description for link in read(document, engines).links}
    assert links["three", "https://example.org/x"] == "three (https://example.org/x)"
    assert links["two", "https://example.org/x"] == "two (https://example.org/x)"
    assert links["four", "#t"] == "four"


def test_places_in_the_file_have_the_names_of_the_document(engines: Engines) -> None:
    markdown = "# T\n\n[go](#sec) [and](#spot)\n\n## Section {#sec}\n\nText [here]{#spot}.\n"
    with pikepdf.open(BytesIO(write(make(markdown, engines), engines).data)) as pdf:
        assert set(pikepdf.NameTree(pdf.Root.Names.Dests)) == {"sec", "spot"}


def test_an_identifier_that_stands_twice_or_is_odd_does_no_harm(engines: Engines) -> None:
    odd = 'with "quotes" & spaces >'
    blocks = [
        heading(),
        para([{"t": "Link", "c": [attr(), text("a"), ["#x", ""]]}]),
        para([{"t": "Link", "c": [attr(), text("b"), ["#" + odd, ""]]}]),
        {"t": "Header", "c": [2, attr("x"), text("One")]},
        {"t": "Header", "c": [2, attr("x"), text("Two")]},
        {"t": "Div", "c": [attr(odd), [para(text("here"))]]},
        {"t": "CodeBlock", "c": [attr("x"), "code"]},
    ]
    assert [link.target for link in read(assembled(blocks), engines).links] == ["#x", "#" + odd]


@pytest.mark.parametrize(
    "markdown",
    [
        "## A heading[^1]\n",
        "- an item[^1]\n",
        "> a quotation[^1]\n",
        "Term[^1]\n:   Definition.\n",
        "| A | B |\n|---|---|\n| a[^1] | b |\n",
        "| A[^1] | B |\n|---|---|\n| a | b |\n",
        "**bold[^1]** and [link](https://example.org/)\n",
    ],
)
def test_notes_may_stand_anywhere(markdown: str, engines: Engines) -> None:
    note = "[^1]: The note.\n\n    - with a list\n\n    And *more*.\n"
    document = make(f"# T\n\n{markdown}\n{note}", engines)
    data = write(document, engines, "large-print").data
    assert check_page(data) == ()
    back = read_text(data)
    assert found(back) == expected(document)
    # Its mark stands in the text and at the note, as a label or (in lists) as a link.
    marks = [*back.labels, *(link.text for link in back.links)]
    assert sum(mark.replace("\u00a0", " ") == "[note 1]" for mark in marks) == 2


def test_numbers_of_lists_are_those_of_the_document(engines: Engines) -> None:
    def ordered(start: int, style: str, delimiter: str, *items: list[object]) -> dict[str, object]:
        return {"t": "OrderedList", "c": [[start, {"t": style}, {"t": delimiter}], list(items)]}

    inner = ordered(1, "Decimal", "Period", [para(text("x"))], [para(text("y"))])
    blocks = [
        heading(),
        ordered(3, "Decimal", "OneParen", [para(text("a")), inner], [para(text("b"))]),
        ordered(1, "LowerAlpha", "Period", [para(text("c"))]),
        ordered(4, "UpperRoman", "TwoParens", [para(text("d"))], []),
        {"t": "BulletList", "c": [[para(text("e"))]]},
        {"t": "BulletList", "c": [[], [para(text("f"))]]},
    ]
    labels = read(assembled(blocks), engines).labels
    assert labels == ("3)", "1.", "2.", "4)", "a.", "(IV)", "(V)", "•", "•", "•")

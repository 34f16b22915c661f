"""Notes at the foot of the page where Typst keeps their order, else in a section of their own."""

from __future__ import annotations

from typing import Any

import pytest
from pdf_samples import PROFILES, assembled, expected, found, heading, make, settings, write

from plainlang.ast import attr, div, para, text, walk, words
from plainlang.engines import Engines
from plainlang.fonts import FAMILIES, metrics
from plainlang.validators.page import check_page
from plainlang.validators.pdf_text import read_text
from plainlang.validators.structure import check_structure
from plainlang.writers.pdf import as_printed
from plainlang.writers.typst_notes import at_the_end, fit_the_foot

FACE = metrics(FAMILIES[0])
LONG = "call your doctor when you feel dizzy or sick " * 20


def noted(content: str, note: str = "A note.") -> dict[str, Any]:
    return para([*text(content), {"t": "Note", "c": [para(text(note))]}])


def listed(*blocks: dict[str, Any]) -> dict[str, Any]:
    return {"t": "BulletList", "c": [[block] for block in blocks]}


@pytest.mark.parametrize(
    ("blocks", "fits"),
    [
        ([noted("short")], True),
        ([noted("long, outside of lists", LONG)], True),
        ([listed(noted("short"))], True),
        ([listed(noted("long", LONG))], False),
        ([{"t": "DefinitionList", "c": [[noted("term", LONG)["c"], [[para(text("d"))]]]]}], False),
        ([listed({"t": "BlockQuote", "c": [noted("deep", LONG)]})], False),
        ([para([{"t": "Note", "c": [para(text("a")), para(text("b"))]}])], True),
        ([listed(para([{"t": "Note", "c": [para(text("a")), para(text("b"))]}]))], False),
    ],
)
def test_where_notes_fit(blocks: list[dict[str, Any]], fits: bool) -> None:
    assert fit_the_foot(blocks, FACE, 20) is fits


def test_all_notes_go_to_one_section_before_the_end_matter() -> None:
    blocks = [
        heading(),
        noted("one", "first"),
        listed(noted("two", LONG)),
        div([para(text("addresses"))], ["web-addresses"]),
        div([para(text("about"))], ["about"]),
    ]
    result = at_the_end(blocks, lambda message: {"Notes": "Notas"}.get(message, message))
    assert not any(e["t"] == "Note" for e in walk(result))
    classes = [block["c"][0][1] for block in result if block["t"] == "Div"]
    assert classes == [["notes"], ["web-addresses"], ["about"]]
    section = result[3]["c"][1]
    assert words(section[0]) == ["Notas"]
    assert words(section[1]) == ["[note", "1]", "first"]


def test_marks_and_notes_lead_to_each_other() -> None:
    links = [e for e in walk(at_the_end([noted("x")], str)) if e["t"] == "Link"]
    (forth, back) = [(e["c"][0][0], e["c"][2][0]) for e in links]
    assert forth[1] == "#" + back[0]
    assert back[1] == "#" + forth[0]


def test_words_in_another_language_are_marked() -> None:
    result = at_the_end([noted("x")], str, "en")
    marked = [e for e in walk(result) if e["t"] == "Span" and ["lang", "en"] in e["c"][0][2]]
    assert [" ".join(words(e)) for e in marked] == ["[note 1]", "Notes", "[note 1]"]


def test_a_note_in_a_link_is_marked_without_a_link_in_the_link() -> None:
    link = {"t": "Link", "c": [attr(), noted("words")["c"], ["https://example.org/", ""]]}
    (block, _) = at_the_end([para([link])], str)
    inner = [e for e in walk(block["c"][0]["c"][1]) if e["t"] == "Link"]
    assert inner == []
    assert words(block) == ["words", "[note", "1]"]


def test_notes_of_lists_and_figures_keep_their_blocks() -> None:
    note = {"t": "Note", "c": [listed(para(text("item"))), para(text("last"))]}
    (_, section) = at_the_end([para([note])], str)
    content = section["c"][1][1]["c"][1]
    assert [block["t"] for block in content] == ["Para", "BulletList", "Para"]


def test_a_document_without_notes_gets_no_section() -> None:
    assert at_the_end([heading()], str) == [heading()]


@pytest.mark.parametrize("profile", PROFILES)
def test_long_notes_in_lists_are_written_in_order(profile: str, engines: Engines) -> None:
    items = "".join(f"- item {n}[^{n}]\n" for n in range(30))
    notes = "".join(f"[^{n}]: {LONG} {n}.\n\n    - one\n    - two\n\n" for n in range(30))
    document = make(f"# T\n\n{items}\n{notes}", engines)
    written = write(document, engines, profile)
    printed = as_printed(document, settings(profile))
    assert check_page(written.data) == ()
    assert check_structure(written.data, printed.blocks) == ()
    assert found(read_text(written.data)) == expected(document, profile)


@pytest.mark.parametrize("profile", PROFILES)
def test_long_notes_outside_of_lists_stay_at_the_foot(profile: str, engines: Engines) -> None:
    document = assembled([heading(), *(noted(f"paragraph {n}", LONG) for n in range(20))])
    data = write(document, engines, profile).data
    back = read_text(data)
    assert found(back) == expected(document, profile)
    assert back.labels.count("[note\u00a020]") == 2
    assert check_page(data) == ()

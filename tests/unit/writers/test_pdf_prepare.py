"""What print guidelines forbid is replaced, and no word goes with it."""

from __future__ import annotations

from typing import Any

import pytest

from plainlang.ast import attr, para, text, walk, words
from plainlang.writers.typst_prepare import connect, prepare


def link(target: str, label: str = "words") -> dict[str, Any]:
    return {"t": "Link", "c": [attr(), text(label), [target, ""]]}


@pytest.mark.parametrize("kind", ["Emph", "Underline"])
def test_italics_and_underlining_become_bold(kind: str) -> None:
    (block,) = prepare([para([{"t": kind, "c": text("not this")}])])
    assert block["c"] == [{"t": "Strong", "c": text("not this")}]


@pytest.mark.parametrize(
    ("inline", "printed"),
    [
        ({"t": "SmallCaps", "c": text("who")}, "who"),
        ({"t": "Quoted", "c": [{"t": "DoubleQuote"}, text("so")]}, "“so”"),
        ({"t": "Quoted", "c": [{"t": "SingleQuote"}, text("so")]}, "‘so’"),
        ({"t": "Cite", "c": [[], text("[1]")]}, "[1]"),
        ({"t": "Math", "c": [{"t": "InlineMath"}, "x^2"]}, "x^2"),
    ],
)
def test_what_typst_would_set_by_its_own_rules_is_spelled_out(
    inline: dict[str, Any], printed: str
) -> None:
    (block,) = prepare([para([inline])])
    assert "".join(words(block)) == printed
    assert {e["t"] for e in walk(block)} <= {"Para", "Str", "Code"}


def test_verse_keeps_its_lines() -> None:
    (block,) = prepare([{"t": "LineBlock", "c": [text("one"), text("two")]}])
    assert [e["t"] for e in block["c"]] == ["Str", "LineBreak", "Str"]


def test_blocks_without_content_go() -> None:
    empty = [
        para([]),
        para([{"t": "Space"}, {"t": "LineBreak"}]),
        {"t": "BulletList", "c": []},
        {"t": "DefinitionList", "c": []},
    ]
    assert prepare(empty) == ()


def test_deep_headings_stay_headings() -> None:
    (block,) = prepare([{"t": "Header", "c": [9, attr(), text("deep")]}])
    assert block["c"][0] == 6


def test_a_heading_that_is_an_image_alone_is_no_heading() -> None:
    image = {"t": "Image", "c": [attr(), text("a pill"), ["media/icon.png", ""]]}
    (block,) = prepare([{"t": "Header", "c": [2, attr("pill"), [image]]}])
    assert block["t"] == "Div"
    assert block["c"][0][0] == "pill"  # links to it still lead there
    assert words(block) == ["a", "pill"]


def test_a_link_without_text_shows_its_address() -> None:
    (block,) = connect([para([link("https://example.org/", "")])])
    assert words(block) == ["https://example.org/"]


@pytest.mark.parametrize("target", ["#nowhere", "", "https://e.org/" + "x" * 8000])
def test_a_link_that_cannot_lead_anywhere_keeps_its_words(target: str) -> None:
    (block,) = connect([para([link(target)])])
    assert words(block) == ["words"]
    assert not any(e["t"] == "Link" for e in walk(block))


def test_addresses_are_written_in_ascii() -> None:
    (block,) = connect([para([link("https://example.org/ñ?q=a b%20c&d=é#x")])])
    assert block["c"][0]["c"][2][0] == "https://example.org/%C3%B1?q=a%20b%20c&d=%C3%A9#x"


def test_the_input_is_not_changed() -> None:
    source = [para([{"t": "Emph", "c": text("x")}, link("#nowhere")])]
    copy = [para([{"t": "Emph", "c": text("x")}, link("#nowhere")])]
    connect(prepare(source))
    assert source == copy

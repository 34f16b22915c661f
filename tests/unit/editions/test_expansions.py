"""What a pointer would show stands in brackets on paper."""

from __future__ import annotations

import pytest

from plainlang.ast import attr, para, stringify, text, walk
from plainlang.document import Block, Inline
from plainlang.editions.expansions import spell_out


def abbr(words: str = "WHO", title: str = "World Health Organization") -> Inline:
    return {"t": "Span", "c": [attr(classes=["abbr"], pairs=[("title", title)]), text(words)]}


def link(words: str, title: str, target: str = "https://example.org") -> Inline:
    return {"t": "Link", "c": [attr(), text(words), [target, title]]}


def image(alt: str, title: str) -> Inline:
    return {"t": "Image", "c": [attr(), text(alt), ["a.png", title]]}


def shown(*blocks: Block) -> list[str]:
    return [stringify(block).strip() for block in spell_out(blocks)]


def test_an_abbreviation_is_spelled_out_at_its_first_use() -> None:
    made = shown(para([abbr(), *text(" says")]), para([abbr(), *text(" again")]))
    assert made == ["WHO (World Health Organization) says", "WHO again"]


def test_two_meanings_of_one_abbreviation_are_both_said() -> None:
    first, second = abbr("MS", "multiple sclerosis"), abbr("MS", "morphine sulfate")
    assert shown(para([first]), para([second])) == [
        "MS (multiple sclerosis)",
        "MS (morphine sulfate)",
    ]


@pytest.mark.parametrize(
    "before", ["The World Health Organization (", "The world health organization, "]
)
def test_what_the_text_says_itself_is_not_said_twice(before: str) -> None:
    assert shown(para([*text(before), abbr()])) == [before + "WHO"]
    assert shown(para(text(before)), para([abbr()])) == [before.strip(), "WHO"]


def test_what_is_said_later_comes_too_late() -> None:
    made = shown(para([abbr()]), para(text("World Health Organization")))
    assert made[0] == "WHO (World Health Organization)"


def test_titles_of_links_and_images_are_words_too() -> None:
    assert shown(para([link("Form", "Ask at the desk")])) == ["Form (Ask at the desk)"]
    assert shown(para([image("A map", "The clinic is on the left")])) == [
        "A map (The clinic is on the left)"
    ]


@pytest.mark.parametrize(
    "inline",
    [
        link("Form", "https://example.org/form"),
        link("Form", "form"),
        link("The form of the clinic", "The form"),
        link("Form", ""),
        image("A map", "A map."),
        image("A map", "map_final-2.png"),
        abbr("WHO", ""),
        {"t": "Span", "c": [attr(classes=["term"]), text("WHO")]},
    ],
)
def test_nothing_is_added_where_nothing_is_lost(inline: Inline) -> None:
    block = para([inline])
    assert spell_out([block]) == (block,)


def test_abbreviations_in_links_tables_and_headings_are_found() -> None:
    heading: Block = {"t": "Header", "c": [2, attr(), [abbr()]]}
    (made,) = spell_out([heading])
    assert [e for e in walk(made) if e["t"] == "Span" and "expansion" in e["c"][0][1]]

from __future__ import annotations

import copy

from hypothesis import given
from hypothesis import strategies as st

from plainlang.ast import (
    attr,
    attr_of,
    div,
    has_class,
    line_of,
    para,
    stringify,
    structures,
    text,
    transform,
    walk,
    words,
)
from plainlang.engines import Engines

NOTE = {"t": "Note", "c": [para(text("a note"))]}
IMAGE = {"t": "Image", "c": [attr(), text("a hand"), ["a.png", ""]]}


def test_walk_goes_in_reading_order_and_into_cells_and_items() -> None:
    cell = [attr(), {"t": "AlignDefault"}, 1, 1, [para(text("cell"))]]
    table = {
        "t": "Table",
        "c": [
            attr(),
            [None, []],
            [],
            [attr(), []],
            [[attr(), 0, [], [[attr(), [cell]]]]],
            [attr(), []],
        ],
    }
    blocks = [{"t": "BulletList", "c": [[para(text("one"))], [para(text("two"))]]}, table]
    strings = [element["c"] for element in walk(blocks) if element["t"] == "Str"]
    assert strings == ["one", "two", "cell"]


def test_walk_survives_a_thousand_levels() -> None:
    block = para(text("deep"))
    for _ in range(5000):
        block = div([block])
    assert [e["c"] for e in walk(block) if e["t"] == "Str"] == ["deep"]


def test_transform_splices_removes_and_shares() -> None:
    untouched = para(text("stay"))
    blocks = [para([*text("a b"), NOTE]), untouched]
    before = copy.deepcopy(blocks)

    def change(element: dict) -> object:
        if element == {"t": "Str", "c": "a"}:
            return text("x y")
        return None if element["t"] == "Note" else element

    result = transform(blocks, change)
    assert stringify(result).split() == ["x", "y", "b", "stay"]
    assert result[1] is untouched
    assert blocks == before


def test_stringify_reads_what_a_reader_reads() -> None:
    block = para([*text("See"), {"t": "Space"}, IMAGE, NOTE])
    assert stringify(block) == "See a hand a note\n"
    assert stringify(block, notes=False, alt=False) == "See \n"
    code = {"t": "CodeBlock", "c": [attr(), "x = 1"]}
    quoted = {"t": "Quoted", "c": [{"t": "DoubleQuote"}, text("hi")]}
    assert words([code, para([quoted])]) == ["x", "=", "1", "“hi”"]


def test_stringify_keeps_cells_and_items_apart() -> None:
    items = {
        "t": "BulletList",
        "c": [[{"t": "Plain", "c": text("one")}], [{"t": "Plain", "c": text("two")}]],
    }
    assert words(items) == ["one", "two"]


def test_attributes_are_found_wherever_pandoc_keeps_them() -> None:
    header = {"t": "Header", "c": [2, attr("h", ["k"]), text("T")]}
    assert attr_of(header) == ["h", ["k"], []]
    assert attr_of(IMAGE) == ["", [], []]
    assert attr_of(para([])) is None
    assert has_class(header, "k")
    assert not has_class(para([]), "k")


def test_line_of_takes_the_first_line_inside() -> None:
    assert line_of(div([para(text("a"), 7), para(text("b"), 9)])) == 7
    assert line_of(para(text("a"))) is None


@given(st.lists(st.text(st.characters(exclude_categories=["Z", "C"]), min_size=1), max_size=8))
def test_text_and_words_are_inverse(parts: list[str]) -> None:
    assert words(para(text(" ".join(parts)))) == parts


def test_the_lines_of_a_line_block_are_apart() -> None:
    block = {"t": "LineBlock", "c": [text("one two"), [], text("three")]}
    assert stringify(block) == "one two\n\nthree\n"
    assert words([block, para(text("four"))]) == ["one", "two", "three", "four"]


def test_structures_are_what_walk_yields_without_words_and_spaces(engines: Engines) -> None:
    source = (
        "# A *b* [c](d)\n\n- x ![y](z)\n\n| a | b |\n|---|---|\n| **c** | `d` |\n\n"
        "Term\n:   def[^1]\n\n[^1]: note _e_\n\n| line\n| block\n"
    )
    blocks = engines.pandoc.read(source)["blocks"]
    leaves = {"Str", "Space", "SoftBreak", "LineBreak"}
    expected = [e for e in walk(blocks) if e["t"] not in leaves]
    assert list(structures(blocks)) == expected
    assert list(structures({"t": "Para", "c": expected[:1]})) == [
        e for e in walk({"t": "Para", "c": expected[:1]}) if e["t"] not in leaves
    ]

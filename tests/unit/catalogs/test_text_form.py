"""The msgid text form: written, read back, and refused with a place."""

from __future__ import annotations

import pickle
from typing import Any

import pytest

from plainlang.ast import attr, text
from plainlang.catalogs.text_form import TEXT_FORM, TextFormError, parse, tokens, write

S = {"t": "Str", "c": "x"}


def emph(*inner: Any) -> Any:
    return {"t": "Emph", "c": list(inner)}


def strong(*inner: Any) -> Any:
    return {"t": "Strong", "c": list(inner)}


def link(inner: Any, target: str) -> Any:
    return {"t": "Link", "c": [attr(), inner, [target, ""]]}


SUP = {"t": "Superscript", "c": [{"t": "Str", "c": "9"}]}

CASES = [
    (text("plain words"), "plain words"),
    ([emph(S)], "*x*"),
    ([strong(S)], "**x**"),
    ([strong(emph(S))], "**<g1>x</g1>**"),
    ([emph(S), strong(S)], "*x*<g1>x</g1>"),
    ([emph(S, emph(S), S)], "*x<g1>x</g1>x*"),
    ([S, emph(S), S], "x*x*x"),
    ([emph()], "<g1></g1>"),
    ([strong(S, emph(S))], "**x<g1>x</g1>**"),
    ([link([S], "https://a.example")], "[x](#1)"),
    ([link(text("https://a.example"), "https://a.example")], "[](#1)"),
    ([link([S], "u"), SUP, link([S], "v")], "[x](#1)<g1>9</g1>[x](#2)"),
    ([SUP, {"t": "Code", "c": [attr(), "ls"]}], "<g1>9</g1><x2/>"),
    ([S, {"t": "LineBreak"}, S], "x\nx"),
    (text("<5 and a*b [c] \\ d"), r"<5 and a\*b \[c\] \\ d"),
    (text("<x1/> </g1>"), r"\<x1/> \</g1>"),
    ([{"t": "Str", "c": "a\u00a0b c\td"}], r"a" + "\u00a0" + r"b\u{20}c\u{9}d"),
    ([{"t": "Space"}, S, {"t": "Space"}, {"t": "Space"}], " x  "),
]


def test_the_version_is_frozen() -> None:
    assert TEXT_FORM == 1


@pytest.mark.parametrize(("inlines", "expected"), CASES, ids=[text for _, text in CASES])
def test_written_and_read_back(inlines: list[Any], expected: str) -> None:
    written = write(inlines)
    assert written.text == expected
    assert parse(written.text, written) == inlines


def test_a_line_break_of_the_source_file_is_a_space() -> None:
    assert write([S, {"t": "SoftBreak"}, S]).text == write([S, {"t": "Space"}, S]).text


def test_links_and_placeholders_may_change_places() -> None:
    written = write([link([S], "u"), link([S], "v"), SUP])
    read = parse("<g1>9</g1>[b](#2)[a](#1)", written)
    assert [item["t"] for item in read] == ["Superscript", "Link", "Link"]
    assert [item["c"][2][0] for item in read[1:]] == ["v", "u"]


def test_emphasis_may_be_added_and_left_out() -> None:
    assert parse("*a* b", write([strong(S)]))[0]["t"] == "Emph"


@pytest.mark.parametrize(
    ("msgstr", "problem", "column"),
    [
        ("**a [b](#1) <g1>c</g1> <x2/>", "unbalanced", 1),
        ("a <g1>c</g1> <x2/>", "missing", 19),
        ("[b](#1) <x2/>", "missing", 14),
        ("[b](#1) <g1>c</g1>", "missing", 19),
        ("[b](#1) [b](#1) <g1>c</g1> <x2/>", "doubled", 11),
        ("[b](#1) <g1>c</g1> <x2/> <x2/>", "doubled", 26),
        ("[b](#2) <g1>c</g1> <x2/>", "unknown", 3),
        ("[b](#1) <g1>c</g1> <x3/>", "unknown", 20),
        ("[b](#1) <x1/> <x2/>", "malformed", 9),
        ("[b](#1) <g1>c</g1> <x2>", "malformed", 20),
        ("[b] (#1) <g1>c</g1> <x2/>", "unbalanced", 3),
        ("[b <g1>c](#1)</g1> <x2/>", "unbalanced", 4),
        ("[b](#1) <g1>c <x2/>", "unbalanced", 9),
        ("[b](#1)</g1> <x2/>", "unbalanced", 8),
        ("***a*** [b](#1) <g1>c</g1> <x2/>", "unbalanced", 1),
        ("*a **b* c** [b](#1) <g1>c</g1> <x2/>", "unbalanced", 4),
        (r"\q [b](#1) <g1>c</g1> <x2/>", "escape", 1),
        (r"\u{D800} [b](#1) <g1>c</g1> <x2/>", "escape", 1),
        ("[b](#1) <g1>c</g1> <x2/>\\", "escape", 25),
    ],
)
def test_what_does_not_fit_is_refused_with_its_place(
    msgstr: str, problem: str, column: int
) -> None:
    template = write([link([S], "u"), SUP, {"t": "Code", "c": [attr(), "ls"]}])
    with pytest.raises(TextFormError) as caught:
        parse(msgstr, template)
    assert (caught.value.problem, caught.value.column) == (problem, column)
    assert caught.value.hint
    assert pickle.loads(pickle.dumps(caught.value)).column == column


def test_parts_have_their_columns() -> None:
    assert [(t.part.value, t.column, t.number) for t in tokens("a [b](#3)<x2/>")] == [
        ("text", 1, 0),
        ("space", 2, 0),
        ("[", 3, 0),
        ("text", 4, 0),
        ("]", 5, 3),
        ("<x/>", 10, 2),
    ]

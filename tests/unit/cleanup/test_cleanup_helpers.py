"""The parts that rules are made of."""

from __future__ import annotations

import copy
from typing import Any

import pytest

from plainlang.ast import attr, div, para, stringify, text
from plainlang.cleanup.blocks import map_inlines, map_leaves, map_links, map_lists
from plainlang.cleanup.footnote_marks import definition, replace_marks
from plainlang.cleanup.inlines import bare_link, lines_of, split_at, trimmed
from plainlang.cleanup.relative_links import resolve
from plainlang.cleanup.site_suffix import without_suffix
from plainlang.cleanup.soft_wraps import SoftWraps
from plainlang.cleanup.unsafe_links import scheme_of
from plainlang.cleanup.wording import comparable, counted, examples, quoted
from plainlang.document import Document, Metadata, Provenance

SPACE = {"t": "Space"}


def link(words: str, target: str, line: int | None = None) -> dict[str, Any]:
    found: dict[str, Any] = {"t": "Link", "c": [attr(), text(words), [target, ""]]}
    return found if line is None else {**found, "line": line}


def word(value: str) -> dict[str, Any]:
    return {"t": "Str", "c": value}


# --- blocks -------------------------------------------------------------------------------


def test_map_lists_visits_inner_lists_first_and_drops_what_it_empties() -> None:
    gone = para(text("gone"))
    blocks = [
        div([gone]),
        {"t": "BlockQuote", "c": [gone, para(text("kept"))]},
        {"t": "BulletList", "c": [[gone], [para(text("item"))]]},
        {"t": "OrderedList", "c": [[1, {"t": "Decimal"}, {"t": "Period"}], [[gone]]]},
        {"t": "DefinitionList", "c": [[text("term"), [[gone]]]]},
        {"t": "Figure", "c": [attr(), [None, []], [gone]]},
    ]
    before = copy.deepcopy(blocks)
    result = map_lists(blocks, lambda found: [b for b in found if b != gone])
    assert blocks == before
    assert [block["t"] for block in result] == ["BlockQuote", "BulletList", "DefinitionList"]
    assert [stringify(block).split() for block in result] == [["kept"], ["item"], ["term"]]


def test_map_lists_leaves_tables_alone() -> None:
    table = {"t": "Table", "c": ["anything"]}
    assert map_lists([table], lambda found: found) == [table]


def test_map_leaves_goes_in_reading_order_and_knows_lines() -> None:
    blocks = [
        para(text("one"), 1),
        div([para(text("two")), {"t": "CodeBlock", "c": [attr(), "code"]}], line=5),
        {"t": "DefinitionList", "c": [[text("three"), [[para(text("four"))]]]], "line": 9},
    ]
    seen: list[tuple[str, int | None]] = []

    def visit(leaf: dict[str, Any], line: int | None) -> dict[str, Any]:
        seen.append((stringify(leaf).strip(), line))
        return leaf

    assert map_leaves(blocks, visit) is blocks
    assert seen == [("one", 1), ("two", 5), ("three", 9), ("four", 9)]


def test_map_inlines_enters_notes_tables_and_links() -> None:
    cell = [attr(), {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": text("cell a")}]]
    value = [
        {"t": "Table", "c": [attr(), [[attr(), [cell]]]]},
        para([{"t": "Note", "c": [para(text("note a"))]}, link("link a", "x")]),
    ]

    def shout(inlines: list[Any]) -> list[Any]:
        return [word(i["c"].upper()) if i["t"] == "Str" else i for i in inlines]

    assert stringify(map_inlines(value, shout)).split() == "CELL A NOTE A LINK A".split()
    assert map_inlines(value, lambda inlines: list(inlines)) is value


def test_map_links_gives_the_nearest_line_and_takes_lists() -> None:
    blocks = [para([word("see"), link("a", "x", 4), link("b", "y")], 3)]
    lines: list[int | None] = []

    def visit(found: dict[str, Any], line: int | None) -> Any:
        lines.append(line)
        return found["c"][1] if line == 3 else found

    [leaf] = map_links(blocks, visit)
    assert lines == [4, 3]
    assert [item["t"] for item in leaf["c"]] == ["Str", "Link", "Str"]


# --- inlines ------------------------------------------------------------------------------


@pytest.mark.parametrize("offset", range(12))
def test_split_at_loses_nothing(offset: int) -> None:
    inlines = text("one two six")
    parts = split_at(inlines, offset)
    assert parts is not None
    left, right = parts
    assert len(stringify(left)) == offset
    assert stringify(left) + stringify(right) == "one two six"


def test_split_at_cuts_no_link_in_two() -> None:
    inlines = [word("a"), link("two words", "x"), word("b")]
    assert split_at(inlines, 3) is None
    assert split_at(inlines, 10) is not None
    assert split_at(inlines, 12) is None


def test_trimmed_and_lines() -> None:
    soft = {"t": "SoftBreak"}
    inlines = [SPACE, word("a"), soft, SPACE, word("b"), {"t": "LineBreak"}, word("c"), soft]
    assert trimmed(inlines)[0] == word("a")
    assert [stringify(line) for line in lines_of(inlines)] == ["a", "b", "c"]


def test_bare_link() -> None:
    found = link("a", "x")
    assert bare_link([SPACE, {"t": "Strong", "c": [found]}]) == found
    assert bare_link([found, word("b")]) is None
    assert bare_link([link("", "x")]) is None
    image = {"t": "Image", "c": [attr(), text("a bed"), ["bed.png", ""]]}
    assert bare_link([{"t": "Link", "c": [attr(), [image], ["x", ""]]}]) is None


# --- footnote marks -----------------------------------------------------------------------


def noted(inlines: list[Any]) -> str:
    """Show marks that are replaced as ``<number>``, ``!`` for one inside a link."""

    def note_for(number: str, _text: str, in_link: bool) -> dict[str, Any] | None:
        return None if in_link else {"t": "Note", "c": [para(text(f"<{number}>"))]}

    return "".join(stringify(replace_marks(inlines, note_for)).split())


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ("gel¹", "gel<1>"),
        ("gel.¹ Then", "gel.<1>Then"),
        ("gel¹, cream²", "gel<1>,cream<2>"),
        ("“gel”¹", "“gel”<1>"),
        ("gel ¹", "gel<1>"),
        ("Yescarta®¹²", "Yescarta®<12>"),
        ("10⁹", "10⁹"),
        ("5 m²", "5m²"),
        ("mg/m²", "mg/m²"),
        ("5 cm³", "5cm³"),
        ("R²", "R²"),
        ("¹³¹I", "¹³¹I"),
        ("iodine ¹³¹I", "iodine¹³¹I"),
        ("Ca²⁺", "Ca²⁺"),
        ("H²O", "H²O"),
        ("gel¹²³", "gel¹²³"),
        ("gel⁰", "gel⁰"),
    ],
)
def test_marks_in_words(given: str, expected: str) -> None:
    assert noted(text(given)) == expected


def raised(value: str) -> dict[str, Any]:
    return {"t": "Superscript", "c": [word(value)]}


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ([word("gel"), raised("1")], "gel<1>"),
        ([word("gel"), raised("1"), word(".")], "gel<1>."),
        ([word("8"), raised("e")], "8e"),
        ([word("10"), raised("9")], "109"),
        ([raised("131"), word("I")], "131I"),
        ([word("kg/m"), raised("2")], "kg/m2"),
        ([{"t": "Strong", "c": [word("gel"), raised("1")]}], "gel<1>"),
        ([{"t": "Strong", "c": [word("gel")]}, raised("1")], "gel<1>"),
        ([link("gel", "x"), raised("1")], "gel<1>"),
        ([link("gel¹", "x")], "gel<1>"),
        ([link("gel¹ now", "x")], "gel¹now"),
    ],
)
def test_marks_as_elements(given: list[Any], expected: str) -> None:
    assert noted(given) == expected


@pytest.mark.parametrize(
    "given", ["¹³¹I is iodine", "¹⁸F is fluorine", "³H is tritium", "¹", "⁰ A"]
)
def test_no_definition(given: str) -> None:
    assert definition(text(given)) is None


@pytest.mark.parametrize(
    ("given", "number", "rest"),
    [
        ("¹Not now", "1", "Not now"),
        ("² If so", "2", "If so"),
        ("¹In rare cases", "1", "In rare cases"),
    ],
)
def test_definition(given: str, number: str, rest: str) -> None:
    found = definition(text(given))
    assert found is not None
    assert (found.number, stringify(found.rest)) == (number, rest)


# --- links, titles, lines, words ----------------------------------------------------------


@pytest.mark.parametrize(
    "target",
    [
        "javascript:x",
        " javascript:x",
        "java\nscript:x",
        "java\tscript:x",
        "\x01javascript:x",
        "java\u200bscript:x",
        "JAVASCRIPT:x",
    ],
)
def test_scheme_as_a_browser_reads_it(target: str) -> None:
    assert scheme_of(target) == "javascript"


@pytest.mark.parametrize(
    ("target", "expected"),
    [
        ("/a?b=c#d", "https://example.org/a?b=c#d"),
        ("b", "https://example.org/x/b"),
        ("?p=2", "https://example.org/x/a?p=2"),
        ("//example.com/y", "https://example.com/y"),
        ("www.example.com", "https://www.example.com"),
        ("a@example.com", "mailto:a@example.com"),
        ("#here", "#here"),
        ("https://example.com/", "https://example.com/"),
        ("mailto:a@example.com", "mailto:a@example.com"),
        ("https://[broken", None),
        ("https:///path", None),
        ("", None),
        ("#", None),
    ],
)
def test_resolve(target: str, expected: str | None) -> None:
    assert resolve(target, "https://example.org/x/a") == expected


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Lenalidomide - NCI", "Lenalidomide"),
        ("Lenalidomide | nci", "Lenalidomide"),
        ("Lenalidomide – NCI - NCI", "Lenalidomide"),
        ("Lenalidomide-NCI", "Lenalidomide-NCI"),
        ("Hepatitis C - Treatment", "Hepatitis C - Treatment"),
        ("The NCI", "The NCI"),
        (" - NCI", " - NCI"),
    ],
)
def test_without_suffix(title: str, expected: str) -> None:
    assert without_suffix(title, ("NCI",)) == expected


def joined(*lines: str) -> str:
    inlines: list[Any] = []
    for line in lines:
        inlines += [*([{"t": "SoftBreak"}] if inlines else []), *text(line)]
    provenance = Provenance("a.md", "markdown", "")
    document = Document("a", "en", Metadata(), (para(inlines),), (1, 23, 1), provenance)
    return stringify(SoftWraps()(document).document.blocks).strip()


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        (("one", "two"), "one two"),
        (("睡眠", "休息"), "睡眠休息"),
        (("睡眠", "rest"), "睡眠 rest"),
        (("よく、", "眠る"), "よく、眠る"),
        (("잠은", "몸에"), "잠은 몸에"),
        (("long-", "term"), "long-term"),
        (("short-", "and long-term"), "short- and long-term"),
        (("corto-", "y largo plazo"), "corto- y largo plazo"),
        (("word -", "word"), "word - word"),
        (("to\u00ad", "day"), "to\u00adday"),
        (("one\u200b", "two"), "one\u200btwo"),
        (("😀", "😀"), "😀 😀"),
    ],
)
def test_lines_are_joined(lines: tuple[str, ...], expected: str) -> None:
    assert joined(*lines) == expected


def test_wording() -> None:
    assert quoted("a\n b") == "“a b”"
    assert quoted("word " * 30) == "“" + ("word " * 12)[:59].rstrip() + "…”"
    assert counted(1, "link") == "1 link"
    assert counted(1971, "link") == "1,971 links"
    assert examples(["a", "a", "b", "c", "d", "e"]) == "“a”, “b”, “c” and 2 more"


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("Sun’s Soup (PDQ®)", "SUN'S SOUP – PDQ", True),
        ("Hepatitis B", "Hepatitis C", False),
        ("हिन्दी", "हन्द", False),
        ("C++", "C", False),
        ("HER2+ breast cancer", "HER2- breast cancer", False),
        ("HER2- breast cancer", "HER2 breast cancer", False),
        ("Non-small cell", "Non small cell", True),
        ("Sleep | Rest", "Sleep: Rest", True),
        ("?", "!", False),
    ],
)
def test_comparable(one: str, other: str, same: bool) -> None:
    assert (comparable(one) == comparable(other)) is same

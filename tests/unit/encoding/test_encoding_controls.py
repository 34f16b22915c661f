"""Control characters, feeds and marks of direction."""

from __future__ import annotations

import pytest

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.encoding import Decoded, decode, encoding_notes, replay
from plainlang.exceptions import SourceError


def decoded(text: str) -> Decoded:
    result = decode(text.encode(), file="a.md")
    assert replay(text, result.repairs) == result.text
    return result


def notes(text: str, code: Code) -> list[Diagnostic]:
    return [note for note in encoding_notes(decoded(text), "a.md") if note.code is code]


@pytest.mark.parametrize(
    ("text", "expected", "steps"),
    [
        ("Take\x01 it", "Take it", ("remove controls",)),
        ("medi\x1fcation", "medication", ("remove controls",)),
        ("a\x7fb", "ab", ("remove controls",)),
        ("a\ufffeb\uffff\ufdd0\U0001ffffc", "abc", ("remove controls",)),
        ("\x1b[31mred\x1b[0m", "red", ("remove controls",)),
        ("end\x1a", "end", ("remove controls",)),
        ("10\x1e20 mg", "10\ufffd20 mg", ("mark lost signs",)),
        ("0\x05.5 mg", "0\ufffd.5 mg", ("mark lost signs",)),
        ("caf\x1a now", "caf\ufffd now", ("mark lost signs",)),
        ("one\x0btwo", "one two", ("make spaces of feeds",)),
        ("one \x0c\x0c two", "one two", ("make spaces of feeds",)),
        ("\x0c\x0c\x0c\x0c# Heading", "# Heading", ("make spaces of feeds",)),
        ("words\x0c", "words", ("make spaces of feeds",)),
        ("e\x01\u0301", "é", ("remove controls", "normalize nfc")),
    ],
)
def test_a_control_character_is_repaired_and_explained(
    text: str, expected: str, steps: tuple[str, ...]
) -> None:
    result = decoded(f"First\n{text}\nLast")
    assert result.text == f"First\n{expected}\nLast"
    (repair,) = result.repairs
    assert (repair.line, repair.steps) == (2, steps)


def test_c1_controls_that_are_no_misread_signs_are_removed() -> None:
    assert decoded("one\x81 two").text == "one two"
    assert decoded("\x93Yes\x94").text == "“Yes”"  # these are signs of windows-1252


@pytest.mark.parametrize("text", ["a\tb", "a\n\nb", "שלום \u200f", "ab\u200dcd"])
def test_other_invisible_characters_stay(text: str) -> None:
    assert decoded(text).repairs == ()


def test_a_page_of_a_form_feed_is_a_blank_line() -> None:
    assert decoded("One.\n\x0c\nTwo.").text == "One.\n\nTwo."


def test_each_line_with_a_lost_character_is_told() -> None:
    (note,) = notes("Fine\nTake 10\x0120 mg", Code.ENCODING_DAMAGED)
    assert (note.severity, note.line) == (Severity.WARNING, 2)
    with pytest.raises(SourceError, match="lost"):
        decode(("word " * 100 + "1\x012 " * 6).encode(), file="a.md")


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Take \u202e10\u202c mg", "“10” was shown as “01”"),
        ("Take \u202e2.5 mg", "“2.5” was shown as “5.2”"),
        ("Take \u202ethese\n150 mg\u202c", "“150” was shown as “051”"),
        ("a \u202eb \u202ac\u202c 150 mg", "“150” was shown as “051”"),
        ("\u202da \u202ebut 150 mg\u202c b\u202c", "“150” was shown as “051”"),
    ],
)
def test_a_number_that_is_turned_round_is_an_error(text: str, shown: str) -> None:
    (note,) = notes(f"x\n{text}", Code.TEXT_DIRECTION)
    assert (note.severity, note.line) == (Severity.ERROR, 2)
    assert shown in note.message


def test_other_overrides_are_removed_with_a_warning() -> None:
    result = decoded("See \u202ecba\u202c and \u202aEnglish\u202c.")
    assert result.text == "See cba and \u202aEnglish\u202c."
    assert [repair.steps for repair in result.repairs] == [("remove direction overrides",)]
    (note,) = notes("See \u202ecba\u202c.", Code.TEXT_DIRECTION)
    assert note.severity is Severity.WARNING
    assert "“abc” is now “cba”" in note.message
    assert notes("See \u202d5 mg\u202c.", Code.TEXT_DIRECTION)[0].severity is Severity.WARNING
    # A number that is the same both ways was shown as it is.
    assert notes("Take \u202e5\u202c.", Code.TEXT_DIRECTION)[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    "text", ["\u202ea\u202c 150 mg", "\u202ea\n\n150 mg", "\u202ea \u202a150 mg\u202c\u202c"]
)
def test_a_number_beside_the_override_is_none_of_it(text: str) -> None:
    assert notes(text, Code.TEXT_DIRECTION)[0].severity is Severity.WARNING


@pytest.mark.parametrize(
    ("text", "lines"),
    [
        ("a \u202bb\u202c c \u2067d\u2069", []),
        ("a\n\nb\nc \u202bd\n\ne", [4]),
        ("\u2067a\u202c b", [1]),
        ("\u202ba\n\n\u2066b\n", [1, 3]),
        ("a \u202bb\nc\u202c d", []),
        ("a\u202c b\u2069", []),
    ],
)
def test_marks_that_a_paragraph_does_not_close_are_told(text: str, lines: list[int]) -> None:
    found = notes(text, Code.TEXT_DIRECTION)
    assert [note.line for note in found] == lines
    assert all(note.severity is Severity.WARNING for note in found)

"""Line ends and invisible characters."""

from __future__ import annotations

import pytest

from plainlang.document import Repair
from plainlang.encoding import decode, replay
from plainlang.encoding.characters import may_change

UNIFY = ("unify line ends",)


def decoded(text: str) -> tuple[str, tuple[Repair, ...]]:
    result = decode(text.encode(), file="a.md")
    assert replay(text, result.repairs) == result.text
    return result.text, result.repairs


@pytest.mark.parametrize(
    ("text", "expected", "repair"),
    [
        ("a\r\nb\r\n\r\nc", "a\nb\n\nc", Repair(1, "\r\n", "\n", UNIFY)),
        ("a\rb\r\rc", "a\nb\n\nc", Repair(1, "\r", "\n", UNIFY)),
        ("a\nb\nc\rd", "a\nb\nc\nd", Repair(3, "\r", "\n", UNIFY)),
        ("a\u2028b", "a\nb", Repair(1, "\u2028", "\n", UNIFY)),
        ("a\u2029b", "a\n\nb", Repair(1, "\u2029", "\n\n", UNIFY)),
        ("a\n\nb\u2028\nc", "a\n\nb\nc", Repair(3, "\u2028\n", "\n", UNIFY)),
        ("a\n\u2028b", "a\nb", Repair(1, "\n\u2028", "\n", UNIFY)),
        ("a\u2029\nb", "a\n\nb", Repair(1, "\u2029\n", "\n\n", UNIFY)),
        ("ab\x85cd\x85ef", "ab\ncd\nef", Repair(1, "\x85", "\n", UNIFY)),
    ],
)
def test_each_kind_of_line_end_is_unified_and_reported_once(
    text: str, expected: str, repair: Repair
) -> None:
    assert decoded(text) == (expected, (repair,))


def test_mixed_line_ends_are_reported_by_kind() -> None:
    text, repairs = decoded("a\r\nb\rc\r\nd\n")
    assert text == "a\nb\nc\nd\n"
    assert [(repair.line, repair.before) for repair in repairs] == [(1, "\r\n"), (2, "\r")]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Wait\x85 and see", "Wait… and see"),
        ("one\x85\ntwo\x85\n", "one…\ntwo…\n"),
        ("\x93Yes\x94\x85 no\x85", "“Yes”… no…"),
        ("Ã\x85rhus, Ã\x85lborg\x85", "Århus, Ålborg…"),
    ],
)
def test_next_line_characters_are_ellipses_where_something_else_ends_lines(
    text: str, expected: str
) -> None:
    assert decoded(text)[0] == expected


def test_line_numbers_count_unified_lines() -> None:
    _, repairs = decoded("a\r\n\r\nPatientâ€™s\r\n")
    assert [repair.line for repair in repairs] == [1, 3]


def test_a_line_separator_that_was_misread_ends_a_line_too() -> None:
    text, repairs = decoded("x\none â€¨two\nPatientâ€™s")
    assert text == "x\none \ntwo\nPatient’s"
    assert [repair.steps for repair in repairs] == [
        ("encode windows-1252", "decode utf-8"),
        ("encode windows-1252", "decode utf-8"),
        UNIFY,
    ]


@pytest.mark.parametrize(
    ("text", "expected", "step"),
    [
        ("Tie\u0302\u0301ng Vie\u0323\u0302t", "Tiếng Việt", "normalize nfc"),
        ("im\u00admuno\u00adtherapy", "immunotherapy", "remove soft hyphens"),
        ("side\u00ad effect", "side effect", "remove soft hyphens"),
        ("see\u200b Fig.\u200b\u200b1", "see Fig.1", "remove zero-width spaces"),
        ("\ufeff# Title", "# Title", "remove byte order marks"),
    ],
)
def test_invisible_differences_are_removed(text: str, expected: str, step: str) -> None:
    result, repairs = decoded(f"first\n{text}\nlast")
    assert result == f"first\n{expected}\nlast"
    assert repairs == (Repair(2, text, expected, (step,)),)


@pytest.mark.parametrize(
    "text",
    [
        "immuno\u00ad\ntherapy",  # the word goes on in the next line
        "กินยา\u200bทุกวัน",
        "ยา\u200baspirin\u200bวัน",
        "မြန်မာ\u200bစာ",
        "می\u200cخواهم",
        "क्\u200dष",
        "\u200eabc\u200f \u202babc\u202c \u2066x\u2069",
        "no\u2060break and no\ufeffbreak",
    ],
)
def test_invisible_characters_that_mean_something_stay(text: str) -> None:
    assert decoded(text) == (text, ())


def test_ascii_is_never_looked_at_twice() -> None:
    assert not may_change("plain text with 'quotes' & entities")

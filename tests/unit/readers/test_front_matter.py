from __future__ import annotations

import pytest

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.readers.front_matter import split_front_matter


def test_front_matter_is_split_and_its_lines_are_known() -> None:
    front = split_front_matter("---\ntitle: A\ntags:\n- x\nurl: u\n---\n\nBody\n", "f.md")
    assert front.values == {"title": "A", "tags": ["x"], "url": "u"}
    assert front.lines == {"title": 2, "tags": 3, "url": 5}
    assert front.body == "\nBody\n"
    assert front.line_offset == 6


def test_blank_lines_may_stand_before_it() -> None:
    front = split_front_matter("\n\n---\ntitle: A\n...\nBody", "f.md")
    assert front.lines == {"title": 4}
    assert (front.body, front.line_offset) == ("Body", 5)


@pytest.mark.parametrize(
    "text",
    [
        "---\n\nNote: take 5 mg\n\n---\n\nMore\n",
        "---\n \ntitle: below a rule\n---\n",
        "---",
        "Body only",
        "---\nno end\n",
        "---\njust a text\n---\nBody",
        "text\n---\na: b\n---\n",
        "",
    ],
)
def test_what_is_no_front_matter_stays_body(text: str) -> None:
    front = split_front_matter(text, "f.md")
    assert front.values == {}
    assert front.body == text


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("---\ntitle: a: b\n---\n", 2),
        ("---\nok: 1\n\ttab: x\n---\n", 3),
        ("---\nx: [1\n---\n", 2),
        ("---\nx: !!python/object:os.system {}\n---\n", 2),
        ("---\ntitle: Real\n\ntext\n", 1),
        ("\n\n---\nlast-reviewed: 2025-01-02\n# Text\n", 3),
        ('---\nok: 1\ntitle: "half \\ud800 pair"\n---\n', 3),
        ('---\ntitle: "a \\0 b"\n---\n', 2),
    ],
)
def test_invalid_yaml_names_the_line(text: str, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        split_front_matter(text, "f.md")
    diagnostic = caught.value.diagnostic
    assert diagnostic.code is Code.FRONT_MATTER_INVALID
    assert (diagnostic.file, diagnostic.line) == ("f.md", line)


def test_an_alias_bomb_is_refused() -> None:
    bomb = "a: &a [x,x,x,x,x,x,x,x,x]\n" + "".join(
        f"{n}: &{n} [{','.join('*' + p for _ in range(9))}]\n" for n, p in ("ba", "cb", "dc", "ed")
    )
    with pytest.raises(SourceError, match="aliases"):
        split_front_matter(f"---\n{bomb}---\n", "f.md")


def test_a_key_that_stands_twice_is_reported_with_both_lines() -> None:
    front = split_front_matter("---\ntitle: A\nx: 1\ntitle: B\n---\n", "f.md")
    assert front.values["title"] == "B"
    assert "lines 2 and 4" in front.diagnostics[0].message


@pytest.mark.parametrize(
    "written",
    ["1.10", "12:30", "0x1F", "no", "Yes", "true", "010", "1_000", "2025-02-30", ".inf", "!!int 5"],
)
def test_a_value_stays_the_text_that_was_written(written: str) -> None:
    front = split_front_matter(f"---\nversion: {written}\ntags: [{written}]\n---\n", "f.md")
    expected = written.removeprefix("!!int ")
    assert front.values == {"version": expected, "tags": [expected]}


def test_nothing_stays_nothing() -> None:
    front = split_front_matter("---\na:\nb: ~\nc: null\nd: 'null'\n---\n", "f.md")
    assert front.values == {"a": None, "b": None, "c": None, "d": "null"}


def test_a_character_in_two_halves_is_one_character() -> None:
    front = split_front_matter('---\ntitle: "\\ud83d\\ude00 \\ufffd"\n---\n', "f.md")
    assert front.values["title"] == "\U0001f600 \ufffd"


def test_a_merged_key_is_not_a_key_that_stands_twice() -> None:
    text = "---\nbase: &b {x: 1}\n<<: *b\nx: 2\n---\n"
    front = split_front_matter(text, "f.md")
    assert front.diagnostics == ()
    assert front.values["x"] == "2"

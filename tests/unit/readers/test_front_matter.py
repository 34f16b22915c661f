from __future__ import annotations

import pytest

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.readers.front_matter import read_side_file, split_front_matter


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


TOML = """+++
title = "A drug"
version = 1.10
lastReviewed = 2025-12-30
copies = 0x1F
public = true
tags = ["a", 2, 1.50]
notice = \"\"\"
title = "not a key"
\"\"\"

[extra.deep]
title = "another"
+++

Body
"""


def test_toml_gives_what_yaml_gives() -> None:
    front = split_front_matter(TOML, "f.md")
    assert front.values == {
        "title": "A drug",
        "version": "1.10",
        "lastReviewed": "2025-12-30",
        "copies": "0x1F",
        "public": "true",
        "tags": ["a", "2", "1.50"],
        "notice": 'title = "not a key"\n',
        "extra": {"deep": {"title": "another"}},
    }
    assert front.lines == {
        "title": 2,
        "version": 3,
        "lastReviewed": 4,
        "copies": 5,
        "public": 6,
        "tags": 7,
        "notice": 8,
        "extra": 12,
    }
    assert (front.body, front.line_offset) == ("\nBody\n", 14)


def test_keys_of_toml_may_be_quoted_and_blank_lines_may_stand_before_it() -> None:
    front = split_front_matter('\n\n+++\n\n"review date" = "x"\na.b = 1\n+++\nBody', "f.md")
    assert front.values == {"review date": "x", "a": {"b": "1"}}
    assert front.lines == {"review date": 5, "a": 6}


def test_a_key_within_a_text_of_several_lines_is_none() -> None:
    text = '+++\nnotice = """\ntitle = "not a key"\n"""\ntitle = "A"\n+++\n'
    assert split_front_matter(text, "f.md").lines == {"notice": 2, "title": 5}


@pytest.mark.parametrize(
    "text",
    ["+++", "+++\nImportant\n+++\nBody", "+++\nno end\n", "text\n+++\na = 1\n+++\n"],
)
def test_what_is_no_toml_front_matter_stays_body(text: str) -> None:
    front = split_front_matter(text, "f.md")
    assert front.values == {}
    assert front.body == text


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("+++\nok = 1\ntitle = A drug\n+++\n", 3, "Invalid value"),
        ('\n+++\ntitle = "A"\nx = 1\ntitle = "B"\n+++\n', 5, "the key stands twice"),
        ('+++\ntitle = "A"\n\nBody without an end\n', 1, "does not end"),
        ("+++\n# why\n\nid = 5\n", 1, "does not end"),
        ("+++\nx = 1\ny = [1,\n+++\n", 3, "TOML"),
        ('+++\nok = 1\ntitle = "a \\u0000 b"\n+++\n', 3, "no text can hold"),
        (f"+++\nx = {'[' * 5000}\n+++\n", 1, "not valid TOML"),
    ],
)
def test_invalid_toml_names_the_line(text: str, line: int, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        split_front_matter(text, "f.md")
    diagnostic = caught.value.diagnostic
    assert diagnostic.code is Code.FRONT_MATTER_INVALID
    assert (diagnostic.file, diagnostic.line) == ("f.md", line)


def test_a_side_file_is_yaml_without_marks() -> None:
    side = read_side_file("# why\ntitle: A\nversion: 1.10\n", "a.meta.yaml")
    assert side.values == {"title": "A", "version": "1.10"}
    assert side.lines == {"title": 2, "version": 3}
    assert (side.body, side.line_offset) == ("", 0)
    assert read_side_file("---\ntitle: A\n", "a.meta.yaml").lines == {"title": 2}
    assert read_side_file("# nothing yet\n", "a.meta.yaml").values == {}


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("just a text\n", 1, "the side file holds no keys"),
        ("- a\n- b\n", 1, "the side file holds no keys"),
        ("ok: 1\ntitle: a: b\n", 2, "the side file is not valid YAML"),
        ("a: 1\n---\nb: 2\n", 2, "the side file is not valid YAML"),
        ("a: &a [1]\n" + "".join(f"b{n}: *a\n" for n in range(21)), 1, "aliases"),
    ],
)
def test_a_wrong_side_file_names_the_line(text: str, line: int, words: str) -> None:
    with pytest.raises(SourceError, match=words) as caught:
        read_side_file(text, "a.meta.yaml")
    diagnostic = caught.value.diagnostic
    assert diagnostic.code is Code.FRONT_MATTER_INVALID
    assert (diagnostic.file, diagnostic.line) == ("a.meta.yaml", line)


def test_a_key_that_stands_twice_in_a_side_file_is_reported() -> None:
    side = read_side_file("title: A\ntitle: B\n", "a.meta.yaml")
    assert side.values["title"] == "B"
    (found,) = side.diagnostics
    assert "twice in the side file (lines 1 and 2)" in found.message
    assert (found.file, found.line) == ("a.meta.yaml", 2)

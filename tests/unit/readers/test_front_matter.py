from __future__ import annotations

from datetime import date

import pytest

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.readers.front_matter import parse_date, split_front_matter
from plainlang.readers.metadata import add_months, read_metadata


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
    ["Body only", "---\nno end\n", "---\njust a text\n---\nBody", "text\n---\na: b\n---\n", ""],
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


def read(**values: object) -> tuple:
    return read_metadata(values, {key: n for n, key in enumerate(values, 2)}, "f.md")


def test_metadata_is_typed_and_unknown_keys_are_kept() -> None:
    metadata, language, identifier, problems = read(
        title="A  long\ntitle", language="es_MX", lastReviewed="2025-12-30",
        reviewFrequency="quarterly", license="public_domain", tags=["a", 2], cancerTypes=["x"],
        url="https://x.org/y", version=1, id="my-id",
    )  # fmt: skip
    assert problems == ()
    assert metadata.title == "A long title"
    assert (language, identifier) == ("es-MX", "my-id")
    assert metadata.last_reviewed == date(2025, 12, 30)
    assert metadata.next_review == date(2026, 3, 30)
    assert metadata.tags == ("a", "2")
    assert metadata.version == "1"
    assert metadata.extra == {"cancerTypes": ["x"]}


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("lastReviewed", "December 2025", "not a date"),
        ("lastReviewed", "2025-02-30", "not a date"),
        ("reviewFrequency", "now and then", "not a known frequency"),
        ("title", ["a", "b"], "not a list"),
        ("url", "www.cancer.gov", "not a web address"),
        ("language", "English!", "not a language tag"),
        ("tags", {"a": 1}, "list of texts"),
        ("description", True, "not yes or no"),
    ],
)
def test_a_wrong_value_is_reported_and_kept(key: str, value: object, words: str) -> None:
    metadata, *_, problems = read(**{key: value})
    assert [p.code for p in problems] == [Code.METADATA_INVALID]
    assert words in problems[0].message
    assert problems[0].message.startswith(key)
    assert problems[0].line == 2
    if key not in {"language", "reviewFrequency", "url"}:
        assert metadata.extra == {key: value}


def test_months_end_where_the_month_ends() -> None:
    assert add_months(date(2025, 11, 30), 3) == date(2026, 2, 28)
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2025, 12, 1), 12) == date(2026, 12, 1)


def test_dates_are_read_in_one_form_only() -> None:
    assert parse_date(date(2025, 1, 2)) == date(2025, 1, 2)
    assert parse_date("2025-01-02") == date(2025, 1, 2)
    assert parse_date("02/01/2025") is None
    assert parse_date(20250102) is None

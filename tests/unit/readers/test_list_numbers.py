"""Numbers of lists: what the author wrote is what is printed, or somebody is told."""

from __future__ import annotations

import pytest

from plainlang.ast import walk
from plainlang.diagnostics import Code, Severity
from plainlang.engines import Engines
from plainlang.readers.markdown import read_markdown


def numbers(source: str, engines: Engines) -> list[list[int]]:
    parsed = read_markdown(source, "a.md", engines)
    lists = [e for e in walk(parsed.blocks) if e["t"] == "OrderedList"]
    return [list(range(e["c"][0][0], e["c"][0][0] + len(e["c"][1]))) for e in lists]


def told(source: str, engines: Engines) -> list[tuple[str, int | None]]:
    parsed = read_markdown(source, "a.md", engines)
    return [(d.severity.value, d.line) for d in parsed.diagnostics if d.code is Code.LIST_NUMBERS]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1. a\n3. b\n", [[1], [3]]),
        ("1. a\n2. b\n4. c\n5. d\n7. e\n", [[1, 2], [4, 5], [7]]),
        ("3. a\n2. b\n1. c\n", [[3], [2], [1]]),
        ("> 1. a\n> 3. b\n", [[1], [3]]),
        ("- x\n\n  2) a\n  4) b\n", [[2], [4]]),
        ("1. a\n\n   text\n\n3. b\n\n   more\n", [[1], [3]]),
        ("1. a\n   1. x\n   4. y\n2. b\n", [[1, 2], [1], [4]]),
        ("1. 5. x\n   7. y\n2. b\n", [[1, 2], [5], [7]]),
        ("- 1. x\n  3. y\n", [[1], [3]]),
        ("x[^1]\n\n[^1]: Note\n\n    1. a\n    3. b\n", [[1], [3]]),
        ("1. a\n2.\n4. c\n", [[1, 2], [4]]),
        ("<div>\n\n1. a\n3. b\n\n</div>\n", [[1], [3]]),
    ],
)
def test_a_list_with_gaps_keeps_its_numbers_and_says_so(
    engines: Engines, source: str, expected: list[list[int]]
) -> None:
    assert numbers(source, engines) == expected
    assert [severity for severity, _ in told(source, engines)] == ["info"]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("1. a\n2. b\n3. c\n", [[1, 2, 3]]),
        ("1. a\n1. b\n1. c\n", [[1, 2, 3]]),
        ("0. a\n0. b\n", [[0, 1]]),
        ("5) a\n6) b\n", [[5, 6]]),
        ("1. a\n\ntext\n\n2. b\n", [[1], [2]]),
        ("1. a\n\n       3. code\n\n2. b\n", [[1, 2]]),
        ("1. ```\n   9. code\n   ```\n2. b\n", [[1, 2]]),
        ("1. a\n   3. is no list, it goes on\n2. b\n", [[1, 2]]),
        ("1. 10. May\n2. b\n", [[1, 2], [10]]),
        ("1. - x\n   - y\n2. b\n", [[1, 2]]),
        ("```\n1. a\n3. b\n```\n", []),
    ],
)
def test_a_list_that_is_counted_is_left_alone(
    engines: Engines, source: str, expected: list[list[int]]
) -> None:
    assert numbers(source, engines) == expected
    assert told(source, engines) == []


def test_a_number_that_stands_twice_is_a_warning(engines: Engines) -> None:
    source = "---\ntitle: A\n---\nx\n\n1. a\n2. b\n2. c\n3. d\n"
    assert numbers(source, engines) == [[1, 2], [2, 3]]
    parsed = read_markdown(source, "a.md", engines)
    (found,) = [d for d in parsed.diagnostics if d.code is Code.LIST_NUMBERS]
    assert (found.severity, found.line) == (Severity.WARNING, 6)
    assert "1, 2, 2, 3" in found.message


def test_no_word_and_no_line_is_lost_when_a_list_is_divided(engines: Engines) -> None:
    parsed = read_markdown("---\ntitle: A\n---\n1. a\n\n   more\n\n3. b *c*\n", "a.md", engines)
    assert [b["line"] for b in parsed.blocks] == [4, 8]
    assert [e["c"] for e in walk(parsed.blocks) if e["t"] == "Str"] == ["a", "more", "b", "c"]

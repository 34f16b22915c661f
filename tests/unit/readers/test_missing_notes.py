"""Marks of footnotes that nothing explains."""

from __future__ import annotations

import pytest

from plainlang.ast import stringify
from plainlang.diagnostics import Code, Severity
from plainlang.engines import Engines
from plainlang.readers.markdown import read_markdown


def told(source: str, engines: Engines) -> list[tuple[int | None, str]]:
    parsed = read_markdown(source, "a.md", engines)
    found = [d for d in parsed.diagnostics if d.code is Code.FOOTNOTE_MISSING]
    assert all(d.severity is Severity.WARNING for d in found)
    return [(d.line, d.message.split("[^")[1].split("]")[0]) for d in found]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("Take[^9] it.\n", [(1, "9")]),
        ("---\ntitle: A\n---\none\ntwo[^x] three\n", [(5, "x")]),
        ("a[^1] b[^2]\n\n[^1]: one\n", [(1, "2")]),
        ("# Head[^1]\n", [(1, "1")]),
        ("| a[^1] |\n|---|\n| b[^2] |\n", [(1, "1"), (3, "2")]),
        ("- in a list[^1]\n", [(1, "1")]),
        ("> **bold[^1]**\n", [(1, "1")]),
        ("Term[^1]\n: what it is\n", [(1, "1")]),
        ("a[^1] b[^1]\n", [(1, "1")]),
        ("a[^1]\n\nb[^1]\n", [(1, "1"), (3, "1")]),
    ],
)
def test_a_mark_without_a_note_is_a_warning_with_its_line(
    engines: Engines, source: str, expected: list[tuple[int, str]]
) -> None:
    assert told(source, engines) == expected


@pytest.mark.parametrize(
    "source",
    [
        "a[^1]\n\n[^1]: one\n",
        "a[^One]\n\n[^one]: one\n",
        "Write `[^1]` so.\n",
        "```\n[^1]\n```\n",
        "    [^1]\n",
        "Write \\[^1] so.\n",
        "x [^ 1] and [^] y\n",
    ],
)
def test_code_and_brackets_that_are_meant_are_left_alone(engines: Engines, source: str) -> None:
    assert told(source, engines) == []


def test_a_mark_inside_a_note_is_told(engines: Engines) -> None:
    parsed = read_markdown("x[^1]\n\n[^1]: see [^2]\n\n[^2]: two\n", "a.md", engines)
    (found,) = [d for d in parsed.diagnostics if d.code is Code.FOOTNOTE_MISSING]
    assert "inside a footnote" in found.message
    assert found.line == 3
    assert "[^2]" in stringify(parsed.blocks)

"""Headings in every order of levels, empty or not, with and without a title: one outline."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise, product

import pytest

from plainlang.ast import stringify, walk
from plainlang.cleanup import clean
from plainlang.document import Document

#: Three headings of the levels 1 to 4, and the deepest.
LEVELS = [*product((1, 2, 3, 4), repeat=3), (6, 6, 1), (1, 6, 6), (2, 6, 3)]


def source(levels: tuple[int, ...], title: str, empty: int | None) -> str:
    lines = ["---", f"title: {title}", "language: en", "---", ""] if title else []
    for number, level in enumerate(levels):
        name = "" if number == empty else f" Part {number}"
        lines += ["#" * level + name, "", f"This is text number {number}, a whole sentence.", ""]
    return "\n".join(lines)


def headings(document: Document) -> list[tuple[int, str]]:
    return [
        (e["c"][0], stringify(e["c"][2]).strip())
        for e in walk(document.blocks)
        if e["t"] == "Header"
    ]


@pytest.mark.parametrize("title", ["", "A title"])
@pytest.mark.parametrize("empty", [None, 0, 1, 2])
def test_the_outline_is_whole(
    read: Callable[[str], Document], title: str, empty: int | None
) -> None:
    for levels in LEVELS:
        document = clean(read(source(levels, title, empty))).document
        found = headings(document)
        above = 1
        for level, name in found:
            assert 2 <= level <= min(above + 1, 6), (levels, found)
            assert name, (levels, found)
            above = level
        assert document.metadata.title, levels
        # No words are lost: each name is a heading or has become the title.
        names = [f"Part {number}" for number in range(3) if number != empty]
        kept = [name for _, name in found if name.startswith("Part")]
        if document.metadata.title.startswith("Part") and not document.metadata.title_derived:
            kept.insert(0, document.metadata.title)
        assert kept == names, (levels, found, document.metadata.title)
        text = stringify(document.blocks)
        assert all(f"text number {number}" in text for number in range(3)), levels


@pytest.mark.parametrize("title", ["", "A title"])
def test_which_heading_is_above_which_stays(read: Callable[[str], Document], title: str) -> None:
    for levels in LEVELS:
        document = clean(read(source(levels, title, None))).document
        given = dict(zip(("Part 0", "Part 1", "Part 2"), levels, strict=True))
        found = [(level, given[name]) for level, name in headings(document)]
        for (new, old), (new_below, old_below) in pairwise(found):
            assert (new_below > new) == (old_below > old), (levels, found)
            if old_below == old:
                assert new_below == new, (levels, found)


def test_a_second_pass_changes_nothing(read: Callable[[str], Document]) -> None:
    for levels in LEVELS:
        once = clean(read(source(levels, "A title", 1))).document
        assert clean(once).document == once

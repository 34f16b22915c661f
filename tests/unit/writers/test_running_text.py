"""Words are handed to pandoc as running text, and it writes the same."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainlang.engines.pandoc import PandocWorker
from plainlang.writers.running_text import running

API = (1, 23, 1)
SPACE = {"t": "Space"}


def word(text: str) -> dict[str, Any]:
    return {"t": "Str", "c": text}


def raw(text: str) -> dict[str, Any]:
    return {"t": "RawInline", "c": ["typst", text]}


def test_words_and_the_spaces_between_them_are_one_string() -> None:
    assert running([word("Take"), SPACE, word("one"), SPACE, word("tablet.")]) == [
        word("Take one tablet.")
    ]


def test_spaces_at_the_ends_and_double_ones_stay_as_they_are() -> None:
    given = [SPACE, word("a"), SPACE, SPACE, word("b"), SPACE]
    assert running(given) == given


def test_strings_side_by_side_stay_two() -> None:
    # Typst takes "//" for a comment, which pandoc sees within one string alone.
    assert running([word("1/"), word("/2")]) == [word("1/"), word("/2")]


def test_the_mark_of_an_item_stays_alone() -> None:
    given = [word("1."), SPACE, word("b")]
    assert running(given) == given


def test_raw_text_side_by_side_is_one() -> None:
    given = [raw("#a["), raw("#b["), word("x"), raw("]"), raw("]")]
    assert running(given) == [raw("#a[#b["), word("x"), raw("]]")]


def test_a_line_of_a_million_marks_takes_no_square_of_its_time() -> None:
    joined = running([raw("\\-")] * 1_000_000)
    assert joined == [raw("\\-" * 1_000_000)]


@pytest.fixture(scope="module")
def pandoc() -> Any:
    with PandocWorker() as worker:
        yield worker


WORDS = st.text("ab1.-+=/*_#$@\\<>~`'\"():\u00a0\u2009é", min_size=1, max_size=4)
INLINES = st.lists(
    st.one_of(WORDS.map(word), st.just(SPACE), st.just(raw("#seam;")), st.just({"t": "LineBreak"})),
    min_size=1,
    max_size=12,
)


@settings(max_examples=300, deadline=None)
@given(inlines=INLINES)
def test_pandoc_writes_the_same(pandoc: PandocWorker, inlines: list[dict[str, Any]]) -> None:
    def written(content: list[dict[str, Any]]) -> bytes:
        paragraph = {"t": "Para", "c": content}
        options = {"wrap_text": "none"}
        return pandoc.write([paragraph], "typst-smart", api_version=API, options=options)

    assert written(running(inlines)) == written(inlines)

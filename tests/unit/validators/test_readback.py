"""The comparison that proves that nothing was lost."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlang.validators.readback import missing_words, normalized_words

SENTENCE = "Take one tablet (2 mg) at 8 a.m. & never more than 3 a day.".split()


@pytest.mark.parametrize(
    "found",
    [
        SENTENCE,
        ["".join(SENTENCE)],
        list("".join(SENTENCE)),
        ["Page", "1", *SENTENCE[:5], "Running", "head", "2", *SENTENCE[5:], "end"],
        [f"{word}1" for word in SENTENCE],
        ["Ta\u00adke", "\ufeffone", "tab\u200blet", *SENTENCE[3:]],
    ],
    ids=["same", "glued", "letters", "page header", "note numbers", "invisible characters"],
)
def test_words_that_are_there(found: list[str]) -> None:
    assert missing_words(SENTENCE, found) == ()


@pytest.mark.parametrize("index", range(len(SENTENCE)))
def test_one_lost_word_is_one_missing_word(index: int) -> None:
    found = SENTENCE[:index] + SENTENCE[index + 1 :]
    assert missing_words(SENTENCE, found) == (SENTENCE[index],)


def test_a_lost_paragraph() -> None:
    words = [f"w{n}" for n in range(1000)]
    assert missing_words(words, words[:400] + words[450:]) == tuple(words[400:450])


def test_words_out_of_order_are_missing() -> None:
    words = [f"w{n}" for n in range(100)]
    moved = words[:20] + words[30:80] + words[20:30] + words[80:]
    assert missing_words(words, moved) == tuple(words[20:30])


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("1.5", "15"),
        ("10⁹", "109"),
        ("10-20", "1020"),
        ("<5", "5"),
        ("µg", "mg"),
        ("Not", "not"),
        ("résumé", "resume"),
    ],
)
def test_a_changed_character_is_a_lost_word(expected: str, found: str) -> None:
    assert missing_words(["take", expected, "daily"], ["take", found, "daily"]) == (expected,)


@pytest.mark.parametrize(
    ("expected", "found"),
    [
        ("office", "oﬃce"),
        ("é", "e\u0301"),
        ("سلام", "ﺳﻼﻡ"),
        ("\u20661.5-2.5\u2069", "1.5-2.5"),
        ("1\u201120", "1-20"),
        ("a\u00a0b", "a b"),
    ],
    ids=["ligature", "decomposed", "presentation forms", "isolates", "hyphen", "no-break space"],
)
def test_the_same_word_written_differently(expected: str, found: str) -> None:
    assert missing_words([expected], [found]) == ()
    assert missing_words([found], [expected]) == ()


def test_a_page_break_in_a_sentence_without_spaces() -> None:
    assert missing_words(["患者信息。"], ["患者", "Page", "2", "信息。"]) == ()
    assert missing_words(["患者信息。"], ["患者", "息。"]) == ("信",)


@pytest.mark.parametrize("tail", ["y", "z"])
def test_words_longer_than_the_search(tail: str) -> None:
    expected = ["a", "x" * 40 + "y", "b"]
    lost = () if tail == "y" else (expected[1],)
    assert missing_words(expected, ["a", "x" * 40 + "z", "x" * 40 + tail, "b"]) == lost


def test_nothing_and_everything() -> None:
    assert missing_words([], SENTENCE) == ()
    assert missing_words(SENTENCE, []) == tuple(SENTENCE)
    assert normalized_words(["\u200b", " ", "a"]) == ["a"]


def test_a_hundred_thousand_words_are_compared() -> None:
    source = random.Random(1)
    vocabulary = [
        "".join(source.choices("abcdefghij", k=source.randint(1, 9))) for _ in range(4000)
    ]
    words = source.choices(vocabulary, k=100_000)
    lost = [word for index, word in enumerate(words) if index % 10_000 != 5_000]
    other = source.choices(vocabulary, k=100_000)
    assert missing_words(words, words) == ()
    assert len(missing_words(words, lost)) == 10
    assert len(missing_words(words, other)) > 50_000


WORDS = st.lists(st.text("abcé1.-", min_size=1, max_size=6), max_size=30)


@given(WORDS, st.data())
def test_however_it_is_cut_nothing_is_missing(words: list[str], data: st.DataObject) -> None:
    joined = "".join(words)
    cuts = sorted(data.draw(st.sets(st.integers(0, len(joined)))) | {0, len(joined)})
    pieces = [joined[a:b] for a, b in pairwise(cuts)]
    assert missing_words(words, pieces) == ()


@given(WORDS.filter(bool), st.data())
def test_a_loss_is_never_overlooked(words: list[str], data: st.DataObject) -> None:
    index = data.draw(st.integers(0, len(words) - 1))
    assert missing_words(words, words[:index] + words[index + 1 :])

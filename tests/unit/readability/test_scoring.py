"""Scores: a value with its interval, or the reason why there is none."""

from __future__ import annotations

import math

import pytest
from made import sentence

from plainlang.readability.base import Sentence
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.intervals import BLOCKS, intervals
from plainlang.readability.languages import LANGUAGES, language_of
from plainlang.readability.scoring import scores_of

PLAIN = "Take one tablet every day with a glass of water."
HARD = "Pharmacological titration necessitates individualised evaluation of polysomnography."


def text(*parts: tuple[str, int]) -> list[Sentence]:
    return [sentence(words) for words, times in parts for _ in range(times)]


def test_every_formula_of_the_language_is_scored_in_order() -> None:
    scores = scores_of(text((PLAIN, 20), (HARD, 20)), LANGUAGES["en"])
    assert [score.formula for score in scores] == list(LANGUAGES["en"].formulas)
    for score in scores:
        assert score.value is not None
        assert score.low is not None
        assert score.high is not None
        assert score.low <= score.value <= score.high
        assert score.low < score.high
        assert score.unit == FORMULAS[score.formula].unit


def test_too_few_words_give_no_number_and_a_reason() -> None:
    scores = scores_of(text((PLAIN, 9)), LANGUAGES["en"])
    assert all(score.value is score.low is score.high is None for score in scores)
    assert "90 words" in scores[0].reason
    assert "below 100" in scores[0].reason
    assert scores_of(text((PLAIN, 9)), LANGUAGES["en"], minimum_words=90)[0].value is not None


def test_no_words_at_all_give_no_number() -> None:
    assert scores_of([], LANGUAGES["en"], minimum_words=1)[0].value is None


def test_smog_warns_below_thirty_sentences() -> None:
    few = {s.formula: s for s in scores_of(text((PLAIN, 29)), LANGUAGES["en"])}
    enough = {s.formula: s for s in scores_of(text((PLAIN, 30)), LANGUAGES["en"])}
    assert "30 sentences" in few["smog"].warning
    assert few["smog"].value is not None
    assert few["flesch-kincaid-grade"].warning == ""
    assert enough["smog"].warning == ""


def test_one_sentence_has_a_value_and_no_interval() -> None:
    score = scores_of([sentence(PLAIN[:-1] + " and" + PLAIN * 12)], LANGUAGES["en"])[0]
    assert score.value is not None
    assert score.low is score.high is None
    assert "no interval" in score.warning


@pytest.mark.parametrize("tag", ["vi", "zh", "cs"])
def test_a_language_without_a_formula_has_no_number(tag: str) -> None:
    assert scores_of(text((PLAIN, 40)), language_of(tag)) == ()


def test_a_formula_that_is_withheld_says_why() -> None:
    (score,) = scores_of(text((PLAIN, 40)), language_of("ar"))
    assert (score.formula, score.value) == ("osman", None)
    assert "vowel marks" in score.reason


def test_the_same_text_has_the_same_interval_and_another_has_another() -> None:
    formulas = [FORMULAS["flesch-kincaid-grade"]]
    counts = [s.counts for s in text((PLAIN, 20), (HARD, 5))]
    assert intervals(counts, formulas) == intervals(list(counts), formulas)
    assert intervals(counts, formulas) != intervals(counts[:-1], formulas)


def test_the_interval_narrows_with_the_root_of_the_length() -> None:
    formulas = [FORMULAS["flesch-kincaid-grade"]]
    one = [s.counts for s in text((PLAIN, 1), (HARD, 1), ("Rest well.", 1))]
    widths = [
        high - low for times in (3, 12) for low, high in intervals(one * times, formulas).values()
    ]
    assert widths[0] / widths[1] == pytest.approx(2, rel=0.3)


def test_the_interval_agrees_with_the_spread_of_the_mean() -> None:
    """RIX is long words per sentence: its interval is that of a mean, 1.645 standard errors."""
    counts = [s.counts for s in text((PLAIN, 20), (HARD, 20))]
    low, high = intervals(counts, [FORMULAS["rix"]])["rix"]
    numbers = [c.long_words for c in counts]
    mean = sum(numbers) / len(numbers)
    error = math.sqrt(sum((n - mean) ** 2 for n in numbers)) / len(numbers)
    assert (high - low) / 2 == pytest.approx(1.645 * error, rel=0.2)


def test_a_long_text_is_drawn_in_stretches_without_losing_a_sentence() -> None:
    """Equal sentences leave no spread, however they are grouped."""
    counts = [s.counts for s in text((PLAIN, BLOCKS * 3 + 7))]
    low, high = intervals(counts, [FORMULAS["lix"]])["lix"]
    assert low == pytest.approx(high)


def test_two_sentences_are_the_least_for_an_interval() -> None:
    counts = [sentence(PLAIN).counts]
    assert intervals(counts, [FORMULAS["lix"]]) == {}
    assert intervals(counts * 2, [FORMULAS["lix"]])

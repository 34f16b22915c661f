"""Verdicts: what is good enough for whom."""

from __future__ import annotations

import pytest

from plainlang.exceptions import ConfigError
from plainlang.readability.base import Score
from plainlang.readability.languages import LANGUAGES, Audience, Target
from plainlang.readability.targets import Level, targets_of, verdict


def grade(value: float, low: float | None = None, high: float | None = None) -> Score:
    return Score("flesch-kincaid-grade", value, low, high, "grade")


@pytest.mark.parametrize(
    ("value", "level"),
    [(5.9, "good"), (6.0, "good"), (6.1, "acceptable"), (8.0, "acceptable"), (8.1, "hard")],
)
def test_grades_fall_towards_good(value: float, level: str) -> None:
    assert verdict(grade(value), Target(6, 8)).level == level


@pytest.mark.parametrize(("value", "level"), [(65, "good"), (64.9, "acceptable"), (54.9, "hard")])
def test_points_rise_towards_good(value: float, level: str) -> None:
    score = Score("szigriszt-pazos", value, None, None, "points")
    assert verdict(score, Target(65, 55)).level == level


def test_the_sentence_names_value_interval_and_limit() -> None:
    found = verdict(grade(7.2, 6.4, 8.3), Target(6, 8))
    assert found.sentence == (
        "Grade 7.2 (6.4 to 8.3) is acceptable: the target is 6 or less, the limit 8, "
        "and the interval reaches beyond the limit."
    )
    assert verdict(grade(9.1, 8.4, 9.9), Target(6, 8)).sentence == (
        "Grade 9.1 (8.4 to 9.9) is hard: the limit is 8 or less."
    )


def test_no_value_has_the_reason_for_a_verdict() -> None:
    score = Score("smog", None, None, None, "grade", reason="Too few words.")
    assert verdict(score, Target(9, 11)).level is Level.NONE
    assert verdict(score, Target(9, 11)).sentence == "Too few words."


def test_no_target_has_no_verdict() -> None:
    assert verdict(grade(7), None).level is Level.NONE


def test_the_audience_sets_the_limit() -> None:
    english = LANGUAGES["en"]
    levels = [
        verdict(grade(9.5), targets_of(english, audience)["flesch-kincaid-grade"]).level
        for audience in Audience
    ]
    assert levels == ["hard", "acceptable", "good"]


def test_the_configuration_replaces_one_target() -> None:
    found = targets_of(LANGUAGES["en"], Audience.PATIENT, {"smog": (8, 10)})
    assert found["smog"] == Target(8, 10)
    assert found["flesch-kincaid-grade"] == Target(6, 8)


def test_a_target_of_another_language_is_ignored_there() -> None:
    assert "smog" not in targets_of(LANGUAGES["es"], Audience.PATIENT, {"smog": (8, 10)})


def test_an_unknown_formula_names_the_nearest() -> None:
    with pytest.raises(ConfigError) as caught:
        targets_of(LANGUAGES["en"], Audience.PATIENT, {"flesch-kincade": (6, 8)})
    assert "flesch-kincaid-grade" in caught.value.diagnostic.hint


def test_good_must_not_be_harder_than_acceptable() -> None:
    with pytest.raises(ConfigError, match="good \\(8\\) is harder"):
        targets_of(LANGUAGES["en"], Audience.PATIENT, {"smog": (8, 6)})
    with pytest.raises(ConfigError, match="good \\(50\\) is harder"):
        targets_of(LANGUAGES["es"], Audience.PATIENT, {"szigriszt-pazos": (50, 60)})

"""A document's report, and its JSON as the interface promises it."""

from __future__ import annotations

import json
import pickle
from typing import Any

import pytest
from made import sentence

from plainlang.config import ReadabilityConfig
from plainlang.readability.assess import Settings, assess
from plainlang.readability.base import Heading, Measured, Passage, Role
from plainlang.readability.checklist import CHECKS, Looked, checklist
from plainlang.readability.outputs.json import rounded, to_json
from plainlang.readability.report import Report

HARD = (
    "Obstructive sleep apnoea (OSA) is treated with CPAP and a titration is performed by a "
    "physician at night in the clinic after a polysomnography."
)
PLAIN = "Take one tablet every day with a glass of water."


def measured(language: str = "en", plain: int = 15) -> Measured:
    return Measured(
        language,
        (
            sentence(HARD, 3, 0),
            *(
                sentence(f"{PLAIN[:-1]} {word}.", n, 1)
                for n, word in enumerate("abcdefghijklmno"[:plain], 7)
            ),
        ),
        (Heading("What it is", 1, 1), Heading("What to do", 2, 6)),
        {Role.LEGAL: 40, Role.LINK_LIST: 12},
    )


def report(language: str = "en", **given: Any) -> Report:
    return assess(measured(language), document="sleep", source="seeds/sleep.md", **given)


def as_json(*reports: Report) -> dict[str, Any]:
    data: dict[str, Any] = json.loads(to_json(reports))
    return data


def test_json_has_the_fields_of_the_interface() -> None:
    data = as_json(report())
    assert data["schema"] == "plainlang.readability/1"
    (document,) = data["documents"]
    assert (document["id"], document["source"], document["language"]) == (
        "sleep",
        "seeds/sleep.md",
        "en",
    )
    scored = document["counts"]["words"]
    assert document["coverage"] == {
        "words": scored + 52,
        "scored": scored,
        "excluded": {"legal": 40, "link-list": 12},
    }
    assert set(document["counts"]) >= {
        "sentences",
        "words",
        "syllables",
        "polysyllables",
        "letters",
    }
    for score in document["scores"]:
        assert set(score) >= {"formula", "value", "low", "high", "unit", "reason"}
    assert [s["heading"] for s in document["sections"]] == ["What it is", "What to do"]
    assert set(document["sections"][0]) >= {"heading", "line", "counts", "scores"}
    first = document["sentences"][0]
    assert (first["text"], first["line"], first["words"]) == (HARD, 3, 24)
    assert "24 words" in first["reasons"]
    assert 0 < first["difficulty"] <= 100
    terms = {term["term"]: term["status"] for term in document["jargon"]}
    assert terms["CPAP"] == "unexplained"
    assert terms["OSA"] == "defined"


def test_a_short_section_has_a_reason_and_a_long_one_a_number() -> None:
    first, second = as_json(report())["documents"][0]["sections"]
    assert first["scores"][0]["value"] is None
    assert "24 words" in first["scores"][0]["reason"]
    assert second["scores"][0]["value"] is not None


def test_the_verdict_is_that_of_the_leading_formula() -> None:
    document = as_json(report())["documents"][0]
    assert document["verdict"] == document["scores"][0]["verdict"] != "none"
    strict = report(settings=Settings(targets={"flesch-kincaid-grade": (0, 1)}))
    assert as_json(strict)["documents"][0]["verdict"] == "hard"


@pytest.mark.parametrize("language", ["zh", "vi", "cs"])
def test_a_language_without_a_formula_has_a_reason_and_means(language: str) -> None:
    document = as_json(report(language))["documents"][0]
    assert document["scores"] == []
    assert document["verdict"] == "none"
    assert document["reason"]
    assert document["means"]["wordsPerSentence"] > 5


def test_an_empty_document_is_reported_too() -> None:
    empty = assess(Measured("en", (), (), {}), document="e", source="e.md")
    document = as_json(empty)["documents"][0]
    assert document["coverage"] == {"words": 0, "scored": 0, "excluded": {}}
    assert document["means"] == {
        "wordsPerSentence": None,
        "syllablesPerWord": None,
        "rarePercent": None,
    }
    assert "0 words" in document["scores"][0]["reason"]


def test_the_same_document_gives_the_same_bytes() -> None:
    assert to_json([report()]) == to_json([report()])


def test_a_report_travels_between_processes() -> None:
    assert pickle.loads(pickle.dumps(report())) == report()


def test_settings_come_from_the_configuration() -> None:
    config = ReadabilityConfig.model_validate(
        {"audience": "general", "minimum-words": 7, "targets": {"smog": [8, 10]}}
    )
    settings = Settings.of(config)
    assert (settings.audience, settings.minimum_words) == ("general", 7)
    assert dict(settings.targets) == {"smog": (8.0, 10.0)}
    assert Settings() == Settings.of(ReadabilityConfig())


def test_numbers_are_rounded_to_what_they_can_tell() -> None:
    assert rounded(7.249, "grade") == 7.2
    assert rounded(2.345678, "index") == 2.35
    assert str(rounded(-0.01, "points")) == "0.0"
    assert rounded(None, "grade") is None


def test_the_checklist_answers_each_question_once() -> None:
    items = report().checklist
    assert len({item.name for item in items}) == len(items) == len(CHECKS)
    states = {item.name: item.state for item in items}
    assert states["terms"] == "no"
    assert states["headings"] == "yes"
    assert states["lists"] == "look"


def test_checks_see_the_structure() -> None:
    item = Passage(Role.LIST_ITEM, "Rest.", 3)
    passages = [item, item]
    states = {i.name: i for i in report(passages=passages).checklist}
    assert (states["lists"].state, states["lists"].finding) == ("yes", "2 list items")


@pytest.mark.parametrize(
    ("text", "name", "state"),
    [
        (PLAIN * 30, "headings", "no"),
        (PLAIN * 30, "chunks", "no"),
        (PLAIN, "headings", "yes"),
        ("The pill is taken by you.", "active-voice", "look"),
        (PLAIN, "active-voice", "yes"),
        ("Ask your nurse.", "address", "yes"),
        ("The nurse helps.", "address", "look"),
        ("About 5 % or 2.5 in 100.", "numbers", "look"),
        ("Take 2 a day.", "numbers", "yes"),
    ],
)
def test_checks_look_at_the_sentences(text: str, name: str, state: str) -> None:
    looked = Looked("en", Measured("en", (sentence(text),), (), {}), (), ())
    assert {item.name: item.state for item in checklist(looked)}[name] == state


@pytest.mark.parametrize(
    ("language", "formula"),
    [("en", "flesch-kincaid-grade"), ("de", "wiener-sachtextformel-1"), ("es", "crawford")],
)
def test_a_limit_given_as_a_grade_has_a_score(language: str, formula: str) -> None:
    score = report(language).grade
    assert score is not None
    assert score.formula == formula


@pytest.mark.parametrize("language", ["fr", "it", "sv", "zh"])
def test_a_language_without_grades_has_none(language: str) -> None:
    assert report(language).grade is None


def test_names_do_not_count_as_unexplained() -> None:
    named = assess(
        Measured("en", (sentence("Ask Doctor Titration about CPAP and apnoea."),), (), {}),
        document="n",
        source="n.md",
    )
    assert named.unexplained == 2
    assert len(named.terms) == 3

"""Sentences of medical text, in ten languages."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from plainlang.readability.sentences import split

CASES: list[dict[str, Any]] = yaml.safe_load(
    (Path(__file__).parents[2] / "cases/readability/sentences.yaml").read_text(encoding="utf-8")
)


def passage(case: dict[str, Any]) -> str:
    return ("" if case["language"] in {"zh", "ja"} else " ").join(case["sentences"])


@pytest.mark.parametrize("case", CASES, ids=[case["kind"] for case in CASES])
def test_sentences_end_where_a_reader_stops(case: dict[str, Any]) -> None:
    assert split(passage(case), case["language"]) == case["sentences"]


def test_there_are_enough_english_cases() -> None:
    assert sum(case["language"] == "en" for case in CASES) >= 15


@pytest.mark.parametrize("language", ["en", "es-MX", "xx", "zh"])
@pytest.mark.parametrize("text", ["", "  \n ", ". . .", "One\n two.\tThree four"])
def test_no_character_is_lost(text: str, language: str) -> None:
    assert "".join("".join(split(text, language)).split()) == "".join(text.split())


def test_a_language_without_data_is_split_at_its_marks() -> None:
    assert split("Foo bar. Baz.", "xx") == ["Foo bar.", "Baz."]


def test_the_region_of_a_tag_changes_nothing() -> None:
    text = "Llame al Dr. Ruiz, p. ej. hoy. Espere."
    assert split(text, "es-MX") == split(text, "es") == split(text, "ES")


@pytest.mark.parametrize(
    "sentences",
    [
        ["The score fell (CI) 2.36 to 0.70).", "There may be no change."],
        ["Pain fell by 7 points (it was 12 (2 to 14).", "Of 54 people 31 felt better."],
        ["Parents' worry fell in the 'on' weeks.", "They slept well."],
        ["He said: “Wait. I come.” and went.", "We left."],
        ["It helped some people (one study. Few took part) and not others.", "We stopped."],
        ["1. Walk every day.", "2. Rest at night."],
        ["It is caused by H. pylori in most people.", "Ask your doctor."],
    ],
)
def test_brackets_that_are_never_closed_hide_no_end(sentences: list[str]) -> None:
    assert split(" ".join(sentences), "en") == sentences

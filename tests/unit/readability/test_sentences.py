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

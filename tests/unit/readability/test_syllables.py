"""Syllables by the rules of each language."""

from __future__ import annotations

from pathlib import Path

import pyphen
import pytest
import yaml

from plainlang.readability.syllables import LANGUAGES, Source, source, syllables
from plainlang.readability.syllables.en import by_rule

CASES = Path(__file__).parents[2] / "cases/readability"
WORDS: dict[str, dict[str, int]] = yaml.safe_load(
    (CASES / "syllables.yaml").read_text(encoding="utf-8")
)
MEDICAL: dict[str, int] = yaml.safe_load(
    (CASES / "drugs_and_diseases.yaml").read_text(encoding="utf-8")
)


@pytest.mark.parametrize("language", sorted(WORDS))
def test_words_of_each_language(language: str) -> None:
    found = {word: syllables(word, language) for word in WORDS[language]}
    assert found == WORDS[language]


def test_every_language_with_rules_has_words() -> None:
    assert set(WORDS) == set(LANGUAGES)


def test_drugs_and_diseases() -> None:
    right = [word for word, number in MEDICAL.items() if syllables(word, "en") == number]
    assert len(MEDICAL) == 30
    assert len(right) >= 28, sorted(set(MEDICAL) - set(right))


def test_the_rules_alone_know_the_names_that_no_dictionary_has() -> None:
    right = [word for word, number in MEDICAL.items() if by_rule(word) == number]
    assert len(right) >= 24, sorted(set(MEDICAL) - set(right))


def test_spanish_rules_beat_hyphenation() -> None:
    hyphens = pyphen.Pyphen(lang="es")
    by_hyphens = sum(len(hyphens.positions(w)) + 1 == n for w, n in WORDS["es"].items())
    assert len(hyphens.positions("amigo")) + 1 == 2
    assert syllables("amigo", "es") == 3
    assert by_hyphens < sum(syllables(w, "es") == n for w, n in WORDS["es"].items())


def test_the_case_of_a_word_and_the_region_of_a_tag_change_nothing() -> None:
    assert syllables("FARMACIA", "es-MX") == syllables("farmacia", "es") == 3
    assert syllables("don’t", "en-GB") == syllables("don't", "EN") == 1


def test_no_number_is_made_up_for_a_language_without_rules() -> None:
    assert source("hu") is Source.HYPHENATION
    assert syllables("betegség", "hu") == 3
    assert source("ar") is Source.NONE
    assert syllables("دواء", "ar") == 0

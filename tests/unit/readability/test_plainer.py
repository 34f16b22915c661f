"""Plainer words: the form of the tables, and cautious matching."""

from __future__ import annotations

from collections import Counter
from pathlib import Path

import pytest
from made import sentence

import plainlang.readability.plainer
from plainlang.readability.plainer import entries_of, suggestions
from plainlang.readability.plainer.inflection import forms

FOLDER = Path(plainlang.readability.plainer.__file__).parent
TABLES = sorted(path.stem for path in FOLDER.glob("*.tsv"))


def suggested(text: str, language: str = "en") -> dict[str, tuple[str, ...]]:
    return {s.word: s.plainer for s in suggestions([sentence(text)], language)}


def test_the_tables_and_their_sizes() -> None:
    assert TABLES == ["de", "en", "es", "fr"]
    assert len(entries_of("en")) >= 150
    assert all(len(entries_of(tag)) >= 60 for tag in TABLES)


@pytest.mark.parametrize("tag", TABLES)
def test_every_line_has_its_form(tag: str) -> None:
    entries = entries_of(tag)
    words = [entry.word for entry in entries]
    assert not [word for word, number in Counter(map(str.casefold, words)).items() if number > 1]
    assert words == sorted(words, key=str.casefold)
    for entry in entries:
        assert entry.inflection in {"n", "v", "-"}, entry.word
        assert entry.plainer, entry.word
        for text in (entry.word, *entry.plainer, entry.note):
            assert text == text.strip(), entry.word
        assert all(entry.plainer), entry.word
        assert entry.word.casefold() not in {plain.casefold() for plain in entry.plainer}


@pytest.mark.parametrize("tag", TABLES)
def test_no_plainer_word_is_itself_a_hard_one(tag: str) -> None:
    hard = {entry.word.casefold() for entry in entries_of(tag)}
    assert not {p for entry in entries_of(tag) for p in entry.plainer if p.casefold() in hard}


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Two physicians came.", "physicians"),
        ("The nurse administered it.", "administered"),
        ("She is monitoring you.", "monitoring"),
        ("Hypertension is common.", "hypertension"),
        ("It helps in order\nto heal.", "in order to"),
        ("He adhered to it.", "adhered to"),
    ],
)
def test_inflected_forms_are_found(text: str, word: str) -> None:
    assert " ".join(next(iter(suggested(text))).split()) == word


@pytest.mark.parametrize(
    "text",
    [
        "The orality of it.",
        "An anti-oral view.",
        "He was chronically late.",
        "Drink a glass of water.",
    ],
)
def test_parts_of_words_are_not(text: str) -> None:
    assert suggested(text) == {}


def test_a_phrase_wins_over_its_words() -> None:
    assert suggested("He had a myocardial infarction.") == {
        "myocardial infarction": ("heart attack",)
    }


def test_suggestions_are_counted_with_their_first_line() -> None:
    made = [sentence("One physician.", 4), sentence("Two physicians; a biopsy.", 8)]
    first, second = suggestions(made, "en-GB")
    assert (first.word, first.count, first.line) == ("physician", 2, 4)
    assert (second.word, second.count, second.line) == ("biopsy", 1, 8)


@pytest.mark.parametrize(
    ("language", "text", "word"),
    [
        ("es-MX", "Los fármacos ayudan.", "fármacos"),
        ("es", "Las lesiones curan.", "lesiones"),
        ("fr", "Les céphalées passent.", "céphalées"),
        ("de", "Zwei Infusionen am Tag.", "infusionen"),
    ],
)
def test_other_languages_have_plurals(language: str, text: str, word: str) -> None:
    assert word in suggested(text, language)


def test_a_language_without_a_table_has_no_suggestions() -> None:
    assert suggested("De patiënt krijgt medicatie.", "nl") == {}


def test_forms_follow_the_rules_of_spelling() -> None:
    assert set(forms("comply with", "v", "en")) == {
        "complies with",
        "complied with",
        "complying with",
    }
    assert set(forms("dilate", "v", "en")) == {"dilates", "dilated", "dilating"}
    assert list(forms("deficiency", "n", "en")) == ["deficiencies"]
    assert list(forms("acute", "-", "en")) == []


def test_a_broken_table_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(plainlang.readability.plainer, "_FOLDER", tmp_path)
    (tmp_path / "xx.tsv").write_text("word\tplain\n")
    with pytest.raises(ValueError, match="xx.tsv:1: 2 columns"):
        entries_of("xx")

"""Difficulty of sentences, and the reasons in words."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made import sentence

import plainlang.readability
from plainlang.readability.difficulty import SCALE, WEIGHTS, difficulty, hardest, rated
from plainlang.readability.reasons import reasons_of
from plainlang.readability.reasons.double_negative import double_negative
from plainlang.readability.reasons.length import length
from plainlang.readability.reasons.long_word import long_word
from plainlang.readability.reasons.noun_chain import noun_chain
from plainlang.readability.reasons.passive import passive
from plainlang.readability.reasons.rare_words import rare_words

EASY = "Take it with water."
LONG = "Take it with water " + "and rest and sleep and eat " * 6
RARE = "The apnoea titration needs polysomnography."


def test_the_scale_runs_from_zero_to_a_hundred() -> None:
    assert difficulty(sentence(EASY), "en") < 20
    many = sentence("apnoea titration obstructive polysomnography " * 12)
    assert difficulty(many, "en") == 100


def test_length_and_rare_words_each_add() -> None:
    easy, long, rare = (difficulty(sentence(text), "en") for text in (EASY, LONG, RARE))
    assert easy < long
    assert easy < rare
    both = difficulty(sentence(LONG + " apnoea titration polysomnography"), "en")
    assert both > long
    assert both > rare


def test_every_weight_is_above_nothing() -> None:
    assert min(WEIGHTS) > 0
    assert SCALE[0] < SCALE[1]


words = st.lists(
    st.sampled_from(["a", "take", "water", "medicine", "apnoea", "titration", "37", "ascites"]),
    min_size=1,
    max_size=40,
)


@given(words, words, st.integers(0, 40), st.sampled_from(["en", "de", "ar", "xx"]))
def test_no_added_word_makes_a_sentence_easier(
    some: list[str], added: list[str], place: int, language: str
) -> None:
    longer = [*some[:place], *added, *some[place:]]
    before, after = sentence(" ".join(some)), sentence(" ".join(longer))
    assert difficulty(before, language) <= difficulty(after, language)
    unknown = (before._replace(zipf=()), after._replace(zipf=()))
    assert difficulty(unknown[0], language) <= difficulty(unknown[1], language)


def test_a_rare_word_in_place_of_a_common_one_makes_it_harder() -> None:
    values = [
        difficulty(sentence("titration " * n + "take rest " * (20 - n)), "en") for n in range(9)
    ]
    assert values == sorted(values)
    assert len(set(values)) > 5


def test_without_frequencies_the_count_of_rare_words_stands_in() -> None:
    known = sentence(RARE)
    unknown = known._replace(zipf=())
    assert difficulty(unknown, "en") > difficulty(sentence(EASY)._replace(zipf=()), "en")


def test_numbers_are_not_rare() -> None:
    made = sentence("Take 2.5 tablets at 10.")
    unknown = made._replace(
        zipf=tuple(
            0.0 if w[0].isdigit() else z for w, z in zip(made.words, made.zipf, strict=True)
        ),
    )
    assert rare_words(unknown, "en") == ""
    assert difficulty(unknown, "en") == difficulty(made, "en")


def test_the_hardest_come_first_and_once() -> None:
    made = [sentence(EASY, 1), sentence(RARE, 2), sentence(LONG, 3), sentence(RARE, 4)]
    every = rated(made, "en")
    assert [s.line for s in every] == [1, 2, 3, 4]
    found = hardest(every)
    assert [s.line for s in found] == [2, 3, 1]
    assert [s.difficulty for s in found] == sorted((s.difficulty for s in found), reverse=True)
    assert len({s.text for s in found}) == len(found)
    assert len(hardest(rated([sentence(f"{RARE} {n}") for n in range(30)], "en"))) == 10


def test_reasons_are_said_in_words() -> None:
    assert length(sentence(LONG), "en") == "40 words"
    assert length(sentence(EASY), "en") == ""
    assert rare_words(sentence(RARE), "en") == "3 rare words: apnoea, titration, polysomnography"
    assert rare_words(sentence("An apnoea."), "en") == "1 rare word: apnoea"


def test_lay_words_are_not_rare() -> None:
    made = sentence("You may feel nauseous.")
    rare = made._replace(zipf=(6.0, 6.0, 6.0, 2.9))
    assert rare_words(rare, "en") == ""
    assert rare_words(rare, "en-GB") == ""
    assert "nauseous" in rare_words(rare, "nl")


@pytest.mark.parametrize(
    ("language", "text", "words"),
    [
        ("en", "The test is performed by a nurse.", "is performed"),
        ("en", "Your blood will be carefully checked.", "be carefully checked"),
        ("en-GB", "The tube was taken out.", "was taken"),
        ("en", "You may feel tired.", ""),
        ("en", "You are tired and need to rest.", ""),
        ("en", "It is indeed good.", ""),
        ("es", "El análisis es realizado por la enfermera.", "es realizado"),
        ("es", "El medicamento fue prescrito.", ""),
        ("es", "Es demasiado tarde.", ""),
        ("de", "Das Blut wird im Labor untersucht.", "wird im Labor untersucht"),
        ("de", "Es wird besser.", ""),
        ("fr", "Le test est réalisé par une infirmière.", "est réalisé"),
        ("fr", "Elle est allée chez le médecin.", ""),
        ("fi", "Testi tehdään.", ""),
    ],
)
def test_passive_is_hinted_at(language: str, text: str, words: str) -> None:
    found = passive(sentence(text), language)
    assert found == (f"perhaps passive: “{words}”" if words else "")


def test_every_passive_pattern_is_whole() -> None:
    folder = Path(plainlang.readability.__file__).parent / "passive"
    files = sorted(folder.glob("*.toml"))
    assert {path.stem for path in files} == {"de", "en", "es", "fr"}
    for path in files:
        keys = set(tomllib.loads(path.read_text(encoding="utf-8")))
        assert keys == {"auxiliary", "between", "participle", "state"}
        passive(sentence("One sentence."), path.stem)


@pytest.mark.parametrize(
    ("text", "chain"),
    [
        ("Read the blood glucose monitoring device instructions first.", True),
        ("Take your blood pressure medicine every day.", False),
        ("Treatment, testing, equipment, management and assessment cost money.", False),
        ("You can eat, drink and walk after the test.", False),
        ("Early deletion predicts induction failure.", False),
        ("Doctors combining radiation therapy need care.", False),
    ],
)
def test_chains_of_nouns(text: str, chain: bool) -> None:
    assert bool(noun_chain(sentence(text), "en")) is chain
    assert noun_chain(sentence(text), "de") == ""


@pytest.mark.parametrize(
    ("language", "text", "double"),
    [
        ("en", "Do not stop unless your nurse tells you.", True),
        ("en", "It is not uncommon.", True),
        ("en", "Don't take it without food.", True),
        ("en", "Do not smoke. Do not drink.", False),
        ("en", "It did not help or it could not be given.", False),
        ("en", "Understand that it is not safe.", False),
        ("de", "Nehmen Sie es nicht ohne Wasser.", True),
        ("en", "You may not understand it.", False),
        ("en", "It is not under the bed.", False),
        ("de", "Das ist nicht ungewöhnlich.", True),
        ("de", "Das ist nicht unser Arzt.", False),
        ("nl", "Stop niet zonder overleg.", True),
        ("nl", "Het ligt niet onder het bed.", False),
        ("sv", "Det är inte ovanligt.", True),
        ("sv", "Det är inte om natten.", False),
        ("es", "No tome nada.", False),
    ],
)
def test_two_negations_in_one_clause(language: str, text: str, double: bool) -> None:
    assert bool(double_negative(sentence(text), language)) is double


def test_long_words() -> None:
    text = "Die Blutzuckermessgerätehersteller sagen es."
    assert long_word(sentence(text), "de") == "a word of 30 letters: Blutzuckermessgerätehersteller"
    assert long_word(sentence(EASY), "en") == ""


def test_a_plain_sentence_has_no_reason() -> None:
    assert reasons_of(sentence("Drink a glass of water."), "en") == ()

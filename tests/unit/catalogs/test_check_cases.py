"""Every check against translations that are wrong, and against the forms that are right."""

from __future__ import annotations

import tomllib
from pathlib import Path
from typing import Any

import pytest

from plainlang.catalogs.checks import CHECKS, Pair, Term, check_pair

FILE = Path(__file__).resolve().parents[2] / "cases" / "catalogs" / "checks.toml"
CASES: dict[str, list[dict[str, Any]]] = tomllib.loads(FILE.read_text(encoding="utf-8"))
GOOD = [
    (lang, case["source"], text)
    for lang, cases in CASES.items()
    for case in cases
    for text in case["good"]
]
BAD = [
    (lang, case["source"], text, check)
    for lang, cases in CASES.items()
    for case in cases
    for text, check in case["bad"]
]


def said(source: str, translation: str, language: str, **more: Any) -> set[str]:
    pair = Pair(source, translation, "en", language, **more)
    return {check.name for check, _ in check_pair(pair)}


@pytest.mark.parametrize(("language", "source", "translation"), GOOD)
def test_a_right_form_is_let_through(language: str, source: str, translation: str) -> None:
    assert said(source, translation, language) == set()


@pytest.mark.parametrize(("language", "source", "translation", "check"), BAD)
def test_a_wrong_one_is_flagged(language: str, source: str, translation: str, check: str) -> None:
    assert check in said(source, translation, language)


def test_every_language_that_is_asked_for_has_both_kinds() -> None:
    for language in ("es", "ar", "vi", "zh-Hans"):
        assert sum(lang == language for lang, *_ in GOOD) >= 12
        assert sum(lang == language for lang, *_ in BAD) >= 12
    assert len(GOOD) + len(BAD) >= 100


def test_every_check_without_options_has_cases() -> None:
    with_options = {"forbidden-term", "term"}
    assert {check for *_, check in BAD} | with_options == {check.name for check in CHECKS}


ASTHMA = Term("asthma", approved=("asma", "asmático"), forbidden=("ahogo",))


@pytest.mark.parametrize(
    ("translation", "checks"),
    [
        ("Usted tiene asma.", set()),
        ("Usted es asmático.", set()),
        ("Usted tiene fatiga.", {"term"}),
        ("Usted tiene ahogo.", {"term", "forbidden-term"}),
        ("Usted tiene asma, no ahogo.", {"forbidden-term"}),
        ("Usted tiene miasma.", {"term"}),
    ],
)
def test_terms(translation: str, checks: set[str]) -> None:
    found = said("You have asthma, not more.", translation, "es", terms=(ASTHMA,))
    assert found & {"term", "forbidden-term"} == checks
    assert not said("You are well, not more.", translation, "es", terms=(ASTHMA,)) & checks


@pytest.mark.parametrize(
    ("language", "approved", "translation", "flagged"),
    [
        ("ar", "الربو", "لديك مرض الربو.", False),
        ("ar", "ربو", "لديك مرض بالربو.", False),
        ("ar", "الربو", "لديك مرض السل.", True),
        ("zh-Hans", "哮喘", "您患有哮喘病。", False),
        ("zh-Hans", "哮喘", "您患有气喘病。", True),
        ("vi", "hen suyễn", "Bạn bị Hen suyễn.", False),
        ("vi", "hen suyễn", "Bạn bị hen.", True),
    ],
)
def test_terms_in_other_scripts(
    language: str, approved: str, translation: str, flagged: bool
) -> None:
    found = said("You have asthma.", translation, language, terms=(Term("asthma", (approved,)),))
    assert ("term" in found) is flagged


@pytest.mark.parametrize(
    ("translation", "flagged"),
    [
        ("Pregunte por Ventolin.", False),
        ("Pregunte por ventolin.", True),
        ("Pregunte por Ventolina.", True),
    ],
)
def test_listed_names_keep_their_letters(translation: str, flagged: bool) -> None:
    assert ("name" in said("Ask for Ventolin.", translation, "es", names=("Ventolin",))) is flagged


def test_a_language_without_a_data_file_has_digits_and_symbols() -> None:
    assert said("Take 5 mg now.", "Ota 5 mg nyt.", "fi") == set()
    assert said("Take 5 mg now.", "Ota 5 g nyt.", "fi") == {"unit"}
    assert said("Take 5 mg now.", "Ota 6 mg nyt.", "fi") == {"number"}


@pytest.mark.parametrize(
    ("language", "good", "bad"),
    [
        ("fr", "Ne prenez pas plus de 1 000 mg en 24 heures.", "Prenez 1 000 mg en 24 heures."),
        (
            "de",
            "Nehmen Sie nicht mehr als 1.000 mg in 24 Stunden.",
            "Nehmen Sie 1.000 mg in 24 Stunden.",
        ),
        ("pt", "Não tome mais de 1.000 mg em 24 horas.", "Tome 1.000 mg em 24 horas."),
    ],
)
def test_the_other_languages_with_a_data_file(language: str, good: str, bad: str) -> None:
    source = "Never take more than 1,000 mg in 24 hours."
    assert said(source, bad, language) == {"negation"}
    assert said("Do not take more than 1,000 mg in 24 hours.", good, language) == set()

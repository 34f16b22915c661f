"""Languages: what applies to them, and that none borrows another's formula."""

from __future__ import annotations

import pytest

from plainlang.readability.formulas import FORMULAS
from plainlang.readability.languages import LANGUAGES, Audience, Language, language_of

every_language = pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda x: x.tag)


@pytest.mark.parametrize(
    ("tag", "primary"),
    [("es-MX", "es"), ("es_MX", "es"), ("pt-BR", "pt"), ("EN", "en"), ("zh-Hant-TW", "zh")],
)
def test_a_regional_tag_uses_its_language(tag: str, primary: str) -> None:
    assert language_of(tag) is LANGUAGES[primary]


@pytest.mark.parametrize("tag", ["cs", "hi", "ja", "est", ""])
def test_an_unknown_language_has_a_reason_and_no_formula(tag: str) -> None:
    language = language_of(tag)
    assert language.formulas == ()
    assert "No readability formula" in language.without


@every_language
def test_a_language_has_formulas_or_a_reason(language: Language) -> None:
    assert bool(language.formulas) != bool(language.without)
    assert set(language.formulas) <= set(FORMULAS)
    assert not {name for name, _ in language.withheld} & set(FORMULAS)


def test_every_formula_belongs_to_a_language() -> None:
    assert {name for lang in LANGUAGES.values() for name in lang.formulas} == set(FORMULAS)


@every_language
def test_targets_run_from_strict_to_mild(language: Language) -> None:
    assert set(language.targets) <= set(language.formulas)
    for name, by_audience in language.targets.items():
        sign = 1 if FORMULAS[name].more_is_easier else -1
        assert set(by_audience) == set(Audience)
        goods = [sign * by_audience[audience].good for audience in Audience]
        assert goods == sorted(goods, reverse=True), name
        for target in by_audience.values():
            assert sign * target.good >= sign * target.acceptable, name


@every_language
def test_the_leading_formula_has_a_target(language: Language) -> None:
    if language.formulas:
        assert language.formulas[0] in language.targets


def test_the_targets_for_patients_are_grades_six_and_eight() -> None:
    target = LANGUAGES["en"].targets["flesch-kincaid-grade"][Audience.PATIENT]
    assert (target.good, target.acceptable) == (6, 8)
    smog = LANGUAGES["en"].targets["smog"][Audience.PATIENT]
    assert (smog.good, smog.acceptable) == (9, 11)

"""Formulas against worked vectors, and what holds for all of them."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest
import yaml

from plainlang.readability.base import Counts
from plainlang.readability.formulas import FORMULAS, Formula
from plainlang.readability.formulas.base import GRADE, INDEX, POINTS

CASES = Path(__file__).resolve().parents[3] / "cases" / "readability" / "formulas.yaml"
VECTORS: list[dict[str, Any]] = yaml.safe_load(CASES.read_text(encoding="utf-8"))

#: An ordinary text; nothing in it is zero.
TEXT = Counts(
    sentences=20,
    words=300,
    syllables=480,
    monosyllables=180,
    polysyllables=36,
    polysyllables4=12,
    complex_words=27,
    letters=1400,
    characters=1450,
    long_words=70,
    unfamiliar=50,
    rare=12,
)
every_formula = pytest.mark.parametrize("formula", FORMULAS.values(), ids=lambda f: f.name)


@pytest.mark.parametrize("vector", VECTORS, ids=lambda v: f"{v['formula']} {v['value']}")
def test_worked_vector(vector: dict[str, Any]) -> None:
    value = FORMULAS[vector["formula"]].value(Counts(**vector["counts"]))
    assert value == pytest.approx(vector["value"], abs=vector.get("within", 0.05))


def test_every_formula_has_a_vector() -> None:
    assert {vector["formula"] for vector in VECTORS} == set(FORMULAS)


@every_formula
def test_names_units_and_citations(formula: Formula) -> None:
    assert FORMULAS[formula.name] is formula
    assert formula.unit in {GRADE, POINTS, INDEX}
    assert formula.more_is_easier == (formula.unit == POINTS)
    assert any(sign.isdigit() for sign in formula.citation), "a citation names its year"


@every_formula
def test_no_number_without_words(formula: Formula) -> None:
    with pytest.raises(ZeroDivisionError):
        formula.value(Counts())


@every_formula
def test_a_text_twice_as_long_is_as_hard(formula: Formula) -> None:
    assert formula.value(TEXT + TEXT) == pytest.approx(formula.value(TEXT))


@every_formula
def test_longer_sentences_are_harder(formula: Formula) -> None:
    fewer = Counts(**{**_fields(TEXT), "sentences": 10})
    harder = formula.value(fewer) - formula.value(TEXT)
    assert harder < 0 if formula.more_is_easier else harder > 0


@every_formula
def test_bands_cover_the_scale_without_gaps(formula: Formula) -> None:
    if not formula.bands:
        return
    ordered = formula.bands[::-1] if formula.more_is_easier else formula.bands
    assert ordered[0].low is None
    assert ordered[-1].high is None
    for lower, upper in pairwise(ordered):
        assert lower.high == upper.low
    assert all(formula.meaning(float(value)) for value in range(-50, 150))


def test_a_value_on_a_limit_belongs_to_the_band_above() -> None:
    assert FORMULAS["szigriszt-pazos"].meaning(55).startswith("normal")
    assert FORMULAS["szigriszt-pazos"].meaning(54.9).startswith("fairly difficult")
    assert FORMULAS["lix"].meaning(30).startswith("easy")
    assert FORMULAS["coleman-liau"].meaning(10) == ""


def _fields(counts: Counts) -> dict[str, int]:
    return {name: getattr(counts, name) for name in Counts._fields}

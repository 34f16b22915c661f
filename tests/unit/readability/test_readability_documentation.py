"""The page about readability and the program say the same."""

from __future__ import annotations

from pathlib import Path

from plainlang.readability.base import Measured
from plainlang.readability.checklist import CHECKS, Looked
from plainlang.readability.difficulty import BASE, SCALE, WEIGHTS
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.intervals import BLOCKS, FEWER, RESAMPLES
from plainlang.readability.languages import LANGUAGES, Audience
from plainlang.readability.outputs.findings import RULES

PAGE = Path(__file__).resolve().parents[3] / "docs" / "reference" / "readability.md"
TEXT = PAGE.read_text(encoding="utf-8")
FLAT = " ".join(TEXT.split())


def test_every_formula_has_its_row_with_languages_unit_and_citation() -> None:
    for formula in FORMULAS.values():
        row = next(line for line in TEXT.splitlines() if line.startswith(f"| `{formula.name}` | "))
        tags = [tag for tag, language in LANGUAGES.items() if formula.name in language.formulas]
        assert f"| {' '.join(tags)} | {formula.unit} |" in row
        assert formula.citation in row


def test_every_target_has_its_row() -> None:
    for tag, language in LANGUAGES.items():
        for name, by_audience in language.targets.items():
            limits = [f"{by_audience[a].good:g} / {by_audience[a].acceptable:g}" for a in Audience]
            assert f"| {tag} | `{name}` | {' | '.join(limits)} |" in TEXT


def test_every_language_is_named_with_its_formulas_or_its_reason() -> None:
    for tag, language in LANGUAGES.items():
        names = ", ".join(f"`{name}`" for name in language.formulas)
        assert f"| {tag} | {names or language.without} |" in TEXT


def test_every_rule_and_check_is_named() -> None:
    looked = Looked("en", Measured("en", (), (), {}), (), ())
    names = [check(looked).name for check in CHECKS] + list(RULES)
    assert not [name for name in names if f"| `{name}` |" not in TEXT]


def test_the_numbers_of_intervals_and_difficulty() -> None:
    assert f"{RESAMPLES} texts are drawn" in FLAT
    assert f"Above {BLOCKS} sentences" in FLAT
    assert f"draw {FEWER} texts" in FLAT
    for weight in WEIGHTS:
        assert f"| {weight:+.2f} |" in TEXT
    assert f"constant {BASE}" in FLAT
    assert f"from {SCALE[0]:.0f} to {SCALE[1]:.0f}" in FLAT

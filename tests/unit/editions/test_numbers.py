"""Numbers in right-to-left text: no range is turned round."""

from __future__ import annotations

import pytest

from plainlang.ast import attr, para, stringify, text, walk
from plainlang.document import Block, Inline
from plainlang.editions.numbers import isolate_numbers


def isolated(*inlines: Inline, language: str = "ar") -> list[str]:
    (block,) = isolate_numbers([para(inlines)], language)
    assert stringify(block) == stringify(para(inlines))
    spans = [e for e in walk(block) if e["t"] == "Span" and "number" in e["c"][0][1]]
    assert all(["dir", "ltr"] in span["c"][0][2] for span in spans)
    return [stringify(span) for span in spans]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("خذ 5-10 mg يوميا", ["5-10 mg"]),
        ("خذ 5 - 10 ملغ", ["5 - 10"]),
        ("خذ 1.5–2.5 mg/kg كل يوم", ["1.5–2.5 mg/kg"]),
        ("خذ 2 × 5 mg الآن", ["2 × 5 mg"]),
        ("خذ 5 mg - 10 mg الآن", ["5 mg - 10 mg"]),
        ("الساعة 10:30 صباحا", ["10:30"]),
        ("اتصل 1-800-422-6237 الآن", ["1-800-422-6237"]),
        ("اتصل +1 (800) 555-0100.", ["+1 (800) 555-0100"]),
        ("اتصل 800 555 0100", ["800 555 0100"]),
        ("حوالي 50% منهم", ["50%"]),
        ("أقل من -18°C دائما", ["-18°C"]),
        ("إذا كان <7.5 أو ≥ 10", ["<7.5", "≥ 10"]),
        ("في 12/5/2024.", ["12/5/2024"]),
        ("(5-10)", ["5-10"]),
        ("أقراص، 20–25°C، جافة", ["20–25°C"]),
        ("10^9-10^10 خلية", ["10^9-10^10"]),
        ("عدد 5 أقراص", []),
        ("COVID-19 و HER2-3", []),
        ("https://example.org/5-10 و me5-6@example.org", []),
        ("٥-١٠ ملغ", []),
        ("بلا أرقام - هنا", []),
    ],
)
def test_what_is_set_apart(source: str, expected: list[str]) -> None:
    assert isolated(*text(source)) == expected


@pytest.mark.parametrize("language", ["ar", "he", "fa", "ur", "ar-EG", "az-Arab"])
def test_every_language_that_runs_from_right_to_left(language: str) -> None:
    assert isolated(*text("5-10 mg"), language=language) == ["5-10 mg"]


@pytest.mark.parametrize("language", ["en", "es", "zh-Hans", "az", "ar-Latn"])
def test_other_languages_are_left_alone(language: str) -> None:
    blocks = [para(text("5-10 mg"))]
    assert isolate_numbers(blocks, language) == tuple(blocks)


def test_emphasis_links_and_tables_are_looked_into() -> None:
    strong: Block = {"t": "Strong", "c": text("5-10 mg")}
    link: Block = {"t": "Link", "c": [attr(), text("10:30"), ["https://example.org", ""]]}
    assert isolated(strong, *text(" x "), link) == ["5-10 mg", "10:30"]


def test_code_and_what_states_its_direction_is_left_alone() -> None:
    code: Block = {"t": "Code", "c": [attr(), "5-10"]}
    english: Block = {"t": "Span", "c": [attr(pairs=[("lang", "en")]), text("5-10 mg")]}
    turned: Block = {"t": "Span", "c": [attr(pairs=[("dir", "rtl")]), text("5-10 mg")]}
    assert isolated(code, english, turned) == []


def test_a_second_run_changes_nothing() -> None:
    once = isolate_numbers([para(text("خذ 5-10 mg و 10:30"))], "ar")
    assert isolate_numbers(once, "ar") == once

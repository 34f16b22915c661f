from __future__ import annotations

import pytest
from tests.unit.glossary.terms import entry

from plainlang.glossary.inflection import base_forms, forms
from plainlang.glossary.matcher import Matcher

ENTRIES = (
    entry("cell", "cell", "x"),
    entry("t", "T cell", "x"),
    entry("aids", "AIDS", "x"),
    entry("biopsy", "biopsy", "x", variants=("tissue sample",)),
)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a cell and T cells.", ["cell", "T cells"]),
        ("Cells begin a sentence", ["Cells"]),
        ("biopsies and tissue samples", ["biopsies", "tissue samples"]),
        ("it aids you, AIDS does not", ["AIDS"]),
        ("excellent cell-free cellular x-cell CELL", []),
    ],
)
def test_whole_words_longest_first(text: str, expected: list[str]) -> None:
    found = Matcher(ENTRIES, "en").find(text)
    assert [text[start:end] for start, end, _ in found] == expected


def test_other_languages_are_not_looked_for() -> None:
    assert list(Matcher(ENTRIES, "es").find("cell")) == []


def test_inflection() -> None:
    assert "ganglios linfáticos" in forms("ganglio linfático", "es")
    assert "tissus normaux" in forms("tissu normal", "fr")
    assert "biopsy" in base_forms("biopsies", "en")
    assert "ganglio linfático" in base_forms("ganglios linfáticos", "es")
    assert "العلاج الجهازي" in base_forms("العلاجات الجهازية", "ar")
    assert "الخط الأول" in base_forms("من الخط الأول", "ar")

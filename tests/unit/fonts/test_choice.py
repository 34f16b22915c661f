"""The fonts of a document are chosen by its characters, and read only where they are needed."""

from __future__ import annotations

from collections import Counter

import pytest

from plainlang.fonts import FAMILIES, choose, needs_glyph

ATKINSON = "Atkinson Hyperlegible"


@pytest.mark.parametrize(
    ("text", "main"),
    [
        ("Take one tablet; señor, naïve, façade", ATKINSON),
        ("", ATKINSON),
        ("1.5 mg", ATKINSON),
        ("Tiếng Việt có nhiều dấu", "Noto Sans"),
        ("Ελληνικά", "Noto Sans"),
        ("Русский текст", "Noto Sans"),
        ("हिन्दी में", "Noto Sans"),
        ("فقرة عربية 1.5-2.5 mg/kg", "Noto Sans Arabic"),
    ],
)
def test_the_main_family_has_all_letters_of_the_text(text: str, main: str) -> None:
    choice = choose(Counter(text))
    assert choice.main.name == main
    assert choice.names[0] == main
    assert choice.missing == ()


def test_a_foreign_letter_or_name_does_not_change_the_main_family() -> None:
    choice = choose(Counter("The interferon-γ assay, called العربية in Arabic"))
    assert choice.names == (ATKINSON, "Noto Sans", "Noto Sans Arabic")


def test_a_word_is_not_set_in_two_latin_faces() -> None:
    # Atkinson lacks the letter with the dot below, so the whole text goes to Noto Sans.
    assert choose(Counter("Nghị means resolution")).names == ("Noto Sans",)


def test_symbols_come_from_the_fonts_inside_typst() -> None:
    choice = choose(Counter("Dose → 2 ✓ ☐ ①"))
    assert choice.names == (ATKINSON, "DejaVu Sans Mono", "New Computer Modern Math")
    assert choice.missing == ()


def test_missing_characters_are_named_in_order() -> None:
    assert choose(Counter("a 👇 ש \x07 \uf0b7")).missing == ("\x07", "ש", "\uf0b7", "👇")


def test_text_in_an_alphabet_of_a_symbol_font_is_missing_not_monospaced() -> None:
    assert choose(Counter("ქართული")).missing


@pytest.mark.parametrize("character", list(" \n\t\u00a0\u00ad\u200b\u200d\u200f\u2066\ufeff\ufe0f"))
def test_characters_that_nobody_draws_need_no_glyph(character: str) -> None:
    assert not needs_glyph(character)


@pytest.mark.parametrize("character", list("a→\u2009\u0301\x07\uf0b7"))
def test_characters_that_take_room_need_a_glyph(character: str) -> None:
    assert needs_glyph(character)


def test_folders_are_those_of_the_chosen_families_alone() -> None:
    folders = choose(Counter("plain")).folders()
    assert [folder.parent.name for folder in folders] == ["fontpkg_atkinson_hyperlegible"]


CJK = next(family for family in FAMILIES if family.name == "Noto Sans CJK SC")


@pytest.mark.skipif(not CJK.installed(), reason="Noto Sans CJK is not installed")
def test_chinese_is_set_in_its_own_font_and_a_symbol_is_not() -> None:
    assert choose(Counter("请每天服用 2 片。")).names == (CJK.name,)
    assert choose(Counter("Dose → 2 of 片")).names[-1] == CJK.name
    assert "DejaVu Sans Mono" in choose(Counter("Dose → 2 of 片")).names

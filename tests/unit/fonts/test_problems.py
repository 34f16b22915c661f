"""A character that cannot be printed is named so that a person finds it."""

from __future__ import annotations

import pytest

from plainlang.diagnostics import Code
from plainlang.fonts import describe, glyphs_missing


@pytest.mark.parametrize(
    ("character", "named"),
    [
        ("👇", "👇 WHITE DOWN POINTING BACKHAND INDEX (U+1F447)"),
        ("\uf0b7", "private character U+F0B7"),
        ("\x07", "control or unassigned character U+0007"),
        ("漢", "漢 CJK UNIFIED IDEOGRAPH-6F22 (U+6F22)"),
    ],
)
def test_characters_are_named(character: str, named: str) -> None:
    assert describe(character) == named


@pytest.mark.parametrize(
    ("character", "hint"),
    [
        ("漢", 'pip install "noto-cjk[sans-sc]"'),
        ("か", 'pip install "noto-cjk[sans-jp]"'),
        ("한", 'pip install "noto-cjk[sans-kr]"'),
        ("\uf0b7", "word processor"),
        ("👇", "emoji"),
        ("ש", "--format epub,html"),
        ("\x07", "Replace"),
    ],
)
def test_the_hint_fits_the_character(character: str, hint: str) -> None:
    assert hint in glyphs_missing([character]).diagnostic.hint


def test_the_error_names_the_place_and_does_not_flood() -> None:
    letters = [chr(0x5D0 + n) for n in range(20)]
    diagnostic = glyphs_missing(letters, file="a.md", line=7).diagnostic
    assert (diagnostic.code, diagnostic.file, diagnostic.line) == (Code.GLYPH_MISSING, "a.md", 7)
    assert diagnostic.message.endswith("and 12 more")
    assert "HEBREW LETTER ALEF (U+05D0)" in diagnostic.message

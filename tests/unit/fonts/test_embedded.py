"""The table of the symbols inside Typst agrees with the Typst that is installed."""

from __future__ import annotations

import pytest

from plainlang.engines import Engines
from plainlang.fonts.embedded import symbol_fonts


@pytest.mark.parametrize(
    ("family", "characters"), symbol_fonts(), ids=lambda value: str(value)[:20]
)
@pytest.mark.parametrize("weight", [400, 700])
def test_typst_can_set_every_character_of_the_table(
    family: str, characters: frozenset[int], weight: int, engines: Engines
) -> None:
    text = " ".join(f"\\u{{{point:x}}}" for point in sorted(characters))
    source = (
        '#set document(title: "symbols")\n'
        f'#set text(lang: "en", font: "{family}", weight: {weight}, fallback: false)\n{text}'
    )
    assert engines.typst.compile(source).startswith(b"%PDF")


def test_the_tables_hold_symbols_not_alphabets() -> None:
    for _, characters in symbol_fonts():
        assert all(0x2000 <= p <= 0x2BFF or 0x1D400 <= p <= 0x1D7FF for p in characters)

"""Lists of lay words: their form, and that regional tags share them."""

from __future__ import annotations

from pathlib import Path

import pytest

import plainlang.readability.lay
from plainlang.readability.languages import LANGUAGES
from plainlang.readability.lay import lay_words

FILES = sorted(Path(plainlang.readability.lay.__file__).parent.glob("*.txt"))


@pytest.mark.parametrize("path", FILES, ids=lambda p: p.stem)
def test_words_are_small_and_abbreviations_are_capitals_each_once(path: Path) -> None:
    assert path.stem in LANGUAGES
    lines = path.read_text(encoding="utf-8").splitlines()
    words = [line for line in lines if not line.startswith("#")]
    assert words
    assert all(words), "no empty lines"
    assert all(word.isupper() or word == word.casefold() for word in words)
    small = [word for word in words if not word.isupper()]
    capitals = [word for word in words if word.isupper()]
    assert small == sorted(set(small), key=small.index)
    assert len(set(words)) == len(words)
    assert capitals


def test_regional_tags_share_the_list_and_unknown_ones_have_none() -> None:
    assert lay_words("en-GB") == lay_words("en_US") == lay_words("en")
    assert "wheeze" in lay_words("en")
    assert lay_words("nl") == frozenset()
    assert not any(word.startswith("#") for word in lay_words("en"))

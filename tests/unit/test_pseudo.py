"""Pseudo-translations change every letter that people read, and nothing else."""

from __future__ import annotations

import re

import pytest

from plainlang.pseudo import is_pseudo, pseudo


@pytest.mark.parametrize(
    "text",
    [
        "Page {page} of {pages}",
        "**Take** one [tablet](#1) <g2>daily</g2><x3/> \\*",
        "Write to help@example.org or see https://example.org/a",
        "2.5 mg",
    ],
)
@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_codes_and_numbers_stay(text: str, tag: str) -> None:
    codes = re.compile(
        r"\{\w+\}|\*\*|\]\(#\d\)|<g2>|</g2>|<x3/>|\\\*|\d+(?:\.\d)?|https\S+|\w+@\S+"
    )
    assert codes.findall(pseudo(text, tag)) == codes.findall(text)


def test_no_letter_of_english_is_left() -> None:
    text = "The quick brown fox jumps over a lazy dog THE QUICK BROWN FOX JUMPS OVER A LAZY DOG"
    assert not re.search(r"[A-Za-z]", pseudo(text, "en-XA"))
    assert not re.search(r"[A-Za-z]", pseudo(text, "ar-XB"))


def test_english_grows_by_a_third_and_ends_with_its_mark() -> None:
    text = "Take one tablet with a glass of water every morning"
    made = pseudo(text, "en-XA")
    assert 1.3 <= len(made) / len(text) <= 1.6
    assert made[0] == "«"
    assert made[-1] == "»"


def test_what_has_no_letters_is_not_padded() -> None:
    assert pseudo("12.5", "en-XA") == "12.5"


def test_the_tags_are_known_in_any_case() -> None:
    assert is_pseudo("en-xa")
    assert is_pseudo("ar-XB")
    assert not is_pseudo("ar")

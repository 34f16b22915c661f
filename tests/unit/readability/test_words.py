"""Words by UAX 29."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlang.readability.words import passed_over, words_of


@pytest.mark.parametrize(
    ("text", "language", "words"),
    [
        ("Take 5-10 mg, don’t stop.", "en", "Take 5 10 mg don’t stop"),
        ("2.5mg is 1,000 µg (50%).", "en", "2.5mg is 1,000 µg 50"),
        ("A well-known U.S. drug, e.g. CAR-T", "en", "A well known U.S drug e.g CAR T"),
        ("the patients' ‘quoted’ word_s", "en", "the patients quoted word s"),
        ("L'hôpital de cafe\u0301.", "fr", "L'hôpital de cafe\u0301"),
        ("यह दवा लें।", "hi", "यह दवा लें"),
        ("请每天服药。", "zh", "请 每天 服药"),
        ("薬を飲んでください。", "ja", "薬 を 飲ん で ください"),
        ("服用lenalidomide 5mg。", "zh", "服用 lenalidomide 5mg"),
    ],
)
def test_words(text: str, language: str, words: str) -> None:
    assert " ".join(words_of(text, language)) == words


@pytest.mark.parametrize(
    ("text", "number"),
    [
        ("See https://www.cancer.gov/x?y=1 now", 1),
        ("See www.cancer.gov now", 1),
        ("See me@clinic.example now", 1),
        ("See doi:10.1000/xyz123 now", 1),
        ("See PMID: 123456 now", 1),
        ("See [3] now [4,5]", 2),
        ("See now", 0),
    ],
)
def test_addresses_are_no_words(text: str, number: int) -> None:
    assert words_of(text, "en") == ("See", "now")
    assert passed_over(text) == number


@given(st.text(st.sampled_from("ab Z09'.,-_%\n"), max_size=30))
def test_ascii_is_divided_as_other_text_is(text: str) -> None:
    longer = words_of(f"{text} é", "en")
    assert words_of(text, "en") == longer[:-1]

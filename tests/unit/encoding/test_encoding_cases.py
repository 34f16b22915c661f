"""Texts and what they are to become; the data, with its stories, is in tests/cases/encoding."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plainlang.encoding import STEPS, decode, replay

CASES = Path(__file__).parents[2] / "cases" / "encoding"


def cases(name: str) -> list[Any]:
    rows = json.loads((CASES / f"{name}.json").read_text(encoding="utf-8"))
    return [
        pytest.param(row, id=f"{n}-{ascii(row.get('original', row.get('text')))[1:30]}")
        for n, row in enumerate(rows)
    ]


def readable(text: str) -> str:
    return decode(text.encode(), file="case.md").text


@pytest.mark.parametrize("case", cases("misread"))
def test_misread_text_is_repaired_and_explained(case: dict[str, str]) -> None:
    decoded = decode(case["original"].encode(), file="case.md")
    assert decoded.text == case["expected"]
    assert decoded.repairs
    assert all(set(repair.steps) <= STEPS for repair in decoded.repairs)
    assert replay(case["original"], decoded.repairs) == case["expected"]


@pytest.mark.parametrize("case", cases("misread"))
def test_repaired_text_is_not_repaired_again(case: dict[str, str]) -> None:
    again = decode(case["expected"].encode(), file="case.md")
    assert (again.text, again.repairs) == (case["expected"], ())


@pytest.mark.parametrize("case", cases("untouched"))
def test_correct_text_is_untouched(case: dict[str, str]) -> None:
    decoded = decode(case["text"].encode(), file="case.md")
    assert (decoded.text, decoded.repairs) == (case["text"], ())


@pytest.mark.parametrize("case", cases("misread"))
def test_correct_lines_around_a_repair_are_untouched(case: dict[str, str]) -> None:
    correct = "“Naïve” café – 37 °C, 10 Å²"
    text = f"{correct}\n{case['original']}\n{correct}"
    assert readable(text) == f"{correct}\n{case['expected']}\n{correct}"


@pytest.mark.xfail(reason="known failures are data too", strict=True)
@pytest.mark.parametrize("case", cases("known-failures"))
def test_known_failures(case: dict[str, str]) -> None:
    assert readable(case["original"]) == case["expected"]


@pytest.mark.parametrize("case", cases("known-failures"))
def test_known_failures_lose_nothing_of_plain_ascii(case: dict[str, str]) -> None:
    kept = [c for c in readable(case["original"]) if c.isascii() and c.isalnum()]
    assert kept == [c for c in case["original"] if c.isascii() and c.isalnum()]


LEGACY = [
    pytest.param(row["text"], encoding, id=f"{row['language']}-{encoding}")
    for row in json.loads((CASES / "charsets.json").read_text(encoding="utf-8"))
    for encoding in row["encodings"]
]


@pytest.mark.parametrize(("text", "encoding"), LEGACY)
def test_legacy_encodings_are_detected(text: str, encoding: str) -> None:
    decoded = decode(text.encode(encoding), file="case.txt")
    assert decoded.text == text
    assert decoded.confidence is not None
    assert 0.5 <= decoded.confidence <= 1
    assert text.encode(encoding).decode(decoded.encoding) == text


@pytest.mark.parametrize(("text", "encoding"), LEGACY)
def test_declared_encodings_are_taken_as_they_are(text: str, encoding: str) -> None:
    decoded = decode(text[:12].encode(encoding), file="case.txt", declared=encoding.upper())
    assert decoded.text == text[:12]
    assert decoded.confidence is None

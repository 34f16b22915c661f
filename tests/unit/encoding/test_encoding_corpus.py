"""Measured on real text: what PLAINLANG_CORPUS names, and how fast it goes."""

from __future__ import annotations

import json
import os
import unicodedata
from pathlib import Path
from typing import Any

import pytest

from plainlang.encoding import decode, replay
from plainlang.encoding.repair import repair

CORPUS = os.environ.get("PLAINLANG_CORPUS")
needs_corpus = pytest.mark.skipif(CORPUS is None, reason="PLAINLANG_CORPUS is not set")

SAMPLES = {
    "arabic-1": "cp1256",
    "arabic": "utf-8",
    "bulgarian": "utf-8",
    "chinese": "big5",
    "english.bom": "utf-8-sig",
    "french-1": "cp1252",
    "french": "utf-8",
    "greek-2": "cp1253",
    "greek": "cp1253",
    "hebrew-2": "cp1255",
    "hebrew-3": "cp1255",
    "korean": "cp949",
    "polish": "utf-8",
    "russian-2": "utf-8",
    "russian-3": "utf-8",
    "russian": "mac-cyrillic",
    "spanish": "utf-8",
    "turkish": "cp1254",
}
"""What the samples of charset-normalizer are encoded in, by its own tests."""


def corpus() -> Path:
    assert CORPUS is not None
    return Path(CORPUS)


def in_the_wild() -> list[dict[str, Any]]:
    path = corpus() / "encoding" / "ftfy-in-the-wild.json"
    rows: list[dict[str, Any]] = json.loads(path.read_text(encoding="utf-8"))
    assert len(rows) >= 70
    return rows


def expected(row: dict[str, Any]) -> str:
    """The text with its decoding put right, and with its curly quotation marks."""
    return str(row.get("fixed-encoding", row["fixed"]))


@needs_corpus
@pytest.mark.corpus
def test_at_least_95_percent_of_text_damaged_in_the_wild_is_put_right() -> None:
    rows = in_the_wild()
    wrong = []
    for row in rows:
        text, repairs = repair(row["original"])
        assert replay(row["original"], repairs) == text
        if text != expected(row):
            wrong.append(row["label"])
    assert len(wrong) <= 0.05 * len(rows), wrong


@needs_corpus
@pytest.mark.corpus
def test_no_correct_text_of_the_wild_is_changed() -> None:
    changed = [
        row["label"] for row in in_the_wild() if repair(expected(row)) != (expected(row), ())
    ]
    assert changed == []


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize(("name", "encoding"), SAMPLES.items())
def test_the_charset_samples_are_decoded_to_their_text(name: str, encoding: str) -> None:
    path = corpus() / "encoding" / "charset-samples" / f"sample-{name}.txt"
    text = path.read_bytes().decode(encoding).replace("\r\n", "\n")
    decoded = decode(path.read_bytes(), file=path.name)
    assert decoded.text == text
    assert (decoded.confidence is None) == (encoding in ("utf-8", "utf-8-sig"))


@needs_corpus
@pytest.mark.corpus
def test_real_documents_are_not_changed() -> None:
    """Every document of the corpus is correct UTF-8 in the form NFC, and stays as it is."""
    paths = sorted((corpus() / "docs").rglob("*.md"))
    assert len(paths) > 100
    for path in paths:
        text = path.read_text(encoding="utf-8")
        assert unicodedata.is_normalized("NFC", text)
        decoded = decode(text.encode(), file=path.name)
        assert (decoded.text, decoded.repairs) == (text, ()), path.name


@needs_corpus
@pytest.mark.corpus
@pytest.mark.parametrize("encoding", ["windows-1252", "iso-8859-1"])
def test_real_documents_are_read_in_western_encodings(encoding: str) -> None:
    """The first choice of charset-normalizer is right for about half of them."""
    paths = sorted((corpus() / "docs").rglob("*.md"))
    read = 0
    for path in paths:
        data = path.read_text(encoding="utf-8").encode(encoding, "ignore")
        if not data.isascii():
            text, _ = repair(data.decode(encoding))
            assert decode(data, file=path.name).text == text, path.name
            read += 1
    assert read > 50


@pytest.mark.parametrize(
    "line",
    [
        "## Side effects\nCall your doctor if you have a fever or a cough.\n",
        "“It’s important,” she said – 5 µg at 37 °C. Él tomó la medicación.\n",
        "Принимайте лекарство каждый день после еды.\n",
    ],
)
def test_a_document_of_900_kilobytes_is_left_as_it_is(line: str) -> None:
    text = line * (900_000 // len(line.encode()) + 1)
    decoded = decode(text.encode(), file="a.md")
    assert decoded.text == text
    assert decoded.repairs == ()

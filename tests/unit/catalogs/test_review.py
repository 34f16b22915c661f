"""Reviews: what an edit voids, and a file that two people can write."""

from __future__ import annotations

import json
import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.review import (
    Review,
    ReviewError,
    digest_of,
    load,
    record,
    reviewed,
    save,
)

NOON = datetime(2026, 3, 4, 12, 30, 15, 999, UTC)
ENTRY = Message("Wash your hands.", "Lávese las manos.", context="step")


def catalog(*messages: Message) -> Catalog:
    return Catalog(Message("", "Language: es\n"), messages)


def test_a_review_counts_for_the_translation_that_was_read() -> None:
    other = Message("Dry your hands.", "Séquese las manos.")
    records = record({}, [ENTRY], by="Ana", when=NOON, document="hands")
    assert reviewed(catalog(ENTRY, other), records) == {("step", "Wash your hands.")}
    (one,) = records.values()
    assert one == Review("Ana", "2026-03-04T12:30:15+00:00", "hands")


@pytest.mark.parametrize(
    "edited",
    [
        replace(ENTRY, msgstr="Lávese la mano."),
        replace(ENTRY, msgid="Wash your hand."),
        replace(ENTRY, context="other"),
        replace(ENTRY, context=None),
        replace(ENTRY, flags=("fuzzy",)),
        replace(ENTRY, msgstr=""),
        replace(ENTRY, obsolete=True),
    ],
)
def test_an_edit_voids_it(edited: Message) -> None:
    records = record({}, [ENTRY], by="Ana", when=NOON, document="hands")
    assert reviewed(catalog(edited), records) == frozenset()


def test_comments_and_places_void_nothing() -> None:
    records = record({}, [ENTRY], by="Ana", when=NOON, document="hands")
    moved = replace(ENTRY, comments=("ok",), extracted=("x",), line=9, flags=("no-wrap",))
    assert reviewed(catalog(moved), records) == {ENTRY.key}


def test_every_form_of_a_plural_counts() -> None:
    one = Message("1 pill", "1 píldora", plural="2 pills", plurals=("1 píldora", "2 píldoras"))
    two = replace(one, plurals=("1 píldora", "2 pastillas"))
    assert digest_of(one) != digest_of(two)
    assert digest_of(one) != digest_of(replace(one, plural=None, plurals=()))


def test_who_was_first_stays() -> None:
    first = record({}, [ENTRY], by="Ana", when=NOON, document="hands")
    assert record(first, [ENTRY], by="Ben", when=NOON, document="hands") == first


def test_the_file_comes_back_and_is_not_written_without_need(tmp_path: Path) -> None:
    path = tmp_path / "es" / "review.json"
    assert load(path) == {}
    records = record({}, [ENTRY], by='Ana "\u2028" Ñ', when=NOON, document="hands")
    assert save(path, records)
    assert load(path) == records
    assert not save(path, records)
    assert json.loads(path.read_text(encoding="utf-8"))["schema"] == "plainlang.reviews/1"


def test_a_new_review_is_one_new_line(tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    records: dict[str, Review] = {}
    before: list[str] = []
    for number in range(12):
        message = Message(f"Text {number}", "x")
        records = record(records, [message], by="Ana", when=NOON, document="d")
        save(path, records)
        lines = path.read_text(encoding="utf-8").splitlines()
        if before:
            assert len(lines) == len(before) + 1
            assert set(before) <= set(lines)
        before = lines
    assert before[1:-2] == sorted(before[1:-2])


@pytest.mark.skipif(shutil.which("git") is None, reason="needs git")
def test_the_work_of_two_people_merges(tmp_path: Path) -> None:
    messages = [Message(f"Text {number}", "x") for number in range(40)]
    ordered = sorted(messages, key=digest_of)
    base = record({}, ordered[::2], by="Ana", when=NOON, document="d")
    mine = record(base, ordered[1:2], by="Ben", when=NOON, document="d")
    # Both ends of the file, where a comma would be in the way.
    theirs = record(base, ordered[-1:], by="Cleo", when=NOON, document="d")
    for name, records in (("base", base), ("mine", mine), ("theirs", theirs)):
        save(tmp_path / name, records)
    done = subprocess.run(
        ["git", "merge-file", "-p", "mine", "base", "theirs"],
        cwd=tmp_path, capture_output=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0
    (tmp_path / "merged").write_bytes(done.stdout)
    assert load(tmp_path / "merged") == {**mine, **theirs}


def test_the_earlier_of_two_counts(tmp_path: Path) -> None:
    path = tmp_path / "review.json"
    path.write_text(
        '{\n"ab": {"by": "Ben", "when": "2026-02-01T00:00:00+00:00", "document": "d"},\n'
        '"ab": {"by": "Ana", "when": "2026-01-01T00:00:00+00:00", "document": "d"},\n'
        '"schema": "plainlang.reviews/1"\n}\n'
    )
    assert load(path)["ab"].by == "Ana"


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        (b'{\n"ab": {\n<<<<<<< ours\n', 3, "not valid JSON"),
        (b'{"schema": "plainlang.manifest/1"}', None, "plainlang.reviews/1"),
        (b'["schema", "plainlang.reviews/1"]', None, "plainlang.reviews/1"),
        (b'"plainlang.reviews/1"', None, "plainlang.reviews/1"),
        (b'{\n\n"ab": {"by": "Ana"},\n"schema": "plainlang.reviews/1"}', 3, '"when"'),
        (b'{\n"ab": ["by"],\n"schema": "plainlang.reviews/1"}', 2, '"when"'),
        (b'{"ab": 1, "schema": "plainlang.reviews/1"}', 1, '"when"'),
        (b"\xff\xfe{}", None, "UTF-8"),
        (b"[" * 100_000, None, "nested too deep"),
    ],
)
def test_a_file_that_cannot_be_read_is_an_error_and_stays(
    tmp_path: Path, text: bytes, line: int | None, words: str
) -> None:
    path = tmp_path / "review.json"
    path.write_bytes(text)
    with pytest.raises(ReviewError) as raised:
        load(path)
    diagnostic = raised.value.diagnostic
    assert (diagnostic.code, diagnostic.file, diagnostic.line) == (
        "reviews-invalid",
        str(path),
        line,
    )
    assert words in diagnostic.message
    assert path.read_bytes() == text

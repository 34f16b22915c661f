"""``plainlang score`` as a user runs it."""

from __future__ import annotations

import csv
import io
import json
import subprocess
import sys
from pathlib import Path

import pytest

EASY = "Take one tablet. Drink a glass of water. Rest for an hour. Call us if you feel ill. " * 12
HARD = (
    "Notwithstanding contraindications, immunosuppressed individuals necessitate considerable "
    "haematological surveillance preceding administration of chemotherapeutic medication. "
) * 12


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name, text in (("easy", EASY), ("hard", HARD)):
        (tmp_path / f"{name}.md").write_text(
            f"---\ntitle: Incomprehensibilities\nlanguage: en\n---\n\n{text}\n"
        )
    return tmp_path


def score(folder: Path, *arguments: str, stdin: str = "") -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "plainlang", "score", *arguments],
        cwd=folder, input=stdin, capture_output=True, text=True, check=False,
    )  # fmt: skip


def test_the_easy_text_scores_easier(folder: Path) -> None:
    done = score(folder, ".", "--format", "json")
    assert done.returncode == 0, done.stderr
    data = json.loads(done.stdout)
    assert data["schema"] == "plainlang.readability/1"
    grades = {
        d["id"]: next(s["value"] for s in d["scores"] if s["formula"] == "flesch-kincaid-grade")
        for d in data["documents"]
    }
    assert grades["easy"] < 3 < 12 < grades["hard"]


def test_the_gate(folder: Path) -> None:
    failed = score(folder, ".", "--fail-above", "8")
    assert failed.returncode == 1
    assert "hard.md: flesch-kincaid-grade is" in failed.stderr
    assert "easy.md: flesch" not in failed.stderr
    assert score(folder, "easy.md", "--fail-above", "8").returncode == 0


def test_a_gate_that_has_no_grade_says_so(folder: Path) -> None:
    (folder / "short.md").write_text("---\nlanguage: en\n---\n\nTake one tablet.\n")
    done = score(folder, "short.md", "--fail-above", "8")
    assert done.returncode == 0
    assert "short.md: no grade to compare" in done.stderr


def test_other_forms(folder: Path) -> None:
    rows = list(csv.reader(io.StringIO(score(folder, ".", "--format", "csv").stdout)))
    assert len(rows) == 3
    sarif = json.loads(score(folder, "hard.md", "--format", "sarif").stdout)
    assert sarif["version"] == "2.1.0"
    assert sarif["runs"][0]["results"]
    assert (
        "::warning file=hard.md,line=" in score(folder, "hard.md", "--format", "annotations").stdout
    )
    assert "flesch-reading-ease" in score(folder, "easy.md").stdout


def test_a_source_that_cannot_be_read_stops_no_other(folder: Path) -> None:
    (folder / "bad.md").write_text("---\ntitle: [\n---\n\ntext\n")
    done = score(folder, "bad.md", "easy.md", "missing.md", "--format", "json")
    assert done.returncode == 3
    assert [d["id"] for d in json.loads(done.stdout)["documents"]] == ["easy"]
    assert "bad.md:2: error[front-matter-invalid]" in done.stderr
    assert "missing.md: error[source-missing]" in done.stderr


def test_standard_input_and_wrong_use(folder: Path) -> None:
    done = score(folder, "-", "--format", "json", stdin=EASY)
    assert json.loads(done.stdout)["documents"][0]["id"] == "stdin"
    assert score(folder, "--format", "poem").returncode == 2
    (folder / "empty").mkdir()
    assert score(folder, "empty").returncode == 2


def test_one_page_goes_to_standard_output_or_a_file(folder: Path) -> None:
    done = score(folder, "hard.md", "--format", "html")
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("<!DOCTYPE html>")
    assert "too hard for patients" in done.stdout
    written = score(folder, "hard.md", "--format", "html", "-o", "page.html")
    assert written.stdout == ""
    assert (folder / "page.html").read_text(encoding="utf-8").strip() == done.stdout.strip()


def test_pages_of_several_documents_need_a_folder(folder: Path) -> None:
    refused = score(folder, ".", "--format", "html")
    assert refused.returncode == 2
    assert "need a folder" in refused.stderr
    done = score(folder, ".", "--format", "html", "-o", "out")
    assert done.returncode == 0, done.stderr
    found = {p.relative_to(folder / "out").as_posix() for p in (folder / "out").rglob("*.*")}
    assert found == {
        "easy/readability.html", "hard/readability.html", "readability.html", "readability.csv",
    }  # fmt: skip

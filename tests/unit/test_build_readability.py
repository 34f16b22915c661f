"""The readability report in a build: made, linked, kept, and removed with its document."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from plainlang.build import Summary, build
from plainlang.config import ReadabilityConfig
from plainlang.diagnostics import Diagnostic
from plainlang.engines import Engines
from plainlang.pipeline import Job, Outcome, process

TEXT = "---\ntitle: A title\nlanguage: en\n---\n\n" + "Take one tablet with water. " * 30 + "\n"
Run = Callable[..., Summary]


class Silent:
    def begin(self, total: int) -> None: ...
    def finished(self, name: str) -> None: ...
    def say(self, diagnostic: Diagnostic) -> None: ...
    def write(self, text: str) -> None: ...


@pytest.fixture
def run(tmp_path: Path, engines: Engines) -> Run:
    def built(*sources: Path, **changes: object) -> Summary:
        def execute(jobs: Sequence[Job]) -> Iterator[Outcome]:
            for job in jobs:
                yield process(job, engines)

        base = Job("", ("html",), "en", (), "warn", frozenset(), 1_000_000, 1_000_000, debug=True)
        jobs = [replace(base, source=str(source), **changes) for source in sources]  # type: ignore[arg-type]
        return build(jobs, (), tmp_path / "out", execute, Silent())

    return built


@pytest.fixture
def source(tmp_path: Path) -> Path:
    path = tmp_path / "a.md"
    path.write_text(TEXT, encoding="utf-8")
    return path


def test_a_build_leaves_page_figures_and_overview(run: Run, source: Path, tmp_path: Path) -> None:
    assert run(source).exit_status == 0
    out = tmp_path / "out"
    assert "good for patients" in (out / "a/readability.html").read_text(encoding="utf-8")
    data = json.loads((out / "a/readability.json").read_bytes())
    assert data["schema"] == "plainlang.readability/1"
    assert data["documents"][0]["id"] == "a"
    index = (out / "index.html").read_text(encoding="utf-8")
    assert 'href="a/readability.html"' in index
    assert 'href="readability.html"' in index
    assert 'href="a/readability.html"' in (out / "readability.html").read_text(encoding="utf-8")
    assert (out / "readability.csv").read_text(encoding="utf-8").splitlines()[1].startswith("a,")


def test_an_unchanged_report_is_kept(run: Run, source: Path, tmp_path: Path) -> None:
    run(source)
    pages = [tmp_path / "out" / name for name in ("a/readability.html", "readability.html")]
    before = [page.stat().st_mtime_ns for page in pages]
    again = run(source)
    assert again.skipped == 1
    assert [page.stat().st_mtime_ns for page in pages] == before


def test_a_lost_or_stricter_report_is_made_again(run: Run, source: Path, tmp_path: Path) -> None:
    run(source)
    page = tmp_path / "out/a/readability.html"
    page.unlink()
    run(source)
    assert page.is_file()
    run(source, readability=ReadabilityConfig(targets={"flesch-kincaid-grade": (-9, -8)}))
    assert "too hard for patients" in page.read_text(encoding="utf-8")


def test_the_report_goes_with_its_document(run: Run, source: Path, tmp_path: Path) -> None:
    run(source)
    source.write_text("", encoding="utf-8")
    run(source)
    assert not list((tmp_path / "out").rglob("readability.*"))


def test_a_report_that_fails_takes_no_edition_with_it(
    run: Run, source: Path, tmp_path: Path
) -> None:
    run(source)
    failed = run(source, readability=ReadabilityConfig(targets={"nonsense": (1, 2)}))
    assert [failure["code"] for failure in failed.failures] == ["readability-failed"]
    assert failed.exit_status == 3
    assert (tmp_path / "out/a/en/a.en.html").is_file()
    assert not (tmp_path / "out/a/readability.html").exists()
    assert run(source).exit_status == 0
    assert (tmp_path / "out/a/readability.html").is_file()

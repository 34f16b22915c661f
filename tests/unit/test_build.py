"""The build: what is built, what is left alone, and what the folder says about it."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from pathlib import Path

import pytest

from plainlang.build import Summary, build
from plainlang.diagnostics import Code, Diagnostic
from plainlang.engines import Engines
from plainlang.pipeline import Job, Outcome, process

PNG = bytes.fromhex(
    "89504e470d0a1a0a0000000d49484452000000010000000108000000003a7e9b55"
    "0000000a49444154789c6360000000020001e221bc330000000049454e44ae426082"
)


class Listener:
    """Keeps what it is told."""

    def __init__(self) -> None:
        self.said: list[Diagnostic] = []
        self.names: list[str] = []

    def begin(self, total: int) -> None:
        self.names.append(str(total))

    def finished(self, name: str) -> None:
        self.names.append(Path(name).name)

    def say(self, diagnostic: Diagnostic) -> None:
        self.said.append(diagnostic)


class Project:
    """A folder of sources, and builds of it."""

    def __init__(self, folder: Path, engines: Engines) -> None:
        self.folder, self.engines = folder, engines
        self.out = folder / "out"
        self.processed: list[str] = []
        self.listener = Listener()

    def seed(self, name: str, text: str) -> str:
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return str(path)

    def build(
        self,
        *sources: str,
        formats: tuple[str, ...] = ("html",),
        force: bool = False,
        **changes: object,
    ) -> Summary:
        def run(jobs: Sequence[Job]) -> Iterator[Outcome]:
            for job in jobs:
                self.processed.append(Path(job.source).name)
                yield process(job, self.engines)

        base = Job("", formats, "en", (), "warn", frozenset(), 1_000_000, 1_000_000, debug=True)
        jobs = [replace(base, source=source, **changes) for source in sources]
        self.processed, self.listener = [], Listener()
        return build(jobs, (), self.out, run, self.listener, force=force)

    def manifest(self) -> dict:
        return json.loads((self.out / "manifest.json").read_bytes())

    def stamps(self) -> dict[str, int]:
        return {str(p): p.stat().st_mtime_ns for p in self.out.rglob("*")}


@pytest.fixture
def project(tmp_path: Path, engines: Engines) -> Project:
    return Project(tmp_path, engines)


TEXT = "---\ntitle: A\nlanguage: en\n---\n\nTake 5 mg.\n"


def test_the_manifest_says_what_stands_there(project: Project) -> None:
    source = project.seed("a.md", TEXT)
    summary = project.build(source, formats=("html", "epub"))
    assert summary.exit_status == 0
    manifest = project.manifest()
    assert manifest["schema"] == "plainlang.manifest/1"
    assert [
        (e["document"], e["language"], e["format"], e["state"]) for e in manifest["editions"]
    ] == [
        ("a", "en", "epub", "draft"),
        ("a", "en", "html", "draft"),
    ]
    for edition in manifest["editions"]:
        path = project.out / edition["path"]
        assert path.stat().st_size == edition["bytes"]
        assert edition["findings"] == []
        assert edition["source"] == source
    assert manifest["failures"] == []
    assert 'href="a/en/a.en.epub"' in (project.out / "index.html").read_text()


def test_a_second_build_writes_nothing(project: Project) -> None:
    source = project.seed("a.md", TEXT)
    project.build(source)
    before = project.stamps()
    summary = project.build(source)
    assert (len(summary.built), summary.skipped) == (0, 1)
    assert project.processed == []
    assert project.stamps() == before


@pytest.mark.parametrize("change", ["source", "edition", "settings", "force", "image"])
def test_an_edition_that_is_no_longer_true_is_made_again(project: Project, change: str) -> None:
    (project.folder / "p.png").write_bytes(PNG)
    source = project.seed("a.md", TEXT + "\n![a pen](p.png)\n")
    project.build(source)
    if change == "source":
        project.seed("a.md", TEXT + "\n![a pen](p.png)\n\nMore.\n")
    elif change == "edition":
        (project.out / "a/en/a.en.html").write_text("someone else's")
    elif change == "image":
        (project.folder / "p.png").write_bytes(PNG + b"\0")
    settings = {"disabled": frozenset({"soft-wraps"})} if change == "settings" else {}
    summary = project.build(source, force=change == "force", **settings)
    assert len(summary.built) == 1
    assert project.processed == ["a.md"]


def test_other_documents_and_formats_stay_in_the_manifest(project: Project) -> None:
    one, two = project.seed("a.md", TEXT), project.seed("b.md", TEXT)
    project.build(one, two, formats=("html", "epub"))
    project.seed("a.md", TEXT + "\nNew dose.\n")
    project.build(one)
    editions = {(e["document"], e["format"]): e for e in project.manifest()["editions"]}
    assert set(editions) == {("a", "html"), ("a", "epub"), ("b", "html"), ("b", "epub")}
    assert editions["a", "epub"].get("stale") is True
    assert "stale" not in editions["a", "html"]
    assert "older than its source" in (project.out / "index.html").read_text()


def test_a_changed_id_leaves_nothing_of_the_old_one(project: Project) -> None:
    source = project.seed("a.md", TEXT)
    project.build(source)
    project.seed("a.md", TEXT.replace("title: A", "title: A\nid: other"))
    project.build(source)
    assert [e["document"] for e in project.manifest()["editions"]] == ["other"]
    assert not (project.out / "a/en/a.en.html").exists()


def test_a_failure_is_forgotten_when_it_is_mended(project: Project) -> None:
    source = project.seed("a.md", "---\ntitle: a: b\n---\nText\n")
    assert project.build(source).exit_status == 3
    assert [f["code"] for f in project.manifest()["failures"]] == ["front-matter-invalid"]
    project.seed("a.md", TEXT)
    assert project.build(source).exit_status == 0
    assert project.manifest()["failures"] == []


def test_a_finding_fails_the_edition_and_only_that(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    from plainlang.diagnostics import Severity
    from plainlang.validators.base import Finding

    finding = Finding("checker", "1", "7.1", Severity.ERROR, "not tagged")
    source = project.seed("a.md", TEXT)
    project.build(source, formats=("html", "epub"))
    monkeypatch.setattr(
        "plainlang.pipeline.check_edition",
        lambda kind, *rest: (finding,) if kind == "epub" else (),
    )
    summary = project.build(source, formats=("html", "epub"), force=True)
    assert summary.exit_status == 1
    assert [e["format"] for e in project.manifest()["editions"]] == ["html"]
    assert not (project.out / "a/en/a.en.epub").exists()
    (failure,) = project.manifest()["failures"]
    assert (failure["code"], failure["format"]) == ("check-failed", "epub")
    assert "7.1: not tagged" in failure["message"]


def test_an_overdue_review_is_said_at_every_build_that_makes_the_document(project: Project) -> None:
    source = project.seed(
        "a.md",
        TEXT.replace("---\n\n", "lastReviewed: 2020-01-31\nreviewFrequency: monthly\n---\n\n"),
    )
    project.build(source)
    assert [(d.code, d.line) for d in project.listener.said] == [(Code.REVIEW_OVERDUE, 4)]
    assert "overdue" in (project.out / "index.html").read_text()
    assert project.manifest()["documents"][0]["next_review"] == "2020-02-29"


def test_the_listener_hears_of_every_document(project: Project) -> None:
    one, two = project.seed("a.md", TEXT), project.seed("b.md", TEXT)
    project.build(one)
    project.build(one, two)
    assert project.listener.names == ["2", "a.md", "b.md"]


def test_a_damaged_manifest_only_means_building_again(project: Project) -> None:
    source = project.seed("a.md", TEXT)
    for damage in (
        b"",
        b"{",
        b"[]",
        b'{"schema": "plainlang.manifest/1"}',
        b'{"schema": "plainlang.manifest/1", "editions": [1]}',
    ):
        project.build(source)
        (project.out / "manifest.json").write_bytes(damage)
        assert len(project.build(source).built) == 1


def test_source_date_epoch_makes_the_manifest_reproducible(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    project.build(project.seed("a.md", TEXT))
    assert project.manifest()["editions"][0]["built"] == "1970-01-02T00:00:00Z"

"""The build: what is built, what is left alone, and what the folder says about it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from plainlang.build import Summary, build
from plainlang.diagnostics import Code, Diagnostic
from plainlang.engines import Engines
from plainlang.pipeline import Job, Outcome, process
from plainlang.sources import normal_source

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

    def write(self, text: str) -> None:
        self.names.append(text)

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
        today = changes.get("today")
        assert today is None or isinstance(today, date)
        return build(jobs, (), self.out, run, self.listener, force=force, today=today)

    def manifest(self) -> dict:
        return json.loads((self.out / "manifest.json").read_bytes())

    def stamps(self) -> dict[str, int]:
        return {str(p): p.stat().st_mtime_ns for p in self.out.rglob("*") if p.name != ".lock"}


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
        assert edition["source"] == normal_source(source)
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
    # The format that was not asked for is made again too: no old dose beside the new one.
    assert not [e for e in editions.values() if e.get("stale")]
    for suffix in ("html", "epub"):
        assert editions["a", suffix]["source_sha256"] != editions["b", suffix]["source_sha256"]
    assert editions["a", "epub"]["source_sha256"] == editions["a", "html"]["source_sha256"]


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


DUE = TEXT.replace("---\n\n", "lastReviewed: 2020-01-31\nreviewFrequency: monthly\n---\n\n")


def test_an_edition_says_that_its_review_is_overdue_from_that_day_on(project: Project) -> None:
    source = project.seed("a.md", DUE)
    page = project.out / "a/en/a.en.html"
    settings = {"overdue_notice": True, "formats": ("html", "epub")}
    project.build(source, today=date(2020, 2, 29), **settings)
    assert "has passed" not in page.read_text()
    assert project.manifest()["documents"][0]["overdue"] is False
    assert project.build(source, today=date(2020, 2, 29), **settings).skipped == 2

    # Both formats are made again, although one was asked for: they must not disagree.
    again = project.build(source, today=date(2020, 3, 1), overdue_notice=True, formats=("html",))
    assert len(again.built) == 2
    assert "has passed" in page.read_text()
    assert project.manifest()["documents"][0]["overdue"] is True
    assert [e.get("overdue") for e in project.manifest()["editions"]] == [True, True]
    assert project.build(source, today=date(2020, 3, 2), **settings).skipped == 2
    assert "has passed" in page.read_text()

    assert len(project.build(source, today=date(2020, 2, 1), **settings).built) == 2
    assert "has passed" not in page.read_text()


def test_the_manifest_says_overdue_without_building_anything_again(project: Project) -> None:
    source = project.seed("a.md", DUE)
    project.build(source, today=date(2020, 2, 29))
    before = (project.out / "a/en/a.en.html").stat().st_mtime_ns
    summary = project.build(source, today=date(2020, 3, 1))
    assert (len(summary.built), summary.skipped) == (0, 1)
    assert (project.out / "a/en/a.en.html").stat().st_mtime_ns == before
    assert "has passed" not in (project.out / "a/en/a.en.html").read_text()
    assert project.manifest()["documents"][0]["overdue"] is True
    assert "overdue" in (project.out / "index.html").read_text()


def test_source_date_epoch_decides_what_is_overdue(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = project.seed("a.md", DUE)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "86400")
    project.build(source, overdue_notice=True)
    assert project.listener.said == []
    assert project.manifest()["documents"][0]["overdue"] is False


def test_rights_are_in_the_manifest(project: Project) -> None:
    text = TEXT.replace(
        "---\n\n", "rights: © A\nlicense: x\nrights-basis: permission of A\n---\n\n"
    )
    project.build(project.seed("a.md", text))
    (entry,) = project.manifest()["documents"]
    assert (entry["licence"], entry["rights"], entry["rights_basis"]) == (
        "x",
        "© A",
        "permission of A",
    )


def test_a_blocked_document_is_built_where_a_basis_is_recorded(project: Project) -> None:
    text = TEXT.replace("---\n\n", "rights: All rights reserved\n---\n\n")
    source = project.seed("a.md", text)
    assert [f["code"] for f in project.build(source, rights="block").failures] == [
        "rights-reserved"
    ]
    project.seed("a.md", text.replace("---\n\n", "rights-basis: permission of A\n---\n\n"))
    assert len(project.build(source, rights="block").built) == 1
    assert "permission of A" in project.manifest()["documents"][0]["diagnostics"][0]["message"]


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


def test_sources_that_fail_later_leave_no_edition_behind(project: Project) -> None:
    """Each of these once left the old edition listed as if it were true."""
    one, two = project.seed("a.md", TEXT), project.seed("b.md", TEXT)
    project.build(one, two)
    project.seed("b.md", TEXT.replace("title: A", "title: A\nid: a"))
    assert project.build(one, two).exit_status == 3
    assert project.manifest()["editions"] == []
    assert not list(project.out.rglob("*.html.*"))
    assert not (project.out / "a/en/a.en.html").exists()


def test_a_source_is_the_same_however_its_path_is_written(
    project: Project, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = project.seed("a.md", TEXT)
    monkeypatch.chdir(project.folder)
    project.build(source)
    assert project.build("./a.md").skipped == 1
    project.seed("a.md", "---\ntitle: a: b\n---\nText\n")
    assert project.build("a.md").exit_status == 3
    assert project.manifest()["editions"] == []
    assert [f["source"] for f in project.manifest()["failures"]] == ["a.md"]


def test_an_edition_whose_source_is_gone_is_marked(project: Project) -> None:
    one, two = project.seed("a.md", TEXT), project.seed("b.md", TEXT)
    project.build(one, two)
    Path(one).unlink()
    project.build(two)
    assert {e["document"]: e.get("stale") for e in project.manifest()["editions"]} == {
        "a": True,
        "b": None,
    }


def test_failures_do_not_pile_up_and_go_when_their_source_goes(project: Project) -> None:
    bad = project.seed("bad.md", "---\na: b: c\n---\n")
    for _ in range(2):
        project.build(bad)
        assert len(project.manifest()["failures"]) == 1
    Path(bad).unlink()
    project.build(project.seed("a.md", TEXT))
    assert project.manifest()["failures"] == []


def test_an_id_is_found_only_in_the_front_matter(project: Project) -> None:
    one = project.seed("a.md", "---\nid: x # main\nlanguage: en\n---\nText\n\nid: y\n")
    two = project.seed("b.md", "---\nid: 'x'\nlanguage: en\n---\nText\n")
    three = project.seed("c.md", "---\nlanguage: en\n---\nText\n\nid: y\n")
    summary = project.build(one, two, three)
    assert [f["code"] for f in summary.failures] == ["duplicate-id"] * 2
    assert [e["document"] for e in project.manifest()["editions"]] == ["c"]


def test_an_id_stated_in_toml_clashes_as_one_in_yaml_does(project: Project) -> None:
    one = project.seed("a.md", TEXT)
    two = project.seed("b.md", '+++\nid = "A"\nlanguage = "en"\n+++\n\nText\n')
    summary = project.build(one, two)
    assert [f["code"] for f in summary.failures] == ["duplicate-id", "duplicate-id"]
    assert project.processed == []


def test_ids_that_differ_in_the_form_of_an_accent_only_clash(project: Project) -> None:
    one = project.seed("a.md", TEXT.replace("title: A", "id: café"))
    two = project.seed("b.md", TEXT.replace("title: A", "id: CAFE\u0301"))
    assert [f["code"] for f in project.build(one, two).failures] == ["duplicate-id"] * 2
    assert len(project.build(one).built) == 1
    # and also where the other one was built before
    assert [f["code"] for f in project.build(two).failures] == ["duplicate-id"]


@pytest.mark.parametrize("name", ["manifest.json", "index.html", "nul"])
def test_a_source_whose_name_the_build_needs_fails_alone(project: Project, name: str) -> None:
    one = project.seed(f"{name}.md", TEXT)
    two = project.seed("b.md", TEXT)
    summary = project.build(one, two)
    assert [f["code"] for f in summary.failures] == ["id-unusable"]
    assert [e["document"] for e in project.manifest()["editions"]] == ["b"]
    assert (project.out / "index.html").is_file()


def test_the_longest_id_can_be_written_in_every_format(project: Project) -> None:
    source = project.seed("a.md", TEXT.replace("title: A", "id: " + "x" * 200))
    assert len(project.build(source, formats=("html", "large-print")).built) == 2


def test_a_language_that_changed_leaves_one_edition(project: Project) -> None:
    source = project.seed("a.md", TEXT)
    project.build(source)
    project.seed("a.md", TEXT.replace("language: en", "language: es"))
    project.build(source)
    assert [e["language"] for e in project.manifest()["editions"]] == ["es"]
    assert not (project.out / "a/en/a.en.html").exists()
    assert project.build(source).skipped == 1


def test_asking_for_a_translation_that_is_not_there_removes_nothing(project: Project) -> None:
    source = project.seed("a.md", TEXT)
    project.build(source)
    for force in (False, True):
        assert project.build(source, languages=("es",), force=force).exit_status == 3
        assert [e["language"] for e in project.manifest()["editions"]] == ["en"]
    assert project.build(source, languages=("en",)).exit_status == 0


def test_a_manifest_cannot_name_a_file_outside_the_folder(project: Project) -> None:
    source = project.seed("a.md", TEXT)
    project.build(source)
    victim = project.folder / "victim.txt"
    victim.write_text("mine")
    manifest = project.manifest()
    manifest["editions"].append(
        {**manifest["editions"][0], "document": "zz", "path": "../victim.txt"}
    )
    (project.out / "manifest.json").write_text(json.dumps(manifest))
    project.build(source, force=True)
    assert victim.exists()


def test_an_image_behind_a_link_that_changed_is_noticed(project: Project) -> None:
    (project.folder / "one.png").write_bytes(PNG)
    (project.folder / "two.png").write_bytes(PNG + b"\0")
    pen = project.folder / "pen.png"
    pen.symlink_to("one.png")
    source = project.seed("a.md", TEXT + "\n![a pen](pen.png)\n")
    project.build(source)
    pen.unlink()
    pen.symlink_to("two.png")
    assert len(project.build(source).built) == 1


def test_two_builds_at_once_wait_for_each_other(project: Project) -> None:
    source = project.seed("a.md", TEXT)
    project.out.mkdir()
    # Another process holds the lock for a while, as another build would.
    code = (
        "import sys, time\nfrom filelock import FileLock\n"
        "with FileLock(sys.argv[1]):\n print('held', flush=True)\n time.sleep(2)\n"
    )
    with subprocess.Popen(
        [sys.executable, "-c", code, str(project.out / ".lock")], stdout=subprocess.PIPE
    ) as other:
        assert other.stdout is not None
        assert other.stdout.readline() == b"held\n"
        assert project.build(source).exit_status == 0
        assert other.wait() == 0
    assert any("Another build" in text for text in project.listener.names)


def test_an_id_of_another_source_that_was_built_before_is_refused(project: Project) -> None:
    one = project.seed("a.md", TEXT)
    project.build(one)
    (project.folder / "sub").mkdir()
    two = project.seed("sub/a.md", TEXT.replace("5 mg", "50 mg"))
    summary = project.build(two)
    assert [f["code"] for f in summary.failures] == ["duplicate-id"]
    assert "5 mg" in (project.out / "a/en/a.en.html").read_text()
    Path(one).unlink()
    assert project.build(two).exit_status == 0


def test_the_manifest_says_which_checkers_looked(project: Project) -> None:
    project.build(project.seed("a.md", TEXT), formats=("pdf", "html"))
    by_format = {
        e["format"]: [c["checker"] for c in e["checks"]] for e in project.manifest()["editions"]
    }
    assert by_format["pdf"][0] == "page-validation"
    assert "plainlang.completeness" in by_format["html"]


def test_a_large_document_has_the_editions_that_each_format_gives_alone(project: Project) -> None:
    chapter = "## Part {0}\n\n" + "Take one tablet with [water](https://example.org/{0}).\n\n" * 10
    text = TEXT + "".join(map(chapter.format, range(400)))
    source = project.seed("large.md", text)
    names = ("epub", "html", "pdf", "large-print")
    project.build(source, formats=names)
    together = {path.name: path.read_bytes() for path in project.out.glob("large/*/*")}
    assert len(together) == len(names)
    for name in names:
        project.build(source, formats=(name,), force=True)
    assert together == {path.name: path.read_bytes() for path in project.out.glob("large/*/*")}

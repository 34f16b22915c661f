"""The build: which editions are still true, which are made again, and what the folder holds then.

Only this module writes into the output folder. Workers send bytes; each file appears whole or
not at all; what failed leaves no older edition behind that could pose as the new one.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Protocol

from plainlang import __version__
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document, Edition
from plainlang.exceptions import OutputError, PlainlangError
from plainlang.files import file_sha256, make_folder, remove, sha256, write_if_changed, write_whole
from plainlang.fingerprint import fingerprint
from plainlang.manifest import Manifest, load_manifest
from plainlang.pipeline import Finished, Job, Outcome
from plainlang.readers import document_id
from plainlang.reports.index import index_page
from plainlang.sources import STDIN, read_bytes
from plainlang.writers import FORMATS

Entry = dict[str, Any]


class Listener(Protocol):
    """What a build tells while it runs."""

    def begin(self, total: int) -> None:
        """Say how many documents there are."""

    def finished(self, name: str) -> None:
        """Say that a document is done."""

    def say(self, diagnostic: Diagnostic) -> None:
        """Pass a message on."""


@dataclass(slots=True)
class Summary:
    """What a build did, counted in editions; ``failures`` holds one entry per failure."""

    built: list[Edition] = field(default_factory=list)
    skipped: int = 0
    documents: int = 0
    failed_sources: set[str] = field(default_factory=set)
    failures: list[Entry] = field(default_factory=list)
    gate_failed: bool = False
    engine_missing: bool = False

    @property
    def exit_status(self) -> int:
        """0 all good, 1 a checker's finding, 3 some sources failed, 4 a program is missing."""
        if self.engine_missing:
            return 4
        if self.failed_sources:
            return 3
        return 1 if self.gate_failed else 0


Run = Callable[[Sequence[Job]], Iterator[Outcome]]


def build(
    jobs: Sequence[Job],
    problems: Sequence[Diagnostic],
    out: Path,
    run: Run,
    listener: Listener,
    *,
    force: bool = False,
) -> Summary:
    """Build every edition of every job into ``out``.

    :param problems: what was wrong with finding the sources; each is a failure.
    :param run: an executor.
    :param force: make every edition again.
    :raises OutputError: if the output folder cannot be written at all.
    """
    make_folder(out)
    summary = Summary()
    manifest = load_manifest(out / "manifest.json")
    state = _State(out, manifest, summary, listener)
    summary.documents = len(jobs) + len(problems)
    for problem in problems:
        state.fail(problem.file or "", problem)
    jobs = state.unique(jobs)
    wanted = [job for job in jobs if force or not state.still_true(job)]
    listener.begin(len(jobs))
    for job in jobs:
        if job not in wanted:
            summary.skipped += len(job.formats)
            listener.finished(job.source)
    try:
        if wanted:
            by_source = {job.source: job for job in wanted}
            with closing(run(wanted)) as outcomes:  # type: ignore[type-var]
                for outcome in outcomes:
                    state.take(outcome, by_source[outcome.source])
                    listener.finished(outcome.source)
    finally:
        # Also after Ctrl-C: the manifest must not name editions that are no longer true.
        state.write_manifest()
    return summary


class _State:
    """The manifest's entries while a build changes them."""

    def __init__(self, out: Path, manifest: Manifest, summary: Summary, listener: Listener) -> None:
        self.out = out
        self.editions = {(e["document"], e["language"], e["format"]): e for e in manifest.editions}
        self.documents = {d["id"]: d for d in manifest.documents}
        self.failures: dict[str, list[Entry]] = {}
        for failure in manifest.failures:
            self.failures.setdefault(failure["source"], []).append(failure)
        self.summary = summary
        self.listener = listener

    def unique(self, jobs: Sequence[Job]) -> list[Job]:
        """Refuse jobs whose documents would have one id, and name both files."""
        by_id: dict[str, list[Job]] = {}
        for job in jobs:
            self.failures.pop(job.source, None)
            by_id.setdefault(_quick_id(job).casefold(), []).append(job)
        kept: list[Job] = []
        for jobs_of_id in by_id.values():
            if len(jobs_of_id) == 1:
                kept.extend(jobs_of_id)
                continue
            for job in jobs_of_id:
                others = ", ".join(other.source for other in jobs_of_id if other is not job)
                self.fail(
                    job.source,
                    Diagnostic(
                        Code.DUPLICATE_ID,
                        Severity.ERROR,
                        f"the id {_quick_id(job)!r} is also the id of {others}",
                        job.source,
                        1,
                        "Rename one of them, or give it an `id:` in its front matter.",
                    ),
                )
        return [job for job in jobs if job in kept]

    def still_true(self, job: Job) -> bool:
        """Tell whether every wanted edition stands there, made from just these inputs."""
        if job.source == STDIN:
            return False
        entries = [e for e in self.editions.values() if e.get("source") == job.source]
        by_format = {e["format"]: e for e in entries}
        if not set(job.formats) <= set(by_format):
            return False
        digest = file_sha256(Path(job.source))
        return all(
            entry.get("source_sha256") == digest
            and entry.get("fingerprint") == fingerprint(job, name)
            and all(file_sha256(Path(i["path"])) == i["sha256"] for i in entry.get("inputs", []))
            and file_sha256(self.out / entry["path"]) == entry["sha256"]
            for name in job.formats
            for entry in (by_format[name],)
        )

    def take(self, outcome: Outcome, job: Job) -> None:
        """Write what a job made, and remember it."""
        for diagnostic in outcome.diagnostics:
            if diagnostic.severity is not Severity.ERROR:
                self.listener.say(diagnostic)
        if outcome.document is None:
            for diagnostic in outcome.diagnostics:
                if diagnostic.severity is Severity.ERROR:
                    self.fail(outcome.source, diagnostic)
            self._forget(outcome.source)
            return
        document = outcome.document
        self._forget(outcome.source, keep=document.id)
        metadata = document.metadata
        self.documents[document.id] = {
            "id": document.id,
            "source": outcome.source,
            "title": metadata.title,
            "language": document.language,
            "last_reviewed": metadata.last_reviewed and metadata.last_reviewed.isoformat(),
            "next_review": metadata.next_review and metadata.next_review.isoformat(),
            "diagnostics": [
                _as_entry(d) for d in outcome.diagnostics if d.severity is not Severity.INFO
            ],
        }
        overdue = _overdue(document, outcome.source)
        if overdue is not None:
            self.listener.say(overdue)
        for finished in outcome.editions:
            self._take_edition(finished, outcome, job)
        self._mark_stale(document.id, document.language, outcome.source_sha256)

    def _take_edition(self, finished: Finished, outcome: Outcome, job: Job) -> None:
        document = outcome.document
        assert document is not None
        suffix = FORMATS[finished.format].suffix
        name = f"{document.id}/{document.language}/{document.id}.{document.language}{suffix}"
        key = (document.id, document.language, finished.format)
        path = self.out / name
        for diagnostic in finished.diagnostics:
            self.listener.say(diagnostic)
        # Gone until the new file stands: an interrupt must not leave the entry of an old one.
        self.editions.pop(key, None)
        if finished.failed:
            remove(path)
            problems = [finished.error] if finished.error else [_of_findings(finished, name)]
            for problem in problems:
                self.fail(outcome.source, problem, finished.format, gate=finished.error is None)
            return
        try:
            write_whole(path, finished.data)
        except OutputError as error:
            self.fail(outcome.source, error.diagnostic, finished.format)
            return
        edition = Edition(
            document=document.id,
            language=document.language,
            format=finished.format,
            path=name,
            bytes=len(finished.data),
            sha256=sha256(finished.data),
        )
        self.summary.built.append(edition)
        self.editions[key] = {
            "document": edition.document,
            "language": edition.language,
            "format": edition.format,
            "path": edition.path,
            "bytes": edition.bytes,
            "sha256": edition.sha256,
            "state": "draft",
            "built": _now(),
            "findings": [
                {
                    "checker": f.checker,
                    "version": f.version,
                    "code": f.code,
                    "severity": str(f.severity),
                    "message": f.message,
                }
                for f in finished.findings
            ],
            "source": outcome.source,
            "source_sha256": outcome.source_sha256,
            "inputs": [{"path": a.path, "sha256": sha256_of(a.path)} for a in document.assets],
            "fingerprint": fingerprint(job, finished.format),
        }

    def fail(
        self, source: str, problem: Diagnostic, form: str | None = None, *, gate: bool = False
    ) -> None:
        """Report a failure and remember it for the manifest."""
        self.listener.say(problem)
        entry: Entry = {"source": source, "code": str(problem.code), "message": problem.message}
        if problem.line is not None:
            entry["line"] = problem.line
        if form is not None:
            entry["format"] = form
        self.failures.setdefault(source, []).append(entry)
        self.summary.failures.append(entry)
        if gate:
            self.summary.gate_failed = True
        else:
            self.summary.failed_sources.add(source)
        if problem.code in {Code.PANDOC_MISSING, Code.FONT_MISSING}:
            self.summary.engine_missing = True

    def _forget(self, source: str, keep: str | None = None) -> None:
        """Remove the editions of a source that failed, or that had another id before."""
        for key, entry in list(self.editions.items()):
            if entry.get("source") == source and entry["document"] != keep:
                del self.editions[key]
                remove(self.out / entry["path"])
        for name, document in list(self.documents.items()):
            if document.get("source") == source and name != keep:
                del self.documents[name]

    def _mark_stale(self, name: str, language: str, digest: str) -> None:
        """Mark editions in other formats that were made from an older text."""
        for (document, _, _), entry in self.editions.items():
            if document == name:
                entry.pop("stale", None)
                if entry.get("source_sha256") != digest or entry["language"] != language:
                    entry["stale"] = True

    def write_manifest(self) -> None:
        """Write manifest and index where they changed."""
        editions = [e for e in self.editions.values() if (self.out / e["path"]).is_file()]
        manifest = Manifest(
            editions=tuple(editions),
            documents=tuple(
                d
                for d in self.documents.values()
                if any(e["document"] == d["id"] for e in editions)
            ),
            failures=tuple(f for failures in self.failures.values() for f in failures),
            plainlang=__version__,
        )
        write_if_changed(self.out / "manifest.json", manifest.to_bytes())
        page = index_page(json.loads(manifest.to_bytes()), datetime.now(UTC).date())
        write_if_changed(self.out / "index.html", page.encode())


def sha256_of(path: str) -> str | None:
    """Return the digest of an input file as it stands now."""
    return file_sha256(Path(path))


def _quick_id(job: Job) -> str:
    """Return a source's id without parsing it: only front matter can say another than the stem."""
    stated = None
    try:
        head = read_bytes(job.source, job.max_source_bytes, job.stdin)[:65536]
    except PlainlangError:
        head = b""  # its own failure is reported when it is processed
    if head.lstrip(b"\xef\xbb\xbf \t\r\n").startswith(b"---"):
        found = re.search(rb"^id:[ \t]*(.+?)[ \t]*\r?$", head, re.MULTILINE)
        if found:
            stated = found[1].decode("utf-8", "replace").strip("'\"")
    return document_id(job.source, stated)


def _overdue(document: Document, source: str) -> Diagnostic | None:
    """Return a warning where the next review is past; it depends on the day, so it is not kept."""
    due = document.metadata.next_review
    if due is None or due >= datetime.now(UTC).date():
        return None
    lines = document.metadata.lines
    return Diagnostic(
        Code.REVIEW_OVERDUE,
        Severity.WARNING,
        f"the review of this document was due on {due.isoformat()}",
        source,
        next((lines[key] for key in ("lastReviewed", "last-reviewed") if key in lines), None),
        "Review the text, then set `lastReviewed` to the day of the review.",
    )


def _of_findings(finished: Finished, name: str) -> Diagnostic:
    errors = [f for f in finished.findings if f.severity is Severity.ERROR]
    first = errors[0]
    more = f" (and {len(errors) - 1} more)" if len(errors) > 1 else ""
    return Diagnostic(
        Code.CHECK_FAILED,
        Severity.ERROR,
        f"{first.checker} found: {first.code}: {first.message}{more}",
        name,
        hint="The edition was not published. Mend the source, or report it with the source.",
        rule=first.checker,
    )


def _as_entry(diagnostic: Diagnostic) -> Entry:
    return {
        "code": str(diagnostic.code),
        "severity": str(diagnostic.severity),
        "line": diagnostic.line,
        "message": diagnostic.message,
        "hint": diagnostic.hint,
    }


def _now() -> str:
    """Return the time of the build, or what SOURCE_DATE_EPOCH says (reproducible-builds.org)."""
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch.isdigit() else datetime.now(UTC)
    return moment.isoformat(timespec="seconds").replace("+00:00", "Z")

"""The entries of the manifest while a build changes them, and the files that they stand for."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from plainlang import __version__
from plainlang.catalogs.layout import catalog_languages
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document, Edition
from plainlang.exceptions import OutputError
from plainlang.files import file_sha256, remove, sha256, write_if_changed, write_whole
from plainlang.fingerprint import fingerprint
from plainlang.languages import matches
from plainlang.ledger_entries import (
    Entry,
    document_entry,
    edition_entry,
    edition_path,
)
from plainlang.manifest import Manifest, load_manifest
from plainlang.overdue import is_overdue, overdue_note
from plainlang.pipeline import Finished, Job, Outcome
from plainlang.readability_files import ReadabilityReports
from plainlang.readers.identifiers import same_name
from plainlang.reports.index import index_page
from plainlang.reviewer import REPORT
from plainlang.side_files import source_digest
from plainlang.sources import STDIN, normal_source
from plainlang.versions import wanted_languages
from plainlang.writers import FORMATS


@dataclass(slots=True)
class Taken:
    """What became of an outcome: new editions, failures with their format, and notes."""

    editions: list[Edition] = field(default_factory=list)
    failures: list[tuple[Diagnostic, str | None]] = field(default_factory=list)
    notes: list[Diagnostic] = field(default_factory=list)


class Ledger:
    """The manifest of one output folder, loaded, changed, and written back.

    :param today: decides which documents are overdue for review.
    """

    def __init__(self, out: Path, today: date) -> None:
        self._today = today
        manifest = load_manifest(out / "manifest.json")
        self._out = out
        self._reports = ReadabilityReports(out)
        self._editions = {(e["document"], e["language"], e["format"]): e for e in manifest.editions}
        self._documents = {d["id"]: d for d in manifest.documents}
        self._failures: dict[tuple[str, str | None, str], Entry] = {
            (f["source"], f.get("format"), f["code"]): f
            for f in manifest.failures
            if Path(f["source"]).exists()
        }
        self._claimed: dict[str, str] = {}

    def still_true(self, job: Job) -> bool:
        """Tell whether every wanted edition stands there, made from just these inputs."""
        source = normal_source(job.source)
        entries = {
            (e["language"], e["format"]): e
            for e in self._editions.values()
            if e.get("source") == source
        }
        if source == STDIN:
            return False
        wanted = {(tag, name) for tag in self._languages(job, source) for name in job.formats}
        if not wanted or not wanted <= set(entries):
            return False
        if not all(_inputs_stand(entry) for entry in entries.values()):
            return False  # one whose catalog is gone has to be taken away
        known = self._documents.get(next(iter(entries.values()))["document"], {})
        if not self._reports.still_true(known, job.readability):
            return False
        digest = source_digest(job.source)
        return all(
            entry.get("source_sha256") == digest
            and entry.get("fingerprint") == fingerprint(job, name)
            and self._says_what_is_due(entry, job)
            and _inputs_stand(entry)
            and file_sha256(self._out / entry["path"]) == entry["sha256"]
            for language, name in wanted
            for entry in (entries[language, name],)
        )

    def wanted(self, job: Job) -> int:
        """Return the number of editions that a job wants of a document that was built before."""
        return len(job.formats) * len(self._languages(job, normal_source(job.source)))

    def _languages(self, job: Job, source: str) -> tuple[str, ...]:
        """Return the languages that a job wants; empty where one of them is not to be had."""
        known = next((d for d in self._documents.values() if d.get("source") == source), None)
        if known is None:
            return ()
        catalogs = catalog_languages(job.catalogs, known["id"])
        languages, missing = wanted_languages(job.languages, known["language"], catalogs)
        return () if missing else languages

    def with_others(self, job: Job) -> Job:
        """Return the job with the formats and languages that stand there and are no longer true.

        A leaflet with the old dose must not stand beside one with the new, nor one that says it
        is overdue for review beside one that does not.
        """
        source = normal_source(job.source)
        if source == STDIN:
            return job
        digest = source_digest(job.source)
        older = [
            (entry["language"], entry["format"])
            for entry in self._editions.values()
            if entry.get("source") == source
            and entry["format"] in FORMATS
            and (
                entry.get("source_sha256") != digest
                or not self._says_what_is_due(entry, job)
                or not _inputs_stand(entry)
            )
        ]
        names = {name for _, name in older} - set(job.formats)
        formats = (*job.formats, *(name for name in FORMATS if name in names))
        known = next((d for d in self._documents.values() if d.get("source") == source), None)
        if known is None:
            return replace(job, formats=formats)
        wanted = job.languages or (known["language"],)
        more = sorted({tag for tag, _ in older if not any(matches(w, tag) for w in wanted)})
        # A language whose catalog is gone is not asked for: its editions are taken away.
        there = {known["language"], *catalog_languages(job.catalogs, known["id"])}
        more = [tag for tag in more if tag in there]
        return replace(job, formats=formats, languages=(*wanted, *more) if more else job.languages)

    def take(self, outcome: Outcome, job: Job) -> Taken:
        """Write what a job made, and remember it."""
        taken = Taken()
        source = normal_source(outcome.source)
        self._decide_again(source, (*job.formats, REPORT))
        errors = [d for d in outcome.diagnostics if d.severity is Severity.ERROR]
        taken.failures.extend((error, None) for error in errors)
        document = outcome.document
        if document is not None:
            clash = self._clash(document.id, source, outcome.source)
            if clash is not None:
                taken.failures.append((clash, None))
                document = None
        if document is None:
            # A translation that is not there says nothing about the editions that are.
            if any(e.code is not Code.TRANSLATION_MISSING for e, _ in taken.failures):
                self._remove(source, taken)
            else:
                self._remove_where(
                    lambda e: e.get("source") == source and not _inputs_stand(e), source, taken
                )
            return taken
        self._remove_untrue(source, document.id, outcome, taken)
        self._documents[document.id] = document_entry(document, source, outcome)
        if outcome.readability is not None:
            try:
                entry = self._reports.take(document.id, outcome.readability, job.readability)
                self._documents[document.id]["readability"] = entry
            except OutputError as error:
                taken.failures.append((error.diagnostic, REPORT))
            if outcome.readability.error is not None:
                taken.failures.append((outcome.readability.error, REPORT))
        overdue = overdue_note(document.metadata, outcome.source, self._today)
        if overdue is not None:
            taken.notes.append(overdue)
        for finished in outcome.editions:
            taken.notes.extend(finished.diagnostics)
            self._take_edition(finished, outcome, document, job, taken)
        return taken

    def fail(self, source: str, problem: Diagnostic, form: str | None) -> Entry:
        """Remember a failure and return its entry."""
        key = normal_source(source)
        entry: Entry = {"source": key, "code": str(problem.code), "message": problem.message}
        if problem.line is not None:
            entry["line"] = problem.line
        if form is not None:
            entry["format"] = form
        self._failures[key, form, str(problem.code)] = entry
        return entry

    def forget(self, source: str) -> None:
        """Remove the editions of a source that cannot be processed.

        :raises OutputError: if one of them cannot be removed.
        """
        taken = Taken()
        key = normal_source(source)
        self._decide_again(key, (*FORMATS, REPORT))
        self._remove(key, taken)
        for problem, _ in taken.failures:
            raise OutputError(problem.message, file=problem.file, hint=problem.hint)

    def write(self) -> None:
        """Write manifest and index where they changed.

        :raises OutputError: if they cannot be written.
        """
        editions = [e for e in self._editions.values() if (self._out / e["path"]).is_file()]
        current: dict[str, str] = {}
        for entry in editions:
            source = entry.get("source", "")
            if source not in current:
                found = "" if source == STDIN else source_digest(source)
                current[source] = found or ""
            entry.pop("stale", None)
            changed = entry.get("source_sha256") != current[source] or not _inputs_stand(entry)
            if source != STDIN and changed:
                entry["stale"] = True
        for document in self._documents.values():
            document["overdue"] = is_overdue(document.get("next_review"), self._today)
        named = {e["document"] for e in editions}
        documents = tuple(d for d in self._documents.values() if d["id"] in named)
        for name in self._documents.keys() - named:
            self._reports.remove(name)
        self._reports.write(documents)
        manifest = Manifest(
            editions=tuple(editions),
            documents=documents,
            failures=tuple(self._failures.values()),
            plainlang=__version__,
        )
        data = manifest.to_bytes()
        write_if_changed(self._out / "manifest.json", data)
        page = index_page(json.loads(data), self._today)
        write_if_changed(self._out / "index.html", page.encode())

    def _says_what_is_due(self, entry: Entry, job: Job) -> bool:
        """Tell whether an edition is marked as overdue exactly where it has to be."""
        document = self._documents.get(entry["document"], {})
        due = job.overdue_notice and is_overdue(document.get("next_review"), job.today)
        return bool(entry.get("overdue", False)) == due

    def _decide_again(self, source: str, formats: tuple[str, ...]) -> None:
        """Forget the failures that this build decides anew."""
        for key in list(self._failures):
            if key[0] == source and (key[1] is None or key[1] in formats):
                del self._failures[key]

    def _clash(self, name: str, source: str, shown: str) -> Diagnostic | None:
        key = same_name(name)
        # The editions of a source that still exists count too, even if it is not built now.
        for standing in self._documents.values():
            other = standing.get("source", STDIN)
            same = same_name(standing["id"]) == key and other not in {source, STDIN}
            if same and Path(other).exists():
                self._claimed.setdefault(key, other)
        other = self._claimed.setdefault(key, source)
        if other == source or source == STDIN:
            return None
        return duplicate_id(shown, name, [other])

    def _remove_untrue(self, source: str, name: str, outcome: Outcome, taken: Taken) -> None:
        """Remove what a source is no longer: editions under another id, or of an older text.

        An older one that is made again now is replaced in its turn.
        """
        made = {(name, finished.language, finished.format) for finished in outcome.editions}
        failed = set(outcome.languages) - {finished.language for finished in outcome.editions}
        self._remove_where(
            lambda entry: (
                entry.get("source") == source
                and (entry["document"], entry["language"], entry["format"]) not in made
                and (
                    entry["document"] != name
                    or entry.get("source_sha256") != outcome.source_sha256
                    or entry["language"] in failed
                    or not _inputs_stand(entry)
                )
            ),
            source,
            taken,
        )
        self._forget_documents(source, name)

    def _remove(self, source: str, taken: Taken) -> None:
        """Remove every edition of a source."""
        self._remove_where(lambda entry: entry.get("source") == source, source, taken)
        self._forget_documents(source, None)

    def _remove_where(self, untrue: Callable[[Entry], bool], source: str, taken: Taken) -> None:
        if source == STDIN:
            return  # another standard input is another document
        for key, entry in list(self._editions.items()):
            if untrue(entry):
                del self._editions[key]
                try:
                    remove(self._out / entry["path"])
                except OutputError as error:
                    taken.failures.append((error.diagnostic, key[2]))

    def _forget_documents(self, source: str, keep: str | None) -> None:
        for name, document in list(self._documents.items()):
            if source != STDIN and document.get("source") == source and name != keep:
                del self._documents[name]
                self._reports.remove(name)

    def _take_edition(
        self, finished: Finished, outcome: Outcome, document: Document, job: Job, taken: Taken
    ) -> None:
        name = edition_path(document.id, finished.language, finished.format)
        key = (document.id, finished.language, finished.format)
        path = self._out / name
        # Gone until the new file stands: an interrupt must not leave the entry of an old one.
        self._editions.pop(key, None)
        problem = finished.error
        if problem is None and finished.failed:
            problem = _of_findings(finished, name)
        try:
            if problem is None:
                write_whole(path, finished.data)
            else:
                taken.failures.append((problem, finished.format))
                remove(path)
                return
        except OutputError as error:
            taken.failures.append((error.diagnostic, finished.format))
            return
        edition = Edition(
            document=document.id,
            language=finished.language,
            format=finished.format,
            path=name,
            bytes=len(finished.data),
            sha256=sha256(finished.data),
        )
        taken.editions.append(edition)
        self._editions[key] = edition_entry(edition, finished, outcome, document, job)


def duplicate_id(source: str, name: str, others: Sequence[str]) -> Diagnostic:
    """Return the error for sources that have one id."""
    return Diagnostic(
        Code.DUPLICATE_ID,
        Severity.ERROR,
        f"the id {name!r} is also the id of " + ", ".join(others),
        source,
        1,
        "Rename one of them, or give it an `id:` in its front matter.",
    )


def _inputs_stand(entry: Entry) -> bool:
    """Tell whether the images and catalogs that an edition was made from are as they were.

    A file that was not there has no digest: that it came changes the edition too.
    """
    return all((file_sha256(Path(i["path"])) or "") == i["sha256"] for i in entry.get("inputs", []))


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

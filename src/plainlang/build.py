"""The build: which editions are still true, which are made again, and what the folder holds then.

Only this module and :mod:`plainlang.ledger` write into the output folder. Workers send bytes;
each file appears whole or not at all; what failed leaves no older edition behind that could
pose as the new one. Two builds into one folder wait for each other.
"""

from __future__ import annotations

from collections.abc import Callable, Generator, Sequence
from contextlib import closing
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any, Protocol

from filelock import FileLock, Timeout

from plainlang import clock
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Edition
from plainlang.exceptions import PlainlangError
from plainlang.files import make_folder, output_error
from plainlang.ledger import Ledger, duplicate_id
from plainlang.pipeline import Job, Outcome
from plainlang.readers import quick_id
from plainlang.readers.front_matter import read_side_file, split_front_matter
from plainlang.readers.identifiers import same_name
from plainlang.side_files import read_side_bytes
from plainlang.sources import read_bytes

Entry = dict[str, Any]
Run = Callable[[Sequence[Job]], Generator[Outcome, None, None]]

#: Seconds after which a build says that it waits for another one.
_PATIENCE = 0.5


class Listener(Protocol):
    """What a build tells while it runs."""

    def begin(self, total: int) -> None:
        """Say how many documents there are."""

    def finished(self, name: str) -> None:
        """Say that a document is done."""

    def say(self, diagnostic: Diagnostic) -> None:
        """Pass a message on."""

    def write(self, text: str) -> None:
        """Pass a line on that is about no document."""


@dataclass(slots=True)
class Summary:
    """What a build did, counted in editions; ``failures`` holds one entry per failure."""

    built: list[Edition] = field(default_factory=list)
    skipped: int = 0
    documents: int = 0
    failures: list[Entry] = field(default_factory=list)
    gate_failed: bool = False
    source_failed: bool = False
    engine_missing: bool = False

    @property
    def exit_status(self) -> int:
        """0 all good, 1 a checker's finding, 3 some sources failed, 4 a program is missing."""
        if self.engine_missing:
            return 4
        if self.source_failed:
            return 3
        return 1 if self.gate_failed else 0


def build(
    jobs: Sequence[Job],
    problems: Sequence[Diagnostic],
    out: Path,
    run: Run,
    listener: Listener,
    *,
    force: bool = False,
    today: date | None = None,
) -> Summary:
    """Build every edition of every job into ``out``.

    :param problems: what was wrong with finding the sources; each is a failure.
    :param run: an executor.
    :param force: make every edition again.
    :param today: decides which documents are overdue for review (default: the present day).
    :raises OutputError: if the output folder cannot be written at all.
    """
    make_folder(out)
    lock = FileLock(out / ".lock")
    try:
        lock.acquire(timeout=_PATIENCE)
    except Timeout:
        listener.write(f"Another build is writing to {out}; waiting for it.")
        lock.acquire()
    except OSError as error:
        raise output_error(error, out) from error
    try:
        ledger = Ledger(out, today or clock.today())
        return _build(jobs, problems, ledger, run, listener, force)
    finally:
        lock.release()


def _build(
    jobs: Sequence[Job],
    problems: Sequence[Diagnostic],
    ledger: Ledger,
    run: Run,
    listener: Listener,
    force: bool,
) -> Summary:
    summary = Summary(documents=len(jobs) + len(problems))

    def fail(source: str, problem: Diagnostic, form: str | None = None) -> None:
        listener.say(problem)
        summary.failures.append(ledger.fail(source, problem, form))
        if problem.code in {Code.CHECK_FAILED, Code.RELEASE_REFUSED}:
            summary.gate_failed = True
        else:
            summary.source_failed = True
        if problem.code in {Code.PANDOC_MISSING, Code.FONT_MISSING}:
            summary.engine_missing = True

    try:
        for problem in problems:
            ledger.forget(problem.file or "")
            fail(problem.file or "", problem)
        single = []
        for job, clash in _clashes(jobs):
            if clash is None:
                single.append(job)
            else:
                ledger.forget(job.source)
                fail(job.source, clash)
        single = [ledger.with_others(job) for job in single]
        wanted = [job for job in single if force or not ledger.still_true(job)]
        listener.begin(len(jobs))
        for job in single:
            if job not in wanted:
                summary.skipped += ledger.wanted(job)
                listener.finished(job.source)
        by_source = {job.source: job for job in wanted}
        if wanted:
            with closing(run(wanted)) as outcomes:
                for outcome in outcomes:
                    for diagnostic in outcome.diagnostics:
                        if diagnostic.severity is not Severity.ERROR:
                            listener.say(diagnostic)
                    taken = ledger.take(outcome, by_source[outcome.source])
                    for note in taken.notes:
                        listener.say(note)
                    for problem, form in taken.failures:
                        fail(outcome.source, problem, form)
                    summary.built.extend(taken.editions)
                    listener.finished(outcome.source)
    finally:
        # Also after Ctrl-C: the manifest must not name editions that are no longer true.
        ledger.write()
    return summary


def _clashes(jobs: Sequence[Job]) -> list[tuple[Job, Diagnostic | None]]:
    """Return each job, with an error where another source has the same id.

    Upper and lower case do not count, nor how accents are stored: some file systems do not tell
    them apart.
    """
    names = [_quick_id(job) for job in jobs]
    result: list[tuple[Job, Diagnostic | None]] = []
    for job, name in zip(jobs, names, strict=True):
        others = [
            other.source
            for other, its in zip(jobs, names, strict=True)
            if other is not job and same_name(its) == same_name(name)
        ]
        result.append((job, duplicate_id(job.source, name, others) if others else None))
    return result


def _quick_id(job: Job) -> str:
    """Return a source's id without parsing it: only front matter can say another than the stem."""
    try:
        side = read_side_bytes(job.source)
        if side is not None:
            found = read_side_file(side[1].decode("utf-8-sig", "replace"), side[0])
            stated = found.values.get("id")
            if stated not in (None, ""):
                return quick_id(job.source, str(stated).strip())
        data = read_bytes(job.source, job.max_source_bytes, job.stdin)
        head = data.lstrip(b"\xef\xbb\xbf \t\r\n")
        if not head.startswith((b"---", b"+++")):
            return quick_id(job.source, None)
        text = data.decode("utf-8-sig", "replace").replace("\r\n", "\n")
        stated = split_front_matter(text, job.source).values.get("id")
    except PlainlangError:
        stated = None  # its own failure is reported when it is processed
    return quick_id(job.source, None if stated in (None, "") else str(stated).strip())

"""The order of the stages, on one screen: bytes in, checked editions out.

:func:`process` runs in whatever process the executor chose. It touches no file in the output
folder: the editions come back as bytes, and :mod:`plainlang.build` writes them.
"""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from plainlang.assets import carry_images
from plainlang.ast import stringify
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document
from plainlang.editions import assemble
from plainlang.engines import Engines
from plainlang.exceptions import PlainlangError
from plainlang.intake import Job, read_clean
from plainlang.languages import direction, matches
from plainlang.locales import words_for
from plainlang.sources import STDIN
from plainlang.validators import check_edition
from plainlang.validators.base import Finding
from plainlang.writers import FORMATS, EditionSettings

__all__ = ["Finished", "Job", "Outcome", "process", "read", "read_clean", "write"]

#: Characters of text (16,000 words) below which a second thread saves less than a second.
_LARGE = 100_000


@dataclass(frozen=True, slots=True)
class Finished:
    """One edition as it left its writer and its checkers.

    :param data: the file; empty where ``error`` says why there is none.
    """

    format: str
    data: bytes
    findings: tuple[Finding, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    error: Diagnostic | None = None

    @property
    def failed(self) -> bool:
        """Whether the edition must not be published."""
        return self.error is not None or any(
            finding.severity is Severity.ERROR for finding in self.findings
        )


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source. ``document`` is ``None`` where it could not be processed."""

    source: str
    source_sha256: str
    document: Document | None
    editions: tuple[Finished, ...]
    diagnostics: tuple[Diagnostic, ...]


def read(job: Job, engines: Engines) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Bytes to a cleaned document that carries its images.

    :raises PlainlangError: if the source cannot be processed.
    """
    document, diagnostics = read_clean(job, engines)
    folder = None if job.source == STDIN else Path(job.source).resolve().parent
    carried = carry_images(document, folder, job.max_image_bytes)
    return carried.document, (*diagnostics, *carried.diagnostics)


def process(job: Job, engines: Engines) -> Outcome:
    """Make every wanted edition of one source. Never raises for what a user can act on."""
    try:
        return _process(job, engines)
    except PlainlangError as error:
        return Outcome(job.source, "", None, (), (_in_file(error, job.source),))
    except Exception as error:  # a defect in one document must not stop the others
        if job.debug:
            raise
        return Outcome(job.source, "", None, (), (_internal(error, job.source),))


def _process(job: Job, engines: Engines) -> Outcome:
    document, diagnostics = read(job, engines)
    digest = document.provenance.sha256
    missing = _untranslated(job, document)
    if missing and len(missing) == len(job.languages):
        return Outcome(job.source, digest, None, (), (*diagnostics, *missing))
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        return Outcome(job.source, digest, None, (), diagnostics)
    explained, notes = _explained(document, job)
    diagnostics = (*diagnostics, *notes)
    editions = _write_all(explained, job, engines)
    # The images are in the editions now; what goes back between processes stays small.
    slim = replace(document, blocks=(), assets=tuple(replace(a, data=b"") for a in document.assets))
    return Outcome(job.source, digest, slim, editions, (*diagnostics, *missing))


def _explained(document: Document, job: Job) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Return ``document`` with its terms explained, where the job wants that."""
    if job.glossary is None:
        return document, ()
    from plainlang.glossary.wanted import explain_terms

    expanded = explain_terms(document, job.glossary, words_for(document.language))
    return expanded.document, expanded.diagnostics


def _write_all(document: Document, job: Job, engines: Engines) -> tuple[Finished, ...]:
    """Write every edition; those of a large document two at a time.

    Pandoc, Typst and the checkers of PDF work outside of Python: threads keep two cores busy.
    """
    overdue = job.shows_overdue(document.metadata)
    words = words_for(document.language)
    # Formats on paper show one document, the others another one.
    assembled = {
        printed: assemble(document, words, print_format=printed, overdue=overdue)
        for printed in {FORMATS[name].profile is not None for name in job.formats}
    }

    def one(name: str) -> Finished:
        return _write(assembled[FORMATS[name].profile is not None], name, engines)

    if len(job.formats) < 2 or len(stringify(document.blocks)) < _LARGE:
        return tuple(one(name) for name in job.formats)
    executor = ThreadPoolExecutor(2)
    try:
        return tuple(executor.map(one, job.formats))
    finally:
        executor.shutdown(cancel_futures=True)


def write(
    document: Document, format_name: str, engines: Engines, *, overdue: bool = False
) -> Finished:
    """Write and check one edition of a cleaned document.

    :param overdue: the edition says that the date of its next review has passed.
    """
    printed = FORMATS[format_name].profile is not None
    words = words_for(document.language)
    assembled = assemble(document, words, print_format=printed, overdue=overdue)
    return _write(assembled, format_name, engines)


def _write(assembled: Document, format_name: str, engines: Engines) -> Finished:
    form = FORMATS[format_name]
    words = words_for(assembled.language)
    settings = EditionSettings(
        translate=words,
        words_language=words.language,
        direction=direction(assembled.language),
        profile=form.profile() if form.profile else None,
    )
    try:
        written = form.load()(assembled, settings, engines)
        size = settings.profile.size if settings.profile and settings.profile.uniform else None
        findings = check_edition(
            form.checker, written.data, assembled, written.shaped, size, engines.typst.turn
        )
    except PlainlangError as error:
        problem = _in_file(error, assembled.provenance.source)
        return Finished(format_name, b"", error=replace(problem, rule=format_name))
    return Finished(format_name, written.data, findings, written.diagnostics)


def _in_file(error: PlainlangError, source: str) -> Diagnostic:
    diagnostic = error.diagnostic
    return diagnostic if diagnostic.file is not None else replace(diagnostic, file=source)


def _internal(error: Exception, source: str) -> Diagnostic:
    return Diagnostic(
        Code.INTERNAL,
        Severity.ERROR,
        f"a defect in plainlang: {type(error).__name__}: {str(error)[:200]}",
        source,
        hint="Please report it with this document. `plainlang --debug build` shows where it is.",
    )


def _untranslated(job: Job, document: Document) -> tuple[Diagnostic, ...]:
    """Return an error for each language that was asked for and that nothing translates into."""
    return tuple(
        Diagnostic(
            Code.TRANSLATION_MISSING,
            Severity.ERROR,
            f"there is no translation into {tag!r}; the document is in {document.language!r}",
            job.source,
            hint="Leave out -l to build the document in its own language.",
        )
        for tag in job.languages
        if not matches(tag, document.language)
    )

"""The order of the stages, on one screen: bytes in, checked editions out.

:func:`process` runs in whatever process the executor chose. It touches no file in the output
folder: the editions come back as bytes, and :mod:`plainlang.build` writes them.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import AbstractContextManager
from dataclasses import dataclass, replace
from pathlib import Path

from plainlang.assets import carry_images
from plainlang.ast import stringify
from plainlang.catalogs.layout import catalog_languages
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document
from plainlang.editions import assemble
from plainlang.editions.notices import OVERDUE
from plainlang.engines import Engines
from plainlang.exceptions import PlainlangError
from plainlang.intake import Job, read_clean
from plainlang.languages import direction
from plainlang.locales import words_for
from plainlang.reviewer import Reviewed, reviewed
from plainlang.sources import STDIN
from plainlang.validators import check_edition
from plainlang.validators.base import Finding
from plainlang.versions import (
    Version,
    explained_source,
    untranslated,
    version_in,
    wanted_languages,
)
from plainlang.writers import FORMATS, EditionSettings

__all__ = [
    "Beside",
    "Editions",
    "Finished",
    "Job",
    "Outcome",
    "process",
    "read",
    "read_clean",
    "write",
    "write_editions",
]

#: Characters of text (16,000 words) below which a second process saves less than a second.
_LARGE = 100_000

#: What a PDF takes to write and check, as a multiple of another format (measured: 4 to 7).
_PRINTED_WEIGHT = 5


@dataclass(frozen=True, slots=True)
class Finished:
    """One edition as it left its writer and its checkers.

    :param language: BCP 47 tag of the edition.
    :param title: the document's title in that language.
    :param inputs: path and SHA-256 of each file, beside source and images, that it was made from.
    :param texts: how far its translation is, as :class:`~plainlang.versions.Version` has it.
    :param data: the file; empty where ``error`` says why there is none.
    """

    format: str
    language: str
    data: bytes
    title: str = ""
    inputs: tuple[tuple[str, str], ...] = ()
    texts: tuple[int, int, int] | None = None
    findings: tuple[Finding, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    error: Diagnostic | None = None

    @property
    def failed(self) -> bool:
        """Whether the edition must not be published."""
        return self.error is not None or any(
            finding.severity is Severity.ERROR for finding in self.findings
        )


Editions = tuple[Finished, ...]

#: Begins to write a document in these formats in another process, and gives a function that waits
#: for the editions.
Beside = Callable[[Version, Sequence[str]], AbstractContextManager[Callable[[], Editions]]]


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one source. ``document`` is ``None`` where it could not be processed.

    :param languages: the languages that were tried.
    :param readability: the report of the document as it was cleaned.
    """

    source: str
    source_sha256: str
    document: Document | None
    editions: Editions
    diagnostics: tuple[Diagnostic, ...]
    languages: tuple[str, ...] = ()
    readability: Reviewed | None = None


def read(job: Job, engines: Engines) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Bytes to a cleaned document that carries its images.

    :raises PlainlangError: if the source cannot be processed.
    """
    document, diagnostics = read_clean(job, engines)
    folder = None if job.source == STDIN else Path(job.source).resolve().parent
    carried = carry_images(document, folder, job.max_image_bytes)
    return carried.document, (*diagnostics, *carried.diagnostics)


def process(job: Job, engines: Engines, beside: Beside | None = None) -> Outcome:
    """Make every wanted edition of one source. Never raises for what a user can act on.

    :param beside: takes some of the formats of a large document.
    """
    try:
        return _process(job, engines, beside)
    except PlainlangError as error:
        return Outcome(job.source, "", None, (), (_in_file(error, job.source),))
    except Exception as error:  # a defect in one document must not stop the others
        if job.debug:
            raise
        return Outcome(job.source, "", None, (), (_internal(error, job.source),))


def _process(job: Job, engines: Engines, beside: Beside | None) -> Outcome:
    document, diagnostics = read(job, engines)
    digest = document.provenance.sha256
    languages, missing = wanted_languages(
        job.languages, document.language, catalog_languages(job.catalogs, document.id)
    )
    lacking = tuple(untranslated(tag, document) for tag in missing)
    if not languages:
        return Outcome(job.source, digest, None, (), (*diagnostics, *lacking))
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        return Outcome(job.source, digest, None, (), diagnostics)
    editions: list[Finished] = []
    explained, marked = explained_source(document, job)
    report = reviewed(
        document, diagnostics, job.readability, source=job.source, explained=explained,
        glossary=marked,
    )  # fmt: skip
    for language in languages:
        try:
            version = version_in(language, document, job)
        except PlainlangError as error:  # the other languages do not depend on this one
            lacking = (*lacking, _in_file(error, job.source))
            continue
        diagnostics = (*diagnostics, *version.diagnostics)
        editions += _write_all(version, job, engines, beside)
    # The images are in the editions now; what goes back between processes stays small.
    slim = replace(document, blocks=(), assets=tuple(replace(a, data=b"") for a in document.assets))
    return Outcome(
        job.source, digest, slim, tuple(editions), (*diagnostics, *lacking), languages, report
    )


def _write_all(version: Version, job: Job, engines: Engines, beside: Beside | None) -> Editions:
    """Write every edition in one language; those of a large document two at a time."""
    if job.shows_overdue(version.document.metadata):
        version = replace(version, notices=(*version.notices, OVERDUE))
    large = len(job.formats) > 1 and len(stringify(version.document.blocks)) >= _LARGE
    if not large or beside is None:
        # Pandoc, Typst and the checkers of PDF work outside of Python: threads may use two cores.
        return write_editions(version, job.formats, engines, threads=2 if large else 1)
    here, there = _divided(job.formats)
    with beside(version, there) as others:
        editions = (*write_editions(version, here, engines), *others())
    return tuple(sorted(editions, key=lambda edition: job.formats.index(edition.format)))


def _divided(formats: Sequence[str]) -> tuple[list[str], list[str]]:
    """Return ``formats`` in two parts that take about the same time.

    One begins with what takes most memory and the other ends with it.
    """
    parts: tuple[list[str], list[str]] = ([], [])
    loads = [0, 0]
    weights = {name: _PRINTED_WEIGHT if FORMATS[name].profile else 1 for name in formats}
    for name in sorted(formats, key=lambda name: -weights[name]):
        part = loads.index(min(loads))
        parts[part].append(name)
        loads[part] += weights[name]
    return parts[0], parts[1][::-1]


def write_editions(
    version: Version, formats: Sequence[str], engines: Engines, *, threads: int = 1
) -> Editions:
    """Write and check editions of a cleaned document, in the order of ``formats``.

    :param threads: how many editions to write at once.
    """
    document = version.document
    words = words_for(document.language)
    # Formats on paper show one document, the others another one.
    assembled = {
        printed: assemble(document, words, print_format=printed, notices=version.notices)
        for printed in {FORMATS[name].profile is not None for name in formats}
    }

    def one(name: str) -> Finished:
        finished = _write(assembled[FORMATS[name].profile is not None], name, engines)
        return replace(finished, inputs=version.inputs, texts=version.texts)

    if threads == 1:
        return tuple(map(one, formats))
    executor = ThreadPoolExecutor(threads)
    try:
        return tuple(executor.map(one, formats))
    finally:
        executor.shutdown(cancel_futures=True)


def write(document: Document, format_name: str, engines: Engines) -> Finished:
    """Write and check one edition of a cleaned document; see :func:`write_editions`."""
    return write_editions(Version(document), (format_name,), engines)[0]


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
        return Finished(
            format_name, assembled.language, b"", error=replace(problem, rule=format_name)
        )
    return Finished(
        format_name,
        assembled.language,
        written.data,
        assembled.metadata.title,
        findings=findings,
        diagnostics=written.diagnostics,
    )


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

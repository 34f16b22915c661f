"""The order of the stages, on one screen: bytes in, checked editions out.

:func:`process` runs in whatever process the executor chose. It touches no file in the output
folder: the editions come back as bytes, and :mod:`plainlang.build` writes them.
"""

from __future__ import annotations

from collections.abc import Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from pathlib import Path

from plainlang import encoding, readers
from plainlang.assets import carry_images
from plainlang.ast import stringify
from plainlang.cleanup import clean
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document, Provenance
from plainlang.editions import assemble
from plainlang.engines import Engines
from plainlang.exceptions import PlainlangError, SourceError
from plainlang.files import sha256
from plainlang.languages import direction, is_known, matches
from plainlang.locales import words_for
from plainlang.rights import check_rights
from plainlang.sources import STDIN, read_bytes
from plainlang.validators import check_edition
from plainlang.validators.base import Finding
from plainlang.writers import FORMATS, EditionSettings

#: Characters of text (16,000 words) below which a second thread saves less than a second.
_LARGE = 100_000


@dataclass(frozen=True, slots=True)
class Job:
    """One source and what is wanted of it.

    :param formats: names of the formats to write.
    :param language: the language of sources that state none.
    :param languages: where not empty, other documents are refused; ``all`` takes every one.
    :param disabled: names of the cleanup rules that are switched off.
    :param debug: let a defect end the program with its traceback.
    :param stdin: the bytes of standard input where the source is ``-``.
    """

    source: str
    formats: tuple[str, ...]
    language: str
    languages: tuple[str, ...]
    rights: str
    disabled: frozenset[str]
    max_source_bytes: int
    max_image_bytes: int
    stdin: bytes | None = None
    debug: bool = False


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


def read_clean(job: Job, engines: Engines) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Bytes to a cleaned document whose images are still as the author named them.

    :raises PlainlangError: if the source cannot be processed.
    """
    data = read_bytes(job.source, job.max_source_bytes, job.stdin)
    decoded = encoding.decode(data, file=job.source)
    provenance = Provenance(
        source=job.source,
        format="",
        sha256=sha256(data),
        encoding=decoded.encoding,
        confidence=decoded.confidence,
        repairs=decoded.repairs,
    )
    reading = readers.read_document(
        decoded.text,
        file=job.source,
        provenance=provenance,
        default_language=job.language,
        engines=engines,
    )
    _known_language(reading.document)
    cleaned = clean(reading.document, job.disabled)
    document = replace(
        cleaned.document,
        provenance=replace(cleaned.document.provenance, changes=cleaned.changes),
    )
    return document, (
        *_encoding_notes(document),
        *reading.diagnostics,
        *_change_notes(document),
        *check_rights(document, job.rights),
    )


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
    editions = _write_all(document, job, engines)
    # The images are in the editions now; what goes back between processes stays small.
    slim = replace(document, blocks=(), assets=tuple(replace(a, data=b"") for a in document.assets))
    return Outcome(job.source, digest, slim, editions, (*diagnostics, *missing))


def _write_all(document: Document, job: Job, engines: Engines) -> tuple[Finished, ...]:
    """Write every edition; those of a large document two at a time.

    Pandoc, Typst and the checkers of PDF work outside of Python: threads keep two cores busy.
    """
    if len(job.formats) < 2 or len(stringify(document.blocks)) < _LARGE:
        return tuple(write(document, name, engines) for name in job.formats)
    executor = ThreadPoolExecutor(2)
    try:
        return tuple(executor.map(lambda name: write(document, name, engines), job.formats))
    finally:
        executor.shutdown(cancel_futures=True)


def write(document: Document, format_name: str, engines: Engines) -> Finished:
    """Write and check one edition of a cleaned document."""
    form = FORMATS[format_name]
    words = words_for(document.language)
    settings = EditionSettings(
        translate=words,
        words_language=words.language,
        direction=direction(document.language),
        profile=form.profile() if form.profile else None,
    )
    assembled = assemble(document, words, print_format=form.profile is not None)
    try:
        written = form.load()(assembled, settings, engines)
        size = settings.profile.size if settings.profile and settings.profile.uniform else None
        findings = check_edition(
            form.checker, written.data, assembled, written.shaped, size, engines.typst.turn
        )
    except PlainlangError as error:
        problem = _in_file(error, document.provenance.source)
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


def _known_language(document: Document) -> None:
    if is_known(document.language):
        return
    lines = document.metadata.lines
    raise SourceError(
        f"{document.language!r} is not the tag of a known language",
        code=Code.UNKNOWN_LANGUAGE,
        file=document.provenance.source,
        line=lines.get("language", lines.get("lang")),
        hint="Write a BCP 47 tag such as `en`, `es` or `zh-Hans`.",
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


def _encoding_notes(document: Document) -> Sequence[Diagnostic]:
    provenance = document.provenance
    notes = []
    if provenance.confidence is not None:
        notes.append(
            Diagnostic(
                Code.ENCODING_GUESSED,
                Severity.WARNING,
                f"the encoding was detected as {provenance.encoding} "
                f"({provenance.confidence:.0%} sure)",
                provenance.source,
                1,
                "Check names and signs in the edition, or save the source as UTF-8.",
            )
        )
    notes.extend(
        Diagnostic(
            Code.TEXT_REPAIRED,
            Severity.INFO,
            "repaired " + ", ".join(repair.steps),
            provenance.source,
            repair.line,
        )
        for repair in provenance.repairs
    )
    return notes


def _change_notes(document: Document) -> Sequence[Diagnostic]:
    provenance = document.provenance
    notes = []
    for change in provenance.changes:
        code, hint = _LINKS.get(change.rule, (Code.CLEANUP, ""))
        if change.doubtful and not hint:
            hint = "Settle it in the source, or switch the rule off."
        look = change.doubtful or change.rule in _LINKS
        notes.append(
            Diagnostic(
                code,
                Severity.WARNING if look else Severity.INFO,
                change.message,
                provenance.source,
                change.line,
                hint,
                change.rule,
            )
        )
    return notes


#: Cleanup rules that take a target from a link; a person has to look at each.
_LINKS = {
    "unsafe-links": (Code.LINK_UNSAFE, "Link to a web page, or leave the words without a link."),
    "dangling-fragments": (Code.LINK_DANGLING, "Correct the link, or give its target an id."),
    "template-links": (Code.LINK_DANGLING, "Write the address of the page."),
}

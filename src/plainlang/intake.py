"""The way in: the bytes of a source to a cleaned document, and what was done to it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import TYPE_CHECKING

from plainlang import clock, encoding, readers
from plainlang.cleanup import clean
from plainlang.config import ReadabilityConfig
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document, Metadata, Provenance
from plainlang.engines import Engines
from plainlang.exceptions import SourceError
from plainlang.files import sha256
from plainlang.language_check import check_language, settle_language
from plainlang.languages import is_known
from plainlang.overdue import is_overdue
from plainlang.review import review
from plainlang.rights import check_rights
from plainlang.side_files import digest as digest_of
from plainlang.side_files import read_side_bytes
from plainlang.sources import read_bytes

if TYPE_CHECKING:
    from plainlang.glossary.wanted import Wanted


@dataclass(frozen=True, slots=True)
class Job:
    """One source and what is wanted of it.

    :param formats: names of the formats to write.
    :param language: the language of sources that state none.
    :param languages: the languages of the editions; empty for the document's own, ``all`` for
        every one that it has a catalog for too.
    :param catalogs: the folder of the translation catalogs.
    :param readability: how the report of the document is made.
    :param release: refuse a translation that is not complete, right and reviewed.
    :param disabled: names of the cleanup rules that are switched off.
    :param today: decides which documents are overdue for review.
    :param overdue_notice: an edition of such a document says so.
    :param debug: let a defect end the program with its traceback.
    :param stdin: the bytes of standard input where the source is ``-``.
    :param max_unpacked_bytes: what a DOCX or ODT may unpack to.
    :param glossary: how terms are explained; ``None`` where they are not.
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
    max_unpacked_bytes: int = 200_000_000
    today: date = field(default_factory=clock.today)
    overdue_notice: bool = False
    catalogs: str = "translations"
    release: bool = False
    readability: ReadabilityConfig = field(default_factory=ReadabilityConfig)
    glossary: Wanted | None = None

    def shows_overdue(self, metadata: Metadata) -> bool:
        """Tell whether an edition says that the review of its document is overdue."""
        return self.overdue_notice and is_overdue(metadata.next_review, self.today)


@dataclass(frozen=True, slots=True)
class _Read:
    """A source as it was read, before cleanup; ``text`` is ``None`` where it was no text."""

    reading: readers.Reading
    text: str | None
    notes: tuple[Diagnostic, ...] = ()


def read_clean(job: Job, engines: Engines) -> tuple[Document, tuple[Diagnostic, ...]]:
    """Bytes to a cleaned document whose images are still as the author named them.

    :raises PlainlangError: if the source cannot be processed.
    """
    found = _read(job, engines)
    _known_language(found.reading.document)
    settled, assumed = settle_language(found.reading.document)
    read_notes = found.reading.diagnostics
    if assumed:  # in the place of the reader's own assumption
        read_notes = tuple(d for d in read_notes if d.code is not Code.LANGUAGE_ASSUMED)
    plain, removed = encoding.remove_referenced(settled, found.text)
    cleaned = clean(plain, job.disabled)
    document = replace(
        cleaned.document,
        provenance=replace(cleaned.document.provenance, changes=cleaned.changes),
    )
    return document, (
        *found.notes,
        *read_notes,
        *assumed,
        *removed,
        *_change_notes(document),
        *check_language(document),
        *review(document),
        *check_rights(document, job.rights),
    )


def _read(job: Job, engines: Engines) -> _Read:
    limit = job.max_source_bytes
    if readers.may_be_package(job.source):
        limit = max(limit, job.max_unpacked_bytes)  # pictures are no text
    data = read_bytes(job.source, limit, job.stdin)
    side = _side_file(job.source)
    digest = digest_of(sha256(data), None if side is None else side.data)
    stated = None if side is None else (side.path, side.stated)
    if readers.is_package(job.source, data):
        reading = readers.read_package(
            data,
            file=job.source,
            provenance=Provenance(source=job.source, format="", sha256=digest),
            default_language=job.language,
            engines=engines,
            limit=job.max_unpacked_bytes,
            side=stated,
        )
        return _Read(reading, None)
    declared = readers.charset_of(job.source, data)
    decoded = encoding.decode(data, file=job.source, declared=declared)
    provenance = Provenance(
        source=job.source,
        format="",
        sha256=digest,
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
        side=stated,
    )
    return _Read(reading, decoded.text, encoding.encoding_notes(decoded, job.source))


@dataclass(frozen=True, slots=True)
class _SideFile:
    path: str
    data: bytes
    stated: readers.FrontMatter


def _side_file(source: str) -> _SideFile | None:
    found = read_side_bytes(source)
    if found is None:
        return None
    path, data = found
    text = encoding.decode(data, file=path).text
    return _SideFile(path, data, readers.read_side_file(text, path))


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

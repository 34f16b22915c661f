"""A document in another language, as its catalog translates it.

A translation that is fuzzy, whose markup does not fit or in which a check finds an error is not
used: the edition shows the source there, and says so.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from plainlang.catalogs.apply import apply
from plainlang.catalogs.base import Catalog, Message, Segment
from plainlang.catalogs.checks import ERROR, CatalogFinding, check_catalog
from plainlang.catalogs.extract import segments_of
from plainlang.catalogs.names import protected_names
from plainlang.catalogs.po import read_po
from plainlang.catalogs.review import FILE_NAME, load, reviewed
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document
from plainlang.files import file_sha256
from plainlang.pseudo import pseudo

Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Translated:
    """What became of a document, and what is left to do.

    :param segments: how many there are; 0 where the document is in its own language.
    :param missing: segments that show the source.
    :param unreviewed: segments whose translation nobody has recorded as right.
    :param inputs: path and SHA-256 of the files it was made from; empty where there is no file.
    """

    document: Document
    segments: int = 0
    missing: tuple[Segment, ...] = ()
    unreviewed: tuple[Segment, ...] = ()
    diagnostics: tuple[Diagnostic, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Usable:
    """The translations of one catalog that may be used.

    :param texts: msgstr by (context, msgid).
    :param reviewed: those that a person has recorded as right.
    """

    texts: dict[Key, str]
    reviewed: frozenset[Key]
    places: dict[Key, tuple[str, int]]
    diagnostics: tuple[Diagnostic, ...] = ()
    inputs: tuple[tuple[str, str], ...] = ()


def translate(document: Document, language: str, catalog: Path) -> Translated:
    """Return ``document`` in ``language``.

    :param catalog: the PO file.
    :raises PlainlangError: if the catalog or the record of its reviews cannot be read.
    """
    segments = segments_of(document)
    names = protected_names(document.metadata)
    usable = usable_translations(catalog, segments, document.language, language, names)
    applied = apply(document, usable.texts, language, usable.places)
    lacking = {(s.context, s.text) for s in applied.untranslated}
    unreviewed = tuple(
        s
        for s in segments
        if (s.context, s.text) in usable.texts
        and (s.context, s.text) not in usable.reviewed | lacking
    )
    problems = tuple(replace(d, severity=Severity.WARNING) for d in applied.diagnostics)
    return Translated(
        applied.document,
        len(segments),
        applied.untranslated,
        unreviewed,
        (*usable.diagnostics, *problems),
        usable.inputs,
    )


def pseudo_translate(document: Document, language: str) -> Translated:
    """Return ``document`` as the pseudo-translation ``language``; what no catalog holds stays."""
    texts = {(s.context, s.text): pseudo(s.text, language) for s in segments_of(document)}
    applied = apply(document, texts, language)
    return Translated(applied.document, len(texts), applied.untranslated, (), applied.diagnostics)


def usable_translations(
    path: Path,
    segments: Sequence[Segment],
    source_language: str,
    language: str,
    names: tuple[str, ...] = (),
) -> Usable:
    """Return the translations of ``segments`` that may be used; none where there is no file.

    :raises PlainlangError: if a file is there and cannot be read.
    """
    inputs = tuple((str(p), file_sha256(p) or "") for p in (path, path.with_name(FILE_NAME)))
    if not path.is_file():
        return Usable({}, frozenset(), {}, (), inputs)
    catalog = read_po(path)
    wanted = {(segment.context, segment.text) for segment in segments}
    messages = {_key(m): m for m in catalog.messages if m.translated and _key(m) in wanted}
    asked = replace(catalog, messages=tuple(messages.values()))
    errors = [f for f in check_catalog(asked, source_language, language, names=names)
              if f.severity == ERROR]  # fmt: skip
    wrong = {(found.context or "", found.msgid) for found in errors}
    return Usable(
        {key: message.msgstr for key, message in messages.items() if key not in wrong},
        _reviewed(path, catalog),
        {key: (str(path), message.msgstr_line) for key, message in messages.items()},
        tuple(_withheld(found) for found in errors),
        inputs,
    )


def _reviewed(path: Path, catalog: Catalog) -> frozenset[Key]:
    records = load(path.with_name(FILE_NAME))
    return frozenset((context or "", msgid) for context, msgid in reviewed(catalog, records))


def _key(message: Message) -> Key:
    return message.context or "", message.msgid


def _withheld(finding: CatalogFinding) -> Diagnostic:
    return Diagnostic(
        Code.TRANSLATION_WITHHELD,
        Severity.WARNING,
        f"the translation of {_short(finding.msgid)} is not used: {finding.message}",
        finding.file,
        finding.line or None,
        f"Correct it; or, where it is right, write into its comment: plainlang: accept "
        f"{finding.check}",
        finding.check,
    )


def _short(text: str) -> str:
    return f"“{text}”" if len(text) <= 60 else f"“{text[:59]}…”"

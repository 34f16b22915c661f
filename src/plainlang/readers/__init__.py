"""Text of a source to a :class:`~plainlang.document.Document`, one file per source format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from plainlang.ast import transform_structures, words
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block, Document, Provenance
from plainlang.engines import Engines
from plainlang.exceptions import SourceError
from plainlang.readers.base import Parsed
from plainlang.readers.formats import (
    PACKAGE_READERS,
    READERS,
    SUFFIXES,
    charset_of,
    format_of,
    is_package,
    may_be_package,
    reader_name,
)
from plainlang.readers.front_matter import FrontMatter, read_side_file
from plainlang.readers.identifiers import check_id, clean_id
from plainlang.readers.metadata import canonical_tag
from plainlang.readers.side import joined_metadata

__all__ = [
    "SUFFIXES",
    "FrontMatter",
    "Reading",
    "charset_of",
    "document_id",
    "is_package",
    "may_be_package",
    "quick_id",
    "read_document",
    "read_package",
    "read_side_file",
    "reader_name",
]


_WHY = ": a screen reader pronounces the text by it."
_IN_OFFICE = (
    "Set the language of the whole text (Review, Language; in LibreOffice: Tools, Language), or "
    "write `language: en` into a side file NAME.meta.yaml" + _WHY
)
#: How a source states its language, by the name of its reader.
_LANGUAGE_HINTS = {
    "docx": _IN_OFFICE,
    "odt": _IN_OFFICE,
    "html": 'Write it into the page\'s first tag, <html lang="en">' + _WHY,
    "": "Add `language: en` (or its tag) to the front matter" + _WHY,
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read, before cleanup, and what is to be said about it."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]


def document_id(file: str, stated: str | None) -> str:
    """Return the document's id: the front matter's ``id``, else the file's stem.

    Ids name folders and files, see :func:`~plainlang.readers.identifiers.clean_id`.

    :raises SourceError: if it cannot name files.
    """
    identifier = quick_id(file, stated)
    check_id(identifier, file, None)
    return identifier


def quick_id(file: str, stated: str | None) -> str:
    """Return the document's id as :func:`document_id` does, even one that will be refused."""
    return clean_id(stated or (PurePath(file).stem if file != "-" else "stdin"))


def read_document(
    text: str,
    *,
    file: str,
    provenance: Provenance,
    default_language: str,
    engines: Engines,
    side: tuple[str, FrontMatter] | None = None,
) -> Reading:
    """Read the text of one source.

    :param provenance: where it came from; the reader adds its name and line offset.
    :param default_language: the language of sources that state none.
    :param side: what the source's side file says; it goes before what the source says.
    :raises SourceError: if no reader takes it, its front matter is not valid, or it has no text.
    :raises EngineError: if pandoc cannot read it.
    """
    name = reader_name(file, text)
    parsed = READERS[name](text, file, engines)
    return _reading(parsed, name, file, provenance, default_language, side)


def read_package(
    data: bytes,
    *,
    file: str,
    provenance: Provenance,
    default_language: str,
    engines: Engines,
    limit: int,
    side: tuple[str, FrontMatter] | None = None,
) -> Reading:
    """Read a source that is a package (:func:`is_package`); see :func:`read_document`.

    :param limit: bytes that it may unpack to.
    """
    name = format_of(file, data)
    parsed = PACKAGE_READERS[name](data, file, engines, limit)
    return _reading(parsed, name, file, provenance, default_language, side)


def _reading(
    parsed: Parsed,
    name: str,
    file: str,
    provenance: Provenance,
    default_language: str,
    side: tuple[str, FrontMatter] | None,
) -> Reading:
    side_name, stated = side or ("", None)
    blocks = _without_empty(parsed.blocks)
    if not words(blocks):
        raise SourceError(
            "the source holds no text to read",
            code=Code.SOURCE_NO_TEXT,
            file=file,
            line=parsed.line_offset + 1,
            hint="Add the text below the front matter, or remove the file.",
        )
    metadata, language, stated_id, problems = joined_metadata(parsed, file, stated, side_name)
    diagnostics = [*parsed.diagnostics, *problems]
    if language is None:
        diagnostics.append(
            Diagnostic(
                Code.LANGUAGE_ASSUMED,
                Severity.WARNING,
                f"the source does not state its language; {default_language!r} is assumed",
                file,
                None if name in PACKAGE_READERS else 1,
                _LANGUAGE_HINTS.get(name, _LANGUAGE_HINTS[""]),
            )
        )
    return Reading(
        Document(
            id=document_id(file, stated_id),
            language=language or canonical_tag(default_language),
            metadata=metadata,
            blocks=blocks,
            api_version=parsed.api_version,
            provenance=replace(provenance, format=name, line_offset=parsed.line_offset),
            assets=parsed.media,
        ),
        tuple(diagnostics),
    )


def _without_empty(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Drop paragraphs without content, which pandoc leaves behind unfinished constructs."""
    return tuple(
        transform_structures(
            blocks,
            lambda element: None if element["t"] == "Para" and not element["c"] else element,
        )
    )

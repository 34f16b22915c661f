"""Text of a source to a :class:`~plainlang.document.Document`, one file per source format."""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import PurePath

from plainlang.ast import transform, words
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block, Document, Provenance
from plainlang.engines import Engines
from plainlang.exceptions import SourceError
from plainlang.readers.base import Parsed, Reader
from plainlang.readers.front_matter import split_front_matter
from plainlang.readers.identifiers import check_id, clean_id
from plainlang.readers.markdown import read_markdown
from plainlang.readers.metadata import canonical_tag, read_metadata
from plainlang.readers.text import read_text

__all__ = ["READERS", "Reading", "document_id", "quick_id", "read_document", "reader_name"]

#: Reader name and reader by the source's suffix in lower case.
READERS: dict[str, tuple[str, Reader]] = {
    ".md": ("markdown", read_markdown),
    ".markdown": ("markdown", read_markdown),
    ".txt": ("text", read_text),
}


@dataclass(frozen=True, slots=True)
class Reading:
    """A document as it was read, before cleanup, and what is to be said about it."""

    document: Document
    diagnostics: tuple[Diagnostic, ...]


def reader_name(file: str, text: str) -> str:
    """Return the name of the reader for ``file``.

    A ``.txt`` file that begins with front matter is Markdown that was saved under another name.

    :raises SourceError: if no reader takes files of this suffix.
    """
    suffix = PurePath(file).suffix.lower() if file != "-" else ".md"
    found = READERS.get(suffix)
    if found is None:
        raise SourceError(
            f"sources of the type {suffix or 'without suffix'!r} are not read",
            code=Code.SOURCE_TYPE_UNKNOWN,
            file=file,
            hint="Types that are read: " + ", ".join(READERS) + ".",
        )
    name = found[0]
    if name == "text" and split_front_matter(text, file).values:
        return "markdown"
    return name


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
    text: str, *, file: str, provenance: Provenance, default_language: str, engines: Engines
) -> Reading:
    """Read the text of one source.

    :param provenance: where it came from; the reader adds its name and line offset.
    :param default_language: the language of sources that state none.
    :raises SourceError: if no reader takes it, its front matter is not valid, or it has no text.
    :raises EngineError: if pandoc cannot read it.
    """
    name = reader_name(file, text)
    reader = read_markdown if name == "markdown" else READERS[PurePath(file).suffix.lower()][1]
    parsed: Parsed = reader(text, file, engines)
    blocks = _without_empty(parsed.blocks)
    if not words(blocks):
        raise SourceError(
            "the source holds no text to read",
            code=Code.SOURCE_NO_TEXT,
            file=file,
            line=parsed.line_offset + 1,
            hint="Add the text below the front matter, or remove the file.",
        )
    metadata, language, stated_id, problems = read_metadata(parsed.values, parsed.lines, file)
    diagnostics = [*parsed.diagnostics, *problems]
    if language is None:
        diagnostics.append(
            Diagnostic(
                Code.LANGUAGE_ASSUMED,
                Severity.WARNING,
                f"the source does not state its language; {default_language!r} is assumed",
                file,
                1,
                "Add `language: en` (or its tag) to the front matter: a screen reader "
                "pronounces the text by it.",
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
        ),
        tuple(diagnostics),
    )


def _without_empty(blocks: tuple[Block, ...]) -> tuple[Block, ...]:
    """Drop paragraphs without content, which pandoc leaves behind unfinished constructs."""
    return tuple(
        transform(
            blocks,
            lambda element: None if element["t"] == "Para" and not element["c"] else element,
        )
    )

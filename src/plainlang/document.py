"""The types that travel through the pipeline. Frozen, picklable, and free of internal imports.

A :class:`Document` holds the Pandoc JSON AST of one source. Its blocks are the plain ``dict``
and ``list`` values that pandoc's JSON has, with one addition: a block, a link or an image may
carry ``"line"``, the 1-based line of the source file at which it begins (pandoc ignores the
key). **Nobody mutates them**: a stage builds new values (:mod:`plainlang.ast` helps) and
returns a new document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

Block = dict[str, Any]
Inline = dict[str, Any]


@dataclass(frozen=True, slots=True)
class Repair:
    """One change to the text of a source, explained so that it can be replayed.

    :param line: 1-based line of the decoded text.
    :param before: the line as it was decoded.
    :param after: the line as it is used.
    :param steps: the names of the steps that lead from ``before`` to ``after``, in order, for
        example ``("encode windows-1252", "decode utf-8")``.
    """

    line: int
    before: str
    after: str
    steps: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Change:
    """One thing that a cleanup rule did.

    :param rule: the rule's name, in kebab case.
    :param line: 1-based line of the source, ``None`` where the source has no such line.
    :param message: what was done, in a sentence that a person who is no programmer understands.
    :param removed: the words that are no longer in the document because of it; empty where the
        rule only moved or marked something. Tests add these up to prove that nothing else is lost.
    :param doubtful: the rule had to guess, or left something that it could not decide: a person
        should look at it.
    """

    rule: str
    line: int | None
    message: str
    removed: str = ""
    doubtful: bool = False


@dataclass(frozen=True, slots=True)
class Provenance:
    """Where a document came from and what was done to it on the way in.

    :param source: the path as the user gave it, ``"-"`` for standard input.
    :param format: the name of the reader (``markdown``, ``text`` …).
    :param sha256: hex digest of the source's bytes.
    :param encoding: name of the encoding that the bytes were decoded with.
    :param confidence: 0 to 1 where the encoding was detected, ``None`` where it was declared
        or is certain.
    :param line_offset: lines of front matter before the body.
    """

    source: str
    format: str
    sha256: str
    encoding: str = "utf-8"
    confidence: float | None = None
    line_offset: int = 0
    repairs: tuple[Repair, ...] = ()
    changes: tuple[Change, ...] = ()


@dataclass(frozen=True, slots=True)
class Metadata:
    """What is known about a document, typed.

    :param title: plain text; empty until a title is given or derived.
    :param id_stated: the ``id`` as the front matter gives it; empty where it gives none.
    :param title_derived: the title was not given but taken from the text.
    :param pronunciation: how to say the title, without brackets; empty where unknown.
    :param language_stated: the source itself states its language.
    :param url: where the source is published; relative links are resolved against it.
    :param source: who publishes the source (``NCI``).
    :param last_reviewed: date of the last review.
    :param next_review: date at which the next review is due.
    :param review_frequency: as written (``quarterly``).
    :param licence: as written (``public_domain``).
    :param rights: the rights notice to print, plain text.
    :param rights_basis: what allows these editions (``permission of …``), plain text.
    :param notice: what a reader must be told before the text (``Not medical advice.``).
    :param lines: 1-based line of each front matter key, for messages.
    :param languages: BCP 47 tag of each field whose text is not in the document's language.
    :param extra: every other front matter key, and every value that no field could take, as the
        YAML loader gave it.
    """

    title: str = ""
    id_stated: str = ""
    title_derived: bool = False
    pronunciation: str = ""
    language_stated: bool = False
    description: str = ""
    authors: tuple[str, ...] = ()
    url: str = ""
    source: str = ""
    citation: str = ""
    last_reviewed: date | None = None
    next_review: date | None = None
    review_frequency: str = ""
    licence: str = ""
    rights: str = ""
    rights_basis: str = ""
    notice: str = ""
    audience: str = ""
    version: str = ""
    tags: tuple[str, ...] = ()
    lines: Mapping[str, int] = field(default_factory=dict)
    languages: Mapping[str, str] = field(default_factory=dict)
    extra: Mapping[str, Any] = field(default_factory=dict)

    @property
    def rights_statements(self) -> tuple[str, ...]:
        """What a file states about rights: the notice or the licence, and what allows it."""
        return tuple(text for text in (self.rights or self.licence, self.rights_basis) if text)


@dataclass(frozen=True, slots=True)
class Asset:
    """A file that an edition carries inside it: an image.

    :param name: the name that the AST's image target has (``media/<sha256 prefix>.png``).
    :param media_type: an IANA media type.
    :param data: the bytes.
    :param path: the file it was read from, as the source names it (a link is not followed, so
        that one that points elsewhere later is noticed), for the list of inputs.
    :param sha256: hex digest of ``data`` as it was loaded.
    """

    name: str
    media_type: str
    data: bytes
    path: str
    sha256: str = ""


@dataclass(frozen=True, slots=True)
class Document:
    """One document as the Pandoc AST, with what is known about it.

    :param id: the source's stem or the front matter's ``id``; names the output folder.
    :param language: BCP 47 tag.
    :param blocks: Pandoc JSON blocks, never mutated.
    :param api_version: ``pandoc-api-version`` of the AST.
    """

    id: str
    language: str
    metadata: Metadata
    blocks: tuple[Block, ...]
    api_version: tuple[int, ...]
    provenance: Provenance
    assets: tuple[Asset, ...] = ()


@dataclass(frozen=True, slots=True)
class Edition:
    """One finished file.

    :param document: the document's id.
    :param path: relative to the output folder, with ``/`` between its parts.
    :param bytes: size of the file.
    :param sha256: hex digest of the file.
    """

    document: str
    language: str
    format: str
    path: str
    bytes: int
    sha256: str

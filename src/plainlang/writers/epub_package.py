"""The package document of an EPUB: what it is, what it holds, and in which order it is read."""

from __future__ import annotations

import uuid
from collections.abc import Sequence
from dataclasses import dataclass

from plainlang.document import Asset, Document
from plainlang.writers.base import EditionSettings
from plainlang.writers.epub_accessibility import accessibility, facts, summary
from plainlang.writers.epub_pronunciation import Lexicon
from plainlang.writers.html_outline import Entry
from plainlang.writers.html_templates import render

#: The time of change of a document that names no review. EPUB 3.3 (section 5.5.6) demands one;
#: this is the earliest that the ZIP format knows, and plainly not a real one.
_NO_DATE = "1980-01-01"


@dataclass(frozen=True, slots=True)
class Chapter:
    """One content file.

    :param path: relative to the package document.
    :param title: the file's first heading.
    :param headings: every heading in it.
    :param mathml: it contains formulas, which the manifest must say.
    :param markup: the file.
    """

    path: str
    title: str
    headings: tuple[Entry, ...]
    mathml: bool
    markup: str


def identifier(document: Document, settings: EditionSettings) -> str:
    """Return the publication's identifier, ``urn:uuid:`` with a UUID of version 5.

    It stays the same when the text is revised, so that a reading system knows a new version
    for what it is (EPUB 3.3, section 5.4.1); ``dcterms:modified`` tells versions apart. It is
    made from the source's address, or from publisher, id and title where there is none, with the
    edition's language and, in large print, the profile.
    """
    known = document.metadata
    source = known.url or f"plainlang:{known.source}/{document.id}/{known.title}"
    size = f" {settings.profile.name}" if settings.profile else ""
    return uuid.uuid5(uuid.NAMESPACE_URL, f"{source} {document.language}{size}").urn


def package_file(
    document: Document,
    settings: EditionSettings,
    title: str,
    chapters: Sequence[Chapter],
    images: Sequence[Asset],
    lexicons: Sequence[Lexicon] = (),
    *,
    mathml_in_nav: bool = False,
) -> str:
    """Return the package document.

    :param mathml_in_nav: a heading in the navigation document has a formula.
    """
    known = document.metadata
    content = facts(document.blocks)
    date = known.last_reviewed.isoformat() if known.last_reviewed else ""
    elements = [
        *(("creator", author) for author in known.authors),
        ("publisher", known.source),
        ("source", known.url or known.citation),
        ("date", date),
        *(("rights", statement) for statement in known.rights_statements),
        ("description", known.description),
        *(("subject", tag) for tag in known.tags),
    ]
    return render(
        "package.opf",
        language=document.language,
        direction=settings.direction,
        title=title,
        identifier=identifier(document, settings),
        # The day of the last review, because the time of the build would make every build differ.
        modified=f"{date or _NO_DATE}T00:00:00Z",
        elements=[(name, value) for name, value in elements if value.strip()],
        properties=accessibility(content, images, settings),
        summary=summary(content, settings),
        summary_language=settings.words_language,
        chapters=chapters,
        mathml_in_nav=mathml_in_nav,
        images=images,
        lexicons=lexicons,
    )

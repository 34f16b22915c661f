"""The HTML edition: one file that holds everything and fetches nothing.

pandoc writes the text; the page around it, the roles and the style sheet are made here. There is
no script in the page, and its content security policy forbids any request.
"""

from __future__ import annotations

import base64
import hashlib

from lxml import etree
from markupsafe import Markup

from plainlang.ast import stringify
from plainlang.document import Asset, Document
from plainlang.engines import Engines
from plainlang.writers.base import EditionSettings, Written
from plainlang.writers.html_attributes import keep_known_attributes
from plainlang.writers.html_direction import mark_addresses, settle_direction
from plainlang.writers.html_glossary import finish_glossary
from plainlang.writers.html_notes import NoteWords, finish_notes
from plainlang.writers.html_outline import Entry, entries, nested, own_identifiers
from plainlang.writers.html_prepare import prepare
from plainlang.writers.html_tables import make_scrollable, mark_headers
from plainlang.writers.html_templates import render, stylesheet
from plainlang.writers.html_tree import classes, parse_body, serialize
from plainlang.writers.running_text import with_running_text

#: What both writers ask of pandoc. Code is not coloured: the colours have too little contrast.
PANDOC_OPTIONS = {
    "wrap_text": "wrap-none",
    "html_math_method": "mathml",
    "highlight_method": "none",
    "email_obfuscation": "none",
}

#: A page with no more headings than this is seen at a glance and has no table of contents.
_FEW_HEADINGS = 4

#: A table of contents longer than this leaves out the headings of level 3.
_MANY_HEADINGS = 40


def write_html(document: Document, settings: EditionSettings, engines: Engines) -> Written:
    """Return ``document`` as one HTML file.

    :raises plainlang.exceptions.EngineError: if pandoc cannot write the document.
    """
    fragment = engines.pandoc.write(
        with_running_text(prepare(document.blocks)),
        "html5",
        api_version=document.api_version,
        options=PANDOC_OPTIONS,
    )
    root = parse_body(fragment.decode())
    keep_known_attributes(root)
    own_identifiers(root)
    mark_addresses(root)
    mark_headers(root)
    finish_glossary(root, epub=False)
    finish_notes(root, note_words(document, settings), epub=False)
    make_scrollable(root)
    settle_direction(root, settings.direction)
    _embed_images(root, document.assets)
    header, main, footer = _parts(root)
    css = stylesheet("edition.css")
    page = render(
        "edition.html",
        language=document.language,
        direction=settings.direction,
        title=document.metadata.title or stringify(document.blocks[:1], notes=False).strip(),
        metadata=_metadata(document),
        policy=_policy(css),
        css=Markup(css),
        words={
            "skip": settings.translate("Skip to the text"),
            "contents": settings.translate("Contents"),
        },
        words_language=foreign_words(document, settings),
        entries=_contents(root),
        header=Markup(serialize(header)),
        main=Markup(serialize(main)),
        footer=Markup(serialize(footer)),
    )
    return Written(page.encode())


def foreign_words(document: Document, settings: EditionSettings) -> str | None:
    """Return the language of plainlang's own words where it is not the edition's."""
    own, other = (tag.partition("-")[0] for tag in (document.language, settings.words_language))
    return None if own.lower() == other.lower() else settings.words_language


def note_words(document: Document, settings: EditionSettings) -> NoteWords:
    """Return the words around footnotes."""
    return NoteWords(
        heading=settings.translate("Notes"),
        back=settings.translate("Back to the text at note {number}"),
        language=foreign_words(document, settings),
    )


def _parts(
    root: etree._Element,
) -> tuple[list[etree._Element], list[etree._Element], list[etree._Element]]:
    """Return what belongs into the page's header, main part and footer."""
    header: list[etree._Element] = []
    main: list[etree._Element] = []
    footer: list[etree._Element] = []
    for element in root:
        names = classes(element)
        if not main and (element.tag == "h1" or "title-block" in names):
            header.append(element)
        elif "about" in names:
            footer.append(element)
        else:
            main.append(element)
    return header, main, footer


def _contents(root: etree._Element) -> tuple[Entry, ...]:
    flat = [e for e in entries(root) if e.level > 1 and e.href != "#page-notes"]
    shown = sum(entry.level <= 3 for entry in flat)
    if len(flat) <= _FEW_HEADINGS:
        return ()
    return nested(flat, 3 if shown <= _MANY_HEADINGS else 2)


def _metadata(document: Document) -> list[tuple[str, str]]:
    """Return the page's ``meta`` elements: HTML's own names and Dublin Core."""
    known = document.metadata
    reviewed = known.last_reviewed.isoformat() if known.last_reviewed else ""
    valid = f"end={known.next_review.isoformat()}" if known.next_review else ""
    pairs = [
        ("description", known.description),
        *(("author", author) for author in known.authors),
        ("generator", "plainlang"),
        ("dcterms.title", known.title),
        ("dcterms.language", document.language),
        ("dcterms.source", known.url),
        ("dcterms.publisher", known.source),
        ("dcterms.bibliographicCitation", known.citation),
        ("dcterms.date", reviewed),
        ("dcterms.valid", valid),
        *(("dcterms.rights", statement) for statement in known.rights_statements),
    ]
    return [(name, " ".join(content.split())) for name, content in pairs if content.strip()]


def _policy(css: str) -> str:
    digest = base64.b64encode(hashlib.sha256(css.encode()).digest()).decode()
    return f"default-src 'none'; img-src data:; style-src 'sha256-{digest}'"


def _embed_images(root: etree._Element, assets: tuple[Asset, ...]) -> None:
    by_name = {asset.name: asset for asset in assets}
    for image in root.iter("img"):
        asset = by_name.get(str(image.get("src")))
        if asset is not None:
            data = base64.b64encode(asset.data).decode()
            image.set("src", f"data:{asset.media_type};base64,{data}")

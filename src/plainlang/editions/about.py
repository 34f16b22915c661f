"""The end of an edition: where the text comes from and who holds the rights."""

from __future__ import annotations

from plainlang.ast import attr, div, stringify, text, walk
from plainlang.document import Block, Document, Inline
from plainlang.editions.label import Entry, definition_list, own_words
from plainlang.locales import Words

#: Identifier of the heading of the last part.
ABOUT_ID = "about-this-document"


def about_block(document: Document, words: Words) -> list[Block]:
    """Return ``Div.about``, or nothing where there is nothing to say."""
    metadata = document.metadata
    language = document.language

    def label(message: str) -> list[Inline]:
        return own_words(message, words, language)

    entries: list[Entry] = []
    if metadata.authors:
        entries.append((label("Written by"), text(", ".join(metadata.authors))))
    if metadata.source:
        entries.append((label("Source"), text(metadata.source)))
    if metadata.url:
        link = {"t": "Link", "c": [attr(), [{"t": "Str", "c": metadata.url}], [metadata.url, ""]]}
        entries.append((label("Web address"), [link]))
    if metadata.citation:
        entries.append((label("Cite as"), text(metadata.citation)))
    if metadata.version:
        entries.append((label("Version"), text(metadata.version)))
    if metadata.licence:
        entries.append((label("Licence"), _licence(metadata.licence, words, language)))
    if metadata.rights_basis:
        entries.append((label("Allowed by"), text(metadata.rights_basis)))
    if metadata.rights and not _stands_in(metadata.rights, document.blocks):
        entries.append((label("Rights"), text(metadata.rights)))
    if not entries:
        return []
    heading = {"t": "Header", "c": [2, attr(ABOUT_ID), label("About this document")]}
    return [div([heading, definition_list(entries)], ["about"])]


def _licence(licence: str, words: Words, language: str) -> list[Inline]:
    if licence.replace("_", " ").replace("-", " ").lower() == "public domain":
        return own_words("Public domain", words, language)
    return text(licence)


def _stands_in(notice: str, blocks: tuple[Block, ...]) -> bool:
    """Tell whether a part with the role ``rights`` already shows the notice."""
    wanted = " ".join(notice.split())
    return any(
        element["t"] == "Div"
        and "rights" in element["c"][0][1]
        and wanted in " ".join(stringify(element).split())
        for element in walk(blocks)
    )

"""A cleaned document back to Markdown, so that an author can go on with the clean text."""

from __future__ import annotations

from dataclasses import replace
from pathlib import PurePath
from typing import Any

import yaml

from plainlang.ast import Element, transform
from plainlang.document import Document, Metadata
from plainlang.engines.pandoc import MARKDOWN, PandocWorker


def markdown_of(document: Document, pandoc: PandocWorker) -> str:
    """Return front matter and body as the Markdown that plainlang reads.

    Lines are not wrapped: one paragraph is one line, so that a later change shows as one line.

    :raises EngineError: if pandoc fails.
    """
    body = pandoc.write(
        document.blocks,
        MARKDOWN,
        api_version=document.api_version,
        options={"wrap_text": "preserve"},
    ).decode()
    values = front_matter(document)
    if not values:
        return body
    front = yaml.safe_dump(
        values, allow_unicode=True, sort_keys=False, default_flow_style=False,
        width=10_000,
    )  # fmt: skip
    return f"---\n{front}---\n\n{body}"


def with_pictures(
    document: Document, carried: Document, out: str | None
) -> tuple[Document, dict[str, bytes]]:
    """Return the document with its own pictures as files beside ``out``, and those files.

    A source in Markdown names its pictures; one in DOCX or ODT holds them.

    :param carried: the document as :func:`~plainlang.assets.carry_images` returned it.
    :param out: the Markdown file that is written; without one no picture is.
    :return: files by their paths relative to the folder of ``out``.
    """
    if out is None or not document.assets:
        return document, {}
    folder = PurePath(out).stem + "-pictures"
    files = {a.name: f"{folder}/{PurePath(a.name).name}" for a in carried.assets if not a.path}

    def visit(element: Element) -> Element:
        if element["t"] != "Image" or element["c"][2][0] not in files:
            return element
        attributes, alt, (target, title) = element["c"]
        return {**element, "c": [attributes, alt, [files[target], title]]}

    blocks = tuple(transform(carried.blocks, visit))
    data = {files[a.name]: a.data for a in carried.assets if a.name in files}
    return replace(carried, blocks=blocks), data


def front_matter(document: Document) -> dict[str, Any]:
    """Return the metadata under the keys that the reader knows, unknown keys behind them.

    A title that was derived and a language that was assumed are left out: what the author did
    not write is not settled here.
    """
    metadata: Metadata = document.metadata
    values: dict[str, Any] = {
        "title": "" if metadata.title_derived else metadata.title,
        "id": metadata.id_stated,
        "pronunciation": metadata.pronunciation,
        "language": document.language if metadata.language_stated else "",
        "description": metadata.description,
        "authors": list(metadata.authors),
        "url": metadata.url,
        "source": metadata.source,
        "citation": metadata.citation,
        "lastReviewed": metadata.last_reviewed and metadata.last_reviewed.isoformat(),
        "reviewFrequency": metadata.review_frequency,
        "license": metadata.licence,
        "rights": metadata.rights,
        "rights-basis": metadata.rights_basis,
        "notice": metadata.notice,
        "audienceLevel": metadata.audience,
        "version": metadata.version,
        "tags": list(metadata.tags),
    }
    kept = {key: value for key, value in values.items() if value}
    return kept | dict(metadata.extra)

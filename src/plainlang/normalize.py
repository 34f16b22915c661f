"""A cleaned document back to Markdown, so that an author can go on with the clean text."""

from __future__ import annotations

from typing import Any

import yaml

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

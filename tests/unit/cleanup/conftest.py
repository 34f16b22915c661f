"""How the tests of cleanup get documents: from Markdown, by the real reader."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainlang.document import Document, Provenance
from plainlang.engines import Engines
from plainlang.readers import read_document

Read = Callable[[str], Document]
Write = Callable[[Document], str]


@pytest.fixture(scope="session")
def read(engines: Engines) -> Read:
    """Return a function that reads Markdown with front matter."""

    def from_markdown(source: str) -> Document:
        reading = read_document(
            source,
            file="case.md",
            provenance=Provenance("case.md", "", ""),
            default_language="en",
            engines=engines,
        )
        return reading.document

    return from_markdown


@pytest.fixture(scope="session")
def write(engines: Engines) -> Write:
    """Return a function that writes a document's blocks as Markdown."""

    def to_markdown(document: Document) -> str:
        return engines.pandoc.write(
            document.blocks,
            "commonmark_x-smart-raw_attribute",
            api_version=document.api_version,
            options={"wrap_text": "none"},
        ).decode()

    return to_markdown

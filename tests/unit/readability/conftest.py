"""How the tests of readability get documents: from Markdown, read and cleaned by the real stages."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainlang.cleanup import clean
from plainlang.document import Document, Provenance
from plainlang.engines import Engines
from plainlang.readers import read_document

Read = Callable[..., Document]


@pytest.fixture(scope="session")
def read(engines: Engines) -> Read:
    """Return a function that reads and cleans Markdown with front matter."""

    def from_markdown(source: str, language: str = "en") -> Document:
        reading = read_document(
            source,
            file="case.md",
            provenance=Provenance("case.md", "", ""),
            default_language=language,
            engines=engines,
        )
        return clean(reading.document).document

    return from_markdown

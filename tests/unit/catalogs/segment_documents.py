"""Documents for the tests of segments."""

from __future__ import annotations

from typing import Any

from plainlang.catalogs.text_form_write import canonical
from plainlang.document import Document, Metadata, Provenance


def document(blocks: Any, language: str = "en", **metadata: Any) -> Document:
    return Document(
        "d",
        language,
        Metadata(**metadata),
        tuple(blocks),
        (1, 23, 1),
        Provenance("d.md", "markdown", ""),
    )


def normal(value: Any) -> Any:
    """The AST as the text form tells it apart: a space is a space, whatever was there, words whole."""
    if isinstance(value, dict):
        return {key: normal(item) for key, item in value.items() if key != "wraps"}
    if isinstance(value, (list, tuple)):
        items = list(value)
        if items and all(isinstance(item, dict) and "t" in item for item in items):
            items = canonical(items)
        return [normal(item) for item in items]
    return value

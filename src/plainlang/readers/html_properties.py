"""What the head of an HTML page says about it."""

from __future__ import annotations

import html
from typing import Any

from plainlang.readers.raw_html_tags import Token

#: ``<meta name=…>`` (HTML living standard 4.2.5.1, and Dublin Core) by front matter key.
_NAMES = {
    "description": "description",
    "author": "author",
    "keywords": "keywords",
    "dc.title": "title",
    "dc.creator": "author",
    "dc.language": "language",
    "dc.publisher": "publisher",
    "dc.rights": "rights",
    "dcterms.title": "title",
    "dcterms.creator": "author",
    "dcterms.language": "language",
    "dcterms.publisher": "publisher",
    "dcterms.rights": "rights",
    "copyright": "copyright",
}


def page_properties(found: list[Token], text: str) -> tuple[dict[str, Any], dict[str, int]]:
    """Return the properties of a page under the keys of a front matter, and their lines.

    The address of the page is that of its ``canonical`` link; ``<base>`` stands for it where
    there is none. What is stated first wins.
    """
    values: dict[str, Any] = {}
    lines: dict[str, int] = {}
    base: tuple[str, int] | None = None

    def state(key: str, value: str, offset: int) -> None:
        words = " ".join(html.unescape(value).split())
        if words and key not in values:
            values[key] = words
            lines[key] = text.count("\n", 0, offset) + 1

    for token in found:
        if token.kind != "start":
            continue
        attributes = {key: value or "" for key, value in token.attributes.items()}
        if token.name == "html":
            state(
                "language", attributes.get("lang") or attributes.get("xml:lang", ""), token.offset
            )
        elif token.name == "title" and "svg" not in text[: token.offset].lower()[-200:]:
            start = token.offset + len(token.text)
            end = text.lower().find("</title", start)
            state("title", text[start : end if end >= 0 else start], token.offset)
        elif token.name == "meta":
            key = _NAMES.get(attributes.get("name", "").lower())
            if key:
                state(key, attributes.get("content", ""), token.offset)
        elif token.name == "link" and "canonical" in attributes.get("rel", "").lower().split():
            state("url", attributes.get("href", ""), token.offset)
        elif token.name == "base" and base is None:
            base = (attributes.get("href", ""), token.offset)
    if base is not None:
        state("url", *base)
    if "keywords" in values:
        values["keywords"] = [w.strip() for w in values["keywords"].split(",") if w.strip()]
    return values, lines

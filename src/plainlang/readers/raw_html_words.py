"""The words of HTML that goes, for the message about it."""

from __future__ import annotations

import html
from collections.abc import Mapping

from plainlang.readers.raw_html_tags import CODE, REMOVED, after_end, tokens

#: Attributes that say what an element is, in the order in which browsers ask for them.
_SPOKEN = ("aria-label", "alt", "title", "label", "value", "placeholder")


def called(attributes: Mapping[str, str | None]) -> str:
    """Return what the attributes of an element call it; empty where they do not."""
    names = (" ".join(html.unescape(attributes.get(key) or "").split()) for key in _SPOKEN)
    return next((name for name in names if name), "")


def shortened(words: str, limit: int = 80) -> str:
    """Return the first ``limit`` characters of ``words``."""
    return words if len(words) <= limit else words[: limit - 1].rstrip() + "…"


def words_of(source: str) -> str:
    """Return the words of HTML, with those that describe images and without code."""
    parts: list[str] = []
    for token in tokens(source):
        if token.kind == "text":
            parts.append(html.unescape(token.text))
        elif token.kind == "start":
            parts.extend(html.unescape(token.attributes.get(key) or "") for key in ("alt", "title"))
            if token.name in REMOVED - CODE and not token.closes_itself:
                # `tokens` steps over what stands in these.
                start = token.offset + len(token.text)
                parts.append(words_of(source[start : after_end(source, token.name, start)]))
    return " ".join(parts)

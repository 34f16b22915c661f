"""How the words of a source are quoted in a message."""

from __future__ import annotations

#: Characters of a quotation; a message is to be read, not to hold a page.
LIMIT = 200


def shown(words: str, limit: int = LIMIT) -> str:
    """Return ``words`` within ``limit`` characters; where they are cut, their number is said."""
    if len(words) <= limit:
        return words
    return f"{words[:limit]} … ({len(words):,} characters in all)"

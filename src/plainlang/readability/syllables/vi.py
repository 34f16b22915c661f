"""Vietnamese: what stands between two spaces is one syllable."""

from __future__ import annotations


def count(word: str) -> int:
    """Return 1 for each part of a word, however the parts are joined."""
    return len(word.replace("-", " ").split())

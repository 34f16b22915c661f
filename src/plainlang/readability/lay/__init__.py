"""Words that readers know although they are rare in print: one list per language.

A line is a word (small letters) or an abbreviation (capitals); ``#`` begins a comment. Used to keep
rare words and abbreviations off the list of what needs explaining.
"""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

_FOLDER = Path(__file__).parent


@lru_cache(maxsize=32)
def lay_words(tag: str) -> frozenset[str]:
    """Return the words of a BCP 47 tag's language; none where there is no list.

    Words are case-folded, abbreviations keep their capitals.
    """
    path = _FOLDER / f"{tag.replace('_', '-').split('-')[0].lower()}.txt"
    if not path.is_file():
        return frozenset()
    lines = path.read_text(encoding="utf-8").splitlines()
    return frozenset(line.strip() for line in lines if line.strip() and not line.startswith("#"))

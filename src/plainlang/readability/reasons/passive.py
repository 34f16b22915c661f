"""A hint at the passive: who does it is easily left out.

Only a hint. The pattern of a language is one file in ``plainlang/readability/passive/``: an
auxiliary, what may stand between, a participle, and participles that describe a state and do not
count. A language without a file is not looked at. CDC Clear
Communication Index, item 6; PEMAT-P, item 5 (active voice).
"""

from __future__ import annotations

import re
import tomllib
from functools import lru_cache
from pathlib import Path

from plainlang.readability.base import Sentence

_FOLDER = Path(__file__).resolve().parent.parent / "passive"


def passive(sentence: Sentence, language: str) -> str:
    """Return the words that look like a passive, or an empty text."""
    pattern = _pattern(language)
    found = pattern.search(sentence.text) if pattern else None
    return f"perhaps passive: “{' '.join(found[0].split())}”" if found else ""


def knows(language: str) -> bool:
    """Return whether there is a pattern for the language."""
    return _pattern(language) is not None


@lru_cache(maxsize=32)
def _pattern(language: str) -> re.Pattern[str] | None:
    path = _FOLDER / f"{language.split('-')[0].lower()}.toml"
    if not path.is_file():
        return None
    parts = tomllib.loads(path.read_text(encoding="utf-8"))
    return re.compile(
        rf"(?<!\w)(?:{parts['auxiliary']})(?: (?:{parts['between']})){{0,2}}"
        rf" (?!(?:{parts['state']})(?!\w))(?:{parts['participle']})(?!\w)",
        re.IGNORECASE,
    )

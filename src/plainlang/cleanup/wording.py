"""Words for messages, and how two headings are compared."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence

#: A hyphen behind a word and no other: a minus, as in "HER2- cancer".
_MINUS = re.compile(r"(?<=\w)-(?!\w)")
#: Characters of a source that a message quotes.
QUOTED_LENGTH = 60


def quoted(value: str, limit: int = QUOTED_LENGTH) -> str:
    """Return ``value`` in quotation marks, on one line, shortened to ``limit`` characters."""
    line = " ".join(value.split())
    if len(line) > limit:
        line = line[: limit - 1].rstrip() + "…"
    return f"“{line}”"


def counted(number: int, noun: str) -> str:
    """Return ``1 link``, ``2 links``, ``1,971 links``."""
    return f"{number:,} {noun}" + ("" if number == 1 else "s")


def examples(values: Sequence[str], limit: int = 3) -> str:
    """Return the first different ``values``, quoted, and how many more there are."""
    different = list(dict.fromkeys(values))
    shown = ", ".join(quoted(value) for value in different[:limit])
    rest = len(different) - limit
    return f"{shown} and {rest:,} more" if rest > 0 else shown


def comparable(value: str) -> str:
    """Return ``value`` without case, punctuation and runs of spaces, to compare headings by.

    Signs that change the meaning stay ("HER2+" and "HER2-" differ). A text without a letter or
    digit stays as it is, so that two of them are not confused.
    """
    folded = unicodedata.normalize("NFKC", value).casefold()
    signed = _MINUS.sub("\u2212", folded)
    kept = "".join(character if _counts(character) else " " for character in signed)
    return " ".join(kept.split()) or folded.strip()


def _counts(character: str) -> bool:
    """Tell whether a character is a letter, digit, mark (vowels of many scripts) or sign."""
    return (
        character.isalnum()
        or unicodedata.category(character)[0] == "M"
        or (unicodedata.category(character) == "Sm" and character not in "|~")
    )

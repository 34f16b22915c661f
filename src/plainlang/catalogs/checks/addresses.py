"""Web and e-mail addresses and telephone numbers in a text: what is not translated."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from functools import lru_cache

from plainlang.catalogs.checks.words import folded

_WEB = re.compile(
    r"(?:https?://|www\.)[^\s<>\"“”«»،。，；）)]+"
    r"|(?<![\w@.-])(?:[a-z0-9-]+\.)+(?:gov|org|com|net|edu|int|info)(?:/[^\s<>\"“”)]*)?(?![\w-])",
    re.IGNORECASE,
)
_MAIL = re.compile(r"[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+\.[A-Za-z]{2,}")
# Three groups set apart, or a leading plus or bracket: no date (4-2-2), no range (two groups).
_PHONE = re.compile(
    r"(?<![\w.,-])(?!\d{4}-\d{1,2}-\d{1,2}\b)(?!\d{1,2}-\d{1,2}-\d{2,4}\b)"
    r"(?:\+\d{1,3}[\s.-]?|1 (?=\())?(?:\(\d{2,5}\)[\s.-]?|\d{1,4}[.-])"
    r"\d{2,4}[\s.-]\d{2,5}(?:[\s.-]\d{2,5})?(?![\w-])"
    r"|\+\d[\d\s-]{6,}\d"
)


@lru_cache(maxsize=16)
def addresses(text: str) -> tuple[Mapping[str, int], str]:
    """Return the addresses of ``text``, and the text with spaces in their place.

    A telephone number counts as its digits, in whatever script and however they are grouped.
    """
    text = folded(text)
    found: Counter[str] = Counter()
    if "@" in text:
        for match in _MAIL.finditer(text):
            found[match[0].lower().rstrip(".")] += 1
        text = _MAIL.sub(_blank, text)
    if "." in text or "/" in text:
        for match in _WEB.finditer(text):
            found[match[0].rstrip(".,;:!?'’…").rstrip("/")] += 1
        text = _WEB.sub(_blank, text)
    for match in _PHONE.finditer(text):
        digits = re.sub(r"\D", "", match[0])
        if len(digits) >= 7:
            found[digits] += 1
            text = text[: match.start()] + _blank(match) + text[match.end() :]
    return found, text


def _blank(match: re.Match[str]) -> str:
    return " " * len(match[0])

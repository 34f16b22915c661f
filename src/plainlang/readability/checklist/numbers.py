"""Numbers: per cents, fractions and ranges are hard for many readers."""

from __future__ import annotations

import re

from plainlang.readability.checklist.base import Looked
from plainlang.readability.report import CheckItem, State

_PERCENT = re.compile(r"\d\s?(?:%|٪|percent|per cent|por ciento|pour cent|Prozent)")
_NUMBER = re.compile(r"\d+(?:[.,]\d+)*")
_FRACTION = re.compile(r"\d+[.,]\d+(?!\d)|\d+/\d+")


def numbers(looked: Looked) -> CheckItem:
    """Return how many numbers there are, and how many of them are per cents or have decimals."""
    text = "\n".join(sentence.text for sentence in looked.measured.sentences)
    total, per_cent, parts = (
        len(pattern.findall(text)) for pattern in (_NUMBER, _PERCENT, _FRACTION)
    )
    hard = per_cent or parts
    return CheckItem(
        "numbers",
        "Are numbers ones that readers use, with their meaning explained?",
        State.LOOK if hard else State.YES,
        f"{total} numbers, {per_cent} per cents, {parts} with decimals or fractions",
        "CDC Clear Communication Index 15 and 16; PEMAT-P 6",
    )

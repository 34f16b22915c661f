"""Fonts whose letters show signs: an ``m`` in Symbol is a µ, so that 5 µg would become 5 mg."""

from __future__ import annotations

import re

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.readers.shown import shown

SYMBOL_FONT = re.compile(r"\b(?:symbol|wingdings|webdings|zapf ?dingbats)\b", re.IGNORECASE)


def symbols_refused(font: str, words: str, file: str, line: int | None = None) -> Diagnostic:
    """Return the error for letters that show other signs than they are."""
    return Diagnostic(
        Code.SOURCE_TEXT_LOST,
        Severity.ERROR,
        f"“{shown(' '.join(words.split()))}” is set in the font {font}, which shows other signs",
        file,
        line,
        "Write the signs themselves (µ, ≥, ✓), in an ordinary font.",
    )

"""Invisible characters that break words apart for a program, and the normal form NFC.

Zero width joiners and non-joiners (U+200C, U+200D) are letters of Arabic, Persian and the
languages of India in all but name, and the marks of direction (U+200E, U+200F, U+202A to
U+202E, U+2066 to U+2069) order a line: none of them is touched.
"""

from __future__ import annotations

import re
import unicodedata

SOFT_HYPHEN = "\N{SOFT HYPHEN}"
ZERO_WIDTH_SPACE = "\N{ZERO WIDTH SPACE}"
BYTE_ORDER_MARK = "\N{ZERO WIDTH NO-BREAK SPACE}"

# Scripts that are written without spaces and that use U+200B between words (The Unicode
# Standard, chapter 16): Thai, Lao, Tibetan, Myanmar, Khmer, Tai Le, New Tai Lue, Tai Tham,
# Balinese, Javanese, Myanmar Extended, Tai Viet.
_UNSPACED = (
    "\u0e00-\u0eff\u0f00-\u0fff\u1000-\u109f\u1780-\u17ff\u1950-\u19ff\u1a20-\u1aaf"
    "\u1b00-\u1b7f\ua980-\ua9ff\uaa60-\uaadf"
)
_REMOVABLE_SPACES = re.compile(
    f"(?<![{_UNSPACED}{ZERO_WIDTH_SPACE}]){ZERO_WIDTH_SPACE}++(?![{_UNSPACED}])"
)

# At the end of a line a soft hyphen says that the word goes on in the next one, and after
# "Â" or "Ã" it is half of a misread letter: in both places it is all there is to know by.
_REMOVABLE_HYPHENS = re.compile(rf"(?<![ÂÃ{SOFT_HYPHEN}]){SOFT_HYPHEN}++(?!\s*$)")


def compose(line: str) -> str:
    """Return ``line`` in the normal form NFC, in which a letter and its accent are one."""
    return unicodedata.normalize("NFC", line)


def remove_soft_hyphens(line: str) -> str:
    """Return ``line`` without the soft hyphens within it."""
    return _REMOVABLE_HYPHENS.sub("", line)


def remove_zero_width_spaces(line: str) -> str:
    """Return ``line`` without U+200B, except in scripts where it separates words."""
    return _REMOVABLE_SPACES.sub("", line)


def remove_byte_order_marks(line: str) -> str:
    """Return ``line`` without byte order marks at its start.

    That is where they come to stand when files are joined, and there they hide a heading or
    the front matter. Within a line U+FEFF is an old way to forbid a line break, and stays.
    """
    return line.lstrip(BYTE_ORDER_MARK)


def may_change(text: str) -> bool:
    """Return whether any function of this module might change a line of ``text``."""
    return (
        SOFT_HYPHEN in text
        or ZERO_WIDTH_SPACE in text
        or BYTE_ORDER_MARK in text
        or not unicodedata.is_normalized("NFC", text)
    )

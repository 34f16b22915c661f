"""Characters that no text has: control characters, noncharacters, and turned-round direction.

XML 1.0 (section 2.2) forbids most of them, so that no edition could hold them; XML parsers, PDF
viewers and screen readers do not agree on what to make of the others. They come from word
processors (a form feed for a new page, U+000B for a new line), from terminals, and from
characters that some program did not know.
"""

from __future__ import annotations

import re

from plainlang.encoding.damage import REPLACEMENT

#: C0 without tab, line feed, vertical tab and form feed; DEL and C1; and the noncharacters of
#: Unicode (The Unicode Standard, section 23.7).
_CONTROL = (
    "\x00-\x08\x0e-\x1f\x7f-\x9f\ufdd0-\ufdef"
    + "".join(f"{chr(plane * 0x10000 + 0xFFFE)}{chr(plane * 0x10000 + 0xFFFF)}"
              for plane in range(17))
)  # fmt: skip
_CONTROLS = re.compile(rf"\x1b\[[0-9;?]*[ -/]*[@-~]|[{_CONTROL}]+")
#: U+001A stands for a character that a program did not know. Between the digits of a number any
#: other control may have been its dash or its point: "10" and "20" must not become "1020".
_LOST = re.compile(rf"(?<=[\d.,/])[{_CONTROL}]+(?=[\d.,/])|\x1a(?=.)")
#: White space of typewriters and word processors (vertical tab, form feed).
_FEEDS = re.compile(r"\s*[\x0b\x0c]\s*")
_ANY = re.compile(rf"[\x0b\x0c\u202d\u202e{_CONTROL}]")

#: LEFT-TO-RIGHT OVERRIDE and RIGHT-TO-LEFT OVERRIDE.
OVERRIDES = "\u202d\u202e"
#: LEFT-TO-RIGHT EMBEDDING and RIGHT-TO-LEFT EMBEDDING, and what ends them and the overrides.
EMBEDDINGS = "\u202a\u202b"
POP = "\u202c"


def mark_lost_characters(line: str) -> str:
    """Return ``line`` with U+FFFD where a control character stands for one that is lost."""
    return _LOST.sub(REPLACEMENT, line)


def remove_control_characters(line: str) -> str:
    """Return ``line`` without control characters, sequences for terminals, and noncharacters."""
    return _CONTROLS.sub("", line)


def make_spaces_of_feeds(line: str) -> str:
    """Return ``line`` with a space for vertical tabs and form feeds, at its ends with nothing."""

    def space(match: re.Match[str]) -> str:
        return " " if match.start() and match.end() < len(line) else ""

    return _FEEDS.sub(space, line)


def remove_overrides(line: str) -> str:
    """Return ``line`` without U+202D and U+202E, and without the U+202C that ends each.

    They make a line show its characters in another order than it has them, while a screen reader
    reads them in their order.
    """
    kept: list[str] = []
    opened: list[bool] = []  # whether it is kept
    for character in line:
        if character in OVERRIDES or character in EMBEDDINGS:
            opened.append(character in EMBEDDINGS)
            keep = opened[-1]
        else:
            keep = character != POP or not opened or opened.pop()
        if keep:
            kept.append(character)
    return "".join(kept)


def may_change(text: str) -> bool:
    """Return whether any function of this module might change a line of ``text``."""
    return _ANY.search(text) is not None

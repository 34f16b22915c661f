"""Line ends: everything that ends a line becomes a line feed, throughout the text."""

from __future__ import annotations

import re

from plainlang.document import Repair
from plainlang.encoding.steps import UNIFY_LINE_ENDS

LINE_SEPARATOR = "\N{LINE SEPARATOR}"
PARAGRAPH_SEPARATOR = "\N{PARAGRAPH SEPARATOR}"
NEXT_LINE = "\x85"

KINDS: tuple[tuple[str, str], ...] = (
    ("\r\n", "\n"),
    ("\r", "\n"),
    # A separator beside a line feed adds nothing to it; turned into one more line feed it
    # would make a blank line, and so a paragraph, that the author did not write.
    (LINE_SEPARATOR + "\n", "\n"),
    ("\n" + LINE_SEPARATOR, "\n"),
    (LINE_SEPARATOR, "\n"),
    (PARAGRAPH_SEPARATOR + "\n", "\n\n"),
    # A blank line is what separates paragraphs in a text of lines.
    (PARAGRAPH_SEPARATOR, "\n\n"),
)
"""What is found and what replaces it, in the order of replacing."""

# U+0085 is a line end in text from mainframes, and one byte of a character that was misread
# in nearly every other text: an ellipsis (0x85 in windows-1252), or the end of "Ã\x85". It
# ends lines only where nothing else does, where no other C1 control stands beside it, and
# where neither a letter of a misread sequence before it nor a space after it says otherwise.
_NOT_A_LINE_END = re.compile("[\x80-\x84\x86-\x9f]|[\x80-\xff]\x85|\x85 ")


def unify(text: str) -> tuple[str, list[Repair]]:
    """Return ``text`` with line feeds as its only line ends, and one repair for each kind."""
    repairs: list[Repair] = []
    if text.isascii() and "\r" not in text:
        return text, repairs
    kinds = KINDS
    if NEXT_LINE in text and _next_line_ends_lines(text):
        kinds = (*KINDS, (NEXT_LINE, "\n"))
    for found, replacement in kinds:
        place = text.find(found)
        if place >= 0:
            line = text.count("\n", 0, place) + 1
            repairs.append(Repair(line, found, replacement, (UNIFY_LINE_ENDS,)))
            text = text.replace(found, replacement)
    return text, repairs


def is_unified(text: str) -> bool:
    """Return whether line feeds are the only line ends of ``text``."""
    return not ("\r" in text or LINE_SEPARATOR in text or PARAGRAPH_SEPARATOR in text)


def _next_line_ends_lines(text: str) -> bool:
    return (
        text.count(NEXT_LINE) > 1
        and "\n" not in text
        and is_unified(text)
        and not _NOT_A_LINE_END.search(text)
    )

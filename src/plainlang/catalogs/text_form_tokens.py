"""The text form cut into its parts (grammar: ``docs/reference/msgid.md``), each with its place."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum


class TextFormError(ValueError):
    """A text that is not in the text form, or that does not fit the text it translates.

    :param problem: a name for programs: ``escape``, ``unbalanced``, ``malformed``,
        ``unknown``, ``doubled`` or ``missing``.
    :param column: 1-based, in characters of the text.
    :param hint: what to do.
    """

    def __init__(self, problem: str, message: str, column: int, hint: str) -> None:
        super().__init__(f"column {column}: {message}")
        self.problem = problem
        self.message = message
        self.column = column
        self.hint = hint

    def __reduce__(self) -> tuple[object, ...]:
        return type(self), (self.problem, self.message, self.column, self.hint)


class Part(StrEnum):
    """The kinds of parts."""

    TEXT = "text"
    SPACE = "space"
    BREAK = "break"
    EMPHASIS = "*"
    STRONG = "**"
    LINK_START = "["
    LINK_END = "]"
    GROUP_START = "<g>"
    GROUP_END = "</g>"
    EMPTY = "<x/>"


@dataclass(frozen=True, slots=True)
class Token:
    """One part of a text.

    :param text: for ``TEXT`` the characters that are meant, without escapes; for the others
        the part as it is written.
    :param number: of a link, a group or an empty placeholder; 0 for the others.
    :param column: 1-based, in characters of the text.
    """

    part: Part
    text: str
    column: int
    number: int = 0


_TOKEN = re.compile(
    r"(?P<code>\\u\{[0-9A-Fa-f]{1,6}\})|(?P<escape>\\[\\*\[\]<])|(?P<stars>\*+)|(?P<open>\[)"
    r"|\]\(#(?P<link>[1-9]\d{0,3})\)|<g(?P<group>[1-9]\d{0,3})>|</g(?P<end>[1-9]\d{0,3})>"
    r"|<x(?P<empty>[1-9]\d{0,3})/>|(?P<break>\r\n|\r|\n)|(?P<space>[ \t])"
    r"|(?P<text>(?:[^\\*\[\]< \t\r\n]|<(?!/?[gx]\d))+)"
)
_NUMBERED = {
    "link": Part.LINK_END,
    "group": Part.GROUP_START,
    "end": Part.GROUP_END,
    "empty": Part.EMPTY,
}
_LAST_CHARACTER = 0x10FFFF


def tokens(text: str) -> Iterator[Token]:
    """Yield the parts of ``text`` in their order.

    :raises TextFormError: where a part is not of the text form (``escape``, ``malformed``,
        ``unbalanced``). Whether marks pair up is not looked at here.
    """
    place = 0
    while place < len(text):
        match = _TOKEN.match(text, place)
        if match is None:
            raise _malformed(text, place)
        yield _token(match, place + 1)
        place = match.end()


def _token(match: re.Match[str], column: int) -> Token:
    group = match.lastgroup or ""
    written = match[0]
    if group == "text":
        return Token(Part.TEXT, written, column)
    if group == "space":
        return Token(Part.SPACE, written, column)
    if group == "break":
        return Token(Part.BREAK, written, column)
    if group == "escape":
        return Token(Part.TEXT, written[1], column)
    if group == "code":
        value = int(written[3:-1], 16)
        if value > _LAST_CHARACTER or 0xD800 <= value <= 0xDFFF:
            raise TextFormError(
                "escape", f"{written} is no character", column, "Write the character itself."
            )
        return Token(Part.TEXT, chr(value), column)
    if group == "stars":
        if len(written) > 2:
            raise TextFormError(
                "unbalanced",
                f"{len(written)} asterisks in a row",
                column,
                r"Write * or ** around the words; an asterisk that is meant is \*.",
            )
        return Token(Part.EMPHASIS if written == "*" else Part.STRONG, written, column)
    if group == "open":
        return Token(Part.LINK_START, written, column)
    return Token(_NUMBERED[group], written, column, int(match[group]))


def _malformed(text: str, place: int) -> TextFormError:
    mark = text[place]
    if mark == "\\":
        return TextFormError(
            "escape",
            f"a backslash before {text[place + 1 : place + 2]!r}",
            place + 1,
            r"A backslash that is meant is written \\.",
        )
    if mark == "]":
        return TextFormError(
            "unbalanced",
            "] without the number of a link",
            place + 1,
            r"End a link with ](#1), with the source's number; a bracket that is meant is \].",
        )
    return TextFormError(
        "malformed",
        f"{text[place : place + 5]!r} is no placeholder",
        place + 1,
        r"Copy <g1>, </g1> or <x1/> from the source; a sign that is meant is \<.",
    )

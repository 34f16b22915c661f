"""The quoted strings of a PO file: escapes and wrapping."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

#: Columns of a line that a tool of gettext writes by default (``PAGE_WIDTH`` 79).
WIDTH = 79

_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_WRITTEN = {**{v: f"\\{k}" for k, v in _ESCAPES.items()}, '"': '\\"', "\\": "\\\\"}
_TO_WRITE = re.compile(r'[\n\t\r\a\b\f\v"\\]')
#: One escape, or a run of numeric ones, which are the bytes of characters.
_ESCAPE = re.compile(r"((?:\\[0-7]{1,3}|\\x[0-9A-Fa-f]{1,2})+)|\\(.)", re.DOTALL)
_NUMERIC = re.compile(r"\\x([0-9A-Fa-f]{1,2})|\\([0-7]{1,3})")


def unescape(text: str, encoding: str) -> str:
    """Return the characters that the text between two quotation marks stands for.

    :param encoding: of the file, for bytes that are given by their numbers.
    :raises ValueError: with what is wrong, if an escape is none that gettext knows.
    """
    if "\\" not in text:
        return text

    def one(found: re.Match[str]) -> str:
        if found[1] is not None:
            numbers = [int(h, 16) if h else int(o, 8) for h, o in _NUMERIC.findall(found[1])]
            if max(numbers) > 255:
                raise ValueError(f"{found[1]} is no byte")
            return bytes(numbers).decode(encoding.removesuffix("-sig"), "replace")
        character = found[2]
        if character in _ESCAPES:
            return _ESCAPES[character]
        if character in {'"', "\\", "?", "'"}:
            return character
        raise ValueError(f"\\{character} is no escape that a PO file knows")

    return _ESCAPE.sub(one, text)


def escape(text: str) -> str:
    """Return ``text`` as it stands between quotation marks."""
    return _TO_WRITE.sub(lambda found: _WRITTEN[found[0]], text)


def string_lines(keyword: str, text: str, prefix: str = "") -> list[str]:
    """Return the lines of a keyword and its string, wrapped as gettext wraps them.

    :param prefix: what every line begins with (``#~ ``, ``#| ``).
    """
    single = f'{prefix}{keyword} "{escape(text)}"'
    if "\n" not in text[:-1] and _columns(single) <= WIDTH:
        return [single]
    room = WIDTH - len(prefix) - 2
    parts = [piece for row in text.splitlines(keepends=True) for piece in _wrapped(row, room)]
    return [f'{prefix}{keyword} ""', *(f'{prefix}"{part}"' for part in parts)]


def _wrapped(row: str, room: int) -> Iterator[str]:
    """Yield pieces of one row, escaped, each of at most ``room`` columns where words allow it."""
    piece, columns = "", 0
    for unit in _units(row):
        width = _columns(unit)
        if piece and columns + width > room:
            yield piece
            piece, columns = "", 0
        piece += unit
        columns += width
    if piece:
        yield piece


def _units(row: str) -> Iterator[str]:
    """Yield what stays in one line: a word with the spaces behind it, or one wide character."""
    for word in re.findall(r"\S*\s*", row):
        unit = ""
        for character in word:
            if unit and _is_wide(character) and not character.isspace():
                yield escape(unit)
                unit = ""
            unit += character
        if unit:
            yield escape(unit)


def _columns(text: str) -> int:
    return len(text) if text.isascii() else sum(2 if _is_wide(c) else 1 for c in text)


def _is_wide(character: str) -> bool:
    return character > "\u1100" and unicodedata.east_asian_width(character) in "WF"

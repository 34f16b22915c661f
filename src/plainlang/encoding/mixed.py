"""Files in which some lines are UTF-8 and some are not.

They come about when text from two programs is joined. Read as a whole in the legacy encoding,
the good lines would be misread, so each line is read for itself, and what reads better stands.
"""

from __future__ import annotations

import re

from plainlang.encoding import charsets
from plainlang.encoding.reading import oddities

_STRAY = re.compile("[\udc80-\udcff]+")
"""Bytes that are not UTF-8, as Python's error handler ``surrogateescape`` represents them."""

_UTF_8 = re.compile("[^\x00-\x7f\udc80-\udcff]")


def legacy_lines(data: bytes) -> bytes:
    """Return the lines of ``data`` that are not UTF-8, joined."""
    lines = _escape(data).split("\n")
    return _bytes("\n".join(line for line in lines if _STRAY.search(line)))


def read(data: bytes, encoding: str) -> str | None:
    """Return the text of ``data``, each line in UTF-8 or in ``encoding``.

    :returns: ``None`` where no line is UTF-8 beyond ASCII, so that all of it is in ``encoding``.
    """
    escaped = _escape(data)
    if not _may_be_mixed(escaped, encoding):
        return None
    rows: list[str] = []
    mixed = False
    for line in escaped.split("\n"):
        legacy = _bytes(line).decode(encoding, "replace")
        row = _read_line(line, legacy, encoding) if _UTF_8.search(line) else legacy
        rows.append(row)
        mixed = mixed or row != legacy
    return "\n".join(rows) if mixed else None


def _may_be_mixed(escaped: str, encoding: str) -> bool:
    """Return whether there is UTF-8 in the file, and not by accident.

    In the encodings of East Asia and in Thai a line may happen to be UTF-8, so there the larger
    part of the bytes decides.
    """
    if not _UTF_8.search(escaped):
        return False
    if encoding in charsets.SINGLE_BYTE and encoding != "cp874":
        return True
    stray = sum(len(run) for run in _STRAY.findall(escaped))
    beyond_ascii = sum(byte > 0x7F for byte in _bytes(escaped))
    return beyond_ascii > 2 * stray


def _read_line(line: str, legacy: str, encoding: str) -> str:
    if not _STRAY.search(line):
        utf_8 = line
    elif encoding == charsets.WESTERN:
        # In one line too: what is UTF-8 among Western bytes hardly is so by accident.
        utf_8 = _STRAY.sub(lambda run: _bytes(run[0]).decode(encoding, "replace"), line)
    else:
        return legacy
    # "É»" in windows-1252 happens to be a letter in UTF-8, but not one that a word has.
    difference = oddities(utf_8) - oddities(legacy, encoding)
    if difference == 0:
        return utf_8 if encoding == charsets.WESTERN else legacy
    return utf_8 if difference < 0 else legacy


def _escape(data: bytes) -> str:
    return data.decode(charsets.UTF_8, "surrogateescape")


def _bytes(escaped: str) -> bytes:
    return escaped.encode(charsets.UTF_8, "surrogateescape")

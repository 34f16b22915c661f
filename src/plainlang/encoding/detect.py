"""From bytes to text: a byte order mark, a declared charset, UTF-8, UTF-16 and UTF-32, a guess."""

from __future__ import annotations

import codecs
from dataclasses import dataclass

from plainlang.encoding import charsets, mixed
from plainlang.encoding.legacy import guess
from plainlang.encoding.reading import oddities

_MARKS: tuple[tuple[bytes, str], ...] = (
    (codecs.BOM_UTF8, charsets.UTF_8),
    # The mark of UTF-32 begins with that of UTF-16, so it comes first.
    (codecs.BOM_UTF32_LE, "utf-32-le"),
    (codecs.BOM_UTF32_BE, "utf-32-be"),
    (codecs.BOM_UTF16_LE, "utf-16-le"),
    (codecs.BOM_UTF16_BE, "utf-16-be"),
)

POOR = 0.1
"""The share of oddities from which bytes that could be UTF-16 or UTF-32 are not text."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What bytes were read as.

    :param wide: the encoding has more than one byte for a character of ASCII.
    """

    text: str
    encoding: str
    confidence: float | None = None
    wide: bool = False


def to_text(data: bytes, declared: str | None = None) -> Reading | None:
    """Return the text that ``data`` stands for, not yet repaired; ``None`` where it is none.

    :param declared: see :func:`plainlang.encoding.decode`.
    """
    for mark, encoding in _MARKS:
        if data.startswith(mark):
            return _after_mark(data[len(mark) :], encoding)
    name = charsets.resolve(declared) if declared else None
    if name is not None and (reading := _as_declared(data, name)):
        return reading
    if b"\0" in data:
        return _without_mark(data)
    if data.isascii() and b"\x1b$" in data and (text := _strict(data, "iso2022_jp")):
        return Reading(text, "iso2022_jp")
    return _narrow(data)


def _after_mark(data: bytes, encoding: str) -> Reading | None:
    if encoding == charsets.UTF_8:
        return None if b"\0" in data else _narrow(data, marked=True)
    # Half a character at the end of a file that was cut off is a lost one, no reason to refuse.
    text = data.decode(encoding, "replace")
    return None if "\0" in text else Reading(text, encoding, wide=True)


def _as_declared(data: bytes, encoding: str) -> Reading | None:
    wide = encoding in charsets.WIDE
    if wide and b"\0" not in data and _strict(data, charsets.UTF_8) is not None:
        # Pages that call themselves UTF-16 in ASCII are not (HTML standard, 13.2.3.2).
        return None
    text = _strict(data, encoding)
    if text is None or "\0" in text:
        return None
    return Reading(text, encoding, wide=wide)


def _without_mark(data: bytes) -> Reading | None:
    """Return the reading of bytes that hold NUL: UTF-16 and UTF-32 do, in every line."""
    read: list[tuple[float, str, str]] = []
    for encoding in charsets.WIDE:
        text = _strict(data, encoding)
        if text and "\0" not in text:
            sample = text[:4096]
            odd = oddities(sample) / len(sample)
            if odd <= POOR:
                read.append((odd, encoding, text))
    if not read:
        return None
    odd, encoding, text = min(read)
    return Reading(text, encoding, round(1 - odd / POOR / 2, 2), wide=True)


def _narrow(data: bytes, *, marked: bool = False) -> Reading:
    text = _strict(data, charsets.UTF_8)
    if text is not None:
        return Reading(text, charsets.UTF_8)
    if (text := _cut_off(data)) is not None:
        return Reading(text, charsets.UTF_8)
    found = guess(mixed.legacy_lines(data))
    text = mixed.read(data, found.encoding)
    if text is not None or marked:
        name = f"{charsets.UTF_8}+{found.encoding}"
        return Reading(text or data.decode(found.encoding, "replace"), name, found.confidence)
    return Reading(data.decode(found.encoding, "replace"), found.encoding, found.confidence)


def _cut_off(data: bytes) -> str | None:
    """Return the text of UTF-8 that ends within a character, which is lost."""
    decoder = codecs.getincrementaldecoder(charsets.UTF_8)()
    try:
        text = decoder.decode(data, final=False)
    except UnicodeDecodeError:
        return None
    # One character that is not ASCII before it shows that the file is UTF-8 at all.
    return None if text.isascii() else text + "\N{REPLACEMENT CHARACTER}"


def _strict(data: bytes, encoding: str) -> str | None:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return None

"""A quick look for lines that may have been decoded wrongly.

Most texts are right, and ftfy takes 50 ms to import and 0.1 ms for each line it looks at. So
a line goes to ftfy only if it holds what every repair of ftfy begins with: two to four
characters that stand, in one of the encodings ftfy knows, for the bytes of one UTF-8 sequence;
or a C1 control character. This says nothing about whether the line is wrong, only that a line
without it is right as far as ftfy can tell (a test compares the two).
"""

from __future__ import annotations

import re
from functools import cache

# The single-byte encodings of ftfy (ftfy.chardata.CHARMAP_ENCODINGS, version 6.3), by the
# names of Python's own codecs.
_SLOPPY = ("latin-1", "cp1252", "cp1251", "cp1250", "cp1253", "cp1254", "cp1257")
_SPACED = (*_SLOPPY, "iso8859-2", "cp437")
_ALL = (*_SPACED, "mac-roman")


def is_suspect(text: str) -> bool:
    """Return whether ``text`` holds anything that ftfy might repair."""
    return not text.isascii() and _pattern().search(text) is not None


@cache
def _pattern() -> re.Pattern[str]:
    # In UTF-8 a byte from C2 to DF is followed by one byte from 80 to BF, one from E0 to EF by
    # two, one from F0 to F4 by three (RFC 3629, section 4).
    whole = [
        f"[{_read(0xC2, 0xDF)}][{_read(0x80, 0xBF)}]",
        f"[{_read(0xE0, 0xEF)}][{_read(0x80, 0xBF)}]{{2}}",
        f"[{_read(0xF0, 0xF4)}][{_read(0x80, 0xBF)}]{{3}}",
    ]
    # Where a program made a space of the byte A0, ftfy makes the space A0 again, after these
    # bytes only (ftfy.chardata.ALTERED_UTF8_RE) and never in MacRoman.
    rest = _read(0x80, 0xBF, _SPACED)
    spaced = [
        "[" + "".join(_read(n, n, _SPACED) for n in (0xC2, 0xC3, 0xC5, 0xCE, 0xD0, 0xD9)) + "] ",
        f"[{_read(0xE2, 0xE3, _SPACED)}] [{rest}]",
        f"[{_read(0xE0, 0xE3, _SPACED)}][{rest}] ",
        f"[{_read(0xF0, 0xF0, _SPACED)}](?: [{rest}]{{2}}|[{rest}] [{rest}]|[{rest}]{{2}} )",
    ]
    # Where a byte was lost for good, ftfy puts U+FFFD (ftfy.chardata.LOSSY_UTF8_RE).
    lost = "\N{REPLACEMENT CHARACTER}\x1a"
    rest = lost + _read(0x80, 0xBF, _SLOPPY)
    lossy = [
        f"[{_read(0xC2, 0xDF, _SLOPPY)}][{lost}]",
        rf"[{_read(0xC2, 0xC3, _SLOPPY)}]\?",
        rf"[{_read(0xE0, 0xEF, _SLOPPY)}](?:[{lost}?][{rest}]|[{rest}][{lost}?])",
        rf"[{_read(0xF0, 0xF4, _SLOPPY)}]"
        rf"(?:[{lost}?][{rest}]{{2}}|[{rest}][{lost}?][{rest}]|[{rest}]{{2}}[{lost}?])",
    ]
    return re.compile("|".join(["[\x80-\x9f]", *whole, *spaced, *lossy]))


def _read(first: int, last: int, encodings: tuple[str, ...] = _ALL) -> str:
    """Return all characters that the bytes from ``first`` to ``last`` may have been read as."""
    data = bytes(range(first, last + 1))
    found = {character for name in encodings for character in data.decode(name, "ignore")}
    found.update(data.decode("latin-1"))
    return re.escape("".join(sorted(found)))

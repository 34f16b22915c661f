"""The legacy encodings that plainlang knows, by the names that it reports."""

from __future__ import annotations

import codecs
from functools import cache

UTF_8 = "utf-8"

WESTERN = "windows-1252"

SINGLE_BYTE: tuple[str, ...] = (
    WESTERN,
    "windows-1250",
    "windows-1251",
    "windows-1254",
    "windows-1253",
    "windows-1256",
    "windows-1255",
    "windows-1257",
    "cp874",
    "iso-8859-15",
    "iso-8859-2",
    "iso-8859-5",
    "iso-8859-6",
    "iso-8859-7",
    "iso-8859-8",
    "koi8-r",
    "koi8-u",
    "mac-roman",
    "mac-cyrillic",
    "cp850",
    "cp852",
    "cp866",
)

MULTI_BYTE: tuple[str, ...] = ("cp932", "euc-jp", "cp949", "big5hkscs", "gb18030")

CANDIDATES = (*SINGLE_BYTE, *MULTI_BYTE)
"""What bytes that are not UTF-8 may be encoded in, the likelier first: where several read
equally well, the first is taken. The Windows code pages come before the ISO standards that
they contain, and both before those of DOS and of the Macintosh, which are rarer still.
Korean comes before Chinese because nearly every Korean text is also valid GB 18030."""

WIDE: tuple[str, ...] = ("utf-32-le", "utf-32-be", "utf-16-le", "utf-16-be")

# A label stands for the larger encoding that the WHATWG's Encoding Standard (section 4.2)
# gives it: what calls itself Latin-1 or ASCII is windows-1252. The keys are Python's names.
_ALIASES: dict[str, str] = {
    "ascii": WESTERN,
    "iso8859-1": WESTERN,
    "iso8859-9": "windows-1254",
    "iso8859-11": "cp874",
    "tis-620": "cp874",
    "shift_jis": "cp932",
    "euc_kr": "cp949",
    "big5": "big5hkscs",
    "cp950": "big5hkscs",
    "gb2312": "gb18030",
    "gbk": "gb18030",
    "utf-8-sig": UTF_8,
    "utf-16": "utf-16-le",
    "utf-32": "utf-32-le",
}

_OTHERS = (
    *("iso-8859-3", "iso-8859-4", "iso-8859-10", "iso-8859-13", "iso-8859-14", "iso-8859-16"),
    *("windows-1258", "cp437", "cp855", "cp862", "mac-latin2", "mac-greek"),
    *("mac-turkish", "iso2022_jp", "johab", UTF_8),
)


def _python_name(label: str) -> str:
    return codecs.lookup(label).name


@cache
def _known() -> dict[str, str]:
    # Python imports a module for each of them, so this waits until a charset is declared.
    return {_python_name(name): name for name in (*CANDIDATES, *WIDE, *_OTHERS)}


def resolve(label: str) -> str | None:
    """Return the encoding that a declared charset stands for, ``None`` where it is unknown.

    Unknown are also the names that Python takes for encodings but that are none of text on
    the web, such as ``rot13`` or ``utf-7``.
    """
    try:
        name = _python_name(label.strip())
    except (LookupError, ValueError):
        return None
    return _ALIASES.get(name) or _known().get(name)

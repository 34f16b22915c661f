"""Whether Chinese, Japanese and Korean characters are ones that a text would have.

The standards put the characters of everyday use in a first level and the others behind it.
Bytes read in the wrong one of these encodings fall anywhere.
"""

from __future__ import annotations

from collections import Counter
from functools import lru_cache

# The lead bytes of the first level, and the lowest second byte: JIS X 0208 rows 16 to 47, as
# Shift JIS and as EUC; the Hangul of KS X 1001; level 1 of Big5; level 1 of GB 2312.
_FIRST_LEVEL: dict[str, tuple[int, int, int]] = {
    "cp932": (0x88, 0x98, 0x40),
    "euc-jp": (0xB0, 0xCF, 0xA1),
    "cp949": (0xB0, 0xC8, 0xA1),
    "big5hkscs": (0xA4, 0xC6, 0x40),
    "gb18030": (0xB0, 0xD7, 0xA1),
}
_IDEOGRAPHS = (
    ("\u3400", "\u9fff"),
    ("\uac00", "\ud7a3"),
    ("\uf900", "\ufaff"),
    ("\U00020000", "\U0003ffff"),
)
_JAPANESE = ("cp932", "euc-jp")
_KOREAN = "cp949"

WORD = 4
"""Chinese and Japanese have no spaces between words. Where the runs of their characters are
shorter than this on average, the text is Korean, which has."""


def oddities(found: Counter[str], words: int, encoding: str) -> float:
    """Return how many of the characters found are odd in a text of ``encoding``.

    :param found: letters of any script and how often each occurs.
    :param words: the number of words that they make, which are what stands between spaces.
    :param encoding: the encoding the text was read in. For one that is not of East Asia the
        characters are judged by all that are.
    """
    total = 0.0
    ideographs = kana = 0
    for letter, times in found.items():
        if "\u3041" <= letter <= "\u30fe":
            kana += times
        elif "\u3131" <= letter <= "\u318e" or "\uff61" <= letter <= "\uffdc":
            total += times  # parts of Hangul, half-width kana
        elif any(first <= letter <= last for first, last in _IDEOGRAPHS):
            ideographs += times
            total += times * (not _is_everyday(letter, encoding))
    if encoding not in _FIRST_LEVEL:
        return total
    if encoding != _KOREAN and ideographs + kana < WORD * words:
        total += words / 2
    if encoding not in _JAPANESE:
        return total + kana
    return total + (ideographs / 2 if kana < ideographs / 10 else 0)


@lru_cache(maxsize=8192)
def _is_everyday(letter: str, encoding: str) -> bool:
    if encoding not in _FIRST_LEVEL:
        return any(_is_everyday(letter, name) for name in _FIRST_LEVEL)
    first, last, second = _FIRST_LEVEL[encoding]
    try:
        data = letter.encode(encoding)
    except UnicodeEncodeError:
        return False
    return len(data) == 2 and first <= data[0] <= last and data[1] >= second

"""The values that a written number can have.

A value is a :class:`~fractions.Fraction`; where one mark and three digits leave it open whether
they are thousands or thousandths, the decimal reading is a string ``~n``, which equals only
another number with exactly three decimals: 1,500 for 1.5 is not let through.
"""

from __future__ import annotations

import re
import unicodedata
from fractions import Fraction

Value = Fraction | str
#: Languages whose decimal mark is the point and nothing else.
POINT = frozenset({"en", "zh", "ja", "ko", "th", "he"})
FRACTIONS = "½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞"
_GROUP = ".,٬'’،，\u00a0\u2009\u202f"
#: Whole numbers in groups, decimals, fractions, times and dates, the longest form first.
NUMBER = re.compile(
    r"(?P<iso>\d{4}-\d{1,2}-\d{1,2}(?!\d))"
    r"|(?P<dotted>\d{1,2}\.\d{1,2}\.(?:\d{4}|\d{2})(?!\d))"
    r"|(?P<time>(?<!\d)\d{1,2}:\d{2}(?!\d))"
    rf"|(?P<grouped>(?<!\d)\d{{1,3}}(?:(?P<mark>[{_GROUP}])\d{{3}})(?:(?P=mark)\d{{3}})*"
    r"(?:[.,٫]\d+)?(?!\d))"
    r"|(?P<decimal>\d+[.,٫·]\d+|(?<![\w).,])[.,٫]\d+)"
    rf"|(?P<mixed>\d+[ \u00a0]?[{FRACTIONS}]|[{FRACTIONS}])"
    r"|(?P<plain>\d+)"
)
SPACED = re.compile(r"(?<![\d.,])\d{1,3}(?: \d{3})+(?![\d])(?:[.,٫]\d+)?")
SIMPLE_FRACTION = re.compile(r"(?<![\d/])(?:(\d+) )?(\d)/(\d{1,2})(?![\d/])")
_ROMAN = re.compile(r"(?<!\w)(?=[IVX]{2,}|V\b|(?<=-)I\b)(X{0,3})(IX|IV|V?I{0,3})(?!\w)")
_HAN = {c: n for n, c in enumerate("〇一二三四五六七八九")} | {"零": 0, "两": 2, "兩": 2}
_HAN_TENS = {"十": 10, "百": 100, "千": 1000}
HAN_NUMBER = re.compile("[〇零一二三四五六七八九十百千两兩]+")


def values(match: re.Match[str], language: str) -> frozenset[Value]:
    """Return the readings of a match of ``grouped``, ``decimal``, ``mixed`` or ``plain``."""
    raw = match[0]
    if match["mixed"]:
        whole = raw[:-1].strip()
        part = Fraction(unicodedata.numeric(raw[-1])).limit_denominator(16)
        return frozenset({(int(whole) if whole else 0) + part})
    if match["grouped"]:
        return _grouped(raw, match["mark"], language)
    if match["decimal"]:
        return _decimal(raw)
    return frozenset({Fraction(int(raw))})


def _grouped(raw: str, mark: str, language: str) -> frozenset[Value]:
    groups = raw.split(mark)
    if len(groups) == 2 and mark in ".," and groups[1].isdigit():
        if groups[0].startswith("0") or (mark == "." and language in POINT):
            return _decimal(raw)
        thousands = Fraction(int("".join(groups)))
        if language in POINT:
            return frozenset({thousands})
        return frozenset({thousands, f"~{Fraction(f'{groups[0]}.{groups[1]}')}"})
    return frozenset({Fraction(re.sub("[,٫]", ".", "".join(groups)))})


def _decimal(raw: str) -> frozenset[Value]:
    whole, part = re.split("[.,٫·]", raw)
    value = Fraction(f"{whole or 0}.{part}")
    return frozenset({value, f"~{value}"} if len(part) == 3 else {value})


def spaced(raw: str) -> frozenset[Value]:
    """Return the value of ``1 000`` or ``12 500,5``."""
    return frozenset({Fraction(re.sub("[,٫]", ".", raw.replace(" ", "")))})


def romans(text: str) -> list[tuple[int, int, Fraction]]:
    """Return start, end and value of the Roman numbers from 2 to 39.

    ``I`` counts only behind a hyphen ("type-I"): alone it is a word.
    """
    found = []
    for match in _ROMAN.finditer(text):
        tens, ones = match[1], match[2]
        small = {"IX": 9, "IV": 4}.get(ones, 5 * ones.startswith("V") + ones.count("I"))
        found.append((match.start(), match.end(), Fraction(10 * len(tens) + small)))
    return found


def han(text: str) -> Fraction:
    """Return what a number in Chinese numerals says, up to 9,999."""
    total, digit = 0, 0
    if not any(c in _HAN_TENS for c in text):
        return Fraction(int("".join(str(_HAN[c]) for c in text)))
    for character in text:
        if character in _HAN:
            digit = _HAN[character]
        else:
            total += (digit or 1) * _HAN_TENS[character]
            digit = 0
    return Fraction(total + digit)

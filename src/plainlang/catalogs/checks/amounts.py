"""Every number of a text with its unit: what of a translation can hurt.

Numbers in digits are *required*: the other text must have the same. Numbers in words, Roman
numbers, names of months and the digits of a name (COVID-19) are *optional*: each may stand for
a number in digits on the other side, and need not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import pairwise

from plainlang.catalogs.checks import numerals
from plainlang.catalogs.checks.words import SYMBOLS, Words

_GAP = re.compile(r"\s*[-–—−~～〜/,،、和至到×x]?\s*")
_AND = re.compile(r"[\s-]{0,2}(?:(?:and|y|e|et|und|و)\s)?", re.IGNORECASE)
_AFTER_NOON = re.compile(r"\s?[ap]\.?\s?m\b", re.IGNORECASE)
_UNIT_GAP = re.compile(r"\+?(?:[ \u00a0\u2009\u202f]|-|‑)?")


@dataclass(frozen=True, slots=True)
class Amount:
    """One number.

    :param values: what it can mean.
    :param unit: the unit's name, as ``words.SYMBOLS`` and the data files have it; empty for none.
    :param sure: whether the unit stands behind this number itself, and not behind the last of a
        range or a list.
    :param required: whether the other text must have it too.
    """

    start: int
    end: int
    raw: str
    values: frozenset[numerals.Value]
    unit: str = ""
    sure: bool = True
    required: bool = True
    negative: bool = False


def amounts(
    text: str, words: Words, *, join_spaces: bool = False, fractions: bool = False
) -> tuple[Amount, ...]:
    """Return the numbers of a folded ``text``.

    :param join_spaces: read ``2 500`` as one number.
    :param fractions: read ``1/2`` as a half and not as two numbers.
    """
    digits = sorted(
        _digits(text, words, join_spaces=join_spaces, fractions=fractions), key=lambda a: a.start
    )
    optional = list(_optional(text, words))
    return (*_shared(text, [_measured(a, text, words) for a in digits], words), *optional)


def _digits(text: str, words: Words, *, join_spaces: bool, fractions: bool) -> Iterator[Amount]:
    taken = text
    if fractions:
        for match in numerals.SIMPLE_FRACTION.finditer(text):
            if int(match[3]) > int(match[2]):
                value = Fraction(int(match[2]), int(match[3])) + int(match[1] or 0)
                yield Amount(match.start(), match.end(), match[0], frozenset({value}))
                taken = _without(taken, match)
    if join_spaces:
        for match in numerals.SPACED.finditer(taken):
            yield Amount(match.start(), match.end(), match[0], numerals.spaced(match[0]))
            taken = _without(taken, match)
    evening = bool(words.after_noon and words.after_noon.search(text))
    for match in numerals.NUMBER.finditer(taken):
        if match["iso"] or match["dotted"] or match["time"]:
            yield from _parts(match, evening=evening)
            continue
        values = numerals.values(match, words.language)
        if evening and match["plain"] and int(match[0]) <= 24:
            values = _hours(int(match[0]))
        start, end = match.span()
        decade = len(match[0]) in (2, 4) and text[end : end + 1] == "s"
        if re.search(r"\d{4}[-–/]$", text[max(0, start - 5) : start]) and len(match[0]) == 2:
            # "2019–20" is 2019 to 2020.
            values |= {Fraction(int(text[start - 5 : start - 3] + match[0]))}
        if decade:
            values |= {Fraction(int(match[0]) % 100)}
        named = _in_a_name(text, start)
        negative = text[start - 1 : start] in ("-", "−") and not re.match(
            r"[\w)%°]", text[start - 2 : start - 1] if start > 1 else ""
        )
        yield Amount(
            start, end, match[0], values, required=not (named or decade), negative=negative
        )


def _parts(match: re.Match[str], *, evening: bool) -> Iterator[Amount]:
    for part in re.finditer(r"\d+", match[0]):
        values: frozenset[numerals.Value] = frozenset({Fraction(int(part[0]))})
        first = part.start() == 0
        if match["time"] and first and evening:
            values = _hours(int(part[0]))
        # "8 a.m." is as good as "8:00", and in a date the year may have two digits.
        exact = not (match["time"] and not first and part[0] == "00")
        start = match.start() + part.start()
        yield Amount(start, start + len(part[0]), part[0], values, required=exact)


def _hours(hour: int) -> frozenset[numerals.Value]:
    return frozenset({Fraction(hour), Fraction(hour + 12 if hour < 12 else hour - 12)})


def _in_a_name(text: str, start: int) -> bool:
    before = text[max(0, start - 2) : start]
    if before[-1:].isascii() and before[-1:].isalpha():
        return True
    return len(before) == 2 and before[1] in "-‑–" and before[0].isalpha()


def _measured(amount: Amount, text: str, words: Words) -> Amount:
    """Add the multiplier and the unit that follow, or the per cent sign that goes before."""
    end = amount.end
    half = words.and_half.match(text, end) if words.and_half else None
    if half:
        added = frozenset(v + Fraction(1, 2) for v in amount.values if isinstance(v, Fraction))
        # "5 mg y media tableta" may be two amounts, where "1 tableta y media." is one.
        amount = replace(amount, values=added | amount.values if half["more"] else added)
    unit, unit_end = _unit(text, end, words)
    if not unit and words.multiplier:
        gap = _UNIT_GAP.match(text, end)
        match = words.multiplier.match(text, gap.end() if gap else end)
        if match:
            factor = words.multipliers[match["word"].lower()]
            values = frozenset(Fraction(str(v).lstrip("~")) * factor for v in amount.values)
            end = match.end()
            unit, unit_end = _unit(text, end, words)
            amount = replace(amount, values=values)
    if not unit and (
        text[: amount.start].endswith("百分之")
        or text[amount.start - 1 : amount.start] in ("%", "٪")
    ):
        unit, unit_end = "%", end
    return replace(amount, unit=unit, end=unit_end if unit else end)


def _unit(text: str, end: int, words: Words) -> tuple[str, int]:
    gap = _UNIT_GAP.match(text, end)
    match = words.unit.match(text, gap.end() if gap else end)
    if not match:
        return "", end
    if match["symbol"] == "s" and match.start() == end:
        return "", end  # the "s" of a decade or of an age: 1990s, 50s
    unit = SYMBOLS[match["symbol"]] if match["symbol"] else words.units[match["named"].lower()]
    if text[match.end() : match.end() + 1] == "/":
        per = words.unit.match(text, match.end() + 1)
        if per and per["symbol"]:
            return f"{unit}/{SYMBOLS[per['symbol']]}", per.end()
    return unit, match.end()


def _shared(text: str, found: list[Amount], words: Words) -> list[Amount]:
    """Give the first numbers of "5, 10 or 20 mg" the unit of the last."""
    for i in range(len(found) - 2, -1, -1):
        own, following = found[i], found[i + 1]
        if own.unit or not following.unit or following.start < own.end:
            continue
        between = text[own.end : following.start]
        joined = _GAP.fullmatch(between) or (
            len(between) < 14
            and words.connector
            and re.fullmatch(r"[\s,،、]*", words.connector.sub("", between))
        )
        if joined:
            found[i] = replace(own, unit=following.unit, sure=False)
    return found


def _optional(text: str, words: Words) -> Iterator[Amount]:
    found: list[Amount] = []
    if words.number_word:
        for match in words.number_word.finditer(text):
            word = match["word"]
            if word.lower() in ("may", "march", "mar") and word.islower():
                continue
            value = words.numbers[word.lower()]
            found.append(_word(match.start(), match.end(), word, value, text, words))
    for first, second in pairwise(found):
        pair = sorted(v for a in (first, second) for v in a.values if isinstance(v, Fraction))
        if len(pair) == 2 and 0 < pair[0] < 10 <= pair[1] <= 90 and pair[1] % 10 == 0:
            between = text[first.end : second.start]
            if _AND.fullmatch(between) and (pair[1] > 10 or words.language == "ar"):
                yield _word(first.start, second.end, first.raw, sum(pair, Fraction()), text, words)
    yield from found
    if words.language == "zh":
        for match in numerals.HAN_NUMBER.finditer(text):
            yield _word(match.start(), match.end(), match[0], numerals.han(match[0]), text, words)
    for start, end, value in numerals.romans(text):
        yield _word(start, end, text[start:end], value, text, words)


def _word(start: int, end: int, raw: str, value: Fraction, text: str, words: Words) -> Amount:
    amount = Amount(start, end, raw, frozenset({value}), required=False)
    return _measured(amount, text, words)


def _without(text: str, match: re.Match[str]) -> str:
    return text[: match.start()] + " " * len(match[0]) + text[match.end() :]

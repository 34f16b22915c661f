"""A number whose unit is another one, or has none any more."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from plainlang.catalogs.checks.amounts import Amount
from plainlang.catalogs.checks.base import ERROR, Check, Pair
from plainlang.catalogs.checks.matching import match_numbers
from plainlang.catalogs.checks.words import SYMBOLS, Words, folded

#: Units that may stand far from their number ("5 more days", "3月28日") or be left unsaid.
_LOOSE = frozenset({"second", "minute", "hour", "day", "week", "month", "year", "m", "foot"})
_TEMPERATURES = frozenset({"°C", "°F", "degree"})


def _find(pair: Pair) -> Iterator[str]:
    found = match_numbers(pair)
    sources = [own.unit for own, _ in found.pairs if own.sure] + [a.unit for a in found.lost]
    targets = [other.unit for _, other in found.pairs if other.sure]
    targets += [a.unit for a in found.added]
    for own, other in found.pairs:
        if own.unit and other.unit:
            if not _same(own.unit, other.unit) and own.sure and other.sure:
                yield f"{own.raw} {own.unit} of the source is {other.raw} {other.unit} here."
        elif own.unit and own.sure and own.required and other.required:
            if not _elsewhere(own.unit, pair.translated_text, pair.target_words, targets):
                yield f"{own.raw} {own.unit} of the source has no unit here."
        elif (
            other.unit
            and other.sure
            and other.required
            and own.required
            and other.unit not in _LOOSE
            and not _elsewhere(other.unit, pair.source_text, pair.source_words, sources)
        ):
            yield f"{own.raw} of the source has no unit, and is {other.raw} {other.unit} here."
        if own.unit in _TEMPERATURES and own.required and other.required:
            yield from _sign(own, other, pair)


def _same(own: str, other: str) -> bool:
    if own == other or {own, other} <= {"degree", "°C"} or {own, other} <= {"degree", "°F"}:
        return True
    # "5 mg/kg" may be "5 mg por kg", where the second unit is not read.
    return own.split("/")[0] == other.split("/")[0] and ("/" in own) != ("/" in other)


def _elsewhere(unit: str, text: str, words: Words, taken: Sequence[str]) -> bool:
    """Tell whether the unit stands somewhere in the text apart from its number.

    :param taken: the units that stand behind a number of their own.
    """
    wanted = {unit.split("/")[0], "degree" if unit[:1] == "°" else unit}
    free = -sum(name.split("/")[0] in wanted for name in taken)
    for match in words.unit.finditer(folded(text)):
        symbol, start = match["symbol"], match.start()
        name = SYMBOLS[symbol] if symbol else words.units[match["named"].lower()]
        whole = not words.spaces or not text[max(0, start - 1) : start].isalpha()
        free += whole and name in wanted
    return free > 0


def _sign(own: Amount, other: Amount, pair: Pair) -> Iterator[str]:
    if own.negative == other.negative:
        return
    negative, text, words = (
        (own, pair.translated_text, pair.target_words)
        if own.negative
        else (other, pair.source_text, pair.source_words)
    )
    if not (words.below_zero and words.below_zero.search(folded(text))):
        lost = "lost its minus sign" if own.negative else "has a minus sign that is not there"
        yield f"{negative.raw} {negative.unit} {lost}."


CHECK = Check("unit", ERROR, "The unit of a number is another one or missing.", _find)

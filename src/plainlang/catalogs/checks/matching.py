"""Which number of a source text is which number of its translation."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import product

from plainlang.catalogs.checks.addresses import addresses
from plainlang.catalogs.checks.amounts import Amount, amounts
from plainlang.catalogs.checks.base import Pair
from plainlang.catalogs.checks.words import Words

_ANY_NUMBER = re.compile(r"\d|[½⅓⅔¼¾⅕⅖⅗⅘⅙⅚⅛⅜⅝⅞]")


@dataclass(frozen=True, slots=True)
class Matching:
    """The outcome.

    :param pairs: numbers that say the same.
    :param lost: required ones of the source that the translation has not.
    :param added: required ones of the translation that the source has not.
    """

    pairs: tuple[tuple[Amount, Amount], ...] = ()
    lost: tuple[Amount, ...] = ()
    added: tuple[Amount, ...] = ()


@lru_cache(maxsize=8)
def match_numbers(pair: Pair) -> Matching:
    """Return the matching with the fewest differences over the readings that are possible."""
    source = addresses(pair.source_text)[1]
    target = addresses(pair.translated_text)[1]
    if not _ANY_NUMBER.search(source) and not _ANY_NUMBER.search(target):
        return Matching()
    best: Matching | None = None
    for own, other in product(
        _readings(source, pair.source_words), _readings(target, pair.target_words)
    ):
        outcome = _matched(own, other)
        if best is None or _differences(outcome) < _differences(best):
            best = outcome
        if not outcome.lost and not outcome.added:
            break
    assert best is not None
    return best


def _differences(outcome: Matching) -> int:
    return len(outcome.lost) + len(outcome.added)


def _readings(text: str, words: Words) -> list[tuple[Amount, ...]]:
    choices = [(False, False)]
    spaced = re.search(r"\d \d{3}", text) is not None
    divided = re.search(r"\d/\d", text) is not None
    if spaced:
        choices.append((True, False))
    if divided:
        choices.append((False, True))
    if spaced and divided:
        choices.append((True, True))
    return [amounts(text, words, join_spaces=j, fractions=f) for j, f in choices]


def _matched(source: Sequence[Amount], target: Sequence[Amount]) -> Matching:
    lost = [a for a in source if a.required]
    added = [a for a in target if a.required]
    pairs: list[tuple[Amount, Amount]] = []
    for fits in (_same_unit, _open_unit, _any_unit):
        _pair_off(lost, added, fits, pairs)
    worded = [a for a in target if not a.required]
    said = [a for a in source if not a.required]
    for fits in (_same_unit, _any_unit):
        _pair_off(lost, worded, fits, pairs)
        _pair_off(said, added, fits, pairs)
    return Matching(tuple(pairs), tuple(lost), tuple(added))


def _pair_off(
    source: list[Amount],
    target: list[Amount],
    fits: Callable[[Amount, Amount], bool],
    pairs: list[tuple[Amount, Amount]],
) -> None:
    for own in tuple(source):
        other = next((o for o in target if own.values & o.values and fits(own, o)), None)
        if other is not None:
            source.remove(own)
            target.remove(other)
            pairs.append((own, other))


def _same_unit(a: Amount, b: Amount) -> bool:
    return a.unit == b.unit


def _open_unit(a: Amount, b: Amount) -> bool:
    return not a.unit or not b.unit


def _any_unit(_a: Amount, _b: Amount) -> bool:
    return True

"""What is known of a language: its words for numbers, units, comparisons and negation.

One data file per language in ``data/``. A language without one has only what is international:
digits, symbols of units, ``<`` and ``>``.
"""

from __future__ import annotations

import re
import tomllib
import unicodedata
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import lru_cache
from importlib.resources import files
from typing import Any

#: Symbols of units that every language uses. Case matters: ``mg`` is no ``Mg``, ``M`` no ``m``.
SYMBOLS: Mapping[str, str] = {
    **{name: name for name in "mg g kg ng mL L dL mm cm m km mmol mol mEq kcal mmHg µg nm".split()},
    **dict.fromkeys(("mcg", "μg", "ug", "MCG", "Mcg"), "µg"),
    "ml": "mL",
    "ML": "mL",
    "cc": "mL",
    "l": "L",
    "dl": "dL",
    "MG": "mg",
    "Mg": "mg",
    "ℓ": "L",
    "㎎": "mg",
    "㎖": "mL",
    "㎏": "kg",
    "㎍": "µg",
    "㎜": "mm",
    "㎝": "cm",
    "㎞": "km",
    "IU": "unit",
    "UI": "unit",
    "U": "unit",
    "KG": "kg",
    "Kg": "kg",
    "G": "g",
    "gr": "g",
    "µm": "µm",
    "μm": "µm",
    "kJ": "kJ",
    "h": "hour",
    "min": "minute",
    "s": "second",
    "°C": "°C",
    "℃": "°C",
    "ºC": "°C",
    "°F": "°F",
    "℉": "°F",
    "ºF": "°F",
    "° C": "°C",
    "º C": "°C",
    "° F": "°F",
    "º F": "°F",
    "°": "degree",
    "º": "degree",
    **dict.fromkeys(("%", "٪", "％", "﹪"), "%"),
}
_MARKS = re.compile("[\u064b-\u0652\u0670\u0640]")
_DIGIT = re.compile(r"(?![0-9])\d")
_ALIFS = str.maketrans("أإآٱى", "ااااي")
# The bidirectional marks say nothing to a comparison.
INVISIBLE = re.compile("[\u200b\u200e\u200f\u061c\u202a-\u202e\u2066-\u2069\ufeff\u00ad]")


@dataclass(frozen=True)
class Words:
    """One language. Each pattern is compiled once.

    :param spaces: whether words are set apart by spaces.
    :param numbers: words that say a number, with the months; longest first in ``number_word``.
    """

    language: str
    spaces: bool
    numbers: Mapping[str, Fraction]
    multipliers: Mapping[str, int]
    number_word: re.Pattern[str] | None
    multiplier: re.Pattern[str] | None
    unit: re.Pattern[str]
    units: Mapping[str, str]
    connector: re.Pattern[str] | None
    after_noon: re.Pattern[str] | None
    and_half: re.Pattern[str] | None
    below_zero: re.Pattern[str] | None
    comparators: Mapping[str, re.Pattern[str] | None]
    negation: Mapping[str, re.Pattern[str] | None]


@lru_cache(maxsize=64)
def folded(text: str) -> str:
    """Return ``text`` as words are compared: digits 0 to 9, no vowel marks, no direction marks."""
    text = INVISIBLE.sub("", text)
    if text.isascii():
        return text
    text = _DIGIT.sub(lambda match: str(unicodedata.decimal(match[0])), text)
    return _MARKS.sub("", text).translate(_ALIFS)


def pattern(
    names: Iterable[str],
    *,
    spaces: bool = True,
    prefix: str = "",
    flags: int = re.IGNORECASE,
) -> re.Pattern[str] | None:
    """Return what finds any of ``names``, the longest first; ``None`` where there is none."""
    ordered = sorted({folded(name) for name in names}, key=len, reverse=True)
    if not ordered:
        return None
    inner = "|".join(re.escape(name) for name in ordered)
    if not spaces:
        return re.compile(f"(?P<word>{inner})", flags)
    # "n't" hangs on a word, and behind "n'" and "p.m." a word may follow at once.
    return re.compile(
        rf"(?:(?<!\w)|(?=n['’]t)){prefix}(?P<word>{inner})(?:(?!\w)|(?<=['’.]))", flags
    )


@lru_cache(maxsize=64)
def words_of(language: str) -> Words:
    """Return what is known of the language of a BCP 47 tag."""
    primary = language.replace("_", "-").split("-")[0].lower()
    data = _load(primary)
    spaces = bool(data.get("spaces", True)) and primary not in {"ja", "th", "lo", "km", "my"}
    numbers = {folded(k).lower(): Fraction(v) for k, v in data.get("numbers", {}).items()}
    months = {folded(k): Fraction(v) for k, v in data.get("months", {}).items()}
    multipliers = {folded(k).lower(): int(v) for k, v in data.get("multipliers", {}).items()}
    units = {folded(n).lower(): u for u, names in data.get("units", {}).items() for n in names}
    # In Arabic "and", "the", "by", "for" and "as" are written in one with the word.
    prefix = "[وفبلك]{0,2}(?:ال|ل)?" if primary in {"ar", "fa", "ur"} else ""
    number_word = pattern([*numbers, *months], spaces=spaces, prefix=prefix)
    return Words(
        language=primary,
        spaces=spaces,
        numbers={**{name.lower(): value for name, value in months.items()}, **numbers},
        multipliers=multipliers,
        number_word=number_word,
        multiplier=pattern(multipliers, spaces=spaces),
        unit=_unit_pattern(units, spaces=spaces, prefix=prefix),
        units=units,
        connector=pattern(data.get("connectors", ()), spaces=spaces),
        after_noon=pattern(data.get("after_noon", ()), spaces=spaces),
        and_half=_half_pattern(data.get("and_half", ()), spaces=spaces),
        below_zero=pattern(data.get("below_zero", ()), spaces=spaces),
        comparators={
            kind: pattern(names, spaces=spaces, prefix=prefix)
            for kind, names in data.get("comparators", {}).items()
        },
        negation={
            kind: pattern(names, spaces=spaces) for kind, names in data.get("negation", {}).items()
        },
    )


def _unit_pattern(units: Mapping[str, str], *, spaces: bool, prefix: str) -> re.Pattern[str]:
    ordered = sorted(SYMBOLS, key=len, reverse=True)
    letters = "|".join(re.escape(s) for s in ordered if s[-1].isalpha())
    signs = "|".join(re.escape(s) for s in ordered if not s[-1].isalpha())
    # Behind a letter no other may follow ("m" is not the start of "more"), behind "%" it may.
    letter = "[A-Za-zÀ-ʯ\u0370-\u052f\u0621-\u064a\u1e00-\u1fff]"
    symbol = rf"(?P<symbol>(?:{letters})(?!{letter}|\.[A-Z])|{signs})"
    if not units:
        return re.compile(f"{symbol}(?P<named>(?!))?")
    named = "|".join(re.escape(n) for n in sorted(units, key=len, reverse=True))
    # Arabic may say "2 of the weeks".
    of_the = r"(?:من )?(?:ال)?" if prefix else ""
    end = r"(?!\w)" if spaces else ""
    return re.compile(rf"{symbol}|{of_the}(?P<named>(?i:{named})){end}")


def _half_pattern(names: Iterable[str], *, spaces: bool) -> re.Pattern[str] | None:
    """Return what finds the half behind a number: "1 tableta y media", "1片半"."""
    inner = "|".join(re.escape(folded(name)) for name in names)
    if not inner:
        return None
    thing = r"(?:\s?[^\W\d]+)?\s" if spaces else "[\u4e00-\u9fff]{0,2}"
    more = r"\s+\w" if spaces else "[\u4e00-\u9fff]"
    return re.compile(f"{thing}(?:{inner})(?P<more>{more})?", re.IGNORECASE)


def _load(primary: str) -> dict[str, Any]:
    source = files("plainlang.catalogs.checks") / "data" / f"{primary}.toml"
    if not source.is_file():
        return {}
    return tomllib.loads(source.read_text(encoding="utf-8"))

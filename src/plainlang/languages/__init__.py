"""Facts about languages: script direction and the names that their readers use.

Everything comes from CLDR through Babel; Babel is imported only when it is asked.
"""

from __future__ import annotations

from datetime import date
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from babel import Locale

#: Primary subtags of languages that are written from right to left by default (CLDR
#: ``characterOrder``), with the scripts that say so explicitly (ISO 15924).
RTL_LANGUAGES = frozenset(
    {"ar", "arc", "ckb", "dv", "fa", "he", "ks", "nqo", "ps", "sd", "syr", "ug", "ur", "yi"}
)
RTL_SCRIPTS = frozenset({"arab", "hebr", "syrc", "thaa", "nkoo", "adlm", "rohg"})
_LTR_SCRIPTS = frozenset({"latn", "cyrl"})
#: Codes of ISO 639-2 that say that the language is not told: undetermined, several, no words.
NO_LANGUAGE = frozenset({"und", "mul", "zxx", "mis"})


def direction(language: str) -> str:
    """Return ``rtl`` or ``ltr`` for a BCP 47 tag."""
    parts = language.lower().split("-")
    if any(part in RTL_SCRIPTS for part in parts[1:]):
        return "rtl"
    if any(part in _LTR_SCRIPTS for part in parts[1:]):
        return "ltr"
    return "rtl" if parts[0] in RTL_LANGUAGES else "ltr"


@lru_cache(maxsize=64)
def _locale(language: str) -> Locale | None:
    from babel import Locale, UnknownLocaleError

    tag = language
    while tag:
        try:
            return Locale.parse(tag, sep="-")
        except (UnknownLocaleError, ValueError):
            tag = tag.rpartition("-")[0]
    return None


def matches(wanted: str, language: str) -> bool:
    """Tell whether a language is one that was asked for (RFC 4647, basic filtering).

    ``en`` asks for ``en-US`` too, ``all`` for every language.
    """
    tag, own = wanted.lower(), language.lower()
    return tag == "all" or own == tag or own.startswith(tag + "-")


def is_known(language: str) -> bool:
    """Tell whether CLDR knows the language of a BCP 47 tag."""
    # For "und" CLDR has an answer all the same: what is likeliest, which is English.
    return language.partition("-")[0].lower() not in NO_LANGUAGE and _locale(language) is not None


@lru_cache(maxsize=64)
def scripts(language: str) -> frozenset[str]:
    """Return the scripts (ISO 15924) that a language is written in; empty where CLDR has none.

    A script that the tag names is the only one: ``sr-Latn``.
    """
    from babel import localedata
    from babel.core import get_global

    base, *rest = language.split("-")
    named = {part for part in rest if len(part) == 4 and part.isalpha()}
    if named:
        return frozenset(part.capitalize() for part in named)
    likely = str(get_global("likely_subtags").get(base.lower(), "")).split("_")
    ids = [code.split("_") for code in localedata.locale_identifiers()]
    written = [parts[1] for parts in ids if parts[0] == base.lower() and len(parts) > 1]
    return frozenset(part for part in [*likely, *written] if len(part) == 4 and part.isalpha())


def name(language: str, in_language: str | None = None) -> str:
    """Return the language's name in ``in_language`` (default: in itself), or the tag itself.

    The first letter is a capital, because the name stands alone.
    """
    locale = _locale(language)
    found = locale.get_display_name(in_language and _locale(in_language)) if locale else None
    return found[:1].upper() + found[1:] if found else language


def format_date(day: date, language: str) -> str:
    """Return ``day`` in the long form of the language, ISO 8601 where CLDR does not know it."""
    locale = _locale(language)
    if locale is None:
        return day.isoformat()
    from babel.dates import format_date as babel_format

    return str(babel_format(day, format="long", locale=locale))

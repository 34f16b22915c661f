"""What language a person means who wrote its name, or a code that is no BCP 47 tag.

The names are CLDR's: those of each language in itself, and those that English, Spanish, French
and German have for all of them. This is for messages only: a tag is suggested, never taken.
"""

from __future__ import annotations

import difflib
import re
import unicodedata
from functools import lru_cache

#: Languages whose names for other languages are known too.
_NAMING = ("en", "es", "fr", "de")
#: What people write for scripts; CLDR says "Simplified Han".
_SCRIPTS = {"simplified": "Hans", "traditional": "Hant", "latin": "Latn", "cyrillic": "Cyrl"}
#: Names that are in use and that CLDR does not have.
_OTHERS = {"farsi": "fa", "mandarin": "zh"}
_PARTS = re.compile(r"[(),/]|\s+[-–—]\s+")
#: How alike a misspelt name and the name must be (``difflib``'s ratio).
_ALIKE = 0.8


def two_letter(tag: str) -> str:
    """Return a tag whose language is the code that BCP 47 wants: ``spa-MX`` → ``es-MX``.

    RFC 5646, section 2.2.1: where a language has a code of two letters, that one is used.
    """
    from babel.core import get_global

    language, dash, rest = tag.partition("-")
    found = get_global("language_aliases").get(language.lower(), language)
    return f"{found}{dash}{rest}" if len(language) == 3 and len(found) == 2 else tag


def suggest(written: str) -> str | None:
    """Return the tag of the language that ``written`` names, ``None`` where it names none.

    ``Spanish``, ``Español``, ``spa`` → ``es``; ``English (US)`` → ``en-US``. Where two languages
    are named, none is suggested.
    """
    text = written.strip().partition(".")[0].replace("_", "-")
    if re.fullmatch(r"[A-Za-z]{2,3}(-[A-Za-z0-9]+)*", text) and text != written:
        return text
    if re.fullmatch(r"[A-Za-z]{3}(-[A-Za-z0-9]+)*", text) and two_letter(text) != text:
        return two_letter(text)
    name, *rest = [part for part in (_plain(p) for p in _PARTS.split(text)) if part] or [""]
    names = _names()
    near = [name] if name in names else difflib.get_close_matches(name, names, 1, _ALIKE)
    if not near or any(part in names for part in rest):
        return None
    tag = names[near[0]]
    for part in rest:
        more = _SCRIPTS.get(part) or _territories().get(part)
        if more and "-" not in tag:
            tag = f"{tag}-{more}"
    return tag


def _plain(name: str) -> str:
    """Return a name without case, accents and the space around it."""
    letters = unicodedata.normalize("NFD", name.casefold())
    return "".join(c for c in letters if not unicodedata.combining(c)).strip(" .'\"[]")


@lru_cache(maxsize=1)
def _names() -> dict[str, str]:
    """Return the tag of each name, of the languages that CLDR has more of than the name."""
    from babel import Locale, localedata

    known = {code for code in localedata.locale_identifiers() if "_" not in code}
    names = dict(_OTHERS)
    for naming in _NAMING:
        for code, name in Locale(naming).languages.items():
            if code.partition("_")[0] in known:
                names.setdefault(_plain(name), code.replace("_", "-"))
    for code in known - {"root"}:
        name = Locale(code).get_language_name()
        if name:
            names.setdefault(_plain(name), code)
    return names


@lru_cache(maxsize=1)
def _territories() -> dict[str, str]:
    from babel import Locale

    found: dict[str, str] = {"usa": "US", "uk": "GB"}
    for naming in _NAMING:
        for code, name in Locale(naming).territories.items():
            found.setdefault(_plain(name), code)
            found.setdefault(code.lower(), code)
    return found

"""Which formulas apply to which language: one file per BCP 47 primary tag.

A new language is one new file with a ``LANGUAGE`` and its name here. A regional tag uses its
language (es-MX is scored as es).
"""

from __future__ import annotations

from plainlang.readability.languages import ar, de, en, es, fr, it, nl, pl, pt, ru, sv, tr, vi, zh
from plainlang.readability.languages.base import Audience, Language, Target

#: Every language that is known, by primary tag.
LANGUAGES: dict[str, Language] = {
    module.LANGUAGE.tag: module.LANGUAGE
    for module in (ar, de, en, es, fr, it, nl, pl, pt, ru, sv, tr, vi, zh)
}


def language_of(tag: str) -> Language:
    """Return the language of a BCP 47 tag; one without a formula where it is not known.

    Never another language: a text is not scored with constants of another.
    """
    primary = tag.replace("_", "-").split("-")[0].lower()
    known = LANGUAGES.get(primary)
    if known:
        return known
    named = tag or "a text without a language"
    return Language(tag=primary, without=f"No readability formula is known here for {named}.")


__all__ = ["LANGUAGES", "Audience", "Language", "Target", "language_of"]

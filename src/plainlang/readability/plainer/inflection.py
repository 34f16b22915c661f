"""Regular inflected forms, by rule and with care: a form that is not certain is not made."""

from __future__ import annotations

from collections.abc import Iterator

_VOWELS = "aeiou"


def forms(word: str, inflection: str, primary: str) -> Iterator[str]:
    """Yield the regular forms of ``word`` beside itself.

    :param inflection: ``n``, ``v`` or ``-``.
    :param primary: primary language tag; a language without rules here yields nothing.
    """
    if inflection == "n":
        yield from _plural(word, primary)
    elif inflection == "v" and primary == "en":
        # A phrase is inflected at its first word: "carries out".
        first, space, rest = word.partition(" ")
        for form in _english_verb(first):
            yield f"{form}{space}{rest}"


def _plural(word: str, primary: str) -> Iterator[str]:
    if primary == "en":
        yield _english_s(word)
    elif primary == "es":
        if word[-1] in "aeiouáéó":
            yield word + "s"
        elif word.endswith(("ción", "sión")):
            yield word[:-2] + "ones"
        elif word[-1] in "dlrn" and word[-2] not in "áéíóú":
            yield word + "es"
    elif primary == "fr" and word[-1] not in "sxzu":
        yield word[:-2] + "aux" if word.endswith("al") else word + "s"
    elif primary == "de" and word.endswith(("ung", "ion", "heit", "keit", "tät", "ie")):
        yield word + ("n" if word.endswith("ie") else "en")


def _english_s(word: str) -> str:
    if word.endswith(("s", "x", "z", "ch", "sh")):
        return word + "es"
    if word.endswith("y") and word[-2] not in _VOWELS:
        return word[:-1] + "ies"
    return word + "s"


def _english_verb(word: str) -> Iterator[str]:
    yield _english_s(word)
    if word.endswith("e"):
        yield word + "d"
        yield word[:-1] + "ing"
    elif word.endswith("y") and word[-2] not in _VOWELS:
        yield word[:-1] + "ied"
        yield word + "ing"
    else:
        yield word + "ed"
        yield word + "ing"

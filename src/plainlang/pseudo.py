"""Pseudo-translations, which show what cannot be translated and what does not fit.

``en-XA`` is English with accents, a third longer and in guillemets: what stays without accents is
not offered to translators, what is cut off lost its closing one. ``ar-XB`` is English in Arabic
letters: the page runs from right to left and can still be compared with its source. The tags
are those that CLDR and Android use for the same purpose.
"""

from __future__ import annotations

import re

ACCENTED = "en-XA"
MIRRORED = "ar-XB"
TAGS = (ACCENTED, MIRRORED)

#: What is no text for people: placeholders, the codes of the msgid text form, addresses.
_CODES = re.compile(
    r"\\.|\{[^{}]*\}|</?[a-z]+\d*\s*/?>|\]\(#\d+\)|[*\[]+|https?://\S+|[\w.+-]+@[\w.-]+\w"
)
_ACCENTS = str.maketrans(
    "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz",
    "ÅßÇÐÉƑĜĤÎĴĶĻṀÑÖÞǪŔŠŢÛṼŴẊÝŽåƀçðéƒĝĥîĵķļɱñöþǫŕšţûṽŵẋýž",
)
#: One letter for one letter, so that the length of a word stays; sounds where there is one.
_ARABIC = str.maketrans(
    "abcdefghijklmnopqrstuvwxyz",
    "ابصدهفغحيجكلمنعپقرستوڤشخيز",
) | str.maketrans({"?": "؟", ",": "،", ";": "؛"})
#: English grows by about a third in other languages (W3C, "Text size in translation").
_GROWTH = 3
_FILLERS = ("one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten")


def is_pseudo(tag: str) -> bool:
    """Tell whether a BCP 47 tag asks for a pseudo-translation."""
    return tag.lower() in {known.lower() for known in TAGS}


def pseudo(text: str, tag: str) -> str:
    """Return ``text`` as the pseudo-translation ``tag``; codes and placeholders stay.

    :param text: plain text, or a msgid in the text form.
    """
    mirrored = tag.lower() == MIRRORED.lower()
    parts: list[str] = []
    place = 0
    for code in _CODES.finditer(text):
        parts += [_letters(text[place : code.start()], mirrored), code[0]]
        place = code.end()
    parts.append(_letters(text[place:], mirrored))
    result = "".join(parts)
    if mirrored or not any(character.isalpha() for character in text):
        return result
    return f"«{result}{_filler(len(text) // _GROWTH)}»"


def _letters(text: str, mirrored: bool) -> str:
    return text.lower().translate(_ARABIC) if mirrored else text.translate(_ACCENTS)


def _filler(length: int) -> str:
    """Return words of about ``length`` characters."""
    words: list[str] = []
    while length > 0:
        words.append(_FILLERS[len(words) % len(_FILLERS)])
        length -= len(words[-1]) + 1
    return "".join(f" {word.translate(_ACCENTS)}" for word in words)

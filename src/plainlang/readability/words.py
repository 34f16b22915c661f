"""Sentences to words, by Unicode's rules for word boundaries (UAX 29).

A word is a run of letters, marks and digits. An apostrophe, full stop or middle dot between two
letters stays inside (``don't``, ``e.g``, ``U.S``), as do the point, comma and apostrophe between
two digits (``2.5``, ``1,000``). A hyphen or dash divides: ``well-known`` is two words and
``5-10 mg`` three.
A number is a word, and one with its unit (``2.5mg``) too. Signs (``%``, ``+``) are no words.
"""

from __future__ import annotations

import regex

from plainlang.readability.han import segmented

#: What is written in prose and not read as words: addresses, identifiers of papers, and the
#: numbers of notes in square brackets.
_PASSED_OVER = (
    r"(?:https?://|www\.)\S+|[\w.+-]+@[\w-]+\.[\w.-]+|\bdoi:?\s*10\.\d{4,}/\S+|\b10\.\d{4,}/\S+"
    r"|\bPM(?:C?ID)\b:?\s*\d+|\[\d{1,3}(?:\s*[-–,]\s*\d{1,3})*\]"
)
_WORD = r"[^\W_]+(?:(?:(?<=\p{L}\p{M}*)['’.·](?=\p{L})|(?<=\p{Nd})[.,'’](?=\p{Nd}))[^\W_]+)*"
_WORDS = regex.compile(_WORD)
_WITHOUT = regex.compile(rf"(?:{_PASSED_OVER})(*SKIP)(*FAIL)|{_WORD}")
_ADDRESSES = regex.compile(_PASSED_OVER)
#: Every passage that holds something to pass over has one of these.
_HINTS = ("://", "www.", "@", "[", "10.", "PM")
_UNSPACED = frozenset({"zh", "yue", "ja"})


def words_of(text: str, language: str) -> tuple[str, ...]:
    """Return the words of ``text`` as they are written, without addresses and identifiers.

    Chinese and Japanese, which put no space between words, are divided by the frequencies of
    their words (:mod:`plainlang.readability.han`).
    """
    pattern = _WITHOUT if _has_hint(text) else _WORDS
    found: list[str] = pattern.findall(text)
    base = language.partition("-")[0].lower()
    if base in _UNSPACED:
        return tuple(word for run in found for word in segmented(run, base))
    return tuple(found)


def passed_over(text: str) -> int:
    """Return the number of addresses and identifiers in ``text``."""
    return len(_ADDRESSES.findall(text)) if _has_hint(text) else 0


def _has_hint(text: str) -> bool:
    return any(hint in text for hint in _HINTS)

"""Sentences to words, by Unicode's rules for word boundaries (UAX 29).

A word is a run of letters, marks and digits. An apostrophe, full stop or middle dot between two
letters stays inside (``don't``, ``e.g``, ``U.S``), as do the point, comma and apostrophe between
two digits (``2.5``, ``1,000``). A hyphen or dash divides: ``well-known`` is two words and
``5-10 mg`` three.
A number is a word, and one with its unit (``2.5mg``) too. Signs (``%``, ``+``) are no words.
"""

from __future__ import annotations

import re

import regex

from plainlang.readability.han import segmented

#: What is written in prose and not read as words: addresses, identifiers of papers, and the
#: numbers of notes in square brackets.
_PASSED_OVER = re.compile(
    r"(?:https?://|www\.)\S+|\b(?:doi:?\s*)?10\.\d{4,}/\S+|\bPMC?ID\b:?\s*\d+"
    r"|\[\d{1,3}(?:\s*[-–,]\s*\d{1,3})*\]"
)
_MAIL = re.compile(r"(?<![\w.+-])[\w.+-]+@[\w-]+\.[\w.-]+")
_WORD = re.compile(r"[^\W_]+(?:(?:(?<=[^\W\d_])['’.·](?=[^\W\d_])|(?<=\d)[.,'’](?=\d))[^\W_]+)*")
#: The same for text in ASCII, twice as fast.
_WORD_IN_ASCII = re.compile(
    r"[A-Za-z0-9]+(?:(?:(?<=[A-Za-z])['.](?=[A-Za-z])|(?<=[0-9])[.,'](?=[0-9]))[A-Za-z0-9]+)*"
)
#: The same for text with combining marks, which ``re`` takes for signs: slower.
_WORD_WITH_MARKS = regex.compile(
    r"[^\W_]+(?:(?:(?<=\p{L}\p{M}*)['’.·](?=\p{L})|(?<=\p{Nd})[.,'’](?=\p{Nd}))[^\W_]+)*"
)
#: The blocks of Unicode that hold combining marks, taken generously.
_MARKS = re.compile(
    "[\u0300-\u036f\u0483-\u0489\u0591-\u109f\u1700-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a"
    "\ua800-\uabff\ufb1e\ufe20-\ufe2f\U00010000-\U0001ffff]"
)
_UNSPACED = frozenset({"zh", "yue", "ja"})


def words_of(text: str, language: str) -> tuple[str, ...]:
    """Return the words of ``text`` as they are written, without addresses and identifiers.

    Chinese and Japanese, which put no space between words, are divided by the frequencies of
    their words (:mod:`plainlang.readability.han`).
    """
    if _hinted(text):
        text = _PASSED_OVER.sub(" ", text)
    if "@" in text:
        text = _MAIL.sub(" ", text)
    if text.isascii():
        found: list[str] = _WORD_IN_ASCII.findall(text)
    else:
        found = (_WORD_WITH_MARKS if _MARKS.search(text) else _WORD).findall(text)
    base = language.partition("-")[0].lower()
    if base in _UNSPACED:
        return tuple(word for run in found for word in segmented(run, base))
    return tuple(found)


def passed_over(text: str) -> int:
    """Return the number of addresses, identifiers and numbers of notes in ``text``."""
    mails = len(_MAIL.findall(text)) if "@" in text else 0
    return mails + (len(_PASSED_OVER.findall(text)) if _hinted(text) else 0)


def _hinted(text: str) -> bool:
    """Tell, fast, whether there can be something to pass over, other than a mail address."""
    return (
        "[" in text or "://" in text or "www." in text or "10." in text or "PMID" in text
        or "PMCID" in text
    )  # fmt: skip

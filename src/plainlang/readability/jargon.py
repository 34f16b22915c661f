"""Terms that need explaining: abbreviations and rare words, with what explains them.

The glossary is authoritative: what it defines is defined, and what is marked as a term but is not
in it is missing. Abbreviations that the text spells out, and rare words that it explains in
brackets or with a phrase ("called …", "… means"), are defined too.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache

from plainlang.readability.abbreviations import abbreviations, expanded
from plainlang.readability.base import Sentence
from plainlang.readability.lay import lay_words
from plainlang.readability.reasons.rare_words import rare
from plainlang.readability.report import Kind, Status, Term

SHORTEST = 4
"""Letters of a rare word that is reported; shorter ones are mostly units and fragments."""
_CUES = {
    "en": (
        r"called|known as|which is|this is",
        r"means|mean|is when|is where|that is|is a word for",
    ),
    "es": (r"llamad[oa]s?|conocid[oa]s? como", r"significa|quiere decir|es decir|es cuando"),
    "fr": (r"appelée?s?|nommée?s?|dite?s?", r"signifie|veut dire|c[’']est-à-dire"),
    "de": (r"genannt|sogenannte[rnms]?|heißt|heißen", r"bedeutet|heißt|das heißt|das ist"),
}
"""Phrases before and after a term that announce its explanation."""


_WORD = r"[^\W_]+(?:['’.·][^\W_]+)*"
_BRACKETS = (
    re.compile(rf"({_WORD}) \((?:[^()\s]+ )+[^()\s]+\)"),
    re.compile(rf"\w \(({_WORD})\)"),
)


def terms_of(
    sentences: Sequence[Sentence],
    language: str,
    glossary: Mapping[str, bool] | None = None,
    others: Iterable[str] = (),
) -> tuple[Term, ...]:
    """Return the terms of ``sentences``, the most frequent first.

    :param glossary: terms, case-folded: true where the glossary defines them, false where they are
        marked in the text and the glossary has no entry.
    :param others: texts that may explain a term and are not scored (headings, notes, fragments).
    """
    known = {term.casefold(): found for term, found in (glossary or {}).items()}
    texts = [sentence.text for sentence in sentences]
    spelled_out = expanded([*texts, *others])
    found = [
        *_abbreviations(sentences, language, known, spelled_out),
        *_rare_words(sentences, language, known),
    ]
    return tuple(sorted(found, key=lambda term: (-term.count, term.term.casefold())))


def _abbreviations(
    sentences: Sequence[Sentence],
    language: str,
    known: Mapping[str, bool],
    spelled_out: frozenset[str],
) -> Iterable[Term]:
    lay = lay_words(language)
    counted: Counter[str] = Counter()
    lines: dict[str, int | None] = {}
    for sentence in sentences:
        for short in abbreviations(sentence.text):
            if short not in lay:
                counted[short] += 1
                lines.setdefault(short, sentence.line)
    for short, count in counted.items():
        status = _status(short, known, short in spelled_out)
        yield Term(short, Kind.ABBREVIATION, count, status, lines[short])


def _rare_words(
    sentences: Sequence[Sentence], language: str, known: Mapping[str, bool]
) -> Iterable[Term]:
    counted: Counter[str] = Counter()
    first: dict[str, Sentence] = {}
    small: dict[str, str] = {}
    explained: set[str] = set()
    for sentence in sentences:
        words = rare(sentence, language)
        if words:
            explained |= explained_in(sentence.text, language)
        for word in words:
            if len(word) < SHORTEST or word.isupper():
                continue
            key = word.casefold()
            counted[key] += 1
            first.setdefault(key, sentence)
            if word[0].islower():
                small[key] = key
            elif sentence.text.startswith(word):
                small.setdefault(key, word)
    nouns_have_capitals = language.split("-")[0].lower() == "de"
    for key, count in counted.items():
        shown = small.get(key) or key.capitalize()
        kind = Kind.RARE_WORD if key in small or nouns_have_capitals else Kind.NAME
        yield Term(shown, kind, count, _status(key, known, key in explained), first[key].line)


def explained_in(text: str, language: str) -> frozenset[str]:
    """Return the words, case-folded, that ``text`` explains in brackets or by a phrase."""
    primary = language.split("-")[0].lower()
    found: set[str] = set()
    if "(" in text:
        found.update(word for pattern in _BRACKETS for word in pattern.findall(text))
    if _cue(primary).search(text):
        found.update(word for pattern in _phrases(primary) for word in pattern.findall(text))
    return frozenset(word.casefold() for word in found)


@lru_cache(maxsize=32)
def _cue(primary: str) -> re.Pattern[str]:
    before, after = _CUES.get(primary, ("(?!)", "(?!)"))
    return re.compile(rf"(?<!\w)(?:{before}|{after})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=32)
def _phrases(primary: str) -> tuple[re.Pattern[str], ...]:
    before, after = _CUES.get(primary, ("(?!)", "(?!)"))
    return (
        re.compile(rf"(?<!\w)(?:{before}) [“\"«„]?({_WORD})(?!\w)", re.IGNORECASE),
        re.compile(rf"({_WORD})[”\"»“]? (?:{after})(?!\w)", re.IGNORECASE),
    )


def _status(term: str, known: Mapping[str, bool], explained: bool) -> Status:
    in_glossary = known.get(term.casefold())
    if in_glossary or explained:
        return Status.DEFINED
    return Status.UNEXPLAINED if in_glossary is None else Status.MISSING

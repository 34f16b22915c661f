"""Terms that need explaining: abbreviations and rare words, with what explains them.

The glossary is authoritative: what it defines is defined, and what is marked as a term but is not
in it is missing. Abbreviations that the text spells out, and rare words that it explains in
brackets or with a phrase ("called …", "… means"), are defined too. So are the words of the title,
for they are what the document is about, and the publisher: both are listed with that reason.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache

from plainlang.readability.abbreviations import abbreviations, expansions
from plainlang.readability.base import Sentence
from plainlang.readability.frequency import zipf
from plainlang.readability.lay import lay_words
from plainlang.readability.letters import lower
from plainlang.readability.reasons.rare_words import unusual
from plainlang.readability.report import How, Kind, Status, Term
from plainlang.readability.word_forms import bare, base_forms
from plainlang.readability.words import words_of

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


@dataclass(frozen=True, slots=True)
class _Known:
    """What explains terms; every word is case-folded.

    :param glossary: true where the glossary defines a term, false where it has no entry.
    :param within: the words of defined terms of several words.
    """

    glossary: Mapping[str, bool]
    within: frozenset[str]
    title: frozenset[str]
    publisher: frozenset[str]

    def status(self, term: str, forms: Iterable[str], in_text: bool) -> tuple[Status, How]:
        """Return the status of a term and what it is explained by."""
        names = {term.casefold(), *forms}
        entries = [self.glossary[name] for name in names if name in self.glossary]
        if any(entries) or (not entries and names & self.within):
            return Status.DEFINED, How.GLOSSARY
        if in_text:
            return Status.DEFINED, How.TEXT
        if names & self.title:
            return Status.DEFINED, How.TITLE
        if names & self.publisher:
            return Status.DEFINED, How.SOURCE
        return (Status.MISSING if entries else Status.UNEXPLAINED), How.NOTHING


def terms_of(
    sentences: Sequence[Sentence],
    language: str,
    glossary: Mapping[str, bool] | None = None,
    others: Iterable[str] = (),
    *,
    title: str = "",
    publisher: str = "",
) -> tuple[Term, ...]:
    """Return the terms of ``sentences``, the most frequent first.

    :param glossary: terms that are marked in the text: true where the glossary defines them, false
        where it has no entry. Each that stands in the sentences is listed, and each without an
        entry, wherever it stands.
    :param others: texts that may explain a term and are not scored (headings, notes, fragments).
    :param title: its rare words are defined, but not its abbreviations: those it only uses.
    :param publisher: whose name needs no explanation.
    """
    entries = {term.casefold(): found for term, found in (glossary or {}).items()}
    phrases = [term for term, found in entries.items() if found and " " in term]
    known = _Known(
        entries,
        frozenset(word for term in phrases for word in words_of(term, language)),
        frozenset(word.casefold() for word in words_of(title, language) if not word.isupper()),
        frozenset(word.casefold() for word in words_of(publisher, language)),
    )
    texts = [*(sentence.text for sentence in sentences), *others]
    found = [
        *_abbreviations(sentences, language, known, expansions(texts)),
        *_rare_words(sentences, language, known),
    ]
    found += _marked(sentences, known, {term.term.casefold() for term in found})
    return tuple(sorted(found, key=lambda term: (-term.count, term.term.casefold())))


def _abbreviations(
    sentences: Sequence[Sentence], language: str, known: _Known, long: Mapping[str, str]
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
        status, how = known.status(short, (), short in long)
        yield Term(short, Kind.ABBREVIATION, count, status, lines[short], how, long.get(short, ""))


def _rare_words(sentences: Sequence[Sentence], language: str, known: _Known) -> Iterable[Term]:
    counted: Counter[str] = Counter()
    first: dict[str, Sentence] = {}
    shown: dict[str, str] = {}
    small: dict[str, str] = {}
    explained: set[str] = set()
    for sentence in sentences:
        words = unusual(sentence, language)
        if words:
            explained |= explained_in(sentence.text, language)
        for written in words:
            word = bare(written, language)
            if len(word) < SHORTEST or word.isupper():
                continue
            key = word.casefold()
            counted[key] += 1
            first.setdefault(key, sentence)
            shown.setdefault(key, word)
            if not _named(word):
                small[key] = key
            elif sentence.text.startswith(word) and not _camel(word):
                small.setdefault(key, word)
    nouns_have_capitals = language.split("-")[0].lower() == "de"
    for base, forms in _grouped(counted, language).items():
        capital = not any(form in small for form in forms) and not nouns_have_capitals
        kind = Kind.NAME if capital else Kind.RARE_WORD
        status, how = known.status(base, forms, any(form in explained for form in forms))
        number = sum(counted[form] for form in forms)
        yield Term(small.get(base) or shown[base], kind, number, status, first[forms[0]].line, how)


def _named(word: str) -> bool:
    """Tell whether a word is written as a name; a script without capitals has no such sign."""
    return not word[0].islower() and word.lower() != word.upper()


def _camel(word: str) -> bool:
    return any(map(str.isupper, word[1:]))


def _grouped(counted: Iterable[str], language: str) -> dict[str, list[str]]:
    """Return the words as groups of forms of one word, in their order, by the form to show.

    Two words are forms of one if one is a base form of the other, or if both have a base form that
    the word list has.
    """
    words = list(counted)
    every = frozenset(words)
    by_base: dict[str, list[str]] = {}
    for word in words:
        forms = list(base_forms(lower(word, language), language))
        base = next((form for form in forms if form in every), "")
        base = base or next((form for form in forms if zipf(form, language)), word)
        by_base.setdefault(base, []).append(word)
    result: dict[str, list[str]] = {}
    moved = {base: _root(base, by_base) for base in by_base}
    for base, forms in by_base.items():
        result.setdefault(moved[base], []).extend(forms)
    return {base if base in every else forms[0]: forms for base, forms in result.items()}


def _root(base: str, by_base: Mapping[str, list[str]]) -> str:
    """Return the base of a word that is itself a form of another one of the text."""
    for other, forms in by_base.items():
        if base in forms and other != base:
            return other
    return base


def _marked(sentences: Sequence[Sentence], known: _Known, listed: set[str]) -> Iterable[Term]:
    """Yield what is marked as a term and is neither an abbreviation nor a rare word."""
    folded = [(sentence.text.casefold(), sentence.line) for sentence in sentences]
    for term, defined in known.glossary.items():
        if term in listed:
            continue
        pattern = re.compile(rf"(?<!\w){re.escape(term)}(?!\w)")
        lines = [line for text, line in folded if term in text for _ in pattern.findall(text)]
        if lines or not defined:
            status, how = known.status(term, (), in_text=False)
            yield Term(term, Kind.MARKED, len(lines), status, lines[0] if lines else None, how)


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

"""What is counted of one word, once for each distinct word of a document."""

from __future__ import annotations

import re
import struct
from collections.abc import Iterable
from functools import lru_cache

from plainlang.readability.base import Counts
from plainlang.readability.familiar import is_compound, is_familiar
from plainlang.readability.frequency import has_frequencies, rare_below, zipf
from plainlang.readability.lay import lay_words
from plainlang.readability.letters import lower
from plainlang.readability.syllables import syllables

#: The values of one word, in the order of the fields of Counts from ``words`` on, packed into one
#: number of 32 bits each: to add the words of a sentence is then to add numbers.
Facts = int
_PACKED = struct.Struct("<11I")
#: Distinct words whose facts are kept for the documents that follow.
REMEMBERED = 1 << 16
#: Languages that write every noun with a capital, which then says nothing about names.
_CAPITAL_NOUNS = frozenset({"de", "lb"})
#: Endings of verbs that are a syllable of their own (Gunning's rule).
_VERB = re.compile(r"(?:ing|[td]ed|(?:[cgsxz]|[cs]h)es)$")
_DIGIT = re.compile(r"\d")
#: Words of more letters are long (Björnsson 1968, LIX).
LONG = 6


class Lexicon(dict[str, Facts]):
    """The facts of each distinct word of one document, worked out when a word is first met.

    :param first: for words that begin a sentence, where a capital does not make a name.
    :param names: for words that the author marked as names: neither complex, unfamiliar nor rare.
    """

    def __init__(self, language: str, *, first: bool = False, names: bool = False) -> None:
        super().__init__()
        self.language = language
        self._first = first
        self._names = names

    def __missing__(self, word: str) -> Facts:
        found = self[word] = facts_of(word, self.language, self._first, self._names)
        return found


@lru_cache(maxsize=REMEMBERED)
def facts_of(word: str, language: str, first: bool, marked: bool) -> Facts:
    """Return the facts of one word: see :class:`Lexicon`."""
    base = language.partition("-")[0].lower()
    english = base == "en"
    plain = lower(word, language)
    number = syllables(word, language)
    named = marked or (not first and base not in _CAPITAL_NOUNS and _is_capitalised(word))
    digits = _DIGIT.search(word) is not None
    familiar = english and is_familiar(plain)
    letters = len(word) if word.isalnum() else sum(map(str.isalnum, word))
    known = marked or digits or familiar or plain in lay_words(language)
    values = (
        1,
        number,
        number == 1,
        number >= 3,
        number >= 4,
        not named and _is_complex(plain, number, english),
        letters,
        len(word),
        letters > LONG,
        english and not named and not familiar,
        not known and has_frequencies(language) and zipf(plain, language) < rare_below(language),
    )
    return int.from_bytes(_PACKED.pack(*values), "little")


def _is_complex(plain: str, number: int, english: bool) -> bool:
    if number < 3 or not english:
        return number >= 3
    if number == 3 and _VERB.search(plain):
        return False
    return not is_compound(plain)


class Frequencies(dict[str, float]):
    """The Zipf value of each distinct word of one document."""

    def __init__(self, language: str) -> None:
        super().__init__()
        self.language = language

    def __missing__(self, word: str) -> float:
        found = self[word] = _frequency(word, self.language)
        return found


@lru_cache(maxsize=REMEMBERED)
def _frequency(word: str, language: str) -> float:
    return zipf(lower(word, language), language)


def unpacked(facts: Facts) -> tuple[int, ...]:
    """Return the values of one word, or the sums of several."""
    return _PACKED.unpack(facts.to_bytes(_PACKED.size, "little"))


def summed(facts: Iterable[Facts]) -> Counts:
    """Return the counts of one sentence from the facts of its words."""
    return Counts(1, *unpacked(sum(facts)))


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and not word.isupper()

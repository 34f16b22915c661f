"""What is counted of one word, once for each distinct word of a document."""

from __future__ import annotations

import re

from plainlang.readability.base import Counts
from plainlang.readability.familiar import is_compound, is_familiar
from plainlang.readability.frequency import has_frequencies, rare_below, zipf
from plainlang.readability.lay import lay_words
from plainlang.readability.letters import lower
from plainlang.readability.syllables import syllables

#: The values of one word, in the order of the fields of Counts from ``words`` on.
Facts = tuple[int, ...]
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
        self._english = language.partition("-")[0].lower() == "en"
        self._capitals = not first and language.partition("-")[0].lower() not in _CAPITAL_NOUNS
        self._names = names
        self._lay = lay_words(language)
        self._below = rare_below(language) if has_frequencies(language) else 0.0

    def __missing__(self, word: str) -> Facts:
        plain = lower(word, self.language)
        number = syllables(word, self.language)
        named = self._names or (self._capitals and _is_capitalised(word))
        digits = _DIGIT.search(word) is not None
        familiar = self._english and is_familiar(plain)
        letters = sum(map(str.isalnum, word))
        known = self._names or digits or familiar or plain in self._lay
        found: Facts = (
            1,
            number,
            int(number == 1),
            int(number >= 3),
            int(number >= 4),
            int(not named and self._is_complex(plain, number)),
            letters,
            len(word),
            int(letters > LONG),
            int(self._english and not named and not familiar),
            int(not known and zipf(plain, self.language) < self._below),
        )
        self[word] = found
        return found

    def _is_complex(self, plain: str, number: int) -> bool:
        if number < 3 or not self._english:
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
        found = self[word] = zipf(lower(word, self.language), self.language)
        return found


def summed(facts: list[Facts]) -> Counts:
    """Return the counts of one sentence from the facts of its words."""
    return Counts(1, *map(sum, zip(*facts, strict=True))) if facts else Counts(1)


def _is_capitalised(word: str) -> bool:
    return word[0].isupper() and not word.isupper()

"""Sentences made by hand, for tests that need counts and no counter."""

from __future__ import annotations

from collections.abc import Mapping

from plainlang.readability.base import Counts, Sentence

#: Frequencies (Zipf) that the tests give to words; any other word has 6.
ZIPF = {"apnoea": 2.4, "titration": 2.3, "obstructive": 3.2, "polysomnography": 1.2}


def sentence(
    text: str,
    line: int | None = 1,
    section: int = -1,
    rare_below: float = 3.5,
    zipf: Mapping[str, float] = ZIPF,
) -> Sentence:
    """Return ``text`` counted in the simplest way: groups of vowels are syllables."""
    words = tuple(word.strip('.,;:!?()“”"') for word in text.split())
    words = tuple(word for word in words if any(sign.isalnum() for sign in word))
    syllables = [_groups(word) for word in words]
    letters = sum(sum(sign.isalnum() for sign in word) for word in words)
    known = tuple(zipf.get(word.lower(), 6.0) for word in words)
    counts = Counts(
        sentences=1,
        words=len(words),
        syllables=sum(syllables),
        monosyllables=sum(n == 1 for n in syllables),
        polysyllables=sum(n >= 3 for n in syllables),
        polysyllables4=sum(n >= 4 for n in syllables),
        complex_words=sum(n >= 3 for n in syllables),
        letters=letters,
        characters=letters,
        long_words=sum(len(word) > 6 for word in words),
        unfamiliar=sum(z < rare_below for z in known),
        rare=sum(z < rare_below for z in known),
    )
    return Sentence(text, line, section, counts, words, known)


def _groups(word: str) -> int:
    vowels = "aeiouyáéíóúäöü"
    low = word.lower()
    starts = (sign in vowels and (i == 0 or low[i - 1] not in vowels) for i, sign in enumerate(low))
    return max(1, sum(starts))

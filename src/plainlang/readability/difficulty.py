"""How hard one sentence is, from 0 to 100, and the hardest of a text.

The features are those that follow people's ratings best: the logarithm of the length, the number of
rare words, the mean frequency of the words and their mean length in letters. The weights are a
regression on the ratings (1 to 6, by the levels of the CEFR) of the training sentences of CEFR-SP,
Wiki-Auto part (Y. Arase, S. Uchida, T. Kajiwara, "CEFR-based sentence difficulty annotation and
assessment", EMNLP 2022): English of an encyclopaedia, not of medicine.
``benchmarks/sentence_difficulty.py`` fits and checks them. It ranks the sentences of a text and is
no grade; in other languages than English the weights are not calibrated.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import log

from plainlang.readability.base import Sentence
from plainlang.readability.reasons import reasons_of
from plainlang.readability.reasons.rare_words import rare
from plainlang.readability.report import HardSentence

BASE = 1.04
"""Constant of the regression."""
WEIGHTS = (0.75, 0.59, -0.26, 0.33)
"""Of the features, in their order."""
SCALE = (1.0, 7.0)
"""Levels that are 0 and 100. The second lies above the highest rating, so that the hardest
sentences of professional texts still differ."""
USUAL_ZIPF = 5.6
"""Mean frequency that is assumed of a sentence for which none is known."""
LISTED = 10
"""Sentences that a report lists."""


def features(sentence: Sentence, language: str) -> tuple[float, float, float, float]:
    """Return what the difficulty is computed from.

    The logarithm of the number of words; that of one more than the number of rare words, for the
    fifth adds less than the first; the mean Zipf frequency of the words; their mean length in
    letters. Numbers are neither rare nor frequent. Without frequencies the number of rare words is
    taken from the counts.
    """
    counts = sentence.counts
    number = max(1, counts.words)
    zipf = [
        value
        for word, value in zip(sentence.words, sentence.zipf, strict=False)
        if any(map(str.isalpha, word))
    ]
    rares = len(rare(sentence, language)) if zipf else counts.rare
    mean = sum(zipf) / len(zipf) if zipf else USUAL_ZIPF
    return log(number), log(1 + rares), mean, counts.characters / number


def difficulty(sentence: Sentence, language: str) -> int:
    """Return the difficulty of ``sentence``: 0 to 100, more is harder."""
    pairs = zip(WEIGHTS, features(sentence, language), strict=True)
    level = BASE + sum(weight * value for weight, value in pairs)
    low, high = SCALE
    return round(100 * min(1.0, max(0.0, (level - low) / (high - low))))


def rated(sentences: Sequence[Sentence], language: str) -> tuple[HardSentence, ...]:
    """Return every sentence with its difficulty and reasons, in the order of the text."""
    return tuple(
        HardSentence(
            sentence.text,
            sentence.line,
            sentence.counts.words,
            difficulty(sentence, language),
            reasons_of(sentence, language),
        )
        for sentence in sentences
    )


def hardest(sentences: Sequence[HardSentence], number: int = LISTED) -> tuple[HardSentence, ...]:
    """Return the hardest of ``sentences``, the hardest first; one that is repeated stands once."""
    different = {sentence.text: sentence for sentence in reversed(sentences)}
    in_order = list(different.values())[::-1]
    ranked = sorted(in_order, key=lambda sentence: -sentence.difficulty)
    return tuple(sentence for sentence in ranked[:number] if sentence.difficulty > 0)

"""How hard one sentence is, from 0 to 100, and the hardest of a text.

Every feature grows, or stays, when a word is added to a sentence, and every weight is above
nothing: so no sentence becomes easier by another word, rare or not. The weights are a regression
on the ratings (1 to 6, by the levels of the CEFR) of the training sentences of CEFR-SP, Wiki-Auto
part (Y. Arase, S. Uchida, T. Kajiwara, "CEFR-based sentence difficulty annotation and assessment",
EMNLP 2022): English of an encyclopaedia, not of medicine. The features were chosen on its
development sentences, after other sets had been compared on the test sentences.
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

BASE = 0.42
"""Constant of the regression."""
WEIGHTS = (0.24, 0.59, 0.09, 0.27)
"""Of the features, in their order."""
SCALE = (1.0, 7.0)
"""Levels that are 0 and 100. The second lies above the highest rating, so that the hardest
sentences of professional texts still differ."""
COMMON_ZIPF = 5.0
"""Frequency from which a word adds nothing to the rarity of a sentence."""
USUAL_RARITY = 2.5
"""Rarity of a rare word of which no frequency is known."""
LONGEST = 20
"""Letters beyond which a word is no harder: compounds of German have more."""
LISTED = 10
"""Sentences that a report lists."""


def features(sentence: Sentence, language: str) -> tuple[float, float, float, float]:
    """Return what the difficulty is computed from.

    The logarithm of one more than the number of rare words, for the fifth adds less than the first;
    that of one more than the rarity of all words, which is how far each lies below
    :data:`COMMON_ZIPF`; the letters of the longest word; the logarithm of all letters. Numbers have
    no rarity. Without frequencies the number of rare words is taken from the counts.
    """
    counts = sentence.counts
    known = [
        (word, value)
        for word, value in zip(sentence.words, sentence.zipf, strict=False)
        if any(map(str.isalpha, word))
    ]
    rares = len(rare(sentence, language)) if known else counts.rare
    rarity = sum(max(0.0, COMMON_ZIPF - value) for _, value in known)
    rarity = rarity if known else USUAL_RARITY * rares
    longest = max(map(len, sentence.words), default=0)
    return log(1 + rares), log(1 + rarity), min(longest, LONGEST), log(max(1, counts.letters))


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

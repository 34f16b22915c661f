"""From counts to scores: every formula of the language, with its interval, or why there is none."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from plainlang.readability.base import Counts, Score, Sentence
from plainlang.readability.formulas import FORMULAS, Formula
from plainlang.readability.intervals import RESAMPLES, intervals
from plainlang.readability.languages import Language
from plainlang.readability.sums import summed

MINIMUM_WORDS = 100
"""Words below which no number is given. The formulas were made on samples of 100 words and more."""


def scores_of(
    sentences: Sequence[Sentence],
    language: Language,
    minimum_words: int = MINIMUM_WORDS,
    resamples: int = RESAMPLES,
) -> tuple[Score, ...]:
    """Return a score for each formula of ``language``, in its order.

    A formula that cannot be computed honestly stands there too, without a value and with the
    reason. A language without a formula gives none but those that are withheld.
    """
    counts = summed(sentence.counts for sentence in sentences)
    formulas = [FORMULAS[name] for name in language.formulas]
    reason = too_short(counts, minimum_words)
    if reason:
        found = [Score(f.name, None, None, None, f.unit, reason) for f in formulas]
    else:
        ends = intervals([sentence.counts for sentence in sentences], formulas, resamples)
        found = [_score(formula, counts, ends.get(formula.name)) for formula in formulas]
    withheld = [Score(name, None, None, None, "points", why) for name, why in language.withheld]
    return (*found, *withheld)


def too_short(counts: Counts, minimum_words: int = MINIMUM_WORDS) -> str:
    """Return why a text of ``counts`` gets no number, or an empty text."""
    if counts.words and counts.sentences and counts.words >= minimum_words:
        return ""
    words = f"{counts.words} word{'' if counts.words == 1 else 's'}"
    return f"{words} of running text are too few: no number is given below {minimum_words}."


def _score(formula: Formula, counts: Counts, ends: tuple[float, float] | None) -> Score:
    value = formula.value(counts)
    low, high = ends or (None, None)
    return Score(
        formula.name,
        value,
        None if low is None else min(low, value),
        None if high is None else max(high, value),
        formula.unit,
        warning=" ".join(_warnings(formula, counts)),
    )


def _warnings(formula: Formula, counts: Counts) -> Iterable[str]:
    if counts.sentences < formula.sentences:
        yield (
            f"Made for {formula.sentences} sentences and more; this text has {counts.sentences}."
        )
    if counts.sentences < 2:
        yield "One sentence: no interval can be given."

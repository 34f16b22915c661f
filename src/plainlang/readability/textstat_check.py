"""textstat's value beside ours, as a cross-check (textstat 0.7, MIT).

Two programs that count differently and agree are more trustworthy than one. Where they differ,
the known reasons stand in ``docs/reference/readability.md``.

textstat's object keeps its language in a global; its functions take the language as an argument,
so they are called instead, and threads do not disturb each other. English syllables need NLTK's
copy of the CMU dictionary, and textstat **downloads** it where it is missing. Nothing here may
open a connection: such a function is called only after NLTK has found the dictionary on the disk,
and is otherwise reported as not computed. Only formulas that textstat has for the language are
asked: for others it silently takes English constants.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import lru_cache, partial
from typing import Protocol

from plainlang.readability.base import Sentence
from plainlang.readability.report import CrossCheck

PROGRAM = "textstat"
LIMIT = 100_000
"""Characters that are given to it at most: it is slow, and a cross-check needs no more."""
NO_DICTIONARY = "not computed: NLTK's cmudict is not installed, and nothing is downloaded"
TOO_LONG = f"not computed: the text has more than {LIMIT:,} characters"


class _Metric(Protocol):
    def __call__(self, text: str) -> float: ...


def cross_checks(sentences: Sequence[Sentence], language: str) -> tuple[CrossCheck, ...]:
    """Return textstat's value of each formula that it has for ``language``.

    The text is the same that we score: the sentences, one after the other.
    """
    primary = language.replace("_", "-").split("-")[0].lower()
    text = " ".join(sentence.text for sentence in sentences)
    if not text:
        return ()
    found = []
    for formula, (metric, needs_dictionary) in _metrics(primary).items():
        note = ""
        if len(text) > LIMIT:
            note = TOO_LONG
        elif needs_dictionary and not has_dictionary():
            note = NO_DICTIONARY
        value = None if note else metric(text)
        found.append(CrossCheck(formula, PROGRAM, value, note))
    return tuple(found)


def has_dictionary() -> bool:
    """Return whether NLTK finds the CMU dictionary on this machine; it never fetches it."""
    import nltk

    try:
        nltk.data.find("corpora/cmudict")
    except LookupError:
        return False
    return True


@lru_cache(maxsize=16)
def _metrics(primary: str) -> Mapping[str, tuple[_Metric, bool]]:
    """Return textstat's function by formula, and whether it asks for the CMU dictionary."""
    # Imported here, because it loads NLTK: half a second that only a cross-check needs.
    from textstat.backend import metrics

    def of(function: Callable[..., float], **given: object) -> tuple[_Metric, bool]:
        return partial(function, **given), given.get("lang") == "en_US"

    if primary == "en":
        english = {"lang": "en_US"}
        return {
            "flesch-kincaid-grade": of(metrics.flesch_kincaid_grade, **english),
            "flesch-reading-ease": of(metrics.flesch_reading_ease, **english),
            "smog": of(metrics.smog_index, **english),
            "gunning-fog": of(metrics.gunning_fog, **english),
            "coleman-liau": of(metrics.coleman_liau_index),
            "automated-readability-index": of(metrics.automated_readability_index),
            "dale-chall": of(metrics.dale_chall_readability_score, **english),
            "lix": of(metrics.lix),
            "rix": of(metrics.rix),
        }
    if primary == "es":
        return {
            "szigriszt-pazos": of(metrics.szigriszt_pazos, lang="es"),
            "fernandez-huerta": of(metrics.fernandez_huerta, lang="es"),
            "gutierrez-polini": of(metrics.gutierrez_polini),
            "crawford": of(metrics.crawford, lang="es"),
        }
    if primary == "de":
        return {
            **{
                f"wiener-sachtextformel-{number}": of(
                    metrics.wiener_sachtextformel, variant=number, lang="de"
                )
                for number in (1, 2, 3, 4)
            },
            "amstad": of(metrics.flesch_reading_ease, lang="de"),
        }
    if primary == "it":
        return {
            "gulpease": of(metrics.gulpease_index),
            "flesch-vacca": of(metrics.flesch_reading_ease, lang="it"),
        }
    if primary == "sv":
        return {"lix": of(metrics.lix), "rix": of(metrics.rix)}
    flesch = {"fr": "kandel-moles", "nl": "douma", "ru": "oborneva"}.get(primary)
    return {flesch: of(metrics.flesch_reading_ease, lang=primary)} if flesch else {}

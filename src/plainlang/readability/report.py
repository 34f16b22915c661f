"""What is known of a document's readability: the one thing that every output is made from.

Frozen and picklable, without behaviour beyond sums.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from plainlang.readability.base import Counts, Measured, Score
from plainlang.readability.targets import Verdict


class Status(StrEnum):
    """Whether a term is explained.

    ``DEFINED``: in the text itself or by the glossary. ``MISSING``: marked as a term, but the
    glossary has no entry. ``UNEXPLAINED``: neither.
    """

    DEFINED = "defined"
    MISSING = "missing"
    UNEXPLAINED = "unexplained"


class Kind(StrEnum):
    """What makes a term stand out."""

    ABBREVIATION = "abbreviation"
    RARE_WORD = "rare-word"
    NAME = "name"
    """A rare word that is only ever written with a capital: it does not count as unexplained."""
    MARKED = "marked"
    """Neither rare nor short, but marked as a term: the glossary has it or ought to."""


class How(StrEnum):
    """What a defined term is explained by."""

    GLOSSARY = "glossary"
    TEXT = "text"
    """The text spells it out or says what it means."""
    TITLE = "title"
    """It is what the document is about: its title or how to say it names the word."""
    SOURCE = "source"
    """It is the publisher, whose name the front matter gives."""
    NOTHING = ""


@dataclass(frozen=True, slots=True)
class Term:
    """An abbreviation or rare word, and how often it occurs in the text that is scored.

    :param line: 1-based line of its first occurrence.
    :param how: what explains it; :attr:`How.NOTHING` where its status is not ``DEFINED``.
    :param expansion: the words that the text gives for an abbreviation; empty where it gives none.
    """

    term: str
    kind: Kind
    count: int
    status: Status
    line: int | None
    how: How = How.NOTHING
    expansion: str = ""


@dataclass(frozen=True, slots=True)
class HardSentence:
    """A sentence with its difficulty (0 to 100, more is harder) and why, in words."""

    text: str
    line: int | None
    words: int
    difficulty: int
    reasons: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Suggestion:
    """A plainer word for one that occurs; a suggestion, never a change.

    :param word: as it stands in the text.
    :param plainer: one or more, the first the likeliest.
    :param note: when it fits, or when it does not.
    """

    word: str
    plainer: tuple[str, ...]
    line: int | None
    count: int
    note: str = ""


class State(StrEnum):
    """Answer of a check."""

    YES = "yes"
    NO = "no"
    LOOK = "look"
    """A person has to look: the program has only a hint, or cannot see it."""


@dataclass(frozen=True, slots=True)
class CheckItem:
    """One item of the checklist.

    :param name: in kebab case.
    :param question: what is asked, in a sentence.
    :param finding: what was counted.
    :param source: the instrument that asks it, with its item.
    """

    name: str
    question: str
    state: State
    finding: str
    source: str


@dataclass(frozen=True, slots=True)
class Section:
    """The scores of one section; ``heading`` is empty before the first heading."""

    heading: str
    level: int
    line: int | None
    counts: Counts
    scores: tuple[Score, ...]


@dataclass(frozen=True, slots=True)
class CrossCheck:
    """Another program's value of a formula beside ours.

    :param value: ``None`` where that program gives none; ``note`` then says why.
    """

    formula: str
    program: str
    value: float | None
    note: str = ""


@dataclass(frozen=True, slots=True)
class Report:
    """Readability of one document.

    :param document: its id.
    :param source: its source file, as it was named.
    :param without: why no formula applies to the language; empty where one does.
    :param verdicts: one for each score, in the same order; the first counts for the document.
    :param sentences: the hardest, the hardest first.
    :param every_sentence: all that are scored, in the order of the text.
    :param terms: most frequent first.
    """

    document: str
    source: str
    language: str
    audience: str
    measured: Measured
    counts: Counts
    scores: tuple[Score, ...]
    verdicts: tuple[Verdict, ...]
    sections: tuple[Section, ...] = ()
    sentences: tuple[HardSentence, ...] = ()
    every_sentence: tuple[HardSentence, ...] = ()
    terms: tuple[Term, ...] = ()
    suggestions: tuple[Suggestion, ...] = ()
    checklist: tuple[CheckItem, ...] = ()
    cross_checks: tuple[CrossCheck, ...] = ()
    without: str = ""
    notes: tuple[str, ...] = ()

    @property
    def excluded(self) -> int:
        """Number of words that were not scored."""
        return sum(self.measured.excluded.values())

    @property
    def grade(self) -> Score | None:
        """The first score that is a school year, for a limit given as a grade.

        ``None`` where the language has no such formula; then only the verdict can decide.
        """
        return next((score for score in self.scores if score.unit == "grade"), None)

    @property
    def unexplained(self) -> int:
        """Number of different terms that nothing explains; names do not count."""
        return sum(
            term.status is not Status.DEFINED and term.kind is not Kind.NAME for term in self.terms
        )

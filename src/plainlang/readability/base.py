"""What the parts of readability scoring give each other. Frozen, picklable, without behaviour.

The way of the data: a document's blocks become passages with a role; the passages that an author
can change become sentences; sentences become counts; formulas turn counts into values; a bootstrap
over the sentences gives each value an interval.
"""

from __future__ import annotations

import operator
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple


class Role(StrEnum):
    """What a passage is. Only :attr:`PROSE` and :attr:`LIST_ITEM` are scored."""

    PROSE = "prose"
    LIST_ITEM = "list-item"
    FRAGMENT = "fragment"
    """A list item or cell that is no sentence and not long."""
    HEADING = "heading"
    LABEL = "label"
    TABLE_CELL = "table-cell"
    NOTE = "note"
    LINK_LIST = "link-list"
    LEGAL = "legal"
    REFERENCE = "reference"
    CITATION = "citation"
    EXCLUDED = "excluded"
    """Marked by the author: ``::: {.no-score}``."""
    CODE = "code"


SCORED = frozenset({Role.PROSE, Role.LIST_ITEM})


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of text with one role: the text of one paragraph, item, cell or heading.

    :param text: plain text, without link targets; names that the author marked are left in.
    :param line: 1-based line of the source, ``None`` where the source has none.
    :param section: index of the heading it stands under (:attr:`Measured.headings`); -1 before
        the first.
    :param language: BCP 47 tag where it is another than the document's, else empty.
    :param names: what the author marked as names (``[Maria]{.name}``).
    :param breaks: places in ``text`` where a further line of the source begins.
    """

    role: Role
    text: str
    line: int | None
    section: int = -1
    language: str = ""
    names: tuple[str, ...] = ()
    breaks: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading that divides the document for scores by section."""

    text: str
    level: int
    line: int | None


class Counts(NamedTuple):
    """What every formula is computed from. Counts of a whole are the sums of its parts.

    :param sentences: number of sentences.
    :param words: words by Unicode's rules (UAX 29); a number is a word.
    :param syllables: syllables of all words; a number counts one, because how it is read aloud is
        not known.
    :param monosyllables: words of one syllable.
    :param polysyllables: words of three syllables or more.
    :param polysyllables4: words of four syllables or more (Polish Fog).
    :param complex_words: words of three syllables or more by Gunning's rule, which leaves out
        names, compounds of short words, and verbs that reach three by -es, -ed or -ing.
    :param letters: letters and digits.
    :param characters: letters, digits and the marks within words (ARI).
    :param long_words: words of more than six letters (LIX, RIX, Wiener Sachtextformel).
    :param unfamiliar: words that are not on Dale and Chall's list; 0 where there is no list.
    :param rare: words rarer than the threshold of the language.
    """

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    monosyllables: int = 0
    polysyllables: int = 0
    polysyllables4: int = 0
    complex_words: int = 0
    letters: int = 0
    characters: int = 0
    long_words: int = 0
    unfamiliar: int = 0
    rare: int = 0

    def __add__(self, other: object) -> Counts:
        """Return the counts of both together."""
        if not isinstance(other, Counts):
            return NotImplemented
        return Counts(*map(operator.add, self, other))


def total(counts: Iterable[Counts]) -> Counts:
    """Return the sum of ``counts``."""
    return sum(counts, Counts())


class Sentence(NamedTuple):
    """One sentence that is scored.

    :param text: as it stands, white space made single.
    :param line: 1-based line of the source that it begins on.
    :param section: as in :class:`Passage`.
    :param counts: of this sentence alone, with ``sentences=1``.
    :param words: its words, as they are written.
    :param zipf: frequency of each word on the Zipf scale (van Heuven 2014); 0 where unknown.
    """

    text: str
    line: int | None
    section: int
    counts: Counts
    words: tuple[str, ...]
    zipf: tuple[float, ...] = ()


@dataclass(frozen=True, slots=True)
class Measured:
    """A document, counted.

    :param sentences: those that are scored, in reading order.
    :param headings: the sections that :attr:`Sentence.section` points into.
    :param excluded: number of words left out, by role.
    :param title: the document's title and how to say it, for the words that it is about.
    :param publisher: who publishes it; empty where unknown.
    """

    language: str
    sentences: tuple[Sentence, ...]
    headings: tuple[Heading, ...]
    excluded: dict[Role, int]
    title: str = ""
    publisher: str = ""


@dataclass(frozen=True, slots=True)
class Score:
    """The value of one formula.

    :param formula: the name in kebab case (``flesch-kincaid-grade``).
    :param value: ``None`` where no honest number can be given; ``reason`` then says why.
    :param low: lower end of the 90 % interval; ``None`` without a value.
    :param high: its upper end.
    :param unit: ``grade`` (US school grade), ``points``, ``index``.
    :param warning: why the value is uncertain (a short text); empty where it is not.
    """

    formula: str
    value: float | None
    low: float | None
    high: float | None
    unit: str
    reason: str = ""
    warning: str = ""

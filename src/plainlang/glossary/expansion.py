"""What expansion is told and what it gives back."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol

from plainlang.diagnostics import Diagnostic
from plainlang.document import Document
from plainlang.glossary.base import GlossaryEntry, Reference

#: The attribute of an author's mark that says which entry the word stood for in the source, so
#: that its translation is still explained: ``dictionary:id``.
ENTRY_ATTRIBUTE = "data-entry"
#: The ways to explain a term.
MODES = ("inline", "note", "appendix")
#: Class of the division that lists the words, of a term and of what explains it in the text.
GLOSSARY_CLASS, TERM_CLASS, GLOSS_CLASS = "glossary", "term", "gloss"
#: Class by which an author keeps glosses out of a part.
NO_GLOSS_CLASS = "no-gloss"
#: Attribute of terms and glosses: the entry's dictionary and id.
TERM_ATTRIBUTE = "data-term"
GLOSSARY_ID = "words-to-know"


class Found(Protocol):
    """What a glossary answers."""

    @property
    def entry(self) -> GlossaryEntry | None:
        """The entry to show."""

    @property
    def problem(self) -> str:
        """``unknown``, ``other-language``, ``other-audience`` or nothing."""


class Terms(Protocol):
    """A glossary, as far as expansion needs one; told from others by its identity."""

    def __hash__(self) -> int:
        """Return a number that does not change."""

    @property
    def entries(self) -> tuple[GlossaryEntry, ...]:
        """Every entry."""

    def find(self, reference: Reference, language: str, audience: str = "patient") -> Found:
        """Return the entry for a reference."""


@dataclass(frozen=True, slots=True)
class ExpansionSettings:
    """How terms are explained.

    :param resolve: from a link's target to what it refers to.
    :param modes: some of :data:`MODES`; none switches expansion off.
    :param unlinked: also explain terms that are not linked.
    :param max_inline_words: words of the longest gloss in a sentence.
    :param audience: whose definitions are shown.
    """

    resolve: Callable[[str], Reference | None]
    modes: frozenset[str] = frozenset({"inline", "appendix"})
    unlinked: bool = False
    max_inline_words: int = 15
    audience: str = "patient"


@dataclass(frozen=True, slots=True)
class ExplainedTerm:
    """One entry that a document uses.

    :param uses: how often the document uses it; 0 where only another definition does.
    :param glosses: how often it is explained in the text.
    :param line: 1-based line of the first use.
    """

    entry: GlossaryEntry
    uses: int
    glosses: int
    line: int | None


@dataclass(frozen=True, slots=True)
class Expanded:
    """A document with its terms explained."""

    document: Document
    diagnostics: tuple[Diagnostic, ...] = ()
    terms: tuple[ExplainedTerm, ...] = field(default=())

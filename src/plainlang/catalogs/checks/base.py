"""What the checks of translations are given, and what they hand back."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field
from functools import cached_property

from plainlang.catalogs.checks.markup import Marked, parse
from plainlang.catalogs.checks.words import Words, words_of

ERROR = "error"
WARNING = "warning"


@dataclass(frozen=True, slots=True)
class CatalogFinding:
    """What one check says of one translation.

    :param check: the name of the check, as ``docs/reference/catalog-checks.md`` lists it.
    :param severity: ``error`` (may not be published) or ``warning`` (a person has to look).
    :param message: what is wrong, in one sentence.
    :param file: the PO file; empty where the catalog has none.
    :param line: 1-based line of ``msgstr``; 0 where it was not read from a file.
    """

    check: str
    severity: str
    message: str
    file: str = ""
    line: int = 0
    context: str | None = None
    msgid: str = ""


@dataclass(frozen=True, slots=True)
class Term:
    """A term whose translation is agreed.

    :param source: the term as a source text writes it.
    :param approved: the approved translation first, then the inflections that are accepted.
    :param forbidden: words that must not stand in a translation where the source has the term.
    """

    source: str
    approved: tuple[str, ...] = ()
    forbidden: tuple[str, ...] = ()


@dataclass(frozen=True)
class Pair:
    """A source text and its translation, both in the text form of the catalogs.

    :param names: names that stay as they are in every language.
    """

    source: str
    translation: str
    source_language: str = "en"
    language: str = "es"
    names: tuple[str, ...] = ()
    terms: tuple[Term, ...] = field(default=())

    @cached_property
    def marked_source(self) -> Marked:
        """The source, divided into its text and its codes."""
        return parse(self.source)

    @cached_property
    def marked_translation(self) -> Marked:
        """The translation, divided into its text and its codes."""
        return parse(self.translation)

    @property
    def source_text(self) -> str:
        """The words of the source without codes."""
        return self.marked_source.text

    @property
    def translated_text(self) -> str:
        """The words of the translation without codes."""
        return self.marked_translation.text

    @property
    def source_words(self) -> Words:
        """What is known of the source's language."""
        return words_of(self.source_language)

    @property
    def target_words(self) -> Words:
        """What is known of the translation's language."""
        return words_of(self.language)


@dataclass(frozen=True, slots=True)
class Check:
    """One check: its name, how much it matters, what it does, and how it finds.

    :param find: yields one sentence for each thing that is wrong.
    """

    name: str
    severity: str
    summary: str
    find: Callable[[Pair], Iterator[str]]

"""From links, marks and words to entries, with what was wrong on the way noted down."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainlang.ast import Element
from plainlang.glossary.base import GlossaryEntry, Reference
from plainlang.glossary.expansion import ExpansionSettings, Terms
from plainlang.glossary.inflection import base_forms
from plainlang.glossary.matcher import Matcher
from plainlang.glossary.record import Record, key_of


@dataclass(frozen=True, slots=True)
class Finder:
    """Finds the entries that one document uses.

    :param matcher: for terms that no link marks; ``None`` where they are not wanted.
    """

    terms: Terms
    settings: ExpansionSettings
    language: str
    record: Record
    matcher: Matcher | None = None

    def by_link(self, link: Element, shown: str, line: int | None) -> GlossaryEntry | None:
        """Return the entry that a link leads to."""
        reference = self.settings.resolve(link["c"][2][0])
        if reference is None:
            return None
        return self._entry(reference, shown, link.get("line", line))

    def by_mark(self, shown: str, line: int | None, named: str = "") -> GlossaryEntry | None:
        """Return the entry of a term that an author marked, in whatever form it stands.

        :param named: the entry that the word stood for in the source (``dictionary:id``).
        """
        shown = " ".join(shown.split())
        if named:
            dictionary, _, identifier = named.partition(":")
            return self._entry(Reference(dictionary, identifier, "id"), shown, line)
        for form in base_forms(shown, self.language):
            reference = Reference("", form, "term")
            if self.terms.find(reference, self.language, self.settings.audience).entry is not None:
                return self._entry(reference, shown, line)
        return self._entry(Reference("", shown, "term"), shown, line)

    def unlinked(self, text: str) -> Iterator[tuple[int, int, GlossaryEntry]]:
        """Yield the terms in ``text`` with their places."""
        if self.matcher is not None:
            yield from self.matcher.find(text)

    def nested(self, entry: GlossaryEntry) -> Iterator[GlossaryEntry]:
        """Yield the entries that the definition of ``entry`` links to."""
        for identifier in entry.links:
            reference = Reference(entry.dictionary, identifier, "id")
            found = self._entry(reference, "", None)
            if found is not None:
                yield found

    def _entry(self, reference: Reference, shown: str, line: int | None) -> GlossaryEntry | None:
        found = self.terms.find(reference, self.language, self.settings.audience)
        lines = [line] if line is not None else []
        if found.entry is None:
            known = self.record.unknown.setdefault(
                Reference(reference.dictionary, reference.key, reference.by), (shown, [])
            )
            known[1].extend(lines)
            return None
        entry = found.entry
        problem = "empty" if not entry.definition.strip() else found.problem
        same = entry.definition.strip().rstrip(".").casefold() == entry.term.casefold()
        if same or entry.id in entry.links:
            self._note("self-defined", entry, lines)
        if problem:
            self._note(problem, entry, lines)
        return None if problem == "empty" or same else entry

    def _note(self, problem: str, entry: GlossaryEntry, lines: list[int]) -> None:
        known = self.record.others.setdefault((problem, key_of(entry)), (entry, []))
        known[1].extend(lines)


def same_language(one: str, other: str) -> bool:
    """Tell whether two tags are of one language, whatever the region."""
    return one.split("-")[0].lower() == other.split("-")[0].lower()


def names(shown: str, entry: GlossaryEntry, language: str) -> bool:
    """Tell whether ``shown`` is the term of ``entry`` or a form of it, and not another word.

    A verb or an adjective may be linked to its noun, and half of a term to the whole; the noun's
    definition in brackets behind it would not fit its sentence. A term in another language than
    the text cannot be compared.
    """
    if not same_language(entry.language, language):
        return True
    terms = {_compared(term) for term in (entry.term, *entry.variants)}
    return any(_compared(form) in terms for form in base_forms(_plain(shown), language))


def _plain(shown: str) -> str:
    """Return ``shown`` without an abbreviation in brackets at its end."""
    return re.sub(r"\s*\([^()]*\)$", "", " ".join(shown.split()))


def _compared(term: str) -> str:
    return re.sub(r"[\s\-‑’']+", " ", _plain(term).casefold()).strip()

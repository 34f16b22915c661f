"""Terms that no link marks, found in one pass over a text.

An Aho-Corasick automaton (A. V. Aho, M. J. Corasick, "Efficient string matching", Communications
of the ACM 18(6), 1975) holds every term in every form; the time for a text does not depend on the
number of terms.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

import ahocorasick

from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.inflection import forms

#: A term of fewer letters is found by accident too often.
_SHORTEST = 2


@dataclass(frozen=True, slots=True)
class _Form:
    entry: GlossaryEntry
    written: str
    exact: bool


class Matcher:
    """Finds the terms of ``entries`` in texts of ``language``."""

    __slots__ = ("_automaton", "_empty")

    def __init__(self, entries: Iterable[GlossaryEntry], language: str) -> None:
        primary = language.split("-")[0].lower()
        self._automaton = ahocorasick.Automaton()
        known: set[str] = set()
        for entry in entries:
            if entry.language.split("-")[0].lower() != primary or not entry.definition:
                continue
            for term in (entry.term, *entry.variants):
                for written in forms(term, language):
                    folded = written.lower()
                    # A letter whose small form is longer would shift the places behind it.
                    if len(written) < _SHORTEST or len(folded) != len(written) or folded in known:
                        continue
                    known.add(folded)
                    self._automaton.add_word(folded, _Form(entry, written, _is_exact(term)))
        self._empty = not known
        if known:
            self._automaton.make_automaton()

    def find(self, text: str) -> Iterator[tuple[int, int, GlossaryEntry]]:
        """Yield start, end and entry of each term in ``text``: whole words, the longest only.

        An abbreviation or a name must stand as the glossary writes it ("AIDS", not "aids"); other
        terms may have a capital.
        """
        folded = text.lower()
        if self._empty or len(folded) != len(text):
            return
        found: list[tuple[int, int, GlossaryEntry]] = []
        for last, form in self._automaton.iter(folded):
            start, end = last + 1 - len(form.written), last + 1
            if _is_word(text, start, end) and _is_case(text[start:end], form):
                found.append((start, end, form.entry))
        reached = 0
        for start, end, entry in sorted(found, key=lambda each: (each[0], -each[1])):
            if start >= reached:
                yield start, end, entry
                reached = end


def _is_exact(term: str) -> bool:
    """Tell whether a term is an abbreviation: capitals beyond the first letter of its words."""
    return any(sign.isupper() for word in term.split() for sign in word[1:])


def _is_case(shown: str, form: _Form) -> bool:
    if form.exact:
        return shown == form.written or shown == form.written[:1].upper() + form.written[1:]
    if form.written[:1].isupper():
        return shown[:1].isupper()
    # "Cancer" begins a sentence; "Cancer Center" and "CANCER" are no use of "cancer center".
    return not any(sign.isupper() for sign in shown[1:])


def _is_word(text: str, start: int, end: int) -> bool:
    before, after = text[start - 1 : start] if start else "", text[end : end + 1]
    return not (
        before.isalnum()
        or after.isalnum()
        or before in {"-", "‑", "_", "@", "/"} - {""}
        or (after in {"-", "‑", "_", "@"} and text[end + 1 : end + 2].isalnum())
    )

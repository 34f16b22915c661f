"""Plainer words: what could stand in place of a hard one. Only ever suggested, never put in.

One table per language, tab-separated: the hard word or phrase, plainer words (the likeliest
first, divided by ``|``), its inflection, and a note on when the plainer word fits. The inflection
is ``n`` (a noun: its plural is found too), ``v`` (a verb: its regular forms are found too) or
``-`` (as it is). Irregular forms stand in lines of their own. A word is matched whole; a phrase
wins over a word in it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from plainlang.readability.base import Sentence
from plainlang.readability.plainer.inflection import forms
from plainlang.readability.report import Suggestion

_FOLDER = Path(__file__).parent


@dataclass(frozen=True, slots=True)
class Entry:
    """One line of a table."""

    word: str
    plainer: tuple[str, ...]
    inflection: str
    note: str


def suggestions(sentences: Sequence[Sentence], language: str) -> tuple[Suggestion, ...]:
    """Return a suggestion for each entry that occurs, the most frequent first."""
    primary = language.split("-")[0].lower()
    by_first = _table(primary)
    if not by_first:
        return ()
    found: dict[str, list[tuple[str, int | None]]] = {}
    entries: dict[str, Entry] = {}
    for sentence in sentences:
        firsts = by_first.keys() & map(str.casefold, sentence.words)
        if not firsts:
            continue
        for match in _matches(sentence.text, primary, firsts):
            form = " ".join(match[0].split()).casefold()
            entry = by_first[form.partition(" ")[0]][form]
            entries[entry.word] = entry
            found.setdefault(entry.word, []).append((match[0], sentence.line))
    made = [
        Suggestion(
            places[0][0].lower() if not places[0][0].isupper() else places[0][0],
            entries[word].plainer,
            places[0][1],
            len(places),
            entries[word].note,
        )
        for word, places in found.items()
    ]
    return tuple(sorted(made, key=lambda s: -s.count))


@lru_cache(maxsize=32)
def entries_of(primary: str) -> tuple[Entry, ...]:
    """Return the table of a primary language tag; nothing where there is none.

    :raises ValueError: for a line that has not four columns.
    """
    path = _FOLDER / f"{primary}.tsv"
    if not path.is_file():
        return ()
    entries = []
    for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
        if not line or line.startswith("#"):
            continue
        columns = line.split("\t")
        if len(columns) != 4:
            raise ValueError(f"{path.name}:{number}: {len(columns)} columns, not 4")
        word, plainer, inflection, note = columns
        entries.append(Entry(word, tuple(plainer.split("|")), inflection, note))
    return tuple(entries)


@lru_cache(maxsize=32)
def _table(primary: str) -> Mapping[str, Mapping[str, Entry]]:
    """Return the forms with their entries by their first word: most sentences hold none of them."""
    by_form = {entry.word.casefold(): entry for entry in entries_of(primary)}
    for entry in entries_of(primary):
        for form in forms(entry.word, entry.inflection, primary):
            by_form.setdefault(form.casefold(), entry)
    by_first: dict[str, dict[str, Entry]] = {}
    for form, entry in by_form.items():
        by_first.setdefault(form.split()[0], {})[form] = entry
    return by_first


def _matches(text: str, primary: str, firsts: Iterable[str]) -> Iterator[re.Match[str]]:
    """Yield what occurs of the entries that begin with ``firsts``; a word in a phrase does not."""
    found = [match for first in firsts for match in _pattern(primary, first).finditer(text)]
    found.sort(key=lambda match: match.start())
    end = 0
    for match in found:
        if match.start() >= end:
            end = match.end()
            yield match


# One pattern for each first word: one for each set of first words would have to be made anew for
# every other sentence.
@lru_cache(maxsize=4096)
def _pattern(primary: str, first: str) -> re.Pattern[str]:
    forms = _table(primary)[first]
    longest_first = sorted(forms, key=lambda form: (-len(form), form))
    words = "|".join(re.escape(form).replace(r"\ ", r"\s+") for form in longest_first)
    return re.compile(rf"(?<![\w-])(?:{words})(?![\w-])", re.IGNORECASE)

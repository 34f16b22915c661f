"""The glossary of a project: loaded once, asked a thousand times."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from pathlib import Path

from plainlang.diagnostics import Diagnostic
from plainlang.glossary.base import GlossaryEntry, Reference

#: The dictionary of a user's own terms; its entries win over all others.
LOCAL = "local"

#: In which order the dictionaries are asked that share NCI's numbers, by the one that was asked
#: for. For a patient's term it is the order of NCI's Glossary API (``useFallback=true``).
FALLBACKS = {
    "nci": ("nci", "nci-notset", "nci-genetics"),
    "nci-genetics": ("nci-genetics", "nci-notset", "nci"),
    "nci-notset": ("nci-notset", "nci", "nci-genetics"),
}


@dataclass(frozen=True, slots=True)
class Lookup:
    """What was found for a reference.

    :param entry: the entry to show; ``None`` where there is none at all.
    :param problem: empty where it is just what was asked for, else ``unknown`` (no entry),
        ``other-language`` or ``other-audience`` (``entry.language`` and ``entry.audience`` say
        which; where both differ, the language is named).
    """

    entry: GlossaryEntry | None
    problem: str


def folded(term: str) -> str:
    """Return ``term`` as it is compared: no case, one blank between words, plain apostrophes."""
    return " ".join(term.replace("’", "'").casefold().split())


class Glossary:
    """All entries of a project with their indexes. Immutable and picklable.

    :param entries: of all dictionaries and languages; where two have the same dictionary, id,
        language and audience, the first counts.
    """

    __slots__ = ("_entries", "_ids", "_names", "_terms")

    def __init__(self, entries: Iterable[GlossaryEntry] = ()) -> None:
        # Of a user's own entries and a dictionary's, the user's come first in every index.
        self._entries = tuple(sorted(entries, key=lambda entry: entry.dictionary != LOCAL))
        self._ids: dict[tuple[str, str], list[GlossaryEntry]] = {}
        self._names: dict[tuple[str, str], list[GlossaryEntry]] = {}
        self._terms: dict[str, list[GlossaryEntry]] = {}
        for entry in self._entries:
            self._ids.setdefault((entry.dictionary, entry.id), []).append(entry)
            if entry.name:
                self._names.setdefault((entry.dictionary, entry.name.lower()), []).append(entry)
            for term in {folded(entry.term), *map(folded, entry.variants)}:
                self._terms.setdefault(term, []).append(entry)

    def __reduce__(self) -> tuple[object, ...]:
        return (Glossary, (self._entries,))

    def __len__(self) -> int:
        return len(self._entries)

    def __iter__(self) -> Iterator[GlossaryEntry]:
        return iter(self._entries)

    @classmethod
    def load(cls, folder: Path) -> tuple[Glossary, tuple[Diagnostic, ...]]:
        """Read every ``*.jsonl`` and ``local.*.csv`` of ``folder``.

        A folder that is not there is an empty glossary. What cannot be used is reported with file
        and line, and the rest is loaded.
        """
        from plainlang.glossary.loading import load_folder

        entries, problems = load_folder(folder)
        return cls(entries), problems

    @property
    def entries(self) -> tuple[GlossaryEntry, ...]:
        """Every entry, a user's own first."""
        return self._entries

    def find(self, reference: Reference, language: str, audience: str = "patient") -> Lookup:
        """Return the entry to show for ``reference`` in an edition.

        :param language: BCP 47 tag of the edition.
        :param audience: for whom the edition is; what the link says of it decides only between
            entries that are equally fit.

        An entry in the right language for another audience goes before one in another language;
        of the other languages, the link's goes first, then English. Within a language the
        dictionaries are asked one after the other, each for both audiences, as NCI's service does
        (:data:`FALLBACKS`). A user's own entry goes before a dictionary's of the same id, name or
        term.
        """
        ranked = sorted(
            self._candidates(reference),
            key=lambda found: (
                _language_rank(found[1].language, language, reference.language),
                found[0],
                found[1].audience != audience,
                bool(reference.audience) and found[1].audience != reference.audience,
            ),
        )
        if not ranked:
            return Lookup(None, "unknown")
        entry = ranked[0][1]
        if _language_rank(entry.language, language, reference.language) > 1:
            return Lookup(entry, "other-language")
        return Lookup(entry, "" if entry.audience == audience else "other-audience")

    def by_term(self, term: str, language: str) -> GlossaryEntry | None:
        """Return the entry of a term or variant in ``language``, whatever its case.

        A user's own entry goes first, then one for patients, then one whose term (not variant)
        it is.
        """
        wanted = folded(term)
        found = [
            entry
            for entry in self._terms.get(wanted, ())
            if _language_rank(entry.language, language, "") <= 1
        ]
        return min(
            found,
            key=lambda entry: (
                entry.dictionary != LOCAL,
                entry.audience != "patient",
                folded(entry.term) != wanted,
                entry.language != language,
            ),
            default=None,
        )

    def _candidates(self, reference: Reference) -> list[tuple[int, GlossaryEntry]]:
        """Return entries with the place of their dictionary in the order of asking."""
        order = (LOCAL, *FALLBACKS.get(reference.dictionary, (reference.dictionary,)))
        named: list[GlossaryEntry] = []
        if reference.by == "term":
            named = self._terms.get(folded(reference.key), [])
            order = tuple(dict.fromkeys((*order, *(entry.dictionary for entry in named))))
        else:
            index = self._ids if reference.by == "id" else self._names
            key = reference.key if reference.by == "id" else reference.key.lower()
            for dictionary in order:
                named = [*named, *index.get((dictionary, key), ())]
        found: dict[int, tuple[int, GlossaryEntry]] = {}
        for entry in named:
            if entry.dictionary not in order:
                continue
            # The same entry in other languages, and a user's own entry of the same term.
            same = self._ids[entry.dictionary, entry.id]
            own = [
                each
                for each in self._terms[folded(entry.term)]
                if each.dictionary == LOCAL and each.language == entry.language
            ]
            for each in (entry, *same, *own):
                found.setdefault(id(each), (order.index(each.dictionary), each))
        return list(found.values())


def _language_rank(language: str, wanted: str, linked: str) -> int:
    """Return 0 for the wanted tag, 1 for one that serves as well, more for another language."""
    if language == wanted:
        return 0
    general, specific = _without_region(language), _without_region(wanted)
    if general == specific or specific.startswith(f"{general}-"):
        return 1  # Spain's Spanish serves in Mexico; traditional Chinese not for simplified
    return 2 if language == linked else 3 if language == "en" else 4


def _without_region(tag: str) -> str:
    parts = tag.split("-")
    regionless = [part for part in parts[1:] if len(part) == 4]  # a script has four letters
    return "-".join([parts[0].lower(), *regionless])

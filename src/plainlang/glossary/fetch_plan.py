"""Which entries are to be fetched: what documents link and the glossary lacks."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plainlang.glossary.base import GlossaryEntry, Reference
from plainlang.glossary.expansion import Terms
from plainlang.glossary.fetch_client import DICTIONARIES, LANGUAGES
from plainlang.glossary.store import FALLBACKS
from plainlang.glossary.uses import TermUse


@dataclass(slots=True)
class Target:
    """An entry that is linked, and the languages in which it is lacking.

    :param known: an entry of the same id in another language.
    :param source: where it is linked first.
    """

    reference: Reference
    shown: str
    source: str
    line: int | None
    languages: list[str] = field(default_factory=list)
    known: GlossaryEntry | None = None


@dataclass(slots=True)
class Plan:
    """Gathers the targets of one document after the other.

    :param audience: whose definitions are wanted.
    :param others: languages wanted beside a document's own.
    :param unserved: languages of documents that the service does not have.
    """

    glossary: Terms
    audience: str
    others: Sequence[str] = ()
    targets: dict[tuple[str, str, str], Target] = field(default_factory=dict)
    unserved: set[str] = field(default_factory=set)

    def add(self, source: str, language: str, uses: Iterable[TermUse]) -> None:
        """Take up the links of one document."""
        own = language.split("-")[0].lower()
        if own not in LANGUAGES:
            self.unserved.add(language)
        tags = [tag for tag in dict.fromkeys((own, *self.others)) if tag in LANGUAGES]
        for use in uses:
            if use.reference.dictionary in DICTIONARIES and use.reference.by in {"id", "name"}:
                self._add(source, use, tags)

    def _add(self, source: str, use: TermUse, tags: Sequence[str]) -> None:
        reference = use.reference
        for tag in tags:
            found = self.glossary.find(reference, tag, self.audience)
            if found.entry is not None and found.problem != "other-language":
                continue
            # What stands in another dictionary than NCI's has no number that NCI would know.
            of_nci = found.entry is not None and found.entry.dictionary in FALLBACKS
            target = self.targets.setdefault(
                (reference.dictionary, reference.key, reference.by),
                Target(reference, use.shown, source, use.line),
            )
            target.known = found.entry if of_nci else None
            if tag not in target.languages:
                target.languages.append(tag)

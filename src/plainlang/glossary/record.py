"""What an expansion notes down on its way through a document."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from plainlang.glossary.base import GlossaryEntry, Reference

Key = tuple[str, str]

#: Explanations after the first of a term in a document take at most this part of its text, or as
#: many characters, whichever is more. A page with ninety short sections and thirty terms in each
#: would otherwise be explanations mostly.
REPEATS_SHARE = 0.05
REPEATS_LEAST = 2_000


@dataclass(slots=True)
class Usage:
    """How a document uses one entry.

    :param places: identifier and section of the first use in each section.
    """

    entry: GlossaryEntry
    anchor: str
    count: int = 0
    glosses: int = 0
    line: int | None = None
    places: list[tuple[str, str]] = field(default_factory=list)


@dataclass(slots=True)
class Record:
    """The state of one expansion; made anew for each.

    :param taken: the document's identifiers, and those given out.
    :param size: characters of the document's text.
    """

    taken: set[str]
    size: int
    section: int = 0
    heading: str = ""
    usages: dict[Key, Usage] = field(default_factory=dict)
    explained: set[tuple[Key, int]] = field(default_factory=set)
    seen: set[tuple[Key, int]] = field(default_factory=set)
    repeated: int = 0
    cut: int = 0
    unknown: dict[Reference, tuple[str, list[int]]] = field(default_factory=dict)
    others: dict[tuple[str, Key], tuple[GlossaryEntry, list[int]]] = field(default_factory=dict)

    def enter(self, heading: str) -> None:
        """Begin a section."""
        self.section += 1
        self.heading = heading

    def use(self, entry: GlossaryEntry, line: int | None) -> Usage:
        """Count a use of ``entry``."""
        key = key_of(entry)
        usage = self.usages.get(key)
        if usage is None:
            usage = Usage(entry, self.identifier("word", entry.term), line=line)
            self.usages[key] = usage
        usage.count += 1
        return usage

    def first_here(self, usage: Usage) -> str:
        """Return an identifier for the first use in this section, empty for a later one."""
        key = (key_of(usage.entry), self.section)
        if key in self.seen:
            return ""
        self.seen.add(key)
        identifier = self.identifier("use", usage.entry.term)
        usage.places.append((identifier, self.heading))
        return identifier

    def may_explain(self, usage: Usage, length: int) -> bool:
        """Tell whether a gloss of ``length`` characters may be put in here; count it if so."""
        key = (key_of(usage.entry), self.section)
        if key in self.explained:
            return False
        if usage.glosses:
            if self.repeated + length > max(REPEATS_LEAST, REPEATS_SHARE * self.size):
                return False
            self.repeated += length
        self.explained.add(key)
        usage.glosses += 1
        return True

    def is_explained(self, entry: GlossaryEntry) -> bool:
        """Tell whether this section explains ``entry`` already."""
        return (key_of(entry), self.section) in self.explained

    def identifier(self, kind: str, term: str) -> str:
        """Return an identifier that nothing in the document has."""
        slug = re.sub(r"[^\w]+", "-", term.lower()).strip("-_")[:40].strip("-") or "term"
        wanted = f"{kind}-{slug}"
        number = 2
        while wanted in self.taken:
            wanted = f"{kind}-{slug}-{number}"
            number += 1
        self.taken.add(wanted)
        return wanted


def key_of(entry: GlossaryEntry) -> Key:
    """Return what an entry is known by in a document."""
    return (entry.dictionary, entry.id)

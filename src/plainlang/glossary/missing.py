"""What documents link to or mark and the glossary cannot explain."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from plainlang.glossary.base import GlossaryEntry, Reference
from plainlang.glossary.expansion import Terms
from plainlang.glossary.uses import TermUse

#: In the order in which they matter.
KINDS = ("unknown", "other-language", "other-audience")


@dataclass(frozen=True, slots=True)
class Place:
    """Where one document uses a term.

    :param count: how often.
    :param lines: 1-based, ascending, each once; fewer than ``count`` where lines are unknown.
    """

    source: str
    count: int
    lines: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """One gap of the glossary.

    :param kind: one of :data:`KINDS`.
    :param language: the BCP 47 tag for which an entry is lacking.
    :param term: the entry's term, else the words of the first link.
    :param found: what there is instead: a language or an audience; empty where nothing.
    """

    kind: str
    reference: Reference
    language: str
    term: str
    found: str
    places: tuple[Place, ...]

    @property
    def count(self) -> int:
        """How often the documents use the term."""
        return sum(place.count for place in self.places)


@dataclass(slots=True)
class _Gap:
    term: str
    found: str
    lines: dict[str, list[int | None]] = field(default_factory=dict)


@dataclass(slots=True)
class Gaps:
    """Gathers the gaps of one document after the other.

    :param audience: whose definitions are wanted.
    """

    glossary: Terms
    audience: str
    _gaps: dict[tuple[str, Reference, str], _Gap] = field(default_factory=dict)

    def add(
        self, source: str, language: str, uses: Iterable[TermUse], others: Sequence[str] = ()
    ) -> None:
        """Take up the uses of one document.

        :param language: the document's own.
        :param others: the languages that it is translated into; what has no entry at all is
            counted in the document's own language only.
        """
        for use in uses:
            plain = Reference(use.reference.dictionary, use.reference.key, use.reference.by)
            for tag in dict.fromkeys((language, *others)):
                found = self.glossary.find(use.reference, tag, self.audience)
                kind = found.problem
                if not kind:
                    continue
                gap = self._gaps.setdefault(
                    (kind, plain, tag), _Gap(*_described(kind, found.entry, use))
                )
                gap.lines.setdefault(source, []).append(use.line)
                if kind == "unknown":
                    break

    def found(self) -> tuple[Missing, ...]:
        """Return the gaps: by kind, then what is used most, then by the term."""
        gaps = [
            Missing(kind, reference, language, gap.term, gap.found, _places(gap))
            for (kind, reference, language), gap in self._gaps.items()
        ]
        return tuple(
            sorted(gaps, key=lambda g: (KINDS.index(g.kind), -g.count, g.term, g.language))
        )


def _described(kind: str, entry: GlossaryEntry | None, use: TermUse) -> tuple[str, str]:
    if entry is None:
        return use.shown, ""
    return entry.term, entry.language if kind == "other-language" else entry.audience


def _places(gap: _Gap) -> tuple[Place, ...]:
    return tuple(
        Place(source, len(lines), tuple(sorted({line for line in lines if line is not None})))
        for source, lines in gap.lines.items()
    )

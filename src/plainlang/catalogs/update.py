"""A document's segments into its catalogs; nothing that a translator wrote is ever lost."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import datetime

from plainlang import clock
from plainlang.catalogs.base import Catalog, Message, Segment
from plainlang.catalogs.comments import extracted
from plainlang.catalogs.matching import best_matches
from plainlang.catalogs.notes import single, voided
from plainlang.catalogs.po_header import check_text_form, completed, dated, new_header

#: Context (empty where there is none) and msgid.
Key = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Remembered:
    """A translation in another document's catalog.

    :param document: that document's id.
    """

    context: str
    msgid: str
    msgstr: str
    document: str


@dataclass(frozen=True, slots=True)
class Updated:
    """A catalog that has just the segments of its document, and what had to be done for it.

    :param new: texts that have no translation yet.
    :param filled: texts whose translation another document's catalog had.
    :param fuzzy: texts that changed and whose older translation a person has to look at.
    :param revived: texts that came back with their translation.
    :param obsolete: texts that are no longer there; what they were translated as is kept.
    """

    catalog: Catalog
    new: int = 0
    filled: int = 0
    fuzzy: int = 0
    revived: int = 0
    obsolete: int = 0


def template(
    document: str, segments: Sequence[Segment], *, source: str, source_language: str,
    old: Catalog | None = None, terms: Mapping[str, str] | None = None,
    now: datetime | None = None,
) -> Catalog:  # fmt: skip
    """Return the template (POT) of a document. Same segments give the same bytes as ``old``."""
    return update(
        old, segments, document=document, source=source, source_language=source_language,
        language="", terms=terms, now=now,
    ).catalog  # fmt: skip


def update(
    old: Catalog | None,
    segments: Sequence[Segment],
    *,
    document: str,
    source: str,
    source_language: str,
    language: str,
    terms: Mapping[str, str] | None = None,
    memory: Sequence[Remembered] = (),
    now: datetime | None = None,
) -> Updated:
    """Return the catalog of ``language`` for the segments of a document as they are now.

    In this order: a text with the same context and msgid keeps its entry; one that was obsolete
    is revived; one that another document has is taken from there, as it is where the context is
    the same too, else fuzzy; one that is like a text that vanished gets its translation, fuzzy and
    with the older text as ``#|``. What vanished and was translated stays as an obsolete entry.
    A second run changes nothing.

    :param old: the catalog as it is; ``None`` where there is none yet.
    :param document: the document's id.
    :param source: the path that ``#:`` names.
    :param language: BCP 47 tag; empty for a template, which has no translations.
    :param terms: approved translations, for the comments.
    :param now: the date of a new header (default: the present).
    :raises CatalogError: if the catalog is in another version of the text form.
    """
    moment = now or clock.moment()
    new_head = new_header(document, source_language, language, moment)
    if old is None:
        old = Catalog(Message(""))
    check_text_form(old)
    work = _Update(old, terms or {}, (source,))
    entries = work.entries(segments, memory if language else ())
    kept = () if not language else work.obsolete()
    header = completed(old.header, new_head) if old.header.msgstr else new_head
    made = replace(old, header=header, messages=(*entries, *kept))
    if old.header.msgstr and _texts(made) != _texts(old):
        made = replace(made, header=dated(header, moment))
    counts = work.counts
    return Updated(made, counts["new"], counts["filled"], counts["fuzzy"], counts["revived"],
                   sum(not m.obsolete for m in work.vanished))  # fmt: skip


def _texts(catalog: Catalog) -> list[tuple[str | None, str, bool]]:
    return [(m.context, m.msgid, m.obsolete) for m in catalog.messages]


@dataclass(slots=True)
class _Update:
    old: Catalog
    terms: Mapping[str, str]
    references: tuple[str, ...]
    vanished: list[Message] = field(default_factory=list)
    counts: dict[str, int] = field(
        default_factory=lambda: dict.fromkeys(("new", "filled", "fuzzy", "revived"), 0)
    )

    def entries(self, segments: Sequence[Segment], memory: Sequence[Remembered]) -> list[Message]:
        """Return an entry for each segment; what is left of the old ones is ``vanished``."""
        messages = single(self.old.messages)
        wanted: dict[Key, Segment] = {}
        for segment in segments:
            wanted.setdefault((segment.context, segment.text), segment)
        standing = {_key(m): m for m in messages if not m.obsolete}
        sleeping = {_key(m): m for m in messages if m.obsolete}
        woken = {key for key in wanted if key not in standing and key in sleeping}
        self.vanished = [
            m
            for m in messages
            if (_key(m) not in woken if m.obsolete else _key(m) not in wanted)
            and (any(m.plurals) or m.msgstr or m.comments)
        ]
        result: dict[Key, Message] = {}
        for key, segment in wanted.items():
            entry = standing.get(key)
            if entry is None and key in woken:
                entry = replace(sleeping[key], obsolete=False)
                self.counts["revived"] += 1
            if entry is not None:
                result[key] = self._described(entry, segment)
        self._from_memory(wanted, result, memory)
        self._from_vanished(wanted, result)
        for key, segment in wanted.items():
            if key not in result:
                self.counts["new"] += 1
                result[key] = self._described(_entry(segment), segment)
        return [result[key] for key in wanted]

    def obsolete(self) -> list[Message]:
        """Return the entries of what vanished: those that were obsolete first, as they stood."""
        asleep = [m for m in self.vanished if m.obsolete]
        fallen = (
            replace(m, obsolete=True, extracted=(), references=())
            for m in self.vanished
            if not m.obsolete
        )
        # The same text may have been obsolete before: the newer translation counts.
        return list(single((*asleep, *fallen)))

    def _from_memory(
        self,
        wanted: Mapping[Key, Segment],
        result: dict[Key, Message],
        memory: Sequence[Remembered],
    ) -> None:
        known: dict[str, list[Remembered]] = {}
        for remembered in memory:
            known.setdefault(remembered.msgid, []).append(remembered)
        for key, segment in wanted.items():
            entry = result.get(key)
            if entry is not None and (entry.msgstr or entry.fuzzy or entry.plural is not None):
                continue
            found = known.get(segment.text, ())
            if not found:
                continue
            best = min(found, key=lambda r: (r.context != segment.context, r.document))
            entry = entry or self._described(_entry(segment), segment)
            note = f"plainlang: taken from the catalog of “{best.document}”"
            same = best.context == segment.context
            result[key] = replace(
                entry,
                msgstr=best.msgstr,
                flags=entry.flags if same else ("fuzzy", *entry.flags),
                comments=(*(c for c in entry.comments if c != note), note),
            )
            self.counts["filled"] += 1

    def _from_vanished(self, wanted: Mapping[Key, Segment], result: dict[Key, Message]) -> None:
        new = [(key, s) for key, s in wanted.items() if key not in result and s.context != "link"]
        candidates = [
            m for m in self.vanished if m.msgstr and m.plural is None and m.context != "link"
        ]
        matches = best_matches([s.text for _, s in new], [m.msgid for m in candidates])
        used: set[int] = set()
        for place, old_place in matches.items():
            key, segment = new[place]
            older = candidates[old_place]
            used.add(id(older))
            # A translation that was fuzzy already belongs to the text that it was made from.
            made_from = older.fuzzy and older.previous is not None
            context = older.previous_context if made_from else older.context
            result[key] = self._described(
                replace(
                    older,
                    msgid=segment.text,
                    context=segment.context or None,
                    flags=older.flags if older.fuzzy else ("fuzzy", *older.flags),
                    previous=older.previous if made_from else older.msgid,
                    previous_context=context if (context or "") != segment.context else None,
                    comments=voided(older.comments),
                    obsolete=False,
                ),
                segment,
            )
            self.counts["fuzzy"] += 1
        self.vanished = [m for m in self.vanished if id(m) not in used]

    def _described(self, entry: Message, segment: Segment) -> Message:
        lines = extracted(segment, self.terms)
        if entry.extracted == lines and entry.references == self.references:
            return entry
        return replace(entry, extracted=lines, references=self.references)


def _entry(segment: Segment) -> Message:
    return Message(segment.text, context=segment.context or None)


def _key(message: Message) -> Key:
    return message.context or "", message.msgid

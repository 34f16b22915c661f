"""The terms of one paragraph: found, marked, and explained where they can be."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from plainlang.ast import Element, attr, para, text, walk
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.expansion import (
    ENTRY_ATTRIBUTE,
    GLOSS_CLASS,
    NO_GLOSS_CLASS,
    TERM_ATTRIBUTE,
    TERM_CLASS,
)
from plainlang.glossary.gloss import first_sentence, gloss
from plainlang.glossary.inline_text import (
    Wrap,
    Zone,
    children,
    rebuilt,
    text_of,
    with_children,
    zones,
)
from plainlang.glossary.lookup import Finder, names, same_language
from plainlang.glossary.record import Record, Usage
from plainlang.glossary.spots import Spot, marked, spot
from plainlang.languages import direction

#: Quotation marks as signs of the text; the opening one must have its closing one nearby.
_QUOTATION = re.compile(r"“[^”]{1,600}”|«[^»]{1,600}»|„[^“”]{1,600}[“”]")
_CLOSED = frozenset({"Quoted", "Superscript", "Subscript", "Strikeout", "Cite"})


@dataclass(frozen=True, slots=True)
class _Use:
    start: int
    end: int
    entry: GlossaryEntry
    linked: bool


def explain(
    inlines: Sequence[Element], line: int | None, finder: Finder, record: Record
) -> list[Element]:
    """Return ``inlines`` with their terms marked and, where they fit, explained."""
    inlines = _unmarked(inlines, finder, line)
    whole = text_of(inlines)
    found = list(zones(inlines))
    closed = _closed(found, whole, finder.language)
    links = [(zone.start, zone.end) for zone in found if zone.element["t"] == "Link"]
    uses = sorted(_uses(found, whole, finder, closed, links, line), key=lambda use: use.start)
    wraps: list[Wrap] = []
    insertions: dict[int, Element] = {}
    for use in uses:
        usage = record.use(use.entry, line)
        if any(one <= use.start and use.end <= two for one, two in closed):
            continue
        first = record.first_here(usage)
        if first or use.linked:
            pairs = [(TERM_ATTRIBUTE, f"{use.entry.dictionary}:{use.entry.id}")]
            wraps.append(Wrap(use.start, use.end, attr(first, [TERM_CLASS], pairs)))
        place = spot(whole, use.start, use.end, finder.language)
        if place is None or record.is_explained(use.entry):
            continue
        if not names(whole[use.start : use.end], use.entry, finder.language):
            continue  # "diagnosed" is no diagnosis: only the list explains it
        if place.explained:
            record.explained.add(((use.entry.dictionary, use.entry.id), record.section))
            continue
        if place.place in insertions or any(a < place.place < b for a, b in (*links, *closed)):
            continue
        put = _explanation(usage, place, whole, finder, record)
        if put is not None:
            insertions[place.place] = put
    return rebuilt(inlines, wraps, insertions)


def _uses(
    found: Sequence[Zone],
    whole: str,
    finder: Finder,
    closed: Sequence[tuple[int, int]],
    links: Sequence[tuple[int, int]],
    line: int | None,
) -> Iterator[_Use]:
    taken = [*links, *closed]
    for zone in found:
        kind = zone.element["t"]
        if zone.end == zone.start:
            continue
        if kind == "Link":
            entry = finder.by_link(zone.element, whole[zone.start : zone.end], line)
            if entry is not None:
                yield _Use(zone.start, zone.end, entry, linked=True)
        elif kind == "Span" and TERM_CLASS in zone.element["c"][0][1]:
            if any(one <= zone.start and zone.end <= two for one, two in links):
                continue
            if any(zone.start <= one and two <= zone.end for one, two in links):
                continue
            named = dict(zone.element["c"][0][2]).get(ENTRY_ATTRIBUTE, "")
            entry = finder.by_mark(whole[zone.start : zone.end], line, named)
            if entry is not None:
                taken.append((zone.start, zone.end))
                yield _Use(zone.start, zone.end, entry, linked=True)
    for start, end, entry in finder.unlinked(whole):
        if not any(start < two and one < end for one, two in taken):
            yield _Use(start, end, entry, linked=False)


def _closed(found: Sequence[Zone], whole: str, language: str) -> list[tuple[int, int]]:
    """Return the stretches in which nothing is explained."""
    result = [(match.start(), match.end()) for match in _QUOTATION.finditer(whole)]
    for zone in found:
        if zone.element["t"] in _CLOSED:
            result.append((zone.start, zone.end))
        elif zone.element["t"] == "Span":
            _, classes, pairs = zone.element["c"][0]
            stated = dict(pairs).get("lang", "")
            foreign = bool(stated) and not same_language(stated, language)
            if NO_GLOSS_CLASS in classes or GLOSS_CLASS in classes or foreign:
                result.append((zone.start, zone.end))
    return result


def _explanation(
    usage: Usage, place: Spot, whole: str, finder: Finder, record: Record
) -> Element | None:
    """Return the gloss or note for a term at ``place``; ``None`` where there is none."""
    entry = usage.entry
    pairs = [(TERM_ATTRIBUTE, f"{entry.dictionary}:{entry.id}")]
    settings = finder.settings
    if "inline" in settings.modes:
        short = gloss(entry, settings.max_inline_words)
        signs = marked(place, short, whole, finder.language) if short else None
        if signs is not None:
            if not record.may_explain(usage, sum(map(len, signs))):
                return None
            inner = [*text(signs[0]), *_spoken(signs[1], entry, finder), *text(signs[2])]
            return {"t": "Span", "c": [attr(classes=[GLOSS_CLASS], pairs=pairs), inner]}
    # With a list at the end that has the whole definition, the note has its first sentence.
    brief = "appendix" in settings.modes
    said = first_sentence(entry.definition) if brief else entry.definition
    if "note" in settings.modes and record.may_explain(usage, len(said)):
        blocks = [
            para(_spoken(part, entry, finder))
            for part in re.split(r"\n\s*\n", said)
            if part.strip()
        ]
        note = {"t": "Note", "c": blocks}
        return {"t": "Span", "c": [attr(classes=[GLOSS_CLASS], pairs=pairs), [note]]}
    return None


def _spoken(value: str, entry: GlossaryEntry, finder: Finder) -> list[Element]:
    """Return ``value`` as inlines, its language stated where it is not the edition's."""
    inlines = text(" ".join(value.split()))
    if same_language(entry.language, finder.language):
        return inlines
    stated = [("lang", entry.language), ("dir", direction(entry.language))]
    return [{"t": "Span", "c": [attr(pairs=stated), inlines]}]


def _unmarked(inlines: Sequence[Element], finder: Finder, line: int | None) -> list[Element]:
    """Return ``inlines`` without authors' marks around links that are known themselves."""
    result: list[Element] = []
    for element in inlines:
        inner = children(element)
        if inner is None:
            result.append(element)
            continue
        changed = _unmarked(inner, finder, line)
        mark = element["t"] == "Span" and element["c"][0][1:] == [[TERM_CLASS], []]
        if mark and not element["c"][0][0] and any(e["t"] == "Link" for e in walk(changed)):
            result += changed
        else:
            result.append(with_children(element, changed))
    return result

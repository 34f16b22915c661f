"""The list of words at the end: every term that a document uses, with its whole definition."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from plainlang.ast import Element, attr, div, text
from plainlang.document import Block
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.expansion import GLOSSARY_CLASS, GLOSSARY_ID
from plainlang.glossary.lookup import same_language
from plainlang.glossary.record import Usage
from plainlang.languages import direction
from plainlang.locales import Words

#: Links back to the uses of one term. Beyond, a reader finds a use by turning pages anywhere.
MOST_BACKLINKS = 5


def words_to_know(
    usages: Sequence[Usage],
    parents: Mapping[str, Sequence[Usage]],
    abbreviations: Mapping[str, str],
    words: Words,
    language: str,
) -> Block:
    """Return the division that lists ``usages`` and ``abbreviations``, sorted by the alphabet.

    :param parents: by the anchor of an entry that no text uses, the entries whose definitions do.
    :param abbreviations: what the text says that each short form stands for.
    """
    own = _own(words, language)
    terms = {_sorting(usage.entry.term) for usage in usages}
    items = [
        (_sorting(usage.entry.term), _item(usage, parents.get(usage.anchor, ()), own, language))
        for usage in usages
    ]
    items += [
        (_sorting(short), [_strong(short), [[{"t": "Para", "c": text(long)}]]])
        for short, long in abbreviations.items()
        if _sorting(short) not in terms
    ]
    listed = [item for _, item in sorted(items, key=lambda pair: pair[0])]
    heading = {"t": "Header", "c": [2, attr(GLOSSARY_ID), own("Words to know")]}
    return div([heading, {"t": "DefinitionList", "c": listed}], [GLOSSARY_CLASS])


def _item(
    usage: Usage, parents: Sequence[Usage], own: Callable[[str], list[Element]], language: str
) -> list[object]:
    entry = usage.entry
    stated = _stated(entry, language)
    term = {"t": "Span", "c": [attr(usage.anchor, ["dfn"], stated), text(entry.term)]}
    blocks: list[Element] = []
    if entry.pronunciation:
        said = {
            "t": "Span",
            "c": [attr(classes=["pronunciation"], pairs=stated), text(_said(entry))],
        }
        blocks.append({"t": "Para", "c": [*own("How to say it"), *text(": "), said]})
    for part in re.split(r"\n\s*\n", entry.definition.strip()):
        inlines = text(" ".join(part.split()))
        if stated:
            inlines = [{"t": "Span", "c": [attr(pairs=stated), inlines]}]
        blocks.append({"t": "Para", "c": inlines})
    where = [*_back(usage, own), *_parents(parents, own), *_source(entry, own)]
    if where:
        blocks.append({"t": "Para", "c": where})
    return [[term], [blocks]]


def _back(usage: Usage, own: Callable[[str], list[Element]]) -> list[Element]:
    """Return the links back to the first use in each section."""
    if not usage.places:
        return []
    titles = Counter(heading for _, heading in usage.places)
    numbers: Counter[str] = Counter()
    result = [*own("Used in"), *text(": ")]
    for place, (identifier, heading) in enumerate(usage.places[:MOST_BACKLINKS]):
        numbers[heading] += 1
        again = f" ({numbers[heading]})" if titles[heading] > 1 else ""
        shown = text(f"{heading}{again}") if heading else own("Start of the text")
        if place:
            result += text(", ")
        # Its name says which word it is about: many words have a link to the same section.
        pairs = [("data-name", usage.entry.term)]
        attributes = attr(classes=["term-back"], pairs=pairs)
        result.append({"t": "Link", "c": [attributes, shown, [f"#{identifier}", ""]]})
    return [*result, *text(". ")]


def _parents(parents: Sequence[Usage], own: Callable[[str], list[Element]]) -> list[Element]:
    if not parents:
        return []
    result = [*own("Used in"), *text(": ")]
    for place, usage in enumerate(parents):
        if place:
            result += text(", ")
        target = [f"#{usage.anchor}", ""]
        result.append({"t": "Link", "c": [attr(), text(usage.entry.term), target]})
    return [*result, *text(". ")]


def _source(entry: GlossaryEntry, own: Callable[[str], list[Element]]) -> list[Element]:
    if not entry.source and not entry.uri:
        return []
    shown = text(f"{entry.source}: {entry.term}" if entry.source else entry.term)
    if entry.uri.startswith(("http://", "https://")):
        shown = [{"t": "Link", "c": [attr(), shown, [entry.uri, ""]]}]
    return [*own("Source"), *text(": "), *shown]


def _said(entry: GlossaryEntry) -> str:
    return entry.pronunciation.strip().strip("()").strip()


def _stated(entry: GlossaryEntry, language: str) -> list[tuple[str, str]]:
    if same_language(entry.language, language):
        return []
    return [("lang", entry.language), ("dir", direction(entry.language))]


def _strong(short: str) -> list[Element]:
    return [{"t": "Span", "c": [attr(classes=["dfn"]), text(short)]}]


def _own(words: Words, language: str) -> Callable[[str], list[Element]]:
    """Return a function from a message to inlines, marked where they are in another language."""

    def own(message: str) -> list[Element]:
        inlines = text(words(message))
        if same_language(words.language, language):
            return inlines
        pairs = [("lang", words.language), ("dir", direction(words.language))]
        return [{"t": "Span", "c": [attr(pairs=pairs), inlines]}]

    return own


def _sorting(term: str) -> str:
    """Return what a term is sorted by: letters without accents, whatever their case."""
    plain = unicodedata.normalize("NFD", term.casefold())
    kept = "".join(sign for sign in plain if not unicodedata.combining(sign))
    return " ".join(re.sub(r"[^\w\s]", " ", kept).split()) or term

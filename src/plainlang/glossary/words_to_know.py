"""The list of words at the end: every term that a document uses, with its whole definition."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Mapping, Sequence

from plainlang.ast import Element, attr, div, para, stringify, text
from plainlang.document import Block, Document
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.expansion import GLOSSARY_CLASS, GLOSSARY_ID
from plainlang.glossary.gloss import first_sentence
from plainlang.glossary.lookup import same_language
from plainlang.glossary.record import Usage
from plainlang.languages import direction
from plainlang.locales import Words

#: Links back to the uses of one term. Beyond, a reader finds a use by turning pages anywhere.
MOST_BACKLINKS = 3

#: Definitions take at most this part of a document's text, or as many characters, whichever is
#: more: beyond, the long ones are cut. It takes hundreds of terms to come that far.
LIST_SHARE = 0.18
LIST_LEAST = 20_000
#: Characters to which definitions are cut, at the end of a sentence; the first that suffices.
_CUTS = (800, 600, 450, 350, 250, 150, 0)


def words_to_know(
    usages: Sequence[Usage],
    parents: Mapping[str, Sequence[Usage]],
    abbreviations: Mapping[str, str],
    words: Words,
    document: Document,
) -> tuple[Block, int]:
    """Return the division that lists ``usages`` and ``abbreviations``, sorted by the alphabet.

    :param parents: by the anchor of an entry that no text uses, the entries whose definitions do.
    :param abbreviations: what the text says that each short form stands for.
    :return: the division, and how many definitions were cut.
    """
    language = document.language
    own = _own(words, language)
    size = len(stringify(document.blocks))
    longest = _longest(usages, max(LIST_LEAST, LIST_SHARE * size))
    most = MOST_BACKLINKS if longest is None else 1
    terms = {_sorting(usage.entry.term) for usage in usages}
    items: list[tuple[str, list[object]]] = []
    for usage in usages:
        shown = _cut(usage.entry.definition, longest)
        where = [*_back(usage, own, most), *_parents(parents.get(usage.anchor, ()), own)]
        items.append((_sorting(usage.entry.term), _item(usage, shown, where, language)))
    items += [
        (_sorting(short), [_strong(short), [[{"t": "Para", "c": text(long)}]]])
        for short, long in abbreviations.items()
        if _sorting(short) not in terms
    ]
    listed = [item for _, item in sorted(items, key=lambda pair: pair[0])]
    heading = {"t": "Header", "c": [2, attr(GLOSSARY_ID), own("Words to know")]}
    sources = sorted({usage.entry.source for usage in usages if usage.entry.source})
    blocks: list[Block] = [heading]
    if sources:
        blocks.append(para([*own("Source of the definitions"), *text(f": {', '.join(sources)}")]))
    blocks.append({"t": "DefinitionList", "c": listed})
    cut = sum(_cut(usage.entry.definition, longest) != usage.entry.definition for usage in usages)
    return div(blocks, [GLOSSARY_CLASS]), cut


def _longest(usages: Sequence[Usage], allowed: float) -> int | None:
    """Return the characters to which definitions are cut; ``None`` where none needs to be."""
    if sum(len(usage.entry.definition) for usage in usages) <= allowed:
        return None
    for longest in _CUTS:
        if sum(len(_cut(usage.entry.definition, longest)) for usage in usages) <= allowed:
            return longest
    return 0


def _cut(definition: str, longest: int | None) -> str:
    """Return the sentences of ``definition`` within ``longest`` characters, at least the first."""
    if longest is None or len(definition) <= longest:
        return definition
    shown = ""
    rest = " ".join(definition.split())
    while rest:
        sentence = first_sentence(rest)
        if shown and len(shown) + len(sentence) > longest:
            return f"{shown} […]"
        shown = f"{shown} {sentence}".strip()
        rest = rest[len(sentence) :].strip()
    return definition


def _item(usage: Usage, definition: str, where: list[Element], language: str) -> list[object]:
    entry = usage.entry
    stated = _stated(entry, language)
    name = text(entry.term)
    if entry.uri.startswith(("http://", "https://")):
        name = [{"t": "Link", "c": [attr(), name, [entry.uri, ""]]}]
    term: list[Element] = [{"t": "Span", "c": [attr(usage.anchor, ["dfn"], stated), name]}]
    if entry.pronunciation:
        said = text(f"({_said(entry)})")
        term += [
            {"t": "Space"},
            {"t": "Span", "c": [attr(classes=["pronunciation"], pairs=stated), said]},
        ]
    blocks: list[Element] = []
    for part in re.split(r"\n\s*\n", definition.strip()):
        inlines = text(" ".join(part.split()))
        if stated:
            inlines = [{"t": "Span", "c": [attr(pairs=stated), inlines]}]
        blocks.append({"t": "Para", "c": inlines})
    if where:
        blocks.append({"t": "Para", "c": where})
    return [term, [blocks]]


def _back(usage: Usage, own: Callable[[str], list[Element]], most: int) -> list[Element]:
    """Return the links back to the first use in each section."""
    if not usage.places:
        return []
    titles = Counter(heading for _, heading in usage.places[:most])
    numbers: Counter[str] = Counter()
    result = [*own("Used in"), *text(": ")]
    for place, (identifier, heading) in enumerate(usage.places[:most]):
        numbers[heading] += 1
        again = f" ({numbers[heading]})" if titles[heading] > 1 else ""
        shown = text(f"{heading}{again}") if heading else own("Start of the text")
        if place:
            result += text(", ")
        # Its name says which word it is about: many words have a link to the same section.
        pairs = [("data-name", usage.entry.term)]
        attributes = attr(classes=["term-back"], pairs=pairs)
        result.append({"t": "Link", "c": [attributes, shown, [f"#{identifier}", ""]]})
    return result


def _parents(parents: Sequence[Usage], own: Callable[[str], list[Element]]) -> list[Element]:
    if not parents:
        return []
    result = [*own("Used in the meaning of"), *text(": ")]
    for place, usage in enumerate(parents):
        if place:
            result += text(", ")
        target = [f"#{usage.anchor}", ""]
        result.append({"t": "Link", "c": [attr(), text(usage.entry.term), target]})
    return result


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

"""A document with its terms explained: in the text, in notes, and in a list at the end."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

from plainlang.ast import Element, attr_of, has_class, stringify, structures
from plainlang.document import Block, Document
from plainlang.glossary.expansion import (
    GLOSSARY_CLASS,
    NO_GLOSS_CLASS,
    TERM_CLASS,
    Expanded,
    ExpansionSettings,
    ExplainedTerm,
    Terms,
)
from plainlang.glossary.leaf import explain
from plainlang.glossary.lookup import Finder, same_language
from plainlang.glossary.matcher import Matcher
from plainlang.glossary.record import Record, Usage, key_of
from plainlang.glossary.spelled_out import mark_abbreviations
from plainlang.glossary.term_notes import notes_of
from plainlang.glossary.words_to_know import words_to_know
from plainlang.locales import Words

__all__ = ["expand"]

#: Parts whose words are not to be changed or that no one reads as text: their linked terms are
#: listed, and nothing is put into them.
_CLOSED = frozenset(
    {"legal", "rights", "disclosure", "link-list", "web-addresses", "about", "title-block"}
    | {"references", "refs", "bibliography", "csl-entry"}
)


def expand(
    document: Document, glossary: Terms, settings: ExpansionSettings, words: Words
) -> Expanded:
    """Return ``document`` with its terms explained as ``settings`` say.

    Nothing of the text is changed: without the spans of class ``gloss`` and the division of class
    ``glossary`` it is the same. A document that has been expanded comes back as it is.

    :param words: the words that plainlang itself puts in.
    """
    if not settings.modes or _is_expanded(document.blocks):
        return Expanded(document)
    taken = {
        found[0]
        for element in structures(document.blocks)
        if (found := attr_of(element)) is not None and found[0]
    }
    record = Record(taken, len(stringify(document.blocks)))
    matcher = _matcher(glossary, document.language) if settings.unlinked else None
    finder = Finder(glossary, settings, document.language, record, matcher)
    blocks = _Walk(finder, record).blocks(document.blocks)
    blocks, abbreviations = mark_abbreviations(blocks)
    used = tuple(record.usages.values())
    if "appendix" in settings.modes:
        parents = _nested(used, finder, record)
        listed = tuple(record.usages.values())
        if listed or abbreviations:
            block, record.cut = words_to_know(listed, parents, abbreviations, words, document)
            blocks.append(block)
    terms = tuple(
        ExplainedTerm(usage.entry, usage.count, usage.glosses, usage.line)
        for usage in record.usages.values()
    )
    return Expanded(
        replace(document, blocks=tuple(blocks)), notes_of(record, document, settings), terms
    )


@lru_cache(maxsize=4)
def _matcher(glossary: Terms, language: str) -> Matcher:
    return Matcher(glossary.entries, language)


def _is_expanded(blocks: Sequence[Block]) -> bool:
    return any(
        (element["t"] == "Div" and has_class(element, GLOSSARY_CLASS))
        or (
            element["t"] == "Span"
            and has_class(element, TERM_CLASS)
            and any(key == "data-term" for key, _ in element["c"][0][2])
        )
        for element in structures(blocks)
    )


def _nested(used: Sequence[Usage], finder: Finder, record: Record) -> dict[str, list[Usage]]:
    """Take up the entries that definitions link to, each once; return what links to them."""
    parents: dict[str, list[Usage]] = {}
    waiting = list(used)
    while waiting:
        usage = waiting.pop(0)
        for entry in finder.nested(usage.entry):
            key = key_of(entry)
            if key == key_of(usage.entry):
                continue
            if key not in record.usages:
                nested = Usage(entry, record.identifier("word", entry.term))
                record.usages[key] = nested
                waiting.append(nested)
            child = record.usages[key]
            if _is_below(usage, child, parents):
                record.others.setdefault(("cycle", key), (entry, []))
            elif not child.count and usage not in parents.get(child.anchor, ()):
                parents.setdefault(child.anchor, []).append(usage)
    return parents


def _is_below(usage: Usage, other: Usage, parents: dict[str, list[Usage]]) -> bool:
    """Tell whether ``usage`` is listed because of ``other``."""
    seen: set[str] = set()
    waiting = [usage]
    while waiting:
        current = waiting.pop()
        if current.anchor == other.anchor:
            return True
        if current.anchor not in seen:
            seen.add(current.anchor)
            waiting.extend(parents.get(current.anchor, ()))
    return False


class _Walk:
    """Goes through the blocks in reading order."""

    def __init__(self, finder: Finder, record: Record) -> None:
        self._finder = finder
        self._record = record

    def blocks(self, blocks: Sequence[Block], line: int | None = None) -> list[Block]:
        """Return ``blocks`` with their terms explained."""
        return [self._block(block, block.get("line", line)) for block in blocks]

    def _block(self, block: Block, line: int | None) -> Block:
        kind = block["t"]
        if kind in {"Para", "Plain"}:
            self._listed([n for n in structures(block["c"]) if n["t"] == "Note"], line)
            return {**block, "c": explain(block["c"], line, self._finder, self._record)}
        rule = _RULES.get(kind)
        return block if rule is None else rule(self, block, line)

    def _listed(self, value: Any, line: int | None) -> None:
        """Take up the linked terms of a part in which nothing is explained."""
        for element in structures(value):
            line = element.get("line", line)
            if element["t"] == "Link":
                shown = stringify(element["c"][1], notes=False)
                entry = self._finder.by_link(element, shown, line)
                if entry is not None:
                    self._record.use(entry, line)

    def _header(self, block: Block, line: int | None) -> Block:
        self._record.enter(" ".join(stringify(block["c"][2], notes=False).split()))
        self._listed(block, line)
        return block

    def _quote(self, block: Block, line: int | None) -> Block:
        self._listed(block, line)
        return block

    def _div(self, block: Block, line: int | None) -> Block:
        attributes, content = block["c"]
        if NO_GLOSS_CLASS in attributes[1]:
            return block
        stated = dict(attributes[2]).get("lang", "")
        foreign = bool(stated) and not same_language(stated, self._finder.language)
        if foreign or not _CLOSED.isdisjoint(attributes[1]):
            self._listed(block, line)
            return block
        return {**block, "c": [attributes, self.blocks(content, line)]}

    def _bullets(self, block: Block, line: int | None) -> Block:
        return {**block, "c": [self.blocks(item, line) for item in block["c"]]}

    def _ordered(self, block: Block, line: int | None) -> Block:
        style, items = block["c"]
        return {**block, "c": [style, [self.blocks(item, line) for item in items]]}

    def _definitions(self, block: Block, line: int | None) -> Block:
        items = []
        for term, definitions in block["c"]:
            self._listed(term, line)
            items.append([term, [self.blocks(each, line) for each in definitions]])
        return {**block, "c": items}

    def _lines(self, block: Block, line: int | None) -> Block:
        rows = [explain(row, line, self._finder, self._record) for row in block["c"]]
        return {**block, "c": rows}

    def _figure(self, block: Block, line: int | None) -> Block:
        attributes, caption, content = block["c"]
        self._listed(caption, line)
        return {**block, "c": [attributes, caption, self.blocks(content, line)]}

    def _table(self, block: Block, line: int | None) -> Block:
        attributes, caption, columns, head, bodies, foot = block["c"]
        self._listed([caption, head], line)
        new = []
        for its, stub, heads, rows in bodies:
            self._listed(heads, line)
            new.append([its, stub, heads, [self._row(row, stub, line) for row in rows]])
        self._listed(foot, line)
        return {**block, "c": [attributes, caption, columns, head, new, foot]}

    def _row(self, row: list[Any], stub: int, line: int | None) -> list[Any]:
        cells = []
        for number, cell in enumerate(row[1]):
            if number < stub:
                self._listed(cell, line)
                cells.append(cell)
            else:
                cells.append([*cell[:4], self.blocks(cell[4], line)])
        return [row[0], cells]


_RULES: dict[str, Callable[[_Walk, Element, int | None], Element]] = {
    "Header": _Walk._header,
    "BlockQuote": _Walk._quote,
    "Div": _Walk._div,
    "BulletList": _Walk._bullets,
    "OrderedList": _Walk._ordered,
    "DefinitionList": _Walk._definitions,
    "LineBlock": _Walk._lines,
    "Figure": _Walk._figure,
    "Table": _Walk._table,
}

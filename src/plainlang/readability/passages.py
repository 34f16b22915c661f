"""Document to passages: every stretch of text with its role, in reading order."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any

from plainlang.ast import Element, stringify
from plainlang.document import Document
from plainlang.readability.base import Heading, Passage, Role
from plainlang.readability.inline_text import read_inlines, same_language
from plainlang.readability.roles import (
    LONGEST_FRAGMENT,
    language_of,
    role_of_classes,
    role_of_heading,
    role_of_item,
    role_of_paragraph,
)


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a block stands.

    :param role: the role of all that stands there, ``None`` where each passage has its own.
    :param item: in a list or a definition, where a fragment is no sentence.
    """

    role: Role | None = None
    item: bool = False
    line: int | None = None
    language: str = ""


def passages_of(
    document: Document, *, longest_fragment: int = LONGEST_FRAGMENT
) -> tuple[tuple[Passage, ...], tuple[Heading, ...]]:
    """Return the passages of a cleaned document and the headings that they stand under.

    Every word of the text is in exactly one passage; targets of links and front matter are in none.

    :param longest_fragment: a paragraph or item without a final mark is scored if it has
        more words.
    """
    walk = _Walk(document.language, longest_fragment)
    walk.blocks(document.blocks)
    return tuple(walk.passages), tuple(walk.headings)


class _Walk:
    """One walk through a document. It keeps its own stack, so that deep nesting does not end it."""

    def __init__(self, language: str, limit: int) -> None:
        self.language = language
        self.limit = limit
        self.passages: list[Passage] = []
        self.headings: list[Heading] = []
        #: The role of the section and the level of the heading that gave it.
        self._section: tuple[Role, int] | None = None

    def blocks(self, blocks: Sequence[Element]) -> None:
        """Add the passages of ``blocks``."""
        stack: list[tuple[Element, _Place]] = [(block, _Place()) for block in reversed(blocks)]
        while stack:
            block, place = stack.pop()
            place = replace(place, line=block.get("line", place.line))
            stack.extend(reversed(self._visit(block, place)))

    def _visit(self, block: Element, place: _Place) -> list[tuple[Element, _Place]]:
        """Add the passages of one block; return the blocks within it that are still to be read."""
        kind: str = block["t"]
        content: Any = block.get("c")
        if kind in {"Para", "Plain"}:
            self._leaf(content, place)
        elif kind == "Header":
            self._heading(content, place)
        elif kind == "LineBlock":
            for row in content:
                self._leaf(row, place)
        elif kind == "CodeBlock":
            self._add(place.role or Role.CODE, content[1], place)
        elif kind == "BlockQuote":
            return [(each, place) for each in content]
        elif kind in {"BulletList", "OrderedList"}:
            items = content if kind == "BulletList" else content[1]
            return [(each, replace(place, item=True)) for item in items for each in item]
        elif kind == "DefinitionList":
            return self._definitions(content, place)
        elif kind == "Table":
            self._table(content, place)
        elif kind == "Figure":
            caption = replace(place, role=place.role or Role.LABEL)
            inner = [(each, place) for each in content[2]]
            return inner + [(each, caption) for each in content[1][1]]
        elif kind == "Div":
            within = self._division(content[0], place)
            return [(each, within) for each in content[1]]
        return []

    def _division(self, attr: list[Any], place: _Place) -> _Place:
        language = language_of(attr)
        if language and same_language(language, self.language):
            language = ""
        role = place.role or role_of_classes(attr) or (Role.EXCLUDED if language else None)
        return replace(place, role=role, language=language or place.language)

    def _definitions(self, entries: list[Any], place: _Place) -> list[tuple[Element, _Place]]:
        label = replace(place, role=place.role or Role.LABEL)
        result: list[tuple[Element, _Place]] = []
        for term, definitions in entries:
            result.append(({"t": "Plain", "c": term}, label))
            value = replace(place, item=True)
            result.extend((each, value) for blocks in definitions for each in blocks)
        return result

    def _table(self, content: list[Any], place: _Place) -> None:
        caption, _, head, bodies, foot = content[1:]
        rows = [*head[1], *(row for body in bodies for part in body[2:] for row in part), *foot[1]]
        self._add(place.role or Role.LABEL, stringify(caption[1]), place)
        for row in rows:
            for cell in row[1]:
                self._add(place.role or Role.TABLE_CELL, stringify(cell[4]), place)

    def _heading(self, content: list[Any], place: _Place) -> None:
        level, _, inlines = content
        text = " ".join(stringify(inlines, notes=False).split())
        if self._section is not None and level <= self._section[1]:
            self._section = None
        role = role_of_heading(text)
        if role is not None and self._section is None:
            self._section = (role, level)
        self.headings.append(Heading(text, level, place.line))
        self._add(place.role or Role.HEADING, stringify(inlines), place)

    def _leaf(self, inlines: Sequence[Element], place: _Place) -> None:
        role = place.role or (self._section[0] if self._section else None)
        if role is not None:
            self._add(role, stringify(inlines), place)
            return
        read = read_inlines(inlines, self.language)
        judge = role_of_item if place.item else role_of_paragraph
        found = judge(" ".join(read.text.split()), inlines, self.language, self.limit)
        self._add(found, read.text, place, read.names)
        for each, text, language in read.aside:
            self._add(each, text, replace(place, language=language or place.language))

    def _add(self, role: Role, text: str, place: _Place, names: tuple[str, ...] = ()) -> None:
        breaks = _breaks(text) if place.line is not None else ()
        text = " ".join(text.split())
        if text:
            section = len(self.headings) - 1
            self.passages.append(
                Passage(role, text, place.line, section, place.language, names, breaks)
            )


def _breaks(text: str) -> tuple[int, ...]:
    """Return the places of the line breaks in ``text`` once its white space is single."""
    if "\n" not in text:
        return ()
    result: list[int] = []
    length = 0
    for line in text.split("\n")[:-1]:
        words = " ".join(line.split())
        length += len(words) + bool(words)
        result.append(length)
    return tuple(result)

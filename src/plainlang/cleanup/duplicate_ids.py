"""Identifiers that stand twice: a link to one could lead to the wrong place."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace

from plainlang.ast import attr_of, structures, transform_structures
from plainlang.cleanup.base import Result
from plainlang.cleanup.wording import counted, examples
from plainlang.document import Block, Change, Document


class DuplicateIds:
    """Keep the first element of each identifier; number the others."""

    name = "duplicate-ids"
    summary = "Make identifiers unique; the first element keeps its own."

    def __call__(self, document: Document) -> Result:
        """Return the document with unique identifiers."""
        given = [
            (element, found[0])
            for element in structures(document.blocks)
            if (found := attr_of(element)) is not None and found[0]
        ]
        taken = set(Counter(identifier for _, identifier in given))
        if len(taken) == len(given):
            return Result(document)
        seen: set[str] = set()
        new: list[str] = []
        doubled: list[str] = []
        line: int | None = None
        for element, identifier in given:
            unique = identifier
            if identifier in seen:
                doubled.append(identifier)
                line = line if line is not None else element.get("line")
                number = 2
                while (unique := f"{identifier}-{number}") in taken:
                    number += 1
                taken.add(unique)
            seen.add(unique)
            new.append(unique)
        blocks = _renamed(document.blocks, [element for element, _ in given], new)
        message = (
            f"Renamed {counted(len(doubled), 'place')} that had the name of another place "
            f"in the document: {examples(doubled)}"
        )
        change = Change(self.name, line, message)
        return Result(replace(document, blocks=blocks), (change,))


def _renamed(blocks: tuple[Block, ...], elements: list[Block], new: list[str]) -> tuple[Block, ...]:
    """Return ``blocks`` with the identifiers of ``elements`` replaced by ``new``, in order."""
    # One dict can stand in the tree twice, but it is visited in the same order both times.
    # `transform` visits children before their parents, so places are told by attribute lists.
    wanted: dict[int, list[str]] = {}
    for element, identifier in zip(elements, new, strict=True):
        wanted.setdefault(id(attr_of(element)), []).append(identifier)

    def visit(element: Block) -> Block:
        found = attr_of(element)
        if found is None or id(found) not in wanted:
            return element
        identifier = wanted[id(found)].pop(0)
        if identifier == found[0]:
            return element
        content = list(element["c"])
        content[1 if element["t"] == "Header" else 0] = [identifier, *found[1:]]
        return {**element, "c": content}

    renamed: tuple[Block, ...] = tuple(transform_structures(blocks, visit))
    return renamed

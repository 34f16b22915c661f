"""The AST as pandoc's HTML and EPUB writers need it: identifiers that are unique and safe.

pandoc writes identifiers as they are, twice where two elements have the same one, and gives the
notes identifiers of its own (``fn1``, ``fnref1``) without looking whether they are taken. A link
to such a place would lead somewhere else, so the collision is solved before anything is written.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any
from urllib.parse import unquote

from plainlang.ast import Element, attr_of, has_class, transform, walk
from plainlang.document import Block

#: What pandoc and the page templates use themselves.
_RESERVED = re.compile(r"(fn|fnref|cb)\d+(-\d+)?|footnotes|toc|toc-.*|page-.*")

#: Not a character of an XML name (XML 1.0, production 4a, without the colon).
_NOT_NAME = re.compile(r"[^\w.\u00b7-]")


def prepare(blocks: Sequence[Block]) -> list[Block]:
    """Return ``blocks`` for pandoc's ``html5`` and ``epub3`` writers.

    * Every heading has an identifier, and no identifier occurs twice: the first one keeps it,
      so that links still lead where they led in the source.
    * Identifiers are XML names and none is one that pandoc or a template uses. Links within the
      document follow.
    * ``Plain`` blocks that stand next to each other (two lines of one definition) become
      paragraphs: without that they would run together into one line.
    * Nothing has the class ``section``: pandoc would make a part of the book of it, with an
      identifier that may be taken.
    * Raw content goes. Readers have removed it already and said so; if some were left, a script
      could reach the page.
    """
    names = _Names(blocks)

    def function(element: Element) -> Element | None:
        if element["t"] in {"RawBlock", "RawInline"}:
            return None
        if has_class(element, "section"):
            element = _without_class(element, "section")
        if element["t"] in _BLOCK_LISTS:
            element = {**element, "c": _apart(element["c"])}
        return names.rename(element)

    result: list[Block] = _apart(transform(list(blocks), function))
    # At the top there is no list item or cell that could hold a bare line.
    return [{**block, "t": "Para"} if block["t"] == "Plain" else block for block in result]


class _Names:
    """The identifiers of one document while it is rewritten."""

    def __init__(self, blocks: Sequence[Block]) -> None:
        self._names: dict[str, str] = {}
        self._taken: set[str] = set()
        self._given: set[str] = set()
        for element in walk(blocks):
            found = attr_of(element)
            if found and found[0] and found[0] not in self._names:
                self._names[found[0]] = self._free(_safe(found[0]))

    def _free(self, name: str) -> str:
        candidate, number = name, 1
        while candidate in self._taken:
            number += 1
            candidate = f"{name}-{number}"
        self._taken.add(candidate)
        return candidate

    def rename(self, element: Element) -> Element:
        """Return ``element`` with its own identifier and its link target settled."""
        kind = element["t"]
        if kind == "Link":
            element = self._relink(element)
        found = attr_of(element)
        if found is None or (not found[0] and kind != "Header"):
            return element
        old = found[0]
        if old and old not in self._given:
            self._given.add(old)
            new = self._names[old]
        else:
            new = self._free(_safe(old) if old else "section")
        if new == old:
            return element
        place = 1 if kind == "Header" else 0
        content = list(element["c"])
        content[place] = [new, *found[1:]]
        return {**element, "c": content}

    def _relink(self, element: Element) -> Element:
        attributes, inlines, (target, title) = element["c"]
        if not target.startswith("#"):
            return element
        old = target[1:]
        name = self._names.get(old) or self._names.get(unquote(old))
        if name is None or name == old:
            return element
        return {**element, "c": [attributes, inlines, [f"#{name}", title]]}


def _without_class(element: Element, name: str) -> Element:
    place = 1 if element["t"] == "Header" else 0
    content = list(element["c"])
    identifier, classes, pairs = content[place]
    content[place] = [identifier, [each for each in classes if each != name], pairs]
    return {**element, "c": content}


def _safe(name: str) -> str:
    safe = _NOT_NAME.sub("-", name)
    if _RESERVED.fullmatch(safe) or not (safe[0].isalpha() or safe[0] == "_"):
        return f"id_{safe}"
    return safe


_BLOCK_LISTS = frozenset(
    {"BulletList", "OrderedList", "DefinitionList", "Div", "BlockQuote", "Note", "Table", "Figure"}
)


def _apart(value: Any) -> Any:
    """Return the lists in ``value`` with neighbouring ``Plain`` blocks as paragraphs."""
    if not isinstance(value, list):
        return value
    kinds = [item.get("t") if isinstance(item, dict) else None for item in value]
    result: list[Any] = []
    for index, item in enumerate(value):
        if kinds[index] == "Plain" and "Plain" in (
            *kinds[max(index - 1, 0) : index],
            *kinds[index + 1 : index + 2],
        ):
            result.append({**item, "t": "Para"})
        else:
            result.append(_apart(item))
    return result

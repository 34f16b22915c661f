"""Identifiers: every heading has one, and none stands twice."""

from __future__ import annotations

import re
from typing import Any

from plainlang.ast import attr_of, stringify, structures, transform_structures
from plainlang.document import Block
from plainlang.editions.about import ABOUT_ID
from plainlang.editions.links import ADDRESSES_ID

#: Identifiers that the assembly itself needs.
_RESERVED = (ABOUT_ID, ADDRESSES_ID)


def anchor(blocks: tuple[Block, ...]) -> tuple[tuple[Block, ...], str]:
    """Return the blocks with unique identifiers, and a free identifier for the title.

    Where an identifier stands twice the first element keeps it.
    """
    seen: set[str] = set(_RESERVED)
    named = [(e, found) for e in structures(blocks) if (found := attr_of(e)) is not None]
    given = {found[0] for _, found in named if found[0]}
    # Parents come before children in reading order, and `transform` visits children first:
    # the decision is made in reading order here and applied below.
    new: dict[int, str] = {}
    for element, found in named:
        wanted = found[0]
        if element["t"] == "Header" and not wanted:
            wanted = _free(_slug(stringify(element["c"][2], notes=False)), seen | given)
        if not wanted:
            continue
        if wanted in seen:
            wanted = _free(wanted, seen | given)
        seen.add(wanted)
        if wanted != found[0]:
            new[id(found)] = wanted
    title = _free("title", seen) if "title" in seen else "title"
    if not new:
        return blocks, title

    def rename(element: dict[str, Any]) -> dict[str, Any]:
        found = attr_of(element)
        if found is None or id(found) not in new:
            return element
        changed = [new[id(found)], *found[1:]]
        content = list(element["c"])
        content[1 if element["t"] == "Header" else 0] = changed
        return {**element, "c": content}

    return tuple(transform_structures(blocks, rename)), title


def _slug(value: str) -> str:
    slug = re.sub(r"[^\w]+", "-", value.lower()).strip("-")
    return slug if slug and not slug[0].isdigit() else f"section-{slug}".rstrip("-")


def _free(wanted: str, taken: set[str]) -> str:
    number = 2
    while f"{wanted}-{number}" in taken:
        number += 1
    return wanted if wanted not in taken else f"{wanted}-{number}"

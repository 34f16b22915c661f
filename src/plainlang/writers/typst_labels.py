"""Which elements of a document links point at, and what links and other runs of text say.

Typst ends with an error if a label is there twice, or is linked to and not there. So only what a
link points at gets a label, and only the first element with that identifier.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from typing import Any

from plainlang.writers.typst_syntax import string

Element = dict[str, Any]


class Expansion(str):
    """What an abbreviation stands for, in the place of a spelling."""

    __slots__ = ()


@dataclass(slots=True)
class Labels:
    """Hands out the labels of one document and collects what its PDF has to be told later.

    :param wanted: the identifiers that links point at.
    :param links: ``(target, words)`` of every link so far; a target within the document begins
        with ``#``.
    :param spellings: what each run of text says that a PDF would give back wrong.
    """

    wanted: frozenset[str]
    links: list[tuple[str, str]] = field(default_factory=list)
    spellings: list[str] = field(default_factory=list)
    _given: set[str] = field(default_factory=set)

    def anchor(self, identifier: str) -> str:
        """Return Typst source that makes a place links lead to, empty where none is needed."""
        if identifier not in self.wanted or identifier in self._given:
            return ""
        self._given.add(identifier)
        return f"#metadata(none)#label({string(identifier)});"


def labels(elements: Iterable[Element]) -> Labels:
    """Return the labels that the links among ``elements`` need; none of the links dangles."""
    urls = (e["c"][2][0] for e in elements if e["t"] == "Link")
    return Labels(frozenset(url[1:] for url in urls if url.startswith("#")))

"""Inlines of the Pandoc AST to the text form, and what its numbers stand for."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from plainlang.ast import PLAIN_INLINES, attr_of, stringify
from plainlang.document import Inline

Inlines = list[Inline]

#: Kinds that hold words and are written ``<g1>…</g1>``, with the place of their inlines.
GROUPS = {"Span": 1, "Quoted": 1, "Cite": 1}
#: What would be read as a mark. A sign for "less than" is left alone before anything else.
_MARKS = re.compile(r"[\\*\[\]]|<(?=/?[gx]\d)")
#: What stands for something else in the text form, or is no character that PO files keep.
_CODES = re.compile(r"[\x00-\x20\x7f-\x9f\u2028\u2029]")


@dataclass(frozen=True, slots=True)
class Written:
    """A text and what its numbers stand for.

    :param links: the ``Link`` elements of ``#1``, ``#2`` …
    :param slots: the elements of ``<g1>``, ``<x2/>`` …: groups and empty ones share the count.
    """

    text: str
    links: tuple[Inline, ...] = ()
    slots: tuple[Inline, ...] = ()

    @property
    def targets(self) -> tuple[str, ...]:
        """The targets of the links, in the order of their numbers."""
        return tuple(link["c"][2][0] for link in self.links)


def is_group(element: Inline) -> bool:
    """Tell whether ``element`` is written ``<g1>…</g1>`` where asterisks do not do."""
    if element["t"] in PLAIN_INLINES:
        return True
    return element["t"] in GROUPS and not is_protected(element)


def is_protected(element: Inline) -> bool:
    """Tell whether the author says that the words are not to be translated."""
    found = attr_of(element)
    return found is not None and (
        "notranslate" in found[1] or ["translate", "no"] in [list(pair) for pair in found[2]]
    )


def content_of(element: Inline) -> Inlines:
    """Return the inlines of a link or a group."""
    content = element["c"]
    inner: Inlines = content if element["t"] in PLAIN_INLINES else content[1]
    return inner


def with_content(element: Inline, inlines: Inlines) -> Inline:
    """Return a link or a group with other inlines; everything else stays."""
    if element["t"] in PLAIN_INLINES:
        return {**element, "c": inlines}
    first, _, *rest = element["c"]
    return {**element, "c": [first, inlines, *rest]}


def canonical(inlines: Sequence[Inline]) -> Inlines:
    """Return ``inlines`` as the text form can tell them apart.

    A line break of the source file is a space, words without a space between are one, and
    empty words are none. Deeper inlines are left alone.
    """
    result: Inlines = []
    for item in inlines:
        kind = item["t"]
        if kind == "SoftBreak":
            result.append({"t": "Space"})
        elif kind != "Str":
            result.append(item)
        elif item["c"]:
            if result and result[-1]["t"] == "Str":
                result[-1] = {"t": "Str", "c": result[-1]["c"] + item["c"]}
            else:
                result.append(item)
    return result


def escape(text: str) -> str:
    """Return ``text`` so that a reader of the text form takes none of it for a mark."""
    marked = _MARKS.sub(r"\\\g<0>", text)
    return _CODES.sub(lambda match: f"\\u{{{ord(match[0]):X}}}", marked)


def shows_target(link: Inline) -> bool:
    """Tell whether the words of a link are its address, which are not for translators."""
    words = stringify(content_of(link)).strip()
    target = link["c"][2][0]
    return bool(words) and target in {words, f"mailto:{words}", f"tel:{words}"}


def write(inlines: Sequence[Inline]) -> Written:
    """Return ``inlines`` in the text form."""
    writer = _Writer()
    writer.write(inlines, frozenset())
    return Written("".join(writer.parts), tuple(writer.links), tuple(writer.slots))


@dataclass(slots=True)
class _Writer:
    parts: list[str] = field(default_factory=list)
    links: Inlines = field(default_factory=list)
    slots: Inlines = field(default_factory=list)

    def write(
        self, inlines: Sequence[Inline], open_marks: frozenset[str], in_stars: bool = False
    ) -> None:
        """Write ``inlines``; ``in_stars``: asterisks follow them at once."""
        items = canonical(inlines)
        for index, item in enumerate(items):
            kind = item["t"]
            if kind == "Str":
                self.parts.append(escape(item["c"]))
            elif kind == "Space":
                self.parts.append(" ")
            elif kind == "LineBreak":
                self.parts.append("\n")
            elif kind in {"Emph", "Strong"} and self._starred(
                item, open_marks, in_stars and index == len(items) - 1
            ):
                mark = "*" if kind == "Emph" else "**"
                self.parts.append(mark)
                self.write(item["c"], open_marks | {kind}, in_stars=True)
                self.parts.append(mark)
            elif kind == "Link" and not is_protected(item):
                self._link(item, open_marks)
            elif is_group(item):
                self.slots.append(item)
                number = len(self.slots)
                self.parts.append(f"<g{number}>")
                self.write(content_of(item), open_marks)
                self.parts.append(f"</g{number}>")
            else:
                self.slots.append(item)
                self.parts.append(f"<x{len(self.slots)}/>")

    def _starred(self, item: Inline, open_marks: frozenset[str], at_end: bool) -> bool:
        """Tell whether asterisks can only be read in one way here."""
        after_stars = bool(self.parts) and self.parts[-1] in {"*", "**"}
        return bool(canonical(item["c"])) and not (at_end or after_stars or item["t"] in open_marks)

    def _link(self, link: Inline, open_marks: frozenset[str]) -> None:
        self.links.append(link)
        number = len(self.links)
        self.parts.append("[")
        if not shows_target(link):
            self.write(content_of(link), open_marks)
        self.parts.append(f"](#{number})")

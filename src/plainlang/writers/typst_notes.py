"""Notes stand at the foot of their page, or all of them at the end of the document.

Typst 0.15 loses the order of its tags, or ends with an error, where a note that belongs to an
item of a list runs over two pages (27 of 75 documents with long notes in lists; none where such
notes were of 30 words or fewer, and none with notes of any length elsewhere). A document that
holds such a note has a section of its own for all notes, with links there and back: readers are
not made to look in two places.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any

from plainlang import ast
from plainlang.fonts import Metrics
from plainlang.writers.typst_measure import height

Element = dict[str, Any]

#: Lines that a note in a list may have, by estimate, to stand at the foot of the page. 30 words
#: have five lines of giant print.
_SHORT = 4.0

_LISTS = frozenset({"BulletList", "OrderedList", "DefinitionList"})

#: Parts of the assembly that come after the notes.
_END_MATTER = frozenset({"web-addresses", "about"})


def fit_the_foot(blocks: Sequence[Element], metrics: Metrics, width: float) -> bool:
    """Tell whether all notes can stand at the foot of their pages.

    :param width: of a line at the foot of the page, in em.
    """
    return all(
        len(note["c"]) <= 1 and height(note["c"], metrics, width) <= _SHORT
        for note in _in_lists(list(blocks))
    )


def _in_lists(blocks: list[Element]) -> Iterator[Element]:
    for element in ast.structures(blocks):
        if element["t"] in _LISTS:
            yield from (inner for inner in ast.structures(element) if inner["t"] == "Note")


def at_the_end(
    blocks: Sequence[Element], translate: Callable[[str], str], language: str = ""
) -> list[Element]:
    """Return ``blocks`` with their notes in a section before the end matter.

    :param translate: gives "Notes" and "note {number}" in the language of the edition.
    :param language: of the words that ``translate`` gives, where it is another.
    """
    notes: list[list[Element]] = []

    def refer(element: Element) -> Element | list[Element]:
        if element["t"] == "Note":
            notes.append(element["c"])
            return _reference(translate, language, len(notes), back=False)
        if element["t"] == "Link":
            # A note within a link: links cannot hold links.
            attributes, inlines, target = element["c"]
            return {**element, "c": [attributes, ast.transform_structures(inlines, _plain), target]}
        return element

    body: list[Element] = ast.transform_structures(list(blocks), refer)
    if not notes:
        return body
    attributes = [("lang", language)] if language else []
    title = [{"t": "Span", "c": [ast.attr(pairs=attributes), ast.text(translate("Notes"))]}]
    section: list[Element] = [{"t": "Header", "c": [2, ast.attr(), title]}]
    for number, content in enumerate(notes, 1):
        mark = _reference(translate, language, number, back=True)
        first = content[0] if content else None
        if first and first["t"] in {"Para", "Plain"}:
            inlines = [mark, {"t": "Space"}, *first["c"]]
            content = [ast.para(inlines), *content[1:]]
        else:
            content = [ast.para([mark]), *content]
        section.append(ast.div(content))
    place = next(
        (
            index
            for index, block in enumerate(body)
            if block["t"] == "Div" and not _END_MATTER.isdisjoint(block["c"][0][1])
        ),
        len(body),
    )
    return [*body[:place], ast.div(section, ["notes"]), *body[place:]]


def _reference(
    translate: Callable[[str], str], language: str, number: int, *, back: bool
) -> Element:
    """Return the mark of a note: a link to the note or from it."""
    words = translate("note {number}").replace(" ", "\u00a0").format(number=number)
    here, there = f"plainlang-note-{number}", f"plainlang-noteref-{number}"
    if not back:
        here, there = there, here
    attributes = [("lang", language)] if language else []
    label = [{"t": "Str", "c": f"[{words}]"}]
    link = {"t": "Link", "c": [ast.attr(here), label, [f"#{there}", ""]]}
    # In the text, the mark is a word of its own that stays with the one before it.
    gap = [] if back else [{"t": "Str", "c": "\u00a0"}]
    return {"t": "Span", "c": [ast.attr(pairs=attributes), [*gap, link]]}


def _plain(element: Element) -> Element | list[Element]:
    if element["t"] == "Link":
        inlines: list[Element] = element["c"][1]
        return inlines
    return element

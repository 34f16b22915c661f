"""A paragraph as one text with places, and changes at places put back into its inlines.

Every inline has a width in the text, so that a place in the text is a place in the tree: words
have their letters, a space and a break one sign, and what is no text (an image, a note, code, a
formula) the sign U+FFFC.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from plainlang.ast import ATTR_INLINES, PLAIN_INLINES, Element

OPAQUE = "\ufffc"
_SPACES = {"Space": " ", "SoftBreak": " ", "LineBreak": "\n"}


@dataclass(frozen=True, slots=True)
class Zone:
    """An inline with others in it, and the stretch of the text that it covers."""

    start: int
    end: int
    element: Element


@dataclass(frozen=True, slots=True)
class Wrap:
    """A stretch of the text to be put into a span with ``attributes``."""

    start: int
    end: int
    attributes: list[Any]


def children(element: Element) -> Sequence[Element] | None:
    """Return the inlines in ``element``; ``None`` where it holds none that are text."""
    kind = element["t"]
    content = element.get("c")
    if kind in PLAIN_INLINES:
        return list(content or ())
    if (kind in ATTR_INLINES and kind != "Image") or kind in {"Quoted", "Cite"}:
        return list((content or ((), ()))[1])
    return None


def with_children(element: Element, inlines: Sequence[Element]) -> Element:
    """Return ``element`` with other inlines in it."""
    if element["t"] in PLAIN_INLINES:
        return {**element, "c": list(inlines)}
    content = element["c"]
    return {**element, "c": [content[0], list(inlines), *content[2:]]}


def text_of(inlines: Sequence[Element]) -> str:
    """Return the text of ``inlines`` in which their places count."""
    parts: list[str] = []
    for element in inlines:
        kind = element["t"]
        if kind == "Str":
            parts.append(element["c"])
        elif kind in _SPACES:
            parts.append(_SPACES[kind])
        else:
            inner = children(element)
            if inner is None:
                parts.append(OPAQUE)
            elif kind == "Quoted":
                marks = "‘’" if element["c"][0]["t"] == "SingleQuote" else "“”"
                parts += (marks[0], text_of(inner), marks[1])
            else:
                parts.append(text_of(inner))
    return "".join(parts)


def zones(inlines: Sequence[Element], start: int = 0) -> Iterable[Zone]:
    """Yield every inline that holds others, outer ones first."""
    for element in inlines:
        inner = children(element)
        end = start + len(text_of([element]))
        if inner is not None:
            yield Zone(start, end, element)
            yield from zones(inner, start + (element["t"] == "Quoted"))
        start = end


def rebuilt(
    inlines: Sequence[Element], wraps: Sequence[Wrap], insertions: Mapping[int, Element]
) -> list[Element]:
    """Return ``inlines`` with spans around stretches and elements put in at places.

    An element goes as far out as its place allows: behind a link and the bold type around it.
    Bold and italic type around the place itself is divided, so that the element is not in it.
    """
    return _rebuilt(inlines, 0, list(wraps), dict(insertions), top=True)


def _rebuilt(
    inlines: Sequence[Element],
    start: int,
    wraps: list[Wrap],
    insertions: Mapping[int, Element],
    *,
    top: bool,
) -> list[Element]:
    end = start + len(text_of(inlines))
    if not wraps and not insertions:
        return list(inlines)
    here, deeper = _divided(inlines, start, wraps)
    cuts = {place for wrap in here for place in (wrap.start, wrap.end)} | set(insertions)
    atoms: list[tuple[int, int, Element]] = []
    place = start
    for element in inlines:
        stop = place + len(text_of([element]))
        if element["t"] == "Str":
            inside = [cut for cut in sorted(cuts) if place < cut < stop]
            for one, two in zip([place, *inside], [*inside, stop], strict=True):
                atoms.append((one, two, {**element, "c": element["c"][one - place : two - place]}))
        else:
            atoms += [
                (place, stop, part) for part in _container(element, place, stop, deeper, insertions)
            ]
        place = stop
    return _joined(atoms, here, insertions, start, end + 1 if top else end)


def _container(
    element: Element, start: int, stop: int, wraps: list[Wrap], insertions: Mapping[int, Element]
) -> list[Element]:
    """Return ``element`` changed, and in parts where something was put into it."""
    inner = children(element)
    own = [wrap for wrap in wraps if start <= wrap.start and wrap.end <= stop]
    put = {place: new for place, new in insertions.items() if start < place < stop}
    if inner is None or not (own or put):
        return [element]
    first = start + (element["t"] == "Quoted")
    changed = _rebuilt(inner, first, own, put, top=False)
    if element["t"] not in PLAIN_INLINES or not put:
        return [with_children(element, changed)]
    added = {id(new) for new in put.values()}
    result: list[Element] = []
    run: list[Element] = []
    for child in [*changed, None]:
        if child is not None and id(child) not in added:
            run.append(child)
            continue
        if run:
            spaces = [run.pop(0)] if run[0]["t"] in _SPACES else []
            result += [*spaces, *([with_children(element, run)] if run else [])]
        run = []
        if child is not None:
            result.append(child)
    return result


def _divided(
    inlines: Sequence[Element], start: int, wraps: list[Wrap]
) -> tuple[list[Wrap], list[Wrap]]:
    """Return the wraps that lie between the inlines of this level, and the others."""
    edges = {start}
    words: list[tuple[int, int]] = []
    place = start
    for element in inlines:
        stop = place + len(text_of([element]))
        if element["t"] == "Str":
            words.append((place, stop))
        place = stop
        edges.add(place)

    def is_edge(place: int) -> bool:
        return place in edges or any(one < place < two for one, two in words)

    here = [wrap for wrap in wraps if is_edge(wrap.start) and is_edge(wrap.end)]
    return here, [wrap for wrap in wraps if wrap not in here]


def _joined(
    atoms: list[tuple[int, int, Element]],
    wraps: list[Wrap],
    insertions: Mapping[int, Element],
    start: int,
    end: int,
) -> list[Element]:
    result: list[Element] = []
    waiting = sorted(wraps, key=lambda wrap: (wrap.start, -wrap.end))
    index = 0
    last = len(atoms)
    while index < last:
        one, two, element = atoms[index]
        wrap = next((each for each in waiting if each.start == one and two <= each.end), None)
        if wrap is not None:
            stop = index
            while stop < last and atoms[stop][1] <= wrap.end:
                stop += 1
            inside = [atom[2] for atom in atoms[index:stop]]
            result.append({"t": "Span", "c": [wrap.attributes, inside]})
            waiting.remove(wrap)
            two = wrap.end
            index = stop
        else:
            result.append(element)
            index += 1
        follows = index < last and atoms[index][0] < two
        next_end = atoms[index][1] if index < last else -1
        if two in insertions and start < two < end and not follows and next_end != two:
            result.append(insertions[two])
    return result

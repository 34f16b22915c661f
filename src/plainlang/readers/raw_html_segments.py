"""A list with raw pieces, cut where no element is open.

Each segment is read by itself, so that a passage that cannot be read takes no other with it.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass

from plainlang.readers.raw_html_clean import Part
from plainlang.readers.raw_html_tags import CONTAINERS


@dataclass(frozen=True, slots=True)
class Segment:
    """The items ``first`` to ``last`` (both included) of a list, as cleaned HTML.

    :param html: the HTML, with a placeholder for each item that is not raw.
    :param items: the indexes of the items that have a placeholder.
    """

    first: int
    last: int
    html: str
    items: tuple[int, ...]


def segments(parts: list[list[Part] | None], raw: list[bool], inline: bool) -> list[Segment]:
    """Return the segments of a list that hold a raw item, in order."""
    intervals, stray = _pairs(parts, inline)
    intervals += [(index, index) for index, is_raw in enumerate(raw) if is_raw]
    merged: list[tuple[int, int]] = []
    for first, last in sorted(intervals):
        if merged and first <= merged[-1][1]:
            merged[-1] = (merged[-1][0], max(last, merged[-1][1]))
        else:
            merged.append((first, last))
    return [_segment(parts, raw, stray, first, last, inline) for first, last in merged]


def _pairs(
    parts: list[list[Part] | None], inline: bool
) -> tuple[list[tuple[int, int]], set[tuple[int, int]]]:
    """Return what each element spans, and the places of end tags that end nothing."""
    spans: list[tuple[int, int]] = []
    stray: set[tuple[int, int]] = set()
    stack: list[tuple[str, int]] = []
    opened: Counter[str] = Counter()
    for index, found in enumerate(parts):
        for place, part in enumerate(found or ()):
            # A paragraph ends where a block begins, so it never reaches over a placeholder.
            if not part.event or (part.name == "p" and not inline):
                continue
            if part.event == "start":
                stack.append((part.name, index))
                opened[part.name] += 1
            elif not opened[part.name]:
                stray.add((index, place))
            else:
                while True:
                    name, first = stack.pop()
                    opened[name] -= 1
                    if name == part.name:
                        break
                spans.append((first, index))
    last = len(parts) - 1
    for name, first in stack:
        if name in CONTAINERS:
            spans.append((first, last))
            break
    return spans, stray


def _segment(
    parts: list[list[Part] | None],
    raw: list[bool],
    stray: set[tuple[int, int]],
    first: int,
    last: int,
    inline: bool,
) -> Segment:
    tag = "span" if inline else "div"
    pieces: list[str] = []
    items: list[int] = []
    run = False  # neighbouring inlines share the placeholder of the first of them
    for index in range(first, last + 1):
        found = parts[index]
        if raw[index]:
            run = False
            pieces.append(
                "".join(
                    # Paragraphs inside a line of text are set apart by a space.
                    " " if inline and part.name == "p" else part.html
                    for place, part in enumerate(found or ())
                    if (index, place) not in stray
                )
            )
        elif found is not None:
            if not (inline and run):
                pieces.append(f'<{tag} data-plainlang="item-{index}">·</{tag}>')
                items.append(index)
            run = True
    return Segment(first, last, ("" if inline else "\n").join(pieces), tuple(items))

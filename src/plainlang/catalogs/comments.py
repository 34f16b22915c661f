"""What a catalog tells translators about a text: ``#.`` and ``#:`` comments."""

from __future__ import annotations

import re
from collections.abc import Mapping

from plainlang.catalogs.base import Segment

#: The codes of the text form that stand for something, each where it begins.
_CODE = re.compile(r"<[gx]\d+/?>")


def extracted(segment: Segment, terms: Mapping[str, str]) -> tuple[str, ...]:
    """Return the lines for translators, the same for the same text.

    The kind of block and the headings above it, the targets of its links, and the approved terms
    that it holds. Nothing that matters to the program stands here.

    :param terms: the approved translation of each term.
    """
    place = " › ".join(segment.trail)
    lines = [segment.kind.replace("-", " ") + (f", in: {place}" if place else "")]
    lines += [f"#{number} = {target}" for number, target in enumerate(segment.targets, 1)]
    codes = dict.fromkeys(_CODE.findall(segment.text))
    lines += [f"{code} = {what}" for code, what in zip(codes, segment.placeholders, strict=False)]
    folded = segment.text.casefold()
    lines += [
        f"Term: {term} = {translation}"
        for term, translation in sorted(terms.items())
        if term.casefold() in folded
    ]
    return tuple(" ".join(line.split()) for line in lines)

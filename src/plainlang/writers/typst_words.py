"""Strings for pandoc's Typst writer: nothing in them is taken for markup, none runs off a line."""

from __future__ import annotations

import re
from typing import Any

from plainlang.writers.typst_measure import pieces
from plainlang.writers.typst_place import Place
from plainlang.writers.typst_syntax import raw_inline

Element = dict[str, Any]

#: An empty box: a place to break a line that adds nothing to the text of the file, as U+200B
#: would. The semicolon ends the expression, so that what follows is not taken for its rest.
_SEAM = "#seam;"

#: Where web addresses are broken.
_ADDRESS_SEAMS = re.compile(r"(?<=[/?&=#])(?=[^/?&=#])")

#: What Typst would turn into other characters and pandoc leaves alone: "..." and "--", a hyphen
#: before a digit (a minus sign) and before a question mark (a soft hyphen).
_SHORTHAND = re.compile(r"(-(?=[-?0-9])|\.(?=\.\.))")

#: What begins a heading, an item or a term of Typst where it stands first: also first in the
#: brackets of a link or a span.
_LINE_START = re.compile(r"[=+/-]|[0-9]+\.")


def write_words(text: str, place: Place) -> list[Element]:
    """Return a string as pandoc is to write it at ``place``."""
    limit = place.width / place.scale
    if place.direction == "ltr" and ("://" in text or text.startswith("www.")):
        return _address(text, place, limit)
    # Most words are short: the widest letter has about 1 em.
    if len(text) < limit:
        return _literal(text)
    return _broken(text, place, limit)


def _address(text: str, place: Place, limit: float) -> list[Element]:
    """Return a web address that is broken after its slashes, not at its hyphens and dots.

    A hyphen at the end of a line could be one of the address or one of the line, so every part
    is a box. In text that runs from right to left, boxes would change places: there Typst breaks
    addresses by rules of its own.
    """
    result: list[Element] = []
    for part in _ADDRESS_SEAMS.split(text):
        result += [raw_inline("#box["), *_broken(part, place, limit), raw_inline("];")]
    return result


def _broken(word: str, place: Place, limit: float) -> list[Element]:
    result: list[Element] = []
    for piece in pieces(word, place.metrics, limit, bold=place.bold):
        if result:
            result.append(raw_inline(_SEAM))
        result.extend(_literal(piece))
    return result


def _literal(text: str) -> list[Element]:
    if text.isalnum():  # most words
        return [{"t": "Str", "c": text}]
    result: list[Element] = []
    if _LINE_START.match(text):
        # pandoc escapes it at the start of a paragraph, and knows no other place.
        result.append(raw_inline("\\" + text[0]))
        text = text[1:]
    for index, part in enumerate(_SHORTHAND.split(text)):
        # Every second part is a mark that Typst would take for a shorthand.
        if part:
            result.append(raw_inline("\\" + part) if index % 2 else {"t": "Str", "c": part})
    return result

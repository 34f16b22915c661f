"""Inlines for pandoc's Typst writer.

pandoc escapes the text. What its writer drops or gets wrong is put around the text as raw Typst:
an image with its description, the language and direction of a span, links and anchors with
labels of our own, and places where a word that is wider than its line may break.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Any
from unicodedata import bidirectional, category

from plainlang import ast
from plainlang.fonts import Metrics
from plainlang.writers.typst_labels import Labels
from plainlang.writers.typst_measure import height, pieces
from plainlang.writers.typst_syntax import (
    language_arguments,
    raw_inline,
    string,
)

Element = dict[str, Any]

#: Writes blocks that stand at a place.
BlockWriter = Callable[[Sequence[Element], "Place"], list[Element]]

_NARROWEST = 3.0

#: Distance of two lines in em, at most (leading and the height of a line).
_LINE_DISTANCE = 1.5

#: An empty box: a place to break a line that adds nothing to the text of the file, as U+200B
#: would. The semicolon ends the expression, so that what follows is not taken for its rest.
_SEAM = "#seam;"
_NOTE_GAP = "#note-gap;"


#: Where web addresses are broken.
_ADDRESS_SEAMS = re.compile(r"(?<=[/?&=#])(?=[^/?&=#])")

#: Inlines that make a run of text.
_TEXT = frozenset({"Str", "Space", "SoftBreak", "Code"})

#: Combining marks begin here; right-to-left scripts come after them.
_AFTER_LATIN = re.compile("[\u0300-\U0010ffff]")

#: What Typst would turn into other characters and pandoc leaves alone: "..." and "--", a hyphen
#: before a digit (a minus sign) and before a question mark (a soft hyphen).
_SHORTHAND = re.compile(r"(-(?=[-?0-9])|\.(?=\.\.))")


#: What begins a heading, an item or a term of Typst where it stands first: also first in the
#: brackets of a link or a span.
_LINE_START = re.compile(r"[=+/-]|[0-9]+\.")


@dataclass(frozen=True, slots=True)
class Place:
    """Where on the page inlines and blocks stand.

    :param width: width of a line in em of the body size.
    :param height: height of the text area in em.
    :param write: writes the blocks of a note.
    :param images: name of each asset's file beside the Typst source.
    :param heading_sizes: sizes of the headings as multiples of the body size.
    :param scale: size of the text here as a multiple of the body size.
    :param heading: the text is a heading.
    :param struck: the text is struck out.
    :param spelled: the text needs its spelling in the finished file (:func:`needs_spelling`).
    :param bold: the text is bold.
    :param direction: ``ltr`` or ``rtl``.
    :param addresses: the blocks are the list of web addresses, numbered as its links are.
    """

    width: float
    height: float
    metrics: Metrics
    labels: Labels
    write: BlockWriter
    images: dict[str, str]
    heading_sizes: tuple[float, float, float, float] = (1.0, 1.0, 1.0, 1.0)
    scale: float = 1.0
    heading: bool = False
    struck: bool = False
    spelled: bool = False
    bold: bool = False
    addresses: bool = False
    direction: str = "ltr"

    def directed(self, direction: str) -> Place:
        """Return the place for text whose direction is stated, itself where it is not."""
        return replace(self, direction=direction) if direction in {"ltr", "rtl"} else self

    def keeps(self, blocks: Sequence[Element]) -> bool:
        """Tell whether ``blocks`` are short enough to be kept on one page.

        They are a third of a page by estimate, so that they fit even where that is far off.
        """
        lines = self.height / _LINE_DISTANCE
        return height(blocks, self.metrics, self.width, bold=self.bold) <= lines / 3

    def narrower(self, by: float) -> Place:
        """Return the place with lines that are ``by`` em shorter."""
        return self.inside(self.width - by, bold=self.bold)

    def inside(self, width: float, *, bold: bool) -> Place:
        """Return the place of a table's cell, or of other content with lines of its own.

        :param width: in em; a line never counts as shorter than one long syllable.
        """
        return replace(self, width=max(width, _NARROWEST), bold=bold, addresses=False)


def inlines(content: Sequence[Element], place: Place) -> list[Element]:
    """Return the content of a block as pandoc is to write it, its notes included."""
    text = ast.stringify(list(content), notes=False, alt=False)
    turned = any(
        key == "dir" for e in ast.walk(content) if e["t"] == "Span" for key, _ in e["c"][0][2]
    )
    spelled = turned or needs_spelling(text, place.direction)
    return _inlines(content, replace(place, spelled=spelled))


def _inlines(content: Sequence[Element], place: Place) -> list[Element]:
    result: list[Element] = []
    for textual, group in groupby(content, lambda element: element["t"] in _TEXT):
        run = _joined(group)
        written = [part for element in run for part in _inline(element, place)]
        text = ast.stringify(run) if textual and place.spelled else ""
        if text.strip():
            place.labels.spellings.append(text)
            written = [raw_inline("#quote["), *written, raw_inline("];")]
        result.extend(written)
    return result


def _joined(run: Iterable[Element]) -> list[Element]:
    """Return ``run`` with neighbouring strings made one: marks of Typst may span them."""
    result: list[Element] = []
    for element in run:
        if result and element["t"] == result[-1]["t"] == "Str":
            result[-1] = {"t": "Str", "c": result[-1]["c"] + element["c"]}
        else:
            result.append(element)
    return result


def needs_spelling(text: str, direction: str) -> bool:
    """Tell whether a PDF gives ``text`` back wrong unless it is told what it says.

    Typst draws right-to-left text and letters with separate marks in parts and in the order in
    which they stand on the page: read back, letters are doubled and words reversed, and numbers
    and punctuation beside them change places. Every run of text in such a line gets a tag of its
    own, whose ``ActualText`` the finished file gets: Typst's inline quotation, which the template
    sets without quotation marks and which becomes a span.

    :param text: all text of a paragraph.
    :param direction: of the paragraph.
    """
    if direction == "rtl":
        return bool(text.strip())
    return any(
        bidirectional(c) in {"R", "AL"} or category(c)[0] == "M" for c in _AFTER_LATIN.findall(text)
    )


def _inline(element: Element, place: Place) -> list[Element]:
    kind = element["t"]
    content = element.get("c")
    if kind == "Str":
        return _str(str(content), place)
    if kind == "LineBreak":
        # The no-break space is not seen; without it the words on both sides are one word for
        # whoever listens, because Typst writes no space before a forced break.
        return [raw_inline("~\\ ")]
    if kind == "SoftBreak":
        return [{"t": "Space"}]
    if kind == "Code":
        assert content is not None
        code = raw_inline(f"#raw({string(content[1])});")
        return [*_anchor(content[0][0], place), code]
    if kind == "Link":
        return _link(element, place)
    if kind == "Image":
        return _image(element, place)
    if kind == "Span":
        return _span(element, place)
    if kind == "Note":
        # A note is set at the foot of the page, as body text.
        foot = replace(place, scale=1.0, heading=False, bold=False, struck=False)
        blocks = place.write(element["c"], foot)
        if blocks and blocks[0]["t"] in {"Para", "Plain"}:
            blocks[0] = {**blocks[0], "c": [raw_inline(_NOTE_GAP), *blocks[0]["c"]]}
        return [raw_inline(_NOTE_GAP), {"t": "Note", "c": blocks}]
    if kind == "Strong":
        return [{"t": "Strong", "c": _inlines(element["c"], replace(place, bold=True))}]
    if kind == "Strikeout":
        if place.struck:
            return _inlines(element["c"], place)
        return [{"t": kind, "c": _inlines(element["c"], replace(place, struck=True))}]
    if kind in ast.PLAIN_INLINES:
        return [{"t": kind, "c": _inlines(element["c"], place)}]
    if kind == "RawInline":
        return []
    return [element]


def _str(text: str, place: Place) -> list[Element]:
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


def spelled_code(source: str, place: Place) -> list[Element]:
    """Return lines of program text as inlines, each spelled out."""
    result: list[Element] = []
    for line in source.split("\n"):
        if result:
            result.append({"t": "LineBreak"})
        result.append({"t": "Code", "c": [ast.attr(), line]})
    return inlines(result, replace(place, direction="rtl"))


def _literal(text: str) -> list[Element]:
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


def _link(element: Element, place: Place) -> list[Element]:
    (identifier, _, _), content, (url, _) = element["c"]
    place.labels.links.append((url, " ".join(ast.words(content, notes=False))))
    internal = url.startswith("#")
    destination = f"label({string(url[1:])})" if internal else string(url)
    # A link may lead to a word within itself; Typst does not find that place.
    within = [a[0] for a in map(ast.attr_of, ast.walk(content)) if a]
    anchors = [part for name in (identifier, *within) for part in _anchor(name, place)]
    body = _inlines(content, place)
    # PDF has one line per text: what is struck out is not underlined too.
    if not place.struck and not any(e["t"] == "Strikeout" for e in ast.walk(content)):
        body = [raw_inline("#underline["), *body, raw_inline("];")]
    return [
        *anchors,
        raw_inline(f"#link({destination})["),
        *body,
        raw_inline("];"),
    ]


def _image(element: Element, place: Place) -> list[Element]:
    (identifier, _, _), alternative, (target, _) = element["c"]
    name = place.images.get(target, target)
    text = " ".join(ast.words(alternative))
    picture = (
        f"#picture({string(name)}, {string(text)}, {place.width:.2f}em, {place.height:.2f}em);"
    )
    if place.heading:
        # Typst cannot make a bookmark of a heading with an image that it has to measure.
        picture = f"#box(image({string(name)}, alt: {string(text)}, height: 1em));"
    return [*_anchor(identifier, place), raw_inline(picture)]


def _span(element: Element, place: Place) -> list[Element]:
    (identifier, _, pairs), content = element["c"]
    attributes = dict(pairs)
    body = _inlines(content, place.directed(attributes.get("dir", "")))
    arguments = language_arguments(attributes.get("lang", ""), attributes.get("dir", ""))
    if arguments:
        body = [raw_inline(f"#text({arguments})["), *body, raw_inline("];")]
    return [*_anchor(identifier, place), *body]


def _anchor(identifier: str, place: Place) -> list[Element]:
    label = place.labels.anchor(identifier)
    return [raw_inline(label)] if label else []

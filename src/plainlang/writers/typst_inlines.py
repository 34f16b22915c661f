"""Inlines for pandoc's Typst writer.

pandoc escapes the text. What its writer drops or gets wrong is put around the text as raw Typst:
an image with its description, the language and direction of a span, links and anchors with
labels of our own, and tags for text that a PDF would give back wrong.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby
from typing import Any
from unicodedata import bidirectional, category

from plainlang import ast
from plainlang.writers.running_text import running
from plainlang.writers.typst_labels import Expansion
from plainlang.writers.typst_place import Place
from plainlang.writers.typst_syntax import language_arguments, raw_inline, string
from plainlang.writers.typst_words import write_words

Element = dict[str, Any]

_NOTE_GAP = "#note-gap;"

#: Inlines that make a run of text.
_TEXT = frozenset({"Str", "Space", "SoftBreak", "Code"})

#: Combining marks begin here; right-to-left scripts come after them.
_AFTER_LATIN = re.compile("[\u0300-\U0010ffff]")


def inlines(content: Sequence[Element], place: Place) -> list[Element]:
    """Return the content of a block as pandoc is to write it, its notes included."""
    text = ast.stringify(list(content), notes=False, alt=False)
    turned = any(
        key == "dir" for e in ast.structures(content) if e["t"] == "Span" for key, _ in e["c"][0][2]
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
    return running(result)


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
        return write_words(str(content), place)
    if kind == "Space":
        return [element]
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


def spelled_code(source: str, place: Place) -> list[Element]:
    """Return lines of program text as inlines, each spelled out."""
    result: list[Element] = []
    for line in source.split("\n"):
        if result:
            result.append({"t": "LineBreak"})
        result.append({"t": "Code", "c": [ast.attr(), line]})
    return inlines(result, replace(place, direction="rtl"))


def _link(element: Element, place: Place) -> list[Element]:
    (identifier, _, pairs), content, (url, _) = element["c"]
    # A link back from the list of words is known by its word too: many lead to one heading.
    named = [value for key, value in pairs if key == "data-name"]
    words = " ".join(ast.words(content, notes=False))
    place.labels.links.append((url, ": ".join([words, *named])))
    internal = url.startswith("#")
    destination = f"label({string(url[1:])})" if internal else string(url)
    # A link may lead to a word within itself; Typst does not find that place.
    within = [a[0] for a in map(ast.attr_of, ast.structures(content)) if a]
    anchors = [part for name in (identifier, *within) for part in _anchor(name, place)]
    body = _inlines(content, place)
    # PDF has one line per text: what is struck out is not underlined too.
    if not place.struck and not any(e["t"] == "Strikeout" for e in ast.structures(content)):
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
    (identifier, classes, pairs), content = element["c"]
    attributes = dict(pairs)
    expansion = " ".join(attributes.get("title", "").split()) if "abbr" in classes else ""
    if expansion:
        place.labels.spellings.append(Expansion(expansion))
    body = _inlines(content, place.directed(attributes.get("dir", "")))
    arguments = language_arguments(attributes.get("lang", ""), attributes.get("dir", ""))
    if arguments:
        body = [raw_inline(f"#text({arguments})["), *body, raw_inline("];")]
    if expansion:
        body = [raw_inline("#quote["), *body, raw_inline("];")]
    return [*_anchor(identifier, place), *body]


def _anchor(identifier: str, place: Place) -> list[Element]:
    label = place.labels.anchor(identifier)
    return [raw_inline(label)] if label else []

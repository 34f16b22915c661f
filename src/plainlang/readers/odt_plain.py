"""Constructs of an ODT that pandoc leaves out, made plain or refused; see ``docx_plain``."""

from __future__ import annotations

import copy
from collections.abc import Iterator
from typing import Any

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.readers.odt_names import DRAW, FO, OFFICE, STYLE, SVG, TABLE, TEXT, texts
from plainlang.readers.shown import shown
from plainlang.readers.symbols import SYMBOL_FONT, symbols_refused

#: What pandoc's reader knows inside a paragraph; everything else only wraps text or is a field
#: whose shown value is its text.
_KNOWN = frozenset(
    TEXT + name
    for name in ("span", "a", "s", "tab", "line-break", "note", "bookmark", "bookmark-start",
                 "bookmark-end", "bookmark-ref", "reference-mark", "reference-mark-start",
                 "reference-mark-end", "reference-ref", "soft-page-break", "change",
                 "change-start", "change-end")
) | {DRAW + "frame", DRAW + "a", OFFICE + "annotation", OFFICE + "annotation-end"}  # fmt: skip
_FORM = "{urn:oasis:names:tc:opendocument:xmlns:form:1.0}"


def make_plain(body: Any, styles: list[Any], file: str) -> Iterator[Diagnostic]:
    """Give what pandoc would lose an ordinary form; yield an error for what has none."""
    yield from _symbols(body, styles, file)
    yield from _objects(body, file)
    yield from _form_labels(body, file)
    yield from _numbers(body, file)
    for ruby in list(body.iter(TEXT + "ruby-text")):
        ruby.text = f" ({ruby.text or ''})"
    for block in list(body.iter(TEXT + "p", TEXT + "h")):
        _unwrap(block)
    for name in ("number-columns-repeated", "number-rows-repeated"):
        for element in list(body.iter(TABLE + "table-cell", TABLE + "covered-table-cell",
                                      TABLE + "table-row")):  # fmt: skip
            _repeat(element, TABLE + name)


def _unwrap(block: Any) -> None:
    """Put the text of every element that pandoc does not know into its place."""
    for element in list(block.iter()):
        if element is block or not isinstance(element.tag, str) or element.tag in _KNOWN:
            continue
        parent = element.getparent()
        if parent is None or (parent is not block and parent.tag not in _KNOWN):
            continue
        if any(e.tag in _APART for e in (element, *element.iterancestors()) if e is not block):
            continue
        words = "".join(texts(element))
        for child in list(element):
            element.remove(child)
        element.tag, element.text = TEXT + "span", words
        element.attrib.clear()


_APART = frozenset({DRAW + "frame", TEXT + "note", OFFICE + "annotation", DRAW + "a"})


def _repeat(element: Any, name: str) -> None:
    number = element.attrib.pop(name, None)
    # ``odt_text.bound_repetitions`` has bounded the number.
    for _ in range(int(number or 1) - 1):
        element.addnext(copy.deepcopy(element))


def _symbols(body: Any, styles: list[Any], file: str) -> Iterator[Diagnostic]:
    fonts = {}
    for tree in styles:
        for style in tree.iter(STYLE + "style"):
            properties = style.find(STYLE + "text-properties")
            if properties is None:
                continue
            font = properties.get(STYLE + "font-name") or properties.get(FO + "font-family") or ""
            if SYMBOL_FONT.search(font):
                fonts[style.get(STYLE + "name")] = font
    for element in body.iter(TEXT + "span", TEXT + "p", TEXT + "h"):
        font = fonts.get(element.get(TEXT + "style-name"))
        words = "".join(texts(element)) if font else ""
        if font and words.strip():
            yield symbols_refused(font, words, file)


def _objects(body: Any, file: str) -> Iterator[Diagnostic]:
    for frame in body.iter(DRAW + "frame"):
        if frame.find(DRAW + "image") is not None or frame.find(DRAW + "text-box") is not None:
            continue
        said = (frame.findtext(SVG + "desc") or frame.findtext(SVG + "title") or "").strip()
        yield Diagnostic(
            Code.IMAGE_UNSUPPORTED,
            Severity.ERROR,
            "an object (a chart, a formula, a table of numbers) cannot be carried into an edition"
            + (f": “{shown(said)}”" if said else ""),
            file,
            hint="Put it in as a picture (PNG) with a description.",
        )


def _form_labels(body: Any, file: str) -> Iterator[Diagnostic]:
    labels = [
        element.get(_FORM + "label") for element in body.iter() if element.get(_FORM + "label")
    ]
    if labels:
        yield Diagnostic(
            Code.SOURCE_TEXT_LOST,
            Severity.ERROR,
            f"the words of form fields cannot be read: “{shown(' / '.join(labels))}”",
            file,
            hint="Write them as ordinary text; ☐ is a box to tick.",
        )


def _numbers(body: Any, file: str) -> Iterator[Diagnostic]:
    """Yield a warning where pandoc numbers the items of a list in another way than its author."""
    for element in body.iter(TEXT + "list", TEXT + "list-item", TEXT + "list-header"):
        other = (
            element.tag == TEXT + "list-header"
            or element.get(TEXT + "start-value") is not None
            or element.get(TEXT + "continue-list") is not None
        )
        words = " ".join("".join(texts(element)).split())
        if other and words:
            yield Diagnostic(
                Code.LIST_NUMBERS,
                Severity.WARNING,
                "the numbers of a list may not be those of the document, from "
                f"“{shown(words, 60)}”",
                file,
                hint="Compare them in the edition. Where the text speaks of a number, write it "
                "as text.",
            )

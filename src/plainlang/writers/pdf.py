"""The tagged PDF: clear print, large print or giant print, by the profile in the settings."""

from __future__ import annotations

import os
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import cache
from pathlib import Path, PurePosixPath
from typing import Any

from plainlang import ast
from plainlang.document import Asset, Document
from plainlang.engines import Engines
from plainlang.fonts import MONOSPACE, FontChoice, choose, glyphs_missing, metrics
from plainlang.writers.base import EditionSettings, PrintProfile, Written
from plainlang.writers.profiles import CLEAR_PRINT, text_area
from plainlang.writers.typst_blocks import write_blocks
from plainlang.writers.typst_finish import finish
from plainlang.writers.typst_labels import labels
from plainlang.writers.typst_measure import MONOSPACE_ADVANCE
from plainlang.writers.typst_notes import at_the_end, fit_the_foot
from plainlang.writers.typst_place import Place
from plainlang.writers.typst_prepare import connect, prepare
from plainlang.writers.typst_reshape import reshape
from plainlang.writers.typst_syntax import array, language_parts, pattern, string

Element = dict[str, Any]

#: The words that a print edition needs beside its document (gettext keys).
PAGE_WORDS = "Page {page} of {pages}"
NOTE_WORDS = "note {number}"

#: Images are never taller than this part of the text area, so that text stands beside them.
_IMAGE_HEIGHT = 0.8

#: Program text is broken within a word from this part of a line on; lists may have taken the rest.
_CODE_LINE = 0.6


#: Without ``smart``, pandoc writes quotation marks and dashes as they are, not as marks that
#: Typst would have to turn back.
_PANDOC_FORMAT = "typst-smart"


@dataclass(frozen=True, slots=True)
class Printed:
    """A document as it is printed.

    :param blocks: the Pandoc AST of what stands on the pages.
    """

    blocks: tuple[Element, ...]
    fonts: FontChoice


def printed(document: Document, settings: EditionSettings) -> Printed:
    """Return what the PDF of an assembled document will hold.

    :raises EngineError: ``GLYPH_MISSING`` if a character is in no font.
    :raises MissingProgramError: ``FONT_MISSING`` if one of plainlang's fonts is not installed.
    """
    blocks = prepare(document.blocks)
    words = "".join(map(settings.translate, (PAGE_WORDS, NOTE_WORDS, "Notes")))
    counts = Counter(f"{words}•–0123456789[]")
    for text in _texts(blocks):
        counts.update(text)
    fonts = choose(counts)
    if fonts.missing:
        raise glyphs_missing(
            fonts.missing,
            file=document.provenance.source,
            line=_line_with(fonts.missing[0], document.blocks),
        )
    width, _ = text_area(_profile(settings))
    shaped = reshape(blocks, metrics(fonts.main), width)
    if not fit_the_foot(shaped, metrics(fonts.main), width):
        foreign = settings.words_language != document.language
        language = settings.words_language if foreign else ""
        shaped = at_the_end(shaped, settings.translate, language)
    return Printed(connect(shaped), fonts)


def as_printed(document: Document, settings: EditionSettings) -> Document:
    """Return the document with the blocks that stand on paper.

    Whoever compares a PDF with its document compares it with this: wide tables have become
    blocks, italics are bold, and addresses are in ASCII. No word and no link is missing from it.
    """
    return replace(document, blocks=printed(document, settings).blocks)


def write_pdf(document: Document, settings: EditionSettings, engines: Engines) -> Written:
    """Return the tagged PDF (PDF/UA-1 and PDF/A-2a) of an assembled document.

    The same document and settings give the same bytes.

    :raises EngineError: if a character has no glyph, an image cannot be read, or an engine fails.
    :raises MissingProgramError: if pandoc, Typst or a font is not installed.
    """
    profile = _profile(settings)
    page = printed(document, settings)
    elements = list(ast.structures(list(page.blocks)))
    targets = labels(elements)
    images = _images(document, elements)
    width, height = text_area(profile)
    place = Place(
        width=width,
        height=height * _IMAGE_HEIGHT,
        metrics=metrics(page.fonts.main),
        labels=targets,
        write=write_blocks,
        images={name: asset.name for name, asset in images.items()},
        heading_sizes=profile.heading_sizes,
        direction=settings.direction,
    )
    with engines.typst.turn.here:  # pandoc takes half the memory that Typst does
        body = engines.pandoc.write(
            write_blocks(page.blocks, place),
            _PANDOC_FORMAT,
            api_version=document.api_version,
            options={"wrap_text": "none"},
        ).decode()
    source = "\n".join((_template(), _edition(document, settings, profile, page.fonts), body))
    data = engines.typst.compile(
        source, tuple(images.values()), fonts=page.fonts.folders(), timestamp=_timestamp(document)
    )
    return Written(
        finish(data, document, elements, targets),
        shaped=replace(document, blocks=page.blocks),
    )


def _profile(settings: EditionSettings) -> PrintProfile:
    return settings.profile or CLEAR_PRINT


@cache
def _template() -> str:
    return (Path(__file__).parent / "templates" / "print.typ").read_text(encoding="utf-8")


def _edition(
    document: Document, settings: EditionSettings, profile: PrintProfile, fonts: FontChoice
) -> str:
    """Return the call that gives the template its measures and the document's metadata."""
    metadata = document.metadata
    language, region = language_parts(document.language)
    words_language, words_region = language_parts(settings.words_language)
    foreign = words_language and settings.words_language != document.language
    width, _ = text_area(profile)
    values = {
        "title": string(metadata.title or document.id),
        "authors": array(map(string, metadata.authors or _publisher(document))),
        "description": string(metadata.description) if metadata.description else "none",
        "keywords": array(map(string, metadata.tags)),
        "language": string(language or "en"),
        "region": string(region) if region else "none",
        "direction": settings.direction,
        "size": f"{profile.size:g}pt",
        "fonts": array(map(string, fonts.names)),
        "monospace": array(map(string, dict.fromkeys((MONOSPACE, *fonts.names)))),
        "heading-sizes": array(f"{s * profile.size:.2f}pt" for s in profile.heading_sizes),
        "leading": f"{profile.leading:g}em",
        "spacing": f"{profile.paragraph_spacing:g}em",
        "paper": string(profile.paper),
        "margin": profile.margin,
        "page-words": pattern(settings.translate(PAGE_WORDS), {"page": "auto", "pages": "none"}),
        "note-words": pattern(
            settings.translate(NOTE_WORDS).replace(" ", "\u00a0"), {"number": "auto"}
        ),
        "code-limit": str(max(8, int(width / MONOSPACE_ADVANCE * _CODE_LINE))),
    }
    if foreign:
        shown = string(words_region) if words_region else "none"
        values["words"] = f"(lang: {string(words_language)}, region: {shown})"
    arguments = "".join(f"  {name}: {value},\n" for name, value in values.items())
    return f"#show: edition.with(\n{arguments})"


def _publisher(document: Document) -> tuple[str, ...]:
    return (document.metadata.source,) if document.metadata.source else ()


def _timestamp(document: Document) -> int:
    """Return the date that the file states: never the clock, so that builds can be compared.

    It is ``SOURCE_DATE_EPOCH`` where a build sets it, else the day of the last review, else 1970.
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH", "")
    if epoch.isdigit():
        return int(epoch)
    day = document.metadata.last_reviewed
    return int(datetime(day.year, day.month, day.day, tzinfo=UTC).timestamp()) if day else 0


def _images(document: Document, elements: Sequence[Element]) -> dict[str, Asset]:
    """Return the assets that are shown, by name, under short names that repeat between documents.

    Typst keeps a number for every file name that it has seen in a process, and has 65,535.
    """
    shown = [e["c"][2][0] for e in elements if e["t"] == "Image"]
    assets = {asset.name: asset for asset in document.assets}
    used = [assets[name] for name in dict.fromkeys(shown) if name in assets]
    return {
        asset.name: replace(asset, name=f"image-{number}{PurePosixPath(asset.name).suffix}")
        for number, asset in enumerate(used, 1)
    }


def _texts(blocks: Sequence[Element]) -> Iterator[str]:
    """Yield all text that is set: not the descriptions of images, which are only spoken."""
    stack: list[Any] = [list(blocks)]
    while stack:
        value = stack.pop()
        if isinstance(value, list):
            stack.extend(value)
        elif isinstance(value, dict):
            kind = value.get("t")
            if kind == "Str":
                yield value["c"]
            elif kind in {"Code", "CodeBlock"}:
                yield value["c"][1]
            elif kind != "Image" and "c" in value:
                stack.append(value["c"])


def _line_with(character: str, blocks: Sequence[Element]) -> int | None:
    """Return the source line of the innermost block or link that shows ``character``."""
    found: int | None = None
    for element in ast.walk(list(blocks)):
        if "line" in element and character in ast.stringify(element):
            found = element["line"]
    return found

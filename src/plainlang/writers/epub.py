"""The EPUB 3 edition.

pandoc's ``epub3`` writer cuts the text into content files, moves the notes to the file that
refers to them and turns links between the files around. Everything else in its package is made
anew: it claims accessibility features without looking, knows no writing direction, names files
instead of headings in titles, and writes the time of day, so that no two runs are the same.
"""

from __future__ import annotations

import io
import posixpath
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from lxml import etree
from markupsafe import Markup

from plainlang.ast import stringify, words
from plainlang.document import Asset, Block, Document
from plainlang.engines import Engines
from plainlang.writers.base import EditionSettings, Written
from plainlang.writers.epub_container import build_container
from plainlang.writers.epub_navigation import navigation_files
from plainlang.writers.epub_package import Chapter, package_file
from plainlang.writers.epub_pronunciation import Lexicon, lexicons
from plainlang.writers.html import PANDOC_OPTIONS, note_words
from plainlang.writers.html_attributes import keep_known_attributes, set_xml_language
from plainlang.writers.html_direction import mark_addresses, settle_direction
from plainlang.writers.html_glossary import finish_glossary
from plainlang.writers.html_notes import finish_notes
from plainlang.writers.html_outline import entries, own_identifiers
from plainlang.writers.html_prepare import prepare
from plainlang.writers.html_tables import mark_headers
from plainlang.writers.html_templates import render, stylesheet
from plainlang.writers.html_tree import MATHML, parse_body, serialize
from plainlang.writers.running_text import with_running_text

#: Words in one content file. Up to the first number a document is one file; up to the second,
#: a section of level 2 is one; beyond, a section of level 3. Reading systems lay out a whole
#: file before they show its first page; 20,000 words are 200 kB.
_WORDS_PER_FILE = (5_000, 20_000)

#: Large print guidelines (ACB, UKAAF G003) have weight in the place of slant.
_BOLD = "font-style: normal; font-weight: bold;"

#: A template for pandoc: only the text, the rest of the file is made here.
_BODY = "$body$"


@dataclass(frozen=True, slots=True)
class _Content:
    """What is taken from pandoc's package: content files in order, and images."""

    files: tuple[tuple[str, etree._Element], ...]
    images: tuple[tuple[str, bytes], ...]


def write_epub(document: Document, settings: EditionSettings, engines: Engines) -> Written:
    """Return ``document`` as an EPUB 3 publication. The same input gives the same bytes.

    With a print profile in ``settings`` the text is set larger from the start.

    :raises plainlang.exceptions.EngineError: if pandoc cannot write the document.
    """
    blocks = prepare(document.blocks)
    title = document.metadata.title or stringify(document.blocks[:1], notes=False).strip()
    package = engines.pandoc.write(
        with_running_text(blocks),
        "epub3",
        api_version=document.api_version,
        # Metadata of our own: what the source says would win over the edition's language.
        meta={
            "title": {"t": "MetaString", "c": title},
            "lang": {"t": "MetaString", "c": document.language},
        },
        template=_BODY,
        options={
            **PANDOC_OPTIONS,
            "split_level": split_level(blocks),
            "epub_title_page": False,
        },
        assets=document.assets,
    )
    content = _unpack(package)
    images, names = _images(content, document.assets)
    notes = 0
    for _, root in content.files:
        keep_known_attributes(root)
        notes += finish_notes(root, note_words(document, settings), epub=True, before=notes)
    spoken = lexicons(document)
    chapters = [
        _chapter(name, root, title, names, document, settings, spoken)
        for name, root in content.files
    ]
    css = stylesheet("epub.css")
    if settings.profile is not None:
        css += f"\nbody {{ font-size: {settings.profile.size / 12:g}em; }}\nem {{ {_BOLD} }}\n"
    navigation = navigation_files(document, settings, title, chapters)
    formulas = any("<math" in content for _, content in navigation)
    opf = package_file(document, settings, title, chapters, images, spoken, mathml_in_nav=formulas)
    return Written(
        build_container(
            [
                ("EPUB/package.opf", opf),
                *navigation,
                ("EPUB/styles/book.css", css),
                *((f"EPUB/{lexicon.path}", lexicon.markup) for lexicon in spoken),
                *((f"EPUB/{chapter.path}", chapter.markup) for chapter in chapters),
                *((f"EPUB/{image.name}", image.data) for image in images),
            ]
        )
    )


def split_level(blocks: Sequence[Block]) -> int:
    """Return the heading level (1, 2 or 3) at which the text is cut into files."""
    whole, section = 0, 0
    largest = 0
    for block in blocks:
        count = len(words(block))
        starts = block["t"] == "Header" and block["c"][0] <= 2
        section = count if starts else section + count
        whole += count
        largest = max(largest, section)
    if whole <= _WORDS_PER_FILE[0]:
        return 1
    return 2 if largest <= _WORDS_PER_FILE[1] else 3


def _unpack(package: bytes) -> _Content:
    files: list[tuple[str, etree._Element]] = []
    images: list[tuple[str, bytes]] = []
    with zipfile.ZipFile(io.BytesIO(package)) as archive:
        for name in archive.namelist():
            if name.startswith("EPUB/text/ch"):
                root = parse_body(archive.read(name).decode())
                files.append((posixpath.basename(name), root))
            elif name.startswith("EPUB/media/"):
                images.append((posixpath.basename(name), archive.read(name)))
    return _Content(tuple(sorted(files, key=lambda each: (len(each[0]), each[0]))), tuple(images))


def _images(content: _Content, assets: Sequence[Asset]) -> tuple[tuple[Asset, ...], dict[str, str]]:
    """Return the assets that the text uses and their names by the names pandoc gave them."""
    by_data = {asset.data: asset for asset in assets}
    names = {name: by_data[data].name for name, data in content.images if data in by_data}
    used = {asset.name: asset for asset in assets if asset.name in names.values()}
    return tuple(used[name] for name in sorted(used)), names


def _chapter(
    name: str,
    root: etree._Element,
    title: str,
    images: dict[str, str],
    document: Document,
    settings: EditionSettings,
    spoken: Sequence[Lexicon],
) -> Chapter:
    own_identifiers(root)
    mark_addresses(root)
    mark_headers(root)
    finish_glossary(root, epub=True)
    settle_direction(root, settings.direction)
    set_xml_language(root)
    for image in root.iter("img"):
        known = images.get(posixpath.basename(str(image.get("src"))))
        if known is not None:
            image.set("src", f"../{known}")
    path = f"text/{name}"
    headings = entries(root, path)
    return Chapter(
        path=path,
        title=headings[0].text if headings else title,
        headings=tuple(each for each in headings if not each.href.endswith("#page-notes")),
        mathml=next(root.iter(f"{{{MATHML}}}math"), None) is not None,
        markup=render(
            "chapter.xhtml",
            language=document.language,
            direction=settings.direction,
            title=headings[0].text if headings else title,
            title_language=headings[0].language if headings else "",
            lexicons=spoken,
            body=Markup(serialize(root)),
        ),
    )

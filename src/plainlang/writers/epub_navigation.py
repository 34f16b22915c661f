"""The tables of contents of an EPUB: the navigation document and, for old readers, the NCX."""

from __future__ import annotations

from collections.abc import Sequence

from markupsafe import Markup, escape

from plainlang.document import Document
from plainlang.writers.base import EditionSettings
from plainlang.writers.epub_package import Chapter, identifier
from plainlang.writers.html import foreign_words
from plainlang.writers.html_outline import Entry, depth, nested
from plainlang.writers.html_templates import render

#: Headings below this level are not in the table of contents.
_DEEPEST = 3


def navigation_files(
    document: Document, settings: EditionSettings, title: str, chapters: Sequence[Chapter]
) -> list[tuple[str, str]]:
    """Return path and text of the navigation document and of the NCX."""
    flat = [each for chapter in chapters for each in chapter.headings]
    # The title stands beside the sections and not above them: reading systems show the first
    # level only, and that would be one line.
    titles = [each for each in flat if each.level == 1]
    tree = (*titles, *nested([each for each in flat if each.level > 1], _DEEPEST))
    if not tree:
        # A navigation document needs an entry; a text without headings has one place.
        tree = (Entry(1, chapters[0].path, Markup(escape(title)), title),)
    navigation = render(
        "nav.xhtml",
        language=document.language,
        direction=settings.direction,
        entries=tree,
        start=chapters[0].path,
        words={
            "contents": settings.translate("Contents"),
            "landmarks": settings.translate("Parts of this document"),
            "start": settings.translate("Start of the text"),
        },
        words_language=foreign_words(document, settings),
    )
    ncx = render(
        "toc.ncx",
        language=document.language,
        direction=settings.direction,
        identifier=identifier(document, settings),
        title=title,
        entries=tree,
        depth=depth(tree),
    )
    return [("EPUB/nav.xhtml", navigation), ("EPUB/toc.ncx", ncx)]

"""OpenDocument text (``.odt``, ODF 1.3), read by pandoc after what it would lose was made plain.

The steps are those of :mod:`plainlang.readers.docx`.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plainlang.diagnostics import Code, Diagnostic
from plainlang.engines import Engines
from plainlang.exceptions import SourceError
from plainlang.readers.base import Parsed
from plainlang.readers.left_out import lost_text, words_left_out
from plainlang.readers.marks import resolve_marks, without_marks
from plainlang.readers.notices import page_furniture
from plainlang.readers.odt_languages import main_language, mark_languages, read_styles
from plainlang.readers.odt_names import OFFICE, STYLE, TEXT, paragraphs, remove, texts
from plainlang.readers.odt_plain import make_plain
from plainlang.readers.odt_properties import properties
from plainlang.readers.odt_text import (
    accept_changes,
    bound_repetitions,
    describe_images,
    free_text_boxes,
    remove_comments,
    remove_contents,
    remove_hidden,
    style_lists,
)
from plainlang.readers.office import carried, front, plain_math
from plainlang.readers.package import pack, parse_part, unpack, written_part

_FORMAT = "odt-auto_identifiers"
_LETTER = re.compile(r"[^\W\d_]")
_XML = ("content.xml", "styles.xml", "meta.xml")


def read_odt(data: bytes, file: str, engines: Engines, limit: int) -> Parsed:
    """Return what an ODT holds; its pictures are in ``media``.

    :param limit: bytes that the package may unpack to.
    :raises SourceError: if it is no ODT, is damaged, unsafe or too large.
    :raises EngineError: if pandoc cannot read it.
    """
    parts = unpack(data, file, limit)
    roots = {name: parse_part(parts[name], name, file) for name in _XML if name in parts}
    content = roots.get("content.xml")
    body = None if content is None else content.find(f"{OFFICE}body/{OFFICE}text")
    if body is None:
        raise SourceError(
            "this is a ZIP archive, but not an OpenDocument text",
            code=Code.SOURCE_BINARY,
            file=file,
            hint="Save the document as .odt (LibreOffice) or .docx (Word).",
        )
    trees = [roots[name] for name in ("styles.xml", "content.xml") if name in roots]
    for node in body.iter():
        if isinstance(node.tag, str):
            node.text = without_marks(node.text) if node.text else node.text
            node.tail = without_marks(node.tail) if node.tail else node.tail
    notes = [
        *accept_changes(body, file),
        *remove_comments(body, file),
        *remove_hidden(body, trees, file),
        *remove_contents(body, file),
        *free_text_boxes(body, file),
        *_page_furniture(roots.get("styles.xml"), file),
    ]
    bound_repetitions(body)
    notes += make_plain(body, trees, file)
    style_lists(body, content)
    title = _take_title(body, trees)
    expected = list(paragraphs(body))
    styles = read_styles(trees)
    values = properties(roots.get("meta.xml"))
    language = values.get("language") or main_language(body, styles)
    if language:
        mark_languages(body, styles, language)
        values["language"] = language
    describe_images(body)
    parts["content.xml"] = written_part(roots["content.xml"])
    tree = engines.pandoc.read(pack(parts), _FORMAT)
    blocks = resolve_marks(front(tree)[0])
    missing = words_left_out(expected, blocks)
    if missing:
        notes.append(lost_text(missing, file, "the document"))
    blocks, math = plain_math(blocks, file, engines)
    if title:
        values["title"] = title
    return Parsed(
        blocks=tuple(blocks),
        api_version=tuple(tree["pandoc-api-version"]),
        values=values,
        diagnostics=(*notes, *math),
        media=carried(blocks, lambda target: parts.get(target.removeprefix("./"))),
    )


def _take_title(body: Any, trees: list[Any]) -> str:
    """Remove the first paragraph with the style Title, and return its text."""
    parents = {
        style.get(STYLE + "name"): style.get(STYLE + "parent-style-name")
        for tree in trees
        for style in tree.iter(STYLE + "style")
    }
    for paragraph in body.iter(TEXT + "p", TEXT + "h"):
        name = paragraph.get(TEXT + "style-name")
        if name == "Title" or parents.get(name) == "Title":
            words = " ".join("".join(texts(paragraph)).split())
            if words and paragraph.find(".//" + TEXT + "note") is None:
                remove(paragraph)
                return words
    return ""


def _page_furniture(root: Any | None, file: str) -> Iterator[Diagnostic]:
    """Yield a message for the words of page headers and footers, which no edition repeats."""
    seen: set[str] = set()
    for kind in ("header", "footer"):
        found = [] if root is None else list(root.iter(STYLE + kind, STYLE + kind + "-first"))
        for element in found:
            words = " ".join("".join(texts(element)).split())
            if _LETTER.search(words) and words not in seen:
                seen.add(words)
                yield page_furniture(kind, words, file)

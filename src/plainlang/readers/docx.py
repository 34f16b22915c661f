"""Word documents (``.docx``, ECMA-376), read by pandoc after what it would lose was made plain.

Before pandoc: tracked changes are accepted, text boxes freed, hidden text and comments taken out,
languages marked. After it: the marks are resolved, and the words of the source are counted
against those that arrived. Every one of these steps says what it did.
"""

from __future__ import annotations

import posixpath
import re
from collections.abc import Iterator
from typing import Any

from plainlang.ast import stringify
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block
from plainlang.engines import Engines
from plainlang.exceptions import SourceError
from plainlang.readers.base import Parsed
from plainlang.readers.docx_contents import remove_contents
from plainlang.readers.docx_hidden import hidden_styles, remove_hidden
from plainlang.readers.docx_languages import main_language, mark_languages, read_styles
from plainlang.readers.docx_names import STRICT, W
from plainlang.readers.docx_numbering import words_of_lists
from plainlang.readers.docx_plain import drawn_shapes, in_symbols, make_plain, pictures_elsewhere
from plainlang.readers.docx_properties import core_properties, custom_properties
from plainlang.readers.docx_revisions import accept_revisions, comments
from plainlang.readers.docx_shapes import free_text_boxes, other_drawings
from plainlang.readers.docx_tables import complete_grids
from plainlang.readers.left_out import lost_text, words_left_out
from plainlang.readers.marks import resolve_marks, without_marks
from plainlang.readers.notices import page_furniture
from plainlang.readers.office import carried, front, plain_math
from plainlang.readers.package import pack, parse_part, unpack, written_part

_FORMAT = "docx-auto_identifiers"
_LETTER = re.compile(r"[^\W\d_]")
_DOCUMENT = "word/document.xml"
#: Parts beside the main one whose text belongs to it.
_NOTES = ("word/footnotes.xml", "word/endnotes.xml")


def read_docx(data: bytes, file: str, engines: Engines, limit: int) -> Parsed:
    """Return what a Word document holds; its pictures are in ``media``.

    :param limit: bytes that the package may unpack to.
    :raises SourceError: if it is no Word document, is damaged, unsafe or too large.
    :raises EngineError: if pandoc cannot read it.
    """
    parts = unpack(data, file, limit)
    if _DOCUMENT not in parts:
        raise SourceError(
            "this is a ZIP archive, but not a Word document",
            code=Code.SOURCE_BINARY,
            file=file,
            hint="Save the document as .docx (Word) or .odt (LibreOffice).",
        )
    parts = {
        name: _transitional(part) if name.endswith((".xml", ".rels")) else part
        for name, part in parts.items()
    }
    roots = {
        name: parse_part(part, name, file)
        for name, part in parts.items()
        if name.endswith((".xml", ".rels"))
    }
    bodies = [roots[name] for name in (_DOCUMENT, *_NOTES) if name in roots]
    notes: list[Diagnostic] = []
    hidden = hidden_styles(roots.get("word/styles.xml"))
    notes += pictures_elsewhere(
        roots[_DOCUMENT],
        roots.get("word/_rels/document.xml.rels"),
        {name.removeprefix("word/") for name in parts},
        file,
    )
    for root in bodies:
        notes += accept_revisions(root, file)
        notes += remove_hidden(root, hidden, file)
        notes += make_plain(root, file)
        notes += remove_contents(root, file)
        notes += free_text_boxes(root, file)
        notes += other_drawings(root, file)
        notes += drawn_shapes(root, file)
        complete_grids(root)
        for node in root.iter(W + "t"):
            node.text = without_marks(node.text or "")
    notes += words_of_lists(roots[_DOCUMENT], roots.get("word/numbering.xml"), file)
    notes += comments(roots.get("word/comments.xml"), file)
    notes += _page_furniture(roots, file)
    expected = [text for root in bodies for text in _paragraphs(root)]
    styles = read_styles(roots.get("word/styles.xml"))
    core = core_properties(roots.get("docProps/core.xml"))
    language = core.get("language") or main_language(bodies, styles)
    if language:
        mark_languages(bodies, styles, language)
        core["language"] = language
    for name in (_DOCUMENT, *_NOTES):
        if name in roots:
            parts[name] = written_part(roots[name])
    tree = engines.pandoc.read(pack(_without_comments(parts)), _FORMAT)
    blocks, title = front(tree)
    blocks = resolve_marks(blocks)
    missing = words_left_out(expected, blocks, title)
    if missing:
        notes.append(lost_text(missing, file, "the document"))
    blocks, math = plain_math(blocks, file, engines)
    values = core | custom_properties(roots.get("docProps/custom.xml"))
    if title:
        values["title"] = title
    elif "title" in core and (heading := _first_heading(blocks)) not in {"", core["title"]}:
        notes.append(_other_title(core["title"], heading, file))
        del values["title"]
    return Parsed(
        blocks=tuple(blocks),
        api_version=tuple(tree["pandoc-api-version"]),
        values=values,
        diagnostics=(*notes, *math),
        media=carried(blocks, lambda target: parts.get(_part(target))),
    )


def _part(target: str) -> str:
    return posixpath.normpath(posixpath.join("word", target)).lstrip("/")


def _transitional(data: bytes) -> bytes:
    """Return a part of a Strict document under the names of a Transitional one."""
    if b"purl.oclc.org/ooxml" not in data:
        return data
    for strict, name in STRICT.items():
        data = data.replace(b'"' + strict + b'"', b'"' + name.strip("{}").encode() + b'"')
    return data


def _without_comments(parts: dict[str, bytes]) -> dict[str, bytes]:
    return {name: part for name, part in parts.items() if not name.startswith("word/comments")}


def _paragraphs(root: Any) -> Iterator[str]:
    for paragraph in root.iter(W + "p"):
        nodes = paragraph.iter(W + "t", W + "tab", W + "br", W + "cr")
        # pandoc translates the letters of a symbol font into the signs that they show.
        yield "".join(
            " " if node.tag != W + "t" else "" if in_symbols(node) else node.text or ""
            for node in nodes
        )


def _page_furniture(roots: dict[str, Any], file: str) -> Iterator[Diagnostic]:
    """Yield a message for the words of page headers and footers, which no edition repeats."""
    seen: set[str] = set()
    for name in sorted(roots):
        kind = next((k for k in ("header", "footer") if name.startswith(f"word/{k}")), None)
        if kind is None:
            continue
        words = " ".join(" ".join(_paragraphs(roots[name])).split())
        if not _LETTER.search(words) or words in seen:  # a page number is no text
            continue
        seen.add(words)
        yield page_furniture(kind, words, file)


def _first_heading(blocks: tuple[Block, ...]) -> str:
    return next((stringify(b).strip() for b in blocks if b["t"] == "Header"), "")


def _other_title(title: str, heading: str, file: str) -> Diagnostic:
    return Diagnostic(
        Code.METADATA_INVALID,
        Severity.WARNING,
        f"the file's property “Title” says “{title}”, but its first heading is “{heading}”; "
        "the property is not used",
        file,
        hint="Correct it in Word (File, Info), or give the title the style “Title”.",
    )

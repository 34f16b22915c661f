"""What a finished PDF still lacks: put in afterwards, within what PDF/UA and PDF/A allow."""

from __future__ import annotations

import re
from collections import defaultdict, deque
from collections.abc import Iterator, Sequence
from io import BytesIO
from typing import TYPE_CHECKING, Any

from plainlang import ast
from plainlang.diagnostics import Code
from plainlang.document import Document
from plainlang.engines.memory import give_back
from plainlang.exceptions import EngineError
from plainlang.writers.typst_grid import grid
from plainlang.writers.typst_labels import Expansion, Labels
from plainlang.writers.typst_row_headers import refer_to_row_headers

if TYPE_CHECKING:
    import pikepdf

Element = dict[str, Any]

#: Bytes of a file that takes more than 50 MB to complete.
_LARGE = 1_000_000


def finish(data: bytes, document: Document, elements: Sequence[Element], labels: Labels) -> bytes:
    """Return the PDF that Typst made, completed.

    - a link's description is its words and its address, where Typst has the address alone;
    - text that would be read back wrong (right-to-left text) is spelled out, and abbreviations
      are expanded (``E``);
    - bookmarks have the text of the headings without that of their notes;
    - cells that name their row are tagged as headers;
    - the language is the whole BCP 47 tag;
    - rights, source and address are in the metadata (Info and XMP).

    :param elements: all that was printed, without words and spaces.
    :param labels: what was collected while it was written.
    """
    import pikepdf  # 90 ms, and not every command needs it

    with pikepdf.open(BytesIO(data)) as pdf:
        pdf.Root.Lang = pikepdf.String(document.language)
        _describe_links(pdf, labels.links)
        _spell_out(pdf, labels.spellings)
        _name_headings(pdf, elements)
        _name_rows(pdf, elements)
        _state_rights(pdf, document)
        finished = _save(pdf)
    if len(data) > _LARGE:
        del pdf  # its objects live as long as it does
        give_back()
    return finished


def _save(pdf: pikepdf.Pdf) -> bytes:
    """Return the file, its small objects packed (to a quarter of the size of a long document)."""
    import pikepdf

    out = BytesIO()
    pdf.save(out, deterministic_id=True, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return _end_streams_clearly(out.getvalue())


_OBJECT = re.compile(rb"\d+ 0 obj\n<< (?P<head>[^\n]*?/Length (?P<length>\d+)[^\n]*)>>\nstream\n")


def _end_streams_clearly(data: bytes) -> bytes:
    """Return ``data`` without streams of which a reader may miss the last byte.

    Before ``endstream`` stands a line feed. Where the stream itself ends with a carriage return,
    checkers of PDF/A take both for the end of the line and find the stream a byte too short.
    There the end of the line becomes carriage return and line feed; a space of the dictionary is
    left out for it, so that nothing behind it moves.
    """
    result = bytearray(data)
    end = data.find(b"\r\nendstream")
    while end >= 0:
        start = data.rfind(b" 0 obj\n<< ", 0, end)
        found = _OBJECT.match(data, data.rfind(b"\n", 0, start) + 1)
        if found and found.end() + int(found["length"]) == end + 1:
            head = found.start("head")
            result[head - 1 : end + 2] = data[head : end + 1] + b"\r\n"
        end = data.find(b"\r\nendstream", end + 1)
    return bytes(result)


def _elements(
    pdf: pikepdf.Pdf,
) -> Iterator[tuple[str, pikepdf.Dictionary, tuple[str, str]]]:
    """Yield type, structure element and the types of the two elements around it, in order."""
    import pikepdf

    stack: list[tuple[Any, tuple[str, str]]] = [(pdf.Root.StructTreeRoot.K, ("", ""))]
    while stack:
        node, around = stack.pop()
        if isinstance(node, pikepdf.Array):
            # Most are the numbers of marked content.
            stack += [(n, around) for n in reversed(list(node)) if not isinstance(n, int)]
        elif isinstance(node, pikepdf.Dictionary) and "/S" in node:
            kind = str(node.S)
            yield kind, node, around
            if "/K" in node:
                stack.append((node.K, (around[1], kind)))


def _annotations(link: pikepdf.Dictionary) -> list[Any]:
    import pikepdf

    children = link.get("/K")
    nodes: list[Any] = list(children) if isinstance(children, pikepdf.Array) else [children]
    found = [n for n in nodes if isinstance(n, pikepdf.Dictionary) and "/Obj" in n]
    return [n.Obj for n in found if n.Obj.get("/Subtype") == "/Link"]


def _describe_links(pdf: pikepdf.Pdf, links: Sequence[tuple[str, str]]) -> None:
    import pikepdf

    # Links of the same address by their order in the document; those within it by order alone.
    waiting: dict[str, deque[tuple[str, str]]] = defaultdict(deque)
    for target, words in links:
        waiting["#" if target.startswith("#") else target].append((target, words))
    places = pikepdf.NameTree.new(pdf)
    for kind, link, around in _elements(pdf):
        if kind != "/Link" or (around[1] == "/Lbl" and around[0] != "/LI"):
            continue  # a link between a note and its mark says where it leads
        for index, annotation in enumerate(_annotations(link)):
            uri = str(annotation.A.URI) if "/A" in annotation else "#"
            if index == 0:
                if not waiting[uri]:
                    break
                target, words = waiting[uri].popleft()
            annotation.Contents = pikepdf.String(_description(target, words))
            if uri == "#":
                # A name says more than a place on a page, to programs and in an address.
                places[target[1:]] = annotation.Dest
                annotation.Dest = pikepdf.String(target[1:])
    if len(places):
        if "/Names" not in pdf.Root:
            pdf.Root.Names = pikepdf.Dictionary()
        pdf.Root.Names.Dests = places.obj


def _description(target: str, words: str) -> str:
    shown = target.removeprefix("mailto:").removeprefix("tel:")
    return words if target.startswith("#") or shown in words else f"{words} ({shown})"


def _spell_out(pdf: pikepdf.Pdf, spellings: Sequence[str]) -> None:
    import pikepdf

    if not spellings:
        return
    tags = [node for kind, node, _ in _elements(pdf) if kind == "/Quote"]
    if len(tags) != len(spellings) and all(isinstance(each, Expansion) for each in spellings):
        tags = []  # an abbreviation is read right without its expansion
    elif len(tags) != len(spellings):
        raise EngineError(
            f"{len(spellings)} runs of text need their spelling, the PDF has {len(tags)}",
            code=Code.TYPST_FAILED,
            hint="Report this document: its text would be read aloud wrong.",
        )
    for text, tag in zip(spellings, tags, strict=bool(tags)):
        tag.S = pikepdf.Name.Span
        if isinstance(text, Expansion):
            tag.E = pikepdf.String(text)
            continue
        tag.ActualText = pikepdf.String(text)


def _name_headings(pdf: pikepdf.Pdf, elements: Sequence[Element]) -> None:
    """Take the text of notes out of bookmarks, where Typst adds it to the heading's."""
    import pikepdf

    headings = [e for e in elements if e["t"] == "Header"]
    if not any(e["t"] == "Note" for heading in headings for e in ast.structures(heading)):
        return
    titles = [" ".join(ast.words(h["c"][2], notes=False)) for h in headings]
    tags = [node for kind, node, _ in _elements(pdf) if kind[:2] == "/H" and kind[2:].isdigit()]
    for title, tag in zip(titles, tags, strict=False):
        tag.T = pikepdf.String(title)
    with pdf.open_outline() as outline:
        for title, item in zip(titles, _bookmarks(outline.root), strict=False):
            item.title = title


def _bookmarks(items: Sequence[Any]) -> Iterator[Any]:
    for item in items:
        yield item
        yield from _bookmarks(item.children)


def _name_rows(pdf: pikepdf.Pdf, elements: Sequence[Element]) -> None:
    """Tag the row headers of Pandoc's tables, which Typst cannot."""
    import pikepdf

    tables = [grid(e) for e in elements if e["t"] == "Table"]
    if not any(c.header for table in tables for row in table.body for c in row):
        return
    found = [node for kind, node, _ in _elements(pdf) if kind == "/Table"]
    for table, node in zip(tables, found, strict=False):
        parts = [part for part in node.K if str(part.S) in {"/TBody", "/TR"}]
        rows = [r for p in parts for r in (p.K if str(p.S) == "/TBody" else [p])]
        for row, tagged in zip(table.body, rows, strict=False):
            for cell, tag in zip(row, tagged.K, strict=False):
                if cell.header and str(tag.S) == "/TD":
                    tag.S = pikepdf.Name("/TH")
                    scope = "/Column" if all(c.header for c in row) else "/Row"
                    # Its attributes also say how many rows and columns it spans.
                    attributes: Any = tag.get("/A", pikepdf.Dictionary())
                    if isinstance(attributes, pikepdf.Array):
                        attributes = attributes[0]
                    attributes["/O"] = pikepdf.Name("/Table")
                    attributes["/Scope"] = pikepdf.Name(scope)
                    tag.A = attributes
    refer_to_row_headers(pdf, found)


def _state_rights(pdf: pikepdf.Pdf, document: Document) -> None:
    metadata = document.metadata
    facts = {
        "dc:rights": "; ".join(metadata.rights_statements),
        "dc:source": metadata.citation or metadata.source,
        "dc:identifier": metadata.url,
    }
    with pdf.open_metadata(set_pikepdf_as_editor=False, update_docinfo=False) as xmp:
        for key, value in facts.items():
            if value:
                xmp[key] = value
        xmp["dc:language"] = [document.language]
        if metadata.source:
            xmp["dc:publisher"] = [metadata.source]
    for name, value in (("/Rights", facts["dc:rights"]), ("/Source", metadata.url)):
        if value:
            pdf.docinfo[name] = value

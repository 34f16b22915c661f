"""The XML names of OpenDocument text (OASIS ODF 1.3 part 3), and its text."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

_ODF = "{urn:oasis:names:tc:opendocument:xmlns:%s:1.0}"
OFFICE, TEXT, STYLE, TABLE, DRAW, META = (
    _ODF % name for name in ("office", "text", "style", "table", "drawing", "meta")
)
FO = _ODF % "xsl-fo-compatible"
SVG = _ODF % "svg-compatible"
XLINK = "{http://www.w3.org/1999/xlink}"
#: Elements whose text is no part of the text around them.
APART = frozenset(
    {OFFICE + "annotation", TEXT + "note-citation", TEXT + "tracked-changes", SVG + "title",
     SVG + "desc", TEXT + "sequence-decls", OFFICE + "forms"}
)  # fmt: skip


def texts(element: Any, *, skip: frozenset[str] = APART) -> Iterator[str]:
    """Yield the text in ``element`` in its order, a space for each tab, break and block."""
    if element.tag in skip or not isinstance(element.tag, str):
        return
    if element.tag in _SPACES:
        yield " "
    yield element.text or ""
    for child in element:
        yield from texts(child, skip=skip)
        yield child.tail or ""
    if element.tag in _BLOCKS:
        yield " "


def paragraphs(body: Any) -> Iterator[str]:
    """Yield the text of each paragraph and heading, without what stands in it as a block."""
    inner = APART | _BLOCKS | {TEXT + "note", DRAW + "text-box"}
    for block in body.iter(TEXT + "p", TEXT + "h"):
        if any(parent.tag in APART for parent in block.iterancestors()):
            continue
        pieces = [block.text or ""]
        for child in block:
            pieces += texts(child, skip=inner)
            pieces.append(child.tail or "")
        yield "".join(pieces)


_SPACES = frozenset({TEXT + "s", TEXT + "tab", TEXT + "line-break"})
_BLOCKS = frozenset({TEXT + "p", TEXT + "h", TEXT + "note-body"})


def remove(element: Any) -> None:
    """Remove ``element`` and keep the text behind it."""
    parent, tail = element.getparent(), element.tail or ""
    before = element.getprevious()
    if before is not None:
        before.tail = (before.tail or "") + tail
    else:
        parent.text = (parent.text or "") + tail
    parent.remove(element)

"""What Word shows beside a text: tracked changes and comments.

The edition shows what a reader would see once every change were accepted, as Word's own "No
markup" view does. Each deletion is named with its words, because nobody settled it yet.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lxml import etree

from plainlang.diagnostics import Diagnostic
from plainlang.readers.docx_names import W, dissolve, text_of
from plainlang.readers.notices import change_accepted, comment_left_out

#: Marks that a property was changed; they hold the old property.
_FORMER = tuple(
    W + name
    for name in ("rPrChange", "pPrChange", "sectPrChange", "tblPrChange", "trPrChange",
                 "tcPrChange", "tblGridChange", "numberingChange", "tblPrExChange")
)  # fmt: skip
#: Marks that may stand between two paragraphs.
_BETWEEN = frozenset(
    W + name
    for name in ("bookmarkStart", "bookmarkEnd", "commentRangeStart", "commentRangeEnd",
                 "proofErr", "permStart", "permEnd", "moveFromRangeStart", "moveFromRangeEnd",
                 "moveToRangeStart", "moveToRangeEnd")
)  # fmt: skip
_HINT = "Accept or reject the changes in Word, so that the source says what the edition says."


def accept_revisions(root: Any, file: str) -> tuple[Diagnostic, ...]:
    """Accept every tracked change in the tree of one part, and say what that did."""
    deleted: list[str] = []
    inserted: list[str] = []
    for element in list(root.iter(*_FORMER)):
        element.getparent().remove(element)
    for row in list(root.iter(W + "tr")):
        properties = row.find(W + "trPr")
        if properties is not None and properties.find(W + "del") is not None:
            deleted.append(text_of(row))
            row.getparent().remove(row)
    for cell in list(root.iter(W + "tc")):
        if cell.find(f"{W}tcPr/{W}cellDel") is not None:
            deleted.append(text_of(cell))
            for child in [c for c in cell if c.tag != W + "tcPr"]:
                cell.remove(child)
            etree.SubElement(cell, W + "p")
    moved = " ".join(" ".join(text_of(e) for e in root.iter(W + "moveTo")).split())
    for element in list(root.iter(W + "del", W + "moveFrom")):
        if element.getparent().tag == W + "rPr":
            continue  # the mark of a paragraph, below
        words = " ".join(text_of(element).split())
        if element.tag == W + "del" or words not in moved:
            deleted.append(words)
        element.getparent().remove(element)
    _join_paragraphs(root)
    for element in list(root.iter(W + "ins", W + "moveTo")):
        if len(element) == 0 and element.getparent().tag in {W + "rPr", W + "trPr"}:
            continue
        if element.tag == W + "ins":
            inserted.append(text_of(element))
        dissolve(element)
    return tuple(_notes(deleted, inserted, file))


def _join_paragraphs(root: Any) -> None:
    """Join a paragraph whose end was deleted with the one below it."""
    for paragraph in reversed(list(root.iter(W + "p"))):
        if paragraph.find(f"{W}pPr/{W}rPr/{W}del") is None:
            continue
        following = paragraph.getnext()
        while following is not None and following.tag in _BETWEEN:
            following = following.getnext()
        if following is None or following.tag != W + "p":
            continue
        place = 1 if following.find(W + "pPr") is not None else 0
        for child in reversed([c for c in paragraph if c.tag != W + "pPr"]):
            following.insert(place, child)
        paragraph.getparent().remove(paragraph)


def comments(root: Any | None, file: str) -> tuple[Diagnostic, ...]:
    """Return a message for each comment of the part ``comments.xml``."""
    if root is None:
        return ()
    return tuple(
        comment_left_out(" ".join(text_of(comment).split()), file)
        for comment in root.iter(W + "comment")
    )


def _notes(deleted: list[str], inserted: list[str], file: str) -> Iterator[Diagnostic]:
    for words in (" ".join(text.split()) for text in deleted):
        if words:
            yield change_accepted("deletion", words, file, _HINT)
    for words in (" ".join(text.split()) for text in inserted):
        if words:
            yield change_accepted("insertion", words, file, _HINT)

"""What an ODT shows beside its text: tracked changes, comments, hidden text, tables of contents."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from plainlang.diagnostics import Diagnostic
from plainlang.readers.marks import description
from plainlang.readers.notices import (
    change_accepted,
    comment_left_out,
    contents_left_out,
    hidden_text,
    text_box_moved,
)
from plainlang.readers.odt_names import DRAW, OFFICE, STYLE, SVG, TABLE, TEXT, remove, texts

#: More repeated cells than a page has columns are an attack on the memory, or an empty margin.
MAX_REPEATED = 100
_HINT = "Accept or reject the changes, so that the source says what the edition says."


def accept_changes(root: Any, file: str) -> Iterator[Diagnostic]:
    """Take the deleted text away for good, and say which; inserted text stands in its place."""
    for region in root.iter(TEXT + "changed-region"):
        for kind in ("deletion", "insertion"):
            found = region.find(TEXT + kind)
            if found is None:
                continue
            name = region.get(TEXT + "id") or ""
            words = _inserted(root, name) if kind == "insertion" else _deleted(found)
            if words:
                yield change_accepted(kind, words, file, _HINT)
    for element in list(root.iter(TEXT + "tracked-changes")):
        remove(element)


def _deleted(deletion: Any) -> str:
    blocks = [child for child in deletion if child.tag != OFFICE + "change-info"]
    return " ".join("".join(part for block in blocks for part in texts(block)).split())


def _inserted(root: Any, name: str) -> str:
    """Return the words between the two marks of an insertion."""
    pieces: list[str] = []
    within = False
    for event in root.iter():
        if event.tag == TEXT + "change-start" and event.get(TEXT + "change-id") == name:
            within = True
        elif event.tag == TEXT + "change-end" and event.get(TEXT + "change-id") == name:
            break
        elif within and isinstance(event.tag, str):
            pieces.append(event.text or "")
        if within:
            pieces.append(event.tail or "")
    return " ".join("".join(pieces).split())


def remove_comments(root: Any, file: str) -> Iterator[Diagnostic]:
    """Remove the comments, and name them."""
    for note in list(root.iter(OFFICE + "annotation")):
        paragraphs = ("".join(texts(block)) for block in note.iter(TEXT + "p"))
        words = " ".join(" ".join(paragraphs).split())
        yield comment_left_out(words, file)
        remove(note)
    for end in list(root.iter(OFFICE + "annotation-end")):
        remove(end)


def remove_hidden(root: Any, styles: list[Any], file: str) -> Iterator[Diagnostic]:
    """Remove text that no one sees, and name it."""
    hidden = {
        style.get(STYLE + "name")
        for tree in styles
        for style in tree.iter(STYLE + "style")
        if (properties := style.find(STYLE + "text-properties")) is not None
        and properties.get(TEXT + "display") == "none"
    }
    parts = (TEXT + "p", TEXT + "h", TEXT + "span", TEXT + "section", TEXT + "hidden-paragraph")
    for element in list(root.iter(*parts)):
        if element.getparent() is None:
            continue
        if element.tag == TEXT + "hidden-paragraph":
            # A field: its paragraph is hidden while the condition holds.
            if element.get(TEXT + "is-hidden") != "true":
                continue
            element = element.getparent()
            if element.getparent() is None:
                continue
        elif (
            element.get(TEXT + "style-name") not in hidden
            and element.get(TEXT + "display") != "none"
        ):
            continue
        words = " ".join("".join(texts(element)).split())
        if words:
            yield hidden_text(words, file)
        remove(element)


def remove_contents(root: Any, file: str) -> Iterator[Diagnostic]:
    """Remove a table of contents: its page numbers are those of another paper."""
    for table in list(root.iter(TEXT + "table-of-content")):
        yield contents_left_out(file)
        remove(table)


def free_text_boxes(root: Any, file: str) -> Iterator[Diagnostic]:
    """Move the blocks of every text box behind the paragraph that holds it."""
    last: dict[Any, Any] = {}  # the last paragraph behind each anchor, so that their order stays
    for box in list(root.iter(DRAW + "text-box")):
        anchor = box.getparent()
        while anchor is not None and anchor.tag not in {TEXT + "p", TEXT + "h"}:
            anchor = anchor.getparent()
        if anchor is None or anchor.getparent() is None:
            continue
        words = " ".join("".join(texts(box)).split())
        holder = anchor.getparent()
        place = holder.index(last.get(anchor, anchor)) + 1
        children = list(box)
        for child in reversed(children):
            holder.insert(place, child)
        if children:
            last[anchor] = children[-1]
        remove(box)
        if words:
            yield text_box_moved(words, file)


def describe_images(root: Any) -> None:
    """Put the description of every picture before it, as a mark."""
    for frame in list(root.iter(DRAW + "frame")):
        if frame.find(DRAW + "image") is None:
            continue
        said = [frame.findtext(SVG + name) or "" for name in ("desc", "title")]
        mark = description(next((text for text in said if text.strip()), ""))
        if not mark:
            continue
        before = frame.getprevious()
        if before is not None:
            before.tail = (before.tail or "") + mark
        else:
            parent = frame.getparent()
            parent.text = (parent.text or "") + mark


def bound_repetitions(root: Any) -> None:
    """Bound what a number in an attribute multiplies: spaces, and empty cells and rows."""
    for element in root.iter(TEXT + "s"):
        element.attrib.pop(TEXT + "c", None)
    for name in ("number-columns-repeated", "number-rows-repeated",
                 "number-columns-spanned", "number-rows-spanned"):  # fmt: skip
        for element in root.iter(TABLE + "table-cell", TABLE + "covered-table-cell",
                                 TABLE + "table-row", TABLE + "table-column"):  # fmt: skip
            number = element.get(TABLE + name)
            if number is not None and not (number.isdigit() and 0 < int(number) <= MAX_REPEATED):
                element.set(TABLE + name, "1")


def style_lists(root: Any, content: Any) -> None:
    """Give a list without a style bullets: pandoc would number it, which no office program does."""
    from lxml import etree

    bare = [
        element
        for element in root.iter(TEXT + "list")
        if element.get(TEXT + "style-name") is None
        and not any(e.tag == TEXT + "list" for e in element.iterancestors())
    ]
    styles = content.find(OFFICE + "automatic-styles")
    if not bare:
        return
    if styles is None:
        styles = etree.Element(OFFICE + "automatic-styles")
        content.insert(0, styles)
    made = etree.SubElement(styles, TEXT + "list-style", {STYLE + "name": _BULLETS})
    for level in range(1, 11):  # ODF 1.3 part 3, 16.30: a list style has ten levels
        etree.SubElement(
            made,
            TEXT + "list-level-style-bullet",
            {TEXT + "level": str(level), TEXT + "bullet-char": "•"},
        )
    for element in bare:
        element.set(TEXT + "style-name", _BULLETS)


_BULLETS = "plainlang-bullets"

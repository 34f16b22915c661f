"""Tables: which cells are headers of what, and how a wide one is scrolled."""

from __future__ import annotations

from lxml import etree

from plainlang.writers.html_tree import HEADINGS, make, plain_text, remove


def mark_headers(root: etree._Element) -> None:
    """Give every header cell its ``scope``.

    An empty header cell becomes an ordinary one (a screen reader would announce it with every
    cell below), a head without any text goes, and so do column widths: they come from the number
    of dashes in the source and keep a table from fitting a narrow screen.
    """
    for table in root.iter("table"):
        for group in list(table.iter("colgroup")):
            remove(group)
        for head in list(table.iter("thead")):
            if not plain_text(head):
                remove(head)
        for cell in list(table.iter("th")):
            if not plain_text(cell):
                cell.tag = "td"
            elif next(cell.iterancestors("thead", "tbody", "tfoot")).tag == "thead":
                cell.set("scope", "col")
            else:
                cell.set("scope", "row")


def make_scrollable(root: etree._Element) -> None:
    """Put every table in a box that scrolls sideways, also with the keyboard.

    The box is named by the table's caption or else by the heading above it: words that are
    already in the document and in its language. It is a group and not a region, because a
    page with fifty tables would have fifty landmarks.
    """
    heading: str | None = None
    number = 0
    for element in list(root.iter()):
        if element.tag in HEADINGS:
            heading = element.get("id")
        if element.tag != "table" or next(element.iterancestors("table"), None) is not None:
            continue
        number += 1
        label = heading
        caption = element.find("caption")
        if caption is not None:
            label = f"page-table-{number}"
            caption.set("id", label)
        box = make("div", {"class": "table-scroll", "role": "group", "tabindex": "0"})
        if label:
            box.set("aria-labelledby", label)
        box.tail, element.tail = element.tail, None
        parent = element.getparent()
        assert parent is not None
        parent.replace(element, box)
        box.append(element)

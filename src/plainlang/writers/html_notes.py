"""Footnotes: one form for the HTML page and for the content files of an EPUB.

pandoc lists notes without a heading, and in an EPUB without their numbers and without a way back.
Here they are a numbered list under a heading, each note with the role ``doc-footnote`` (DPUB-ARIA
1.1) and a link back. The role stands on an element of its own, because a list item may have no
other role than that; and it is no ``aside``, because some reading systems hide those.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from plainlang.writers.html_tree import EPUB_TYPE, classes, make, remove

_ID = "page-notes"

#: pandoc's identifiers. No other element has one of them (see ``html_prepare``), while classes
#: and roles can be an author's.
_NOTE = re.compile(r"fn\d+")
_REFERENCE = re.compile(r"fnref\d+")
_BACK = re.compile(r"#fnref\d+")


@dataclass(frozen=True, slots=True)
class NoteWords:
    """The words around notes, in the language ``language`` where that is not the edition's.

    :param heading: the heading of the list.
    :param back: the name of the link back, with ``{number}`` in the place of the note's number.
    """

    heading: str
    back: str
    language: str | None


def finish_notes(root: etree._Element, words: NoteWords, *, epub: bool, before: int = 0) -> int:
    """Rebuild the list of notes that pandoc put at the end of ``root``; return their number.

    :param epub: also give the ``epub:type`` that reading systems show notes in place by.
    :param before: notes in the files before this one. pandoc counts from 1 in every file of an
        EPUB; here a note has the same number in every format.
    """
    for reference in root.iter("a"):
        if _REFERENCE.fullmatch(str(reference.get("id"))):
            _finish_reference(reference, before, epub=epub)
    count = 0
    for section in root.findall("section"):
        if section.get("id") == "footnotes":
            count += _rebuild(section, words, before, epub=epub)
    return count


def _finish_reference(reference: etree._Element, before: int, *, epub: bool) -> None:
    number = before + int(str(reference.get("id")).removeprefix("fnref"))
    reference.set("id", f"fnref{number}")
    reference.set("href", f"#fn{number}")
    reference.set("role", "doc-noteref")
    if epub:
        reference.set(EPUB_TYPE, "noteref")
    for child in list(reference):
        reference.remove(child)
    reference.text = None
    # Raised also where a reading system ignores the style sheet.
    reference.append(make("sup", text=str(number)))


def _rebuild(section: etree._Element, words: NoteWords, before: int, *, epub: bool) -> int:
    notes = [each for each in section.iter("li", "aside") if _NOTE.fullmatch(str(each.get("id")))]
    for child in list(section):
        section.remove(child)
    section.attrib.clear()
    section.set("class", "notes")
    section.set("role", "doc-endnotes")
    section.set("aria-labelledby", _ID)
    heading = make("h2", {"id": _ID})
    if words.language:
        # On a word inside, so that the heading stays on the page's own side.
        heading.append(make("span", {"lang": words.language}, words.heading))
    else:
        heading.text = words.heading
    section.append(heading)
    numbered = make("ol")
    section.append(numbered)
    for note in notes:
        numbered.append(_item(note, words, before, epub=epub))
    if epub:
        section.set(EPUB_TYPE, "endnotes")
    return len(notes)


def _item(note: etree._Element, words: NoteWords, before: int, *, epub: bool) -> etree._Element:
    number = str(before + int(str(note.get("id")).removeprefix("fn")))
    for link in list(note.iter("a")):
        if "footnote-back" in classes(link) and _BACK.fullmatch(str(link.get("href"))):
            remove(link)
    body = make("div", {"class": "note", "id": f"fn{number}", "role": "doc-footnote"}, note.text)
    if epub:
        body.set(EPUB_TYPE, "footnote")
    for child in list(note):
        body.append(child)
    back = make(
        "a",
        {
            "class": "note-back",
            "href": f"#fnref{number}",
            "role": "doc-backlink",
            "aria-label": words.back.replace("{number}", number),
        },
        "↩\ufe0e",
    )
    if words.language:
        back.set("lang", words.language)
    last = body[-1] if len(body) else None
    if last is not None and last.tag == "p":
        if len(last):
            last[-1].tail = (last[-1].tail or "") + " "
        else:
            last.text = (last.text or "") + " "
        last.append(back)
    else:
        paragraph = make("p")
        paragraph.append(back)
        body.append(paragraph)
    item = make("li", {"value": number})
    item.append(body)
    return item

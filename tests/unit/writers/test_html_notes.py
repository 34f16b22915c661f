"""Footnotes have the same form in HTML and EPUB, whatever pandoc wrote."""

from __future__ import annotations

import pytest

from plainlang.writers.html_notes import NoteWords, finish_notes
from plainlang.writers.html_tree import EPUB_TYPE, parse_body

WORDS = NoteWords("Notes", "Back to {number}", None)
REFERENCE = '<p>Text<a href="#fn7" class="footnote-ref" id="fnref7"{}>{}</a>.</p>'
HTML = REFERENCE.format(' role="doc-noteref"', "<sup>7</sup>") + (
    '<section id="footnotes" class="footnotes" role="doc-endnotes"><hr/><ol><li id="fn7"><p>A'
    ' <em>note</em>.<a href="#fnref7" class="footnote-back" role="doc-backlink">x</a></p></li></ol>'
    "</section>"
)
EPUB = REFERENCE.format(' epub:type="noteref"', "7") + (
    '<section id="footnotes" class="footnotes" epub:type="footnotes"><hr/>'
    '<aside epub:type="footnote" role="doc-footnote" id="fn7"><p>A <em>note</em>.</p></aside>'
    "</section>"
)


@pytest.mark.parametrize(("source", "epub"), [(HTML, False), (EPUB, True)])
def test_form(source: str, epub: bool) -> None:
    root = parse_body(source)
    finish_notes(root, WORDS, epub=epub)
    reference = root.find("p/a")
    assert reference.get("role") == "doc-noteref"
    assert reference.findtext("sup") == "7"
    section = root.find("section")
    assert section.get("role") == "doc-endnotes"
    assert section.find("h2").get("id") == section.get("aria-labelledby")
    (item,) = section.findall("ol/li")
    assert item.get("value") == "7", "the list must not count from 1 again in every file"
    (note,) = item
    assert (note.get("id"), note.get("role")) == ("fn7", "doc-footnote")
    assert "".join(note.itertext()).replace("↩\ufe0e", "").strip() == "A note."
    (back,) = note.findall(".//a")
    assert (back.get("href"), back.get("aria-label")) == ("#fnref7", "Back to 7")
    assert (note.get(EPUB_TYPE), reference.get(EPUB_TYPE)) == (
        ("footnote", "noteref") if epub else (None, None)
    )


def test_a_note_that_ends_with_a_list_has_its_link_back_in_a_line_of_its_own() -> None:
    root = parse_body(EPUB.replace("</p></aside>", "</p><ul><li>x</li></ul></aside>"))
    finish_notes(root, WORDS, epub=True)
    assert [e.tag for e in root.find(".//div")] == ["p", "ul", "p"]
    assert root.find(".//div/p[2]/a").get("role") == "doc-backlink"


def test_a_note_of_one_plain_line() -> None:
    root = parse_body(EPUB.replace("<p>A <em>note</em>.</p>", "Bare"))
    finish_notes(root, WORDS, epub=True)
    assert root.find(".//div").text == "Bare"


def test_without_notes_nothing_is_added() -> None:
    root = parse_body("<p>Text.</p>")
    finish_notes(root, WORDS, epub=False)
    assert [e.tag for e in root] == ["p"]


def test_numbers_go_on_from_the_file_before() -> None:
    root = parse_body(EPUB)
    assert finish_notes(root, WORDS, epub=True, before=10) == 1
    assert root.find("p/a").get("href") == "#" + root.find(".//div").get("id") == "#fn17"
    assert root.findtext("p/a/sup") == root.find(".//li").get("value") == "17"
    back = root.find(".//div//a")
    assert back.get("href") == "#" + root.find("p/a").get("id") == "#fnref17"
    assert back.get("aria-label") == "Back to 17"

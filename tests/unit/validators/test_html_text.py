"""Reading words and links back out of HTML."""

from __future__ import annotations

import pytest
from lxml import etree

from plainlang.validators.html_text import read_html

PAGE = """<!DOCTYPE html><html lang="en"><head><title>Not this</title><style>p{{}}</style></head>
<body><a class="skip-link" href="#m">Skip</a><nav><h2>Contents</h2><a href="#a">A</a></nav>
<main id="m">{}</main></body></html>"""


def read(fragment: str) -> tuple[list[str], list[str]]:
    found = read_html(PAGE.format(fragment).encode())
    return list(found.words), list(found.links)


def test_only_the_document_is_read() -> None:
    assert read("<p>One two.</p>") == (["One", "two."], [])


def test_blocks_part_words_and_inlines_do_not() -> None:
    words, _ = read(
        "<p>un<em>believ</em>able</p><ul><li>a</li><li>b<br>c</li></ul>d<table><tr><td>e<td>f"
    )
    assert words == ["unbelievable", "a", "b", "c", "d", "e", "f"]


def test_links_in_order_as_they_are_written() -> None:
    words, links = read(
        '<p><a href="https://example.org/ñ?a=1&amp;b=2">x</a><a href="#id">y</a></p>'
    )
    assert words == ["xy"]
    assert links == ["https://example.org/ñ?a=1&b=2", "#id"]


def test_a_note_stands_where_it_is_referred_to() -> None:
    words, links = read(
        '<p>Take it<a href="#fn1" role="doc-noteref"><sup>1</sup></a> now.</p>'
        '<section role="doc-endnotes"><h2>Notes</h2><ol><li><div id="fn1" role="doc-footnote">'
        '<p>With <a href="https://example.org">water</a>. <a role="doc-backlink" href="#r1">↩</a></p>'
        "</div></li></ol></section>"
    )
    assert words == ["Take", "it", "With", "water.", "now."]
    assert links == ["https://example.org"]


def test_a_note_that_nothing_refers_to_is_not_found() -> None:
    words, _ = read(
        '<section role="doc-endnotes"><div id="fn1" role="doc-footnote">lost</div></section>'
    )
    assert words == []


def test_images_are_read_by_their_description() -> None:
    assert read('<p>See <img src="x" alt="a pump">.</p>')[0] == ["See", "a", "pump."]


def test_the_caption_of_a_figure_comes_first() -> None:
    words, _ = read('<figure><img src="x" alt="pump"><figcaption>Figure</figcaption></figure>')
    assert words == ["Figure", "pump"]


def test_a_formula_is_read_as_its_source() -> None:
    math = (
        '<math xmlns="http://www.w3.org/1998/Math/MathML"><semantics><mi>x</mi>'
        '<annotation encoding="application/x-tex">x^2</annotation></semantics></math>'
    )
    assert read(f"<p>a {math} b</p>")[0] == ["a", "x^2", "b"]
    assert read(f"<p>{math.replace('annotation', 'mi')}</p>")[0] == ["xx^2"]


def test_comments_are_not_words() -> None:
    assert read("<p>a<!-- no -->b</p>")[0] == ["ab"]


def test_a_deep_page_is_read() -> None:
    assert read("<div>" * 1000 + "deep" + "</div>" * 1000)[0] == ["deep"]


def test_a_file_without_anything_in_it() -> None:
    with pytest.raises(etree.LxmlError):
        read_html(b"")

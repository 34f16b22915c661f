"""From pandoc's text to a tree and back, and what is read off the tree."""

from __future__ import annotations

import pytest

from plainlang.exceptions import EngineError
from plainlang.writers.html_attributes import keep_known_attributes
from plainlang.writers.html_direction import mark_addresses, settle_direction
from plainlang.writers.html_outline import entries, nested, own_identifiers
from plainlang.writers.html_tree import parse_body, plain_text, remove, serialize


def test_empty_elements_are_written_so_that_html_understands_them() -> None:
    assert serialize(parse_body("<p>a<br/>b</p><p></p><td/>")) == "<p>a<br/>b</p><p></p><td></td>"


def test_text_is_escaped_again() -> None:
    assert serialize(parse_body('<a href="?a=1&amp;b=%22">&lt;x&gt; &amp;</a>')) == (
        '<a href="?a=1&amp;b=%22">&lt;x&gt; &amp;</a>'
    )


def test_a_fragment_that_is_not_well_formed_is_an_error_with_its_reason() -> None:
    with pytest.raises(EngineError, match=r"not well-formed.*mismatch"):
        parse_body("<p><b></p>")


def test_removing_keeps_the_text_behind() -> None:
    root = parse_body("<p>a<b>x</b>b<i>y</i>c</p>")
    for element in list(root[0]):
        remove(element)
    assert serialize(root) == "<p>abc</p>"


def test_plain_text_has_the_words_of_images() -> None:
    root = parse_body("<h2>One<br/>two <img src='x' alt='sun'/> <em>three</em></h2>")
    assert plain_text(root) == "One two sun three"


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("https://example.org/a b", "https://example.org/a%20b"),
        ('https://example.org/"x"', "https://example.org/%22x%22"),
        ("https://example.org/ñ?q=é#ü", "https://example.org/ñ?q=é#ü"),
        ("https://example.org/a%20b", "https://example.org/a%20b"),
        ("tel:+15550100", "tel:+15550100"),
    ],
)
def test_addresses_hold_only_what_an_address_may(before: str, after: str) -> None:
    root = parse_body(f"<a href='{before}'>x</a>")
    keep_known_attributes(root)
    assert root[0].get("href") == after


def test_formulas_keep_their_attributes() -> None:
    root = parse_body(
        '<math display="inline" xmlns="http://www.w3.org/1998/Math/MathML">'
        '<mo stretchy="true">(</mo></math>'
    )
    keep_known_attributes(root)
    settle_direction(root, "rtl")
    assert root[0].get("display") == "inline"
    assert root[0][0].get("stretchy") == "true"
    assert root[0].get("dir") == "ltr"


@pytest.mark.parametrize(
    ("href", "words", "is_address"),
    [
        ("https://example.org/a/", "https://example.org/a", True),
        ("https://example.org/a", "example.org/a", True),
        ("mailto:a@example.org", "a@example.org", True),
        ("https://example.org/a", "the page", False),
        ("#a", "#a", False),
    ],
)
def test_links_that_are_their_own_text(href: str, words: str, is_address: bool) -> None:
    root = parse_body(f"<a href='{href}'>{words}</a>")
    mark_addresses(root)
    assert (root[0].get("class") == "uri") is is_address


def test_identifiers_move_from_sections_to_headings() -> None:
    root = parse_body(
        "<section id='a'><h2>A</h2></section><section id='b'><p>x</p><h2>B</h2></section>"
    )
    own_identifiers(root)
    assert root[0].get("id") is None
    assert root[0][0].get("id") == "a"
    assert root[1].get("id") == "b", "the section does not begin with the heading"


def test_outline() -> None:
    root = parse_body(
        "<h2 id='a'>A <a href='x'>l<em>i</em>nk</a><a role='doc-noteref' href='#fn1'>1</a></h2>"
        "<h4 id='b'>B</h4><h3 id='c'>C &amp; c</h3><h2 id='d' lang='es'>D</h2><h2>nameless</h2>"
    )
    tree = nested(entries(root, "f.xhtml"), 3)
    assert [(e.text, e.href, e.language) for e in tree] == [
        ("A link", "f.xhtml#a", ""),
        ("D", "f.xhtml#d", "es"),
    ]
    assert str(tree[0].label) == "A l<em>i</em>nk"
    assert [(e.text, str(e.label)) for e in tree[0].children] == [("C & c", "C &amp; c")]

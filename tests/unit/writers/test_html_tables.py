"""Tables in HTML: headers that say what they are headers of, and boxes that scroll."""

from __future__ import annotations

from lxml import etree

from plainlang.writers.html_attributes import keep_known_attributes
from plainlang.writers.html_tables import make_scrollable, mark_headers
from plainlang.writers.html_tree import parse_body, serialize

TABLE = (
    "<table><colgroup><col style='width: 10%'/></colgroup>"
    "<thead><tr><th></th><th style='text-align: right;'>Dose</th></tr></thead>"
    "<tbody><tr><th>first</th><td>2</td></tr></tbody></table>"
)


def done(fragment: str) -> etree._Element:
    root = parse_body(fragment)
    keep_known_attributes(root)
    mark_headers(root)
    make_scrollable(root)
    return root


def test_headers_have_their_scope() -> None:
    root = done(TABLE)
    assert [(e.text, e.get("scope")) for e in root.iter("th")] == [
        ("Dose", "col"),
        ("first", "row"),
    ]


def test_an_empty_header_is_an_ordinary_cell() -> None:
    assert [e.tag for e in done(TABLE).find(".//thead/tr")] == ["td", "th"]


def test_a_head_without_words_goes() -> None:
    root = done(
        "<table><thead><tr><th></th></tr></thead><tbody><tr><td>a</td></tr></tbody></table>"
    )
    assert root.find(".//thead") is None
    assert [e.text for e in root.iter("td")] == ["a"]


def test_an_image_in_a_header_is_words() -> None:
    root = done("<table><thead><tr><th><img src='x' alt='Sun'/></th></tr></thead></table>")
    assert root.find(".//th").get("scope") == "col"


def test_alignment_follows_the_direction_and_widths_go() -> None:
    text = serialize(done(TABLE))
    assert 'class="align-end"' in text
    assert "style" not in text
    assert "col>" not in text


def test_the_box_is_named_by_the_heading_above() -> None:
    root = done(f"<h2 id='one'>One</h2><p>x</p>{TABLE}tail<h3 id='two'>Two</h3>{TABLE}")
    boxes = root.findall("div")
    assert [b.get("aria-labelledby") for b in boxes] == ["one", "two"]
    assert {(b.get("tabindex"), b.get("role")) for b in boxes} == {("0", "group")}
    assert boxes[0].tail == "tail"


def test_the_box_is_named_by_its_caption() -> None:
    captioned = TABLE.replace("<table>", "<table><caption>Doses</caption>")
    root = done(f"<h2 id='one'>One</h2>{captioned}")
    assert root.find("div").get("aria-labelledby") == root.find(".//caption").get("id")


def test_a_table_in_a_table_has_no_box_of_its_own() -> None:
    root = done(f"<table><tbody><tr><td>{TABLE}</td></tr></tbody></table>")
    assert len(root.findall(".//div")) == 1

from __future__ import annotations

from plainlang.writers.html_glossary import finish_glossary
from plainlang.writers.html_tree import parse_body, serialize

PART = (
    '<section class="glossary"><h2 id="words">Words</h2><dl>'
    '<dt><dfn>graft</dfn> <span class="pronunciation">(graft)</span></dt>'
    '<dd><p><a class="term-back" href="#use-graft">Care</a></p></dd>'
    '<dt><dfn>node</dfn></dt><dd><p><a class="term-back" href="#use-node">Care</a></p></dd>'
    "</dl></section>"
)


def test_the_list_of_words_is_a_glossary() -> None:
    root = parse_body(PART)
    finish_glossary(root, epub=True)
    (section,) = root.findall("section")
    assert section.get("role") == "doc-glossary"
    assert section.get("aria-labelledby") == "words"
    assert 'epub:type="glossary"' in serialize(root)


def test_links_back_to_one_heading_have_names_of_their_own() -> None:
    root = parse_body(PART)
    finish_glossary(root, epub=False)
    names = [link.get("aria-label") for link in root.iter("a")]
    assert names == ["Care: graft", "Care: node"]
    assert {link.get("role") for link in root.iter("a")} == {"doc-backlink"}


def test_other_divisions_stay() -> None:
    root = parse_body('<div class="other"><p>x</p></div>')
    finish_glossary(root, epub=True)
    assert serialize(root) == '<div class="other"><p>x</p></div>'

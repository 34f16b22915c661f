from __future__ import annotations

import pytest
from lxml import etree

from plainlang.ast import attr, div, text
from plainlang.document import Document, Metadata, Provenance
from plainlang.writers.epub_pronunciation import lexicons, speakable


def item(term: str, said: str, language: str = "") -> list[object]:
    pairs = [("lang", language)] if language else []
    named = {"t": "Span", "c": [attr("", ["dfn"], pairs), text(term)]}
    spoken = {"t": "Span", "c": [attr("", ["pronunciation"]), text(f"({said})")]}
    return [[named, spoken], [[]]]


def document(*items: list[object], **more: str) -> Document:
    words = div([{"t": "DefinitionList", "c": list(items)}], ["glossary"])
    provenance = Provenance("a.md", "markdown", "0")
    return Document("a", "es", Metadata(**more), (words,), (1, 23, 1), provenance)


def test_a_respelling_is_made_speakable() -> None:
    assert speakable("(MUL-tih-pul my-eh-LOH-muh)") == "mul tih pul my eh loh muh"


def test_one_lexicon_per_language_with_the_title() -> None:
    made = lexicons(document(item("graft", "GRAFT", "en"), title="A & B", pronunciation="AY-bee"))
    assert [(each.path, each.language) for each in made] == [
        ("pronunciation/es.pls", "es"),
        ("pronunciation/en.pls", "en"),
    ]
    root = etree.fromstring(made[0].markup.encode())
    assert [each.text for each in root.iter("{*}grapheme", "{*}alias")] == ["A & B", "ay bee"]


@pytest.mark.parametrize("said", ["... GRAFT", "…GRAFT", "stayj … GRAFT"])
def test_a_pronunciation_with_a_gap_is_left_out(said: str) -> None:
    assert lexicons(document(item("stage I graft", said))) == ()
    assert lexicons(document(title="stage I graft", pronunciation=said)) == ()

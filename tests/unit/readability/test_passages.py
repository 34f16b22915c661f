"""Which text is scored, and what role the rest has."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from plainlang.ast import div, para, text, words
from plainlang.document import Document, Metadata, Provenance
from plainlang.readability.base import SCORED, Role
from plainlang.readability.inline_text import read_inlines
from plainlang.readability.measure import measure
from plainlang.readability.passages import passages_of

Read = Callable[..., Document]

#: Markdown, and the roles of its passages in order.
CASES = [
    ("Take it with water.", "prose"),
    ("You may feel sick, tired or weak:", "prose"),
    ("Call us:", "label"),
    ("**Before you start**", "label"),
    ("**Do not drive.**", "prose"),
    ("Yes", "fragment"),
    ("- fever\n- Call your doctor at once.", "fragment list-item"),
    ("- " + "word " * 16, "list-item"),
    ("- " + "word " * 15, "fragment"),
    ("1. Wash your hands.\n2. [Wash your hands.](https://a.example)", "list-item link-list"),
    ("[More about fever](https://a.example)", "link-list"),
    (
        "| a | b |\n|---|---|\n| Take one. | Take two. |",
        "table-cell table-cell table-cell table-cell",
    ),
    ("> Drink a lot.", "prose"),
    ("```\nx = 1\n```", "code"),
    ("Take it now.[^1]\n\n[^1]: Or later.", "prose note"),
    ("::: {.no-score}\nTake it now.\n:::", "excluded"),
    ("Take it now [or never ever]{.no-score}.", "prose excluded"),
    ("::: {lang=fr}\nPrenez-le maintenant.\n:::", "excluded"),
    ("::: {lang=en-GB}\nTake it now.\n:::", "prose"),
    ("Say [bonjour à tous]{lang=fr} to her.", "prose excluded"),
    ("::: {.disclosure}\nThe writer was paid.\n:::", "legal"),
    ("© 2024 The clinic. All rights reserved.", "legal"),
    ("Conflict of interest: the writers were paid.\n\nTake it now.", "legal prose"),
    ("## Disclaimer\n\nThis is no advice.\n\n## Use\n\nTake it.", "heading legal heading prose"),
    ("## References\n\n1. A paper.\n\n### More\n\nA book.", "heading reference heading reference"),
    ("## Referencias:\n\nUn libro.", "heading reference"),
    ("Lee A, Paz B. A trial of rest. J Rest. 2020;4(2):11-15. doi:10.1000/182", "reference"),
    ("Adapted from the atlas of the society.", "legal"),
    ("Fever\n:   A body that is too hot.\n:   hot", "label list-item fragment"),
]


def roles(document: Document) -> list[str]:
    return [passage.role.value for passage in passages_of(document)[0]]


@pytest.mark.parametrize(("source", "expected"), CASES, ids=[case[0][:30] for case in CASES])
def test_roles(read: Read, source: str, expected: str) -> None:
    assert roles(read(source)) == expected.split()


def test_the_words_of_a_link_are_read_and_its_target_is_not(read: Read) -> None:
    (passage,), _ = passages_of(read("Call [the clinic](https://clinic.example/call-us) today."))
    assert passage.text == "Call the clinic today."


def test_a_marked_name_stays_in_the_text(read: Read) -> None:
    (passage,), _ = passages_of(read("[Maria]{.name} takes it."))
    assert (passage.text, passage.names) == ("Maria takes it.", ("Maria",))


def test_the_limit_of_fragments_can_be_set(read: Read) -> None:
    document = read("- one two three four five")
    assert passages_of(document, longest_fragment=4)[0][0].role is Role.LIST_ITEM
    assert passages_of(document, longest_fragment=5)[0][0].role is Role.FRAGMENT


def test_sections_and_lines(read: Read) -> None:
    document = read("Take it.\n\n## One\n\nEat it.\n\n## Two\n\n- Drink it.\n")
    passages, headings = passages_of(document)
    scored = [(p.text, p.section, p.line) for p in passages if p.role in SCORED]
    assert scored == [("Take it.", -1, 1), ("Eat it.", 0, 5), ("Drink it.", 1, 9)]
    assert [(heading.text, heading.line) for heading in headings] == [("One", 3), ("Two", 7)]


@pytest.mark.parametrize(
    ("source", "lines"),
    [
        ("Take it. Rest  \nwell. Sleep.  \nEat it.\n\nDrink.", [1, 1, 2, 3, 5]),
        ("- Take it.\\\n  Rest *well\\\n  today*. Sleep.\n- Eat it.", [1, 2, 3, 4]),
        ("Take it.\n\n> Eat.  \n> Rest.", [1, 3, 4]),
    ],
)
def test_a_sentence_has_the_line_that_it_begins_on(
    read: Read, source: str, lines: list[int]
) -> None:
    assert [sentence.line for sentence in measure(read(source)).sentences] == lines


ODD = """Take 5 mg, e.g. at noon; see the notes [12] (Fig. 2).

lowercase beginnings are found too.

The groups differed (p < .05; 95 % CI 1.2-3.4).

“Do not stop,” she said, “unless told to.”

This one stands alone.
"""


def test_every_sentence_is_listed_in_order_as_it_is_written(read: Read) -> None:
    paragraphs = ODD.strip().split("\n\n")
    assert [sentence.text for sentence in measure(read(ODD)).sentences] == paragraphs
    for paragraph in paragraphs:
        (alone,) = measure(read(paragraph)).sentences
        assert alone.text == paragraph


def test_no_word_is_in_two_passages_or_in_none(read: Read) -> None:
    source = "\n\n".join(case[0] for case in CASES)
    document = read(source)
    found = sorted(word for p in passages_of(document)[0] for word in p.text.split())
    assert len(found) == pytest.approx(len(words(document.blocks)), abs=4)  # a mark stands alone


def test_a_document_nested_a_thousand_deep_is_read() -> None:
    blocks = [para(text("Take it."))]
    for _ in range(3000):
        blocks = [div(blocks)]
    document = Document("a", "en", Metadata(), tuple(blocks), (1, 23), Provenance("a", "", ""))
    assert roles(document) == ["prose"]


@pytest.mark.parametrize("kinds", [["Space"], ["SoftBreak", "Space"], ["LineBreak"], []])
def test_plain_paragraphs_are_read_as_others_are(kinds: list[str]) -> None:
    words = [{"t": "Str", "c": "One."}, *({"t": kind} for kind in kinds), {"t": "Str", "c": "Two"}]
    wrapped = [{"t": "Emph", "c": words}]
    assert read_inlines(words, "en") == read_inlines(wrapped, "en")
    assert read_inlines([], "en").text == ""

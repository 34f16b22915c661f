from __future__ import annotations

from datetime import date

import pytest

from plainlang.ast import attr, attr_of, div, has_class, para, stringify, text, walk, words
from plainlang.document import Block, Document, Metadata, Provenance
from plainlang.editions import assemble
from plainlang.editions.links import is_glossary_link, shown_address
from plainlang.editions.notices import OVERDUE
from plainlang.locales import Words, words_for

META = Metadata(
    title="Cilta-cel",
    pronunciation="SIL-tuh-sel",
    source="NCI",
    url="https://www.cancer.gov/x",
    citation="NCI, 2025",
    licence="public_domain",
    rights="© 2024 Someone",
    last_reviewed=date(2025, 12, 30),
    next_review=date(2026, 3, 30),
)


def link(target: str, shown: str = "here") -> Block:
    return {"t": "Link", "c": [attr(), text(shown), [target, ""]]}


def make(
    *blocks: Block, metadata: Metadata = META, language: str = "en", print_format: bool = False,
    own: Words | None = None,
) -> Document:  # fmt: skip
    document = Document(
        "d", language, metadata, blocks, (1, 23, 1), Provenance("d.md", "markdown", "")
    )
    return assemble(document, own or words_for("en"), print_format=print_format)


def part(document: Document, name: str) -> str:
    (found,) = [b for b in document.blocks if b["t"] == "Div" and has_class(b, name)]
    return stringify(found)


def test_title_first_body_then_where_it_comes_from() -> None:
    made = make(para(text("Body.")))
    assert made.blocks[0]["c"][0] == 1
    assert stringify(made.blocks[0]).strip() == "Cilta-cel"
    assert part(made, "title-block").split("\n") == [
        "How to say it",
        "SIL-tuh-sel",
        "Language",
        "English",
        "Last reviewed",
        "December 30, 2025",
        "Next review due",
        "March 30, 2026",
        "",
    ]
    about = part(made, "about")
    for expected in (
        "NCI",
        "https://www.cancer.gov/x",
        "NCI, 2025",
        "Public domain",
        "© 2024 Someone",
    ):
        assert expected in about
    assert stringify(made.blocks[2]).strip() == "Body."


def test_a_derived_title_says_so() -> None:
    made = make(para(text("x")), metadata=Metadata(title="x", title_derived=True))
    assert "taken from its text" in part(made, "title-block")
    assert [b["c"][0][1] for b in made.blocks if b["t"] == "Div"] == [["title-block"]]


def test_a_notice_stands_below_the_title() -> None:
    made = make(para(text("x")), metadata=Metadata(title="t", notice="Not medical advice."))
    assert part(made, "title-block").split("\n")[-2:] == ["Not medical advice.", ""]
    assert "Not medical" not in stringify(made.blocks[2:])


def test_what_allows_the_edition_stands_at_its_end() -> None:
    basis = Metadata(title="t", rights_basis="permission of the owner")
    assert part(make(para(text("x")), metadata=basis), "about").split("\n")[-3:] == [
        "Allowed by",
        "permission of the owner",
        "",
    ]
    spanish = make(para(text("x")), metadata=basis, language="es", own=words_for("es"))
    assert "Permitido por" in part(spanish, "about")


def test_an_overdue_review_is_said_below_the_dates() -> None:
    def block(language: str) -> str:
        document = Document(
            "d", language, META, (para(text("x")),), (1, 23, 1), Provenance("d.md", "markdown", "")
        )
        made = assemble(document, words_for(language), print_format=False, notices=(OVERDUE,))
        return part(made, "title-block")

    assert block("en").rstrip("\n").split("\n")[-2:] == [
        "March 30, 2026",
        "The date for the next review has passed. Some of this text may be out of date.",
    ]
    assert "ya pasó" in block("es")
    assert "est passée" in block("fr")
    assert "has passed" in block("de")  # in English, and marked as such


def test_a_notice_that_the_text_shows_is_not_said_twice() -> None:
    notice = div([para(text("(© 2024 Someone)"))], ["rights"])
    assert "© 2024" not in part(make(notice), "about")


def test_paper_numbers_external_links_once_and_lists_them() -> None:
    glossary = "https://www.cancer.gov/Common/PopUps/popDefinition.aspx?id=45793"
    made = make(
        para([link("https://a.org/"), *text(" x "), link("https://b.org/")]),
        para([link("https://a.org/"), link("#about-this-document", "below")]),
        para([link(glossary), link("https://c.org", "see https://c.org")]),
        para([link("mailto:me@x.org?subject=hi", "write"), link("tel:+123", "+123")]),
        print_format=True,
    )
    marks = [stringify(e) for e in walk(made.blocks) if has_class(e, "link-number")]
    assert marks == ["[1]", "[2]", "[1]"]
    assert part(made, "web-addresses").split() == ["Web", "addresses", "https://a.org/", "https://b.org/"]  # fmt: skip
    assert not any(
        has_class(e, "link-number") for e in walk(make(para([link("https://a.org/")])).blocks)
    )


@pytest.mark.parametrize("target", ["javascript:alert(1)", "JavaScript:x", "data:text/html,x", "file:///etc/passwd", "#nowhere", "page.html", "vbscript:x", ""])  # fmt: skip
def test_no_edition_links_to_what_is_unsafe_or_not_there(target: str) -> None:
    made = make(para([link(target, "words")]), metadata=Metadata(title="t"))
    assert not [e for e in walk(made.blocks) if e["t"] == "Link"]
    (span,) = [e for e in walk(made.blocks) if has_class(e, "unresolved-link")]
    assert stringify(span) == "words"
    assert ["data-href", target] in span["c"][0][2]


@pytest.mark.parametrize(
    ("target", "shown", "expected"),
    [
        ("mailto:me@x.org?subject=hi", "Write to us", "Write to us\u00a0(me@x.org)"),
        ("mailto:me%2Byou@x.org", "Write", "Write\u00a0(me+you@x.org)"),
        ("mailto:me@x.org", "me@x.org", "me@x.org"),
        ("tel:+18004226237", "Call us", "Call us\u00a0(+18004226237)"),
        ("tel:+18004226237", "1-800-4-CANCER", "1-800-4-CANCER\u00a0(+18004226237)"),
        ("tel:+1-800-422-6237", "1 (800) 422-6237", "1 (800) 422-6237"),
        ("tel:+442071234567", "020 7123 4567", "020 7123 4567"),
        ("tel:911", "Call in an emergency", "Call in an emergency\u00a0(911)"),
        ("TEL:911", "911", "911"),
    ],
)
def test_paper_shows_numbers_and_mail_addresses_in_their_place(
    target: str, shown: str, expected: str
) -> None:
    block = para([link(target, shown)])
    made = make(block, print_format=True)
    assert stringify(made.blocks[2]).strip() == expected
    assert not [b for b in made.blocks if has_class(b, "web-addresses")]
    assert stringify(make(block).blocks[2]).strip() == shown


@pytest.mark.parametrize("print_format", [False, True])
def test_a_link_without_words_shows_where_it_leads(print_format: bool) -> None:
    heading = {"t": "Header", "c": [2, attr("naps"), text("Short naps")]}
    targets = ["https://a.org/x", "mailto:me@x.org?subject=hi", "#naps"]
    made = make(heading, *(para([link(t, "")]) for t in targets), print_format=print_format)
    assert [stringify(b).strip() for b in made.blocks[3:6]] == [
        "https://a.org/x",
        "me@x.org",
        "Short naps",
    ]


def test_every_heading_has_an_identifier_and_none_stands_twice() -> None:
    heads = [{"t": "Header", "c": [2, attr(i), text(t)]} for i, t in [("a", "A"), ("a", "B"), ("", "C d"), ("", "C d"), ("title", "T"), ("", "؟"), ("about-this-document", "x")]]  # fmt: skip
    made = make(div(heads, identifier="a"))
    found = [a[0] for e in walk(made.blocks) if (a := attr_of(e)) and a[0]]
    assert len(found) == len(set(found))
    assert all(e["c"][1][0] for e in walk(made.blocks) if e["t"] == "Header")
    assert made.blocks[0]["c"][1][0] == "title-2"


def test_an_image_without_description_says_so() -> None:
    image = {"t": "Image", "c": [attr(), [], ["media/a.png", ""]]}
    made = make(para([image]))
    (found,) = [e for e in walk(made.blocks) if e["t"] == "Image"]
    assert stringify(found) == "Image without description"
    assert has_class(found, "no-description")


def test_words_of_another_language_are_marked() -> None:
    made = make(para(text("x")), language="ar", own=words_for("xx"))
    spans = [e for e in walk(made.blocks) if e["t"] == "Span" and ["lang", "en"] in e["c"][0][2]]
    assert "Language" in [stringify(s) for s in spans]
    assert all(["dir", "ltr"] in s["c"][0][2] for s in spans)
    assert "30 ديسمبر 2025" in stringify(made.blocks[1])


def test_words_are_never_lost_by_assembly() -> None:
    body = [para([*text("one "), link("javascript:x", "two")]), div([para(text("three"))])]
    assert " ".join(["one", "two", "three"]) in " ".join(words(make(*body).blocks))


def test_dictionary_links_are_known_in_every_form_seen() -> None:
    assert is_glossary_link(
        "https://www.cancer.gov/Common/PopUps/popDefinition.aspx?id=CDR0000045793"
    )
    assert is_glossary_link("/publications/dictionaries/cancer-terms/def/stage")
    assert is_glossary_link("/espanol/publicaciones/diccionarios/diccionario-cancer/def/etapa")
    assert not is_glossary_link(
        "https://www.cancer.gov/publications/dictionaries/cancer-drug/def/792630"
    )
    assert shown_address("tel:+1") == "+1"

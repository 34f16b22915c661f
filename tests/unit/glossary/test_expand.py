from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests.unit.glossary.terms import (
    GLOSSARY,
    document,
    explained,
    header,
    link,
    paragraph,
    resolve,
    shown,
    without_explanations,
)

from plainlang.ast import Element, attr, has_class, stringify, structures, text
from plainlang.diagnostics import Code
from plainlang.glossary.expand import expand
from plainlang.glossary.expansion import ExpansionSettings
from plainlang.locales import words_for

GLOSS = "healthy tissue that is moved to another place"


def spans(value: Any, name: str) -> list[Element]:
    return [e for e in structures(value) if e["t"] == "Span" and has_class(e, name)]


def test_a_gloss_follows_its_term_in_brackets() -> None:
    assert shown("You get a ", link("graft", "graft"), ", and rest.") == (
        f"You get a graft ({GLOSS}), and rest."
    )


def test_bold_stays_around_the_term_only() -> None:
    strong = {"t": "Strong", "c": [link("graft", "graft"), *text(" of skin")]}
    block = explained(paragraph("A ", strong, ".")).document.blocks[0]
    gloss = spans(block, "gloss")[0]
    assert stringify(block).strip() == f"A graft ({GLOSS}) of skin."
    bold = [e for e in structures(block) if e["t"] == "Strong"]
    assert [stringify(e) for e in bold] == ["graft", "of skin"]
    assert not any(gloss in structures(e) for e in bold)


def test_the_link_is_kept_and_its_term_marked() -> None:
    block = explained(paragraph("A ", link("graft", "graft"), ".")).document.blocks[0]
    (term,) = spans(block, "term")
    assert term["c"][0][2] == [["data-term", "samples:graft"]]
    assert term["c"][1][0]["c"][2][0] == "https://terms.example/graft"


def test_a_plural_outside_of_the_link_belongs_to_the_term() -> None:
    assert shown("Some ", link("graft", "graft"), "s heal.") == f"Some grafts ({GLOSS}) heal."


def test_a_definition_with_brackets_stands_between_dashes() -> None:
    gloss = "a small organ (the size of a bean) that filters lymph"
    assert shown("Each ", link("lymph node", "node"), " is big.") == (
        f"Each lymph node – {gloss} – is big."
    )
    assert shown("See a ", link("lymph node", "node"), ".") == f"See a lymph node – {gloss}."


def test_dashes_part_no_word_from_the_one_it_belongs_to() -> None:
    node = link("lymph node", "node")
    gloss = "a small organ, the size of a bean, that filters lymph"
    assert shown("The ", node, " samples heal.") == f"The lymph node ({gloss}) samples heal."
    assert shown("It (a ", node, " sample) heals.") == "It (a lymph node sample) heals."
    graft = link("graft", "graft")
    assert shown("It (a ", graft, " in skin) heals.") == f"It (a graft – {GLOSS} – in skin) heals."


@pytest.mark.parametrize(("after", "count"), [(" enzymes.", 0), (".", 1), (" in them.", 1)])
def test_no_verb_is_parted_from_its_object(after: str, count: int) -> None:
    block = explained(paragraph("They ", link("knit", "knit"), after)).document.blocks[0]
    assert len(spans(block, "gloss")) == count


def test_no_brackets_stand_in_brackets() -> None:
    assert shown("Skin (with a ", link("graft", "graft"), ") heals.") == (
        f"Skin (with a graft – {GLOSS}) heals."
    )


def test_a_gloss_joins_the_bracket_of_an_abbreviation() -> None:
    assert shown("A ", link("graft", "graft"), " (GR), too.") == f"A graft (GR; {GLOSS}), too."


@pytest.mark.parametrize(
    "after",
    [
        ", a piece of skin,",
        " (a piece of skin)",
        " is a piece of skin",
        ", which means skin,",
        ", or skin,",
    ],
)
def test_what_the_text_explains_itself_gets_no_gloss(after: str) -> None:
    assert "healthy" not in shown("A ", link("graft", "graft"), f"{after} and so on.")


@pytest.mark.parametrize(
    "after", [" or bone heals.", ", or that grew again.", ", or bone and whatever else grew there."]
)
def test_another_thing_explains_nothing(after: str) -> None:
    assert GLOSS in shown("A ", link("graft", "graft"), after)


@pytest.mark.parametrize(
    "around", [("skin-", " here"), ("skin/", " x"), ("a ", "-free diet"), ("Royal ", " House")]
)
def test_compounds_and_names_are_not_divided(around: tuple[str, str]) -> None:
    term = "Graft" if around[0] == "Royal " else "graft"
    assert "healthy" not in shown(f"x {around[0]}", link(term, "graft"), around[1])


def test_a_term_is_explained_once_a_section() -> None:
    one = paragraph(link("graft", "graft"), " and ", link("grafts", "graft"))
    blocks = explained(header("One"), one, one, header("Two"), one).document.blocks
    assert [len(spans(block, "gloss")) for block in blocks] == [0, 1, 0, 0, 1]


def test_the_first_place_that_fits_is_taken() -> None:
    result = shown("No skin-", link("graft", "graft"), " but a ", link("graft", "graft"), ".")
    assert result == f"No skin-graft but a graft ({GLOSS})."


def quoted(content: list[Element]) -> Element:
    return {"t": "Para", "c": [{"t": "Quoted", "c": [{"t": "DoubleQuote"}, content]}]}


@pytest.mark.parametrize(
    "block",
    [
        {"t": "Header", "c": [2, attr("h"), [link("graft", "graft")]]},
        {"t": "BlockQuote", "c": [paragraph("A ", link("graft", "graft"), ".")]},
        quoted([link("graft", "graft")]),
        {"t": "Div", "c": [attr("", ["legal"]), [paragraph(link("graft", "graft"))]]},
        {"t": "Div", "c": [attr("", ["link-list"]), [paragraph(link("graft", "graft"))]]},
        {
            "t": "Para",
            "c": [{"t": "Span", "c": [attr("", ["no-gloss"]), [link("graft", "graft")]]}],
        },
        paragraph("They said “take a ", link("graft", "graft"), " now” to us."),
    ],
)
def test_nothing_is_put_into_titles_quotations_and_legal_parts(block: Element) -> None:
    result = explained(block, modes="inline+note+appendix")
    assert not spans(result.document.blocks[0], "gloss")
    assert not spans(result.document.blocks[0], "term")
    assert [term.entry.id for term in result.terms] == ["graft"]


def test_an_author_can_mark_a_term_and_forbid_a_gloss() -> None:
    mark = {"t": "Span", "c": [attr("", ["term"]), text("Lymph nodes")]}
    assert "a small organ" in shown(mark, " swell.")
    kept_out = {"t": "Div", "c": [attr("", ["no-gloss"]), [paragraph(link("graft", "graft"))]]}
    assert explained(kept_out).document.blocks == (kept_out,)


def test_a_note_has_what_is_too_long_for_the_text() -> None:
    block = explained(paragraph(link("plasma", "long"), "."), modes="inline+note").document.blocks[
        0
    ]
    assert stringify(block, notes=False).strip() == "plasma."
    (note,) = [e for e in structures(block) if e["t"] == "Note"]
    assert stringify(note).strip().startswith("The clear part of the blood")


def test_the_list_has_each_term_once_and_those_of_its_definitions() -> None:
    one = paragraph(link("plasma", "long"), " and ", link("grafts", "graft"))
    blocks = explained(header("One"), one, one, modes="appendix").document.blocks
    listed = stringify(blocks[-1])
    for term in ("plasma", "graft", "lymph node (limf nohd)", "loop", "turn"):
        assert listed.count(f"\n{term}\n") == 1, term
    assert listed.index("\ngraft\n") < listed.index("\nloop\n") < listed.index("\nplasma\n")
    assert "Used in: One" in listed
    assert "Used in the meaning of: plasma" in listed


def test_links_back_lead_to_uses() -> None:
    blocks = explained(header("One"), paragraph(link("graft", "graft")), modes="appendix")
    *body, listed = blocks.document.blocks
    identifiers = {span["c"][0][0] for span in spans(body, "term")}
    targets = {
        e["c"][2][0] for e in structures(listed) if e["t"] == "Link" and has_class(e, "term-back")
    }
    assert targets == {f"#{identifier}" for identifier in identifiers}


def test_a_definition_in_another_language_says_so() -> None:
    result = explained(paragraph("Un ", link("graft", "graft")), language="es")
    (gloss,) = spans(result.document.blocks, "gloss")
    (inner,) = [e for e in structures(gloss["c"][1]) if e["t"] == "Span"]
    assert dict(inner["c"][0][2]) == {"lang": "en", "dir": "ltr"}
    assert [d.code for d in result.diagnostics] == [Code.TERM_OTHER_LANGUAGE]


@pytest.mark.parametrize(
    ("identifier", "code"),
    [
        ("nothing", Code.TERM_UNKNOWN),
        ("self", Code.TERM_SELF_DEFINED),
        ("empty", Code.TERM_EMPTY),
        ("loop", Code.TERM_CYCLE),
    ],
)
def test_trouble_is_reported_once_and_the_link_stays(identifier: str, code: Code) -> None:
    uses = [{**paragraph("A ", link("word", identifier)), "line": line} for line in (3, 9)]
    result = explained(*uses, modes="inline+appendix")
    (found,) = [d for d in result.diagnostics if d.code is code]
    if code is not Code.TERM_CYCLE:
        assert found.line == 3
        assert "lines 3, 9" in found.message
    targets = [e["c"][2][0] for e in structures(result.document.blocks[:2]) if e["t"] == "Link"]
    assert targets == [f"https://terms.example/{identifier}"] * 2


def test_unlinked_terms_are_explained_where_that_is_asked_for() -> None:
    text_only = "The Lymph nodes swell. Lymph nodes again."
    assert shown(text_only) == text_only
    assert shown(text_only, unlinked=True).count("a small organ") == 1


def test_a_second_expansion_changes_nothing() -> None:
    first = explained(paragraph("A ", link("graft", "graft"), "."), modes="inline+appendix")
    settings = ExpansionSettings(resolve)
    again = expand(first.document, GLOSSARY, settings, words_for("en"))
    assert again.document == first.document


def test_ninety_sections_do_not_blow_a_page_up() -> None:
    blocks = [
        block for _ in range(90) for block in (header("Same"), paragraph(link("graft", "graft")))
    ]
    result = explained(*blocks, modes="inline+appendix").document.blocks
    assert len(spans(result, "gloss")) < 90
    assert sum("term-back" in str(e["c"][0]) for e in structures(result) if e["t"] == "Link") <= 3


WORDS = st.sampled_from(
    ["a", "heals", "(", "so)", "“yes", "no”", ",", "GR", "lymph node", "Plasma."]
)
LINKS = st.sampled_from(["graft", "node", "long", "loop", "self", "missing"])


@st.composite
def inline_lists(draw: st.DrawFn, depth: int = 2) -> list[Element]:
    result: list[Element] = []
    for _ in range(draw(st.integers(1, 5))):
        kind = draw(st.sampled_from(["text", "link", "Strong", "Emph", "Span", "Quoted", "Note"]))
        if kind == "text" or (depth == 0 and kind != "link"):
            result += text(draw(WORDS))
        elif kind == "link":
            result.append(link(draw(st.sampled_from(["word", "Word x", "w."])), draw(LINKS)))
        elif kind == "Span":
            classes = draw(st.sampled_from([[], ["term"], ["no-gloss"]]))
            result.append({"t": kind, "c": [attr("", classes), draw(inline_lists(depth - 1))]})
        elif kind == "Quoted":
            result.append({"t": kind, "c": [{"t": "DoubleQuote"}, draw(inline_lists(depth - 1))]})
        elif kind == "Note":
            result.append({"t": kind, "c": [paragraph(*draw(inline_lists(0)))]})
        else:
            result.append({"t": kind, "c": draw(inline_lists(depth - 1))})
        if draw(st.booleans()):
            result.append({"t": "Space"})
    return result


@given(
    st.lists(
        st.one_of(inline_lists().map(lambda i: paragraph(*i)), st.just(header("Part"))), max_size=6
    ),
    st.sampled_from(["inline", "note", "appendix", "inline+note+appendix"]),
    st.booleans(),
)
def test_no_word_is_lost_and_no_term_explained_twice(
    blocks: list[Element], modes: str, unlinked: bool
) -> None:
    before = document(*blocks)
    after = explained(*blocks, modes=modes, unlinked=unlinked).document
    assert stringify(without_explanations(after.blocks)) == stringify(before.blocks)
    section: list[str] = []
    for element in structures(after.blocks):
        if element["t"] == "Header":
            section = []
        elif element["t"] == "Span" and has_class(element, "gloss"):
            key = dict(element["c"][0][2])["data-term"]
            assert key not in section
            section.append(key)
    identifiers = [e["c"][0][0] for e in structures(after.blocks) if e["t"] == "Span"]
    given_out = [identifier for identifier in identifiers if identifier]
    assert len(given_out) == len(set(given_out))

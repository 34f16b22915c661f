"""For any document: extract, then apply with msgstr = msgid, is the identity."""

from __future__ import annotations

from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st
from segment_documents import document, normal

from plainlang.ast import attr
from plainlang.catalogs.apply import apply
from plainlang.catalogs.extract import extract
from plainlang.catalogs.text_form import TextFormError, parse, write

CHARACTERS = st.sampled_from(list("ab*[]<>\\/gx123#()|: \u00a0\t\n{}u_.,é中ع\u202e"))
STR = st.text(CHARACTERS, max_size=6).map(lambda c: {"t": "Str", "c": c})
FLAT = st.one_of(
    STR,
    st.sampled_from([{"t": "Space"}, {"t": "SoftBreak"}, {"t": "LineBreak"}]),
    st.just({"t": "Code", "c": [attr(), "a*"]}),
    st.just({"t": "Math", "c": [{"t": "InlineMath"}, "x"]}),
)
ATTR = st.builds(
    lambda i, c, p: attr(i, c, p),
    st.sampled_from(["", "i"]),
    st.lists(st.sampled_from(["c", "localize", "notranslate"]), max_size=1),
    st.lists(st.sampled_from([("lang", "en"), ("lang", "es"), ("context", "k")]), max_size=1),
)


def _nested(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    many = st.lists(children, max_size=4)
    plain = ["Emph", "Strong", "Underline", "Strikeout", "Superscript", "Subscript", "SmallCaps"]
    target = st.tuples(st.sampled_from(["", "u", "#i"]), st.sampled_from(["", "Tip *x*"])).map(list)
    return st.one_of(
        st.builds(lambda t, c: {"t": t, "c": c}, st.sampled_from(plain), many),
        st.builds(lambda a, c: {"t": "Span", "c": [a, c]}, ATTR, many),
        st.builds(lambda c: {"t": "Quoted", "c": [{"t": "DoubleQuote"}, c]}, many),
        st.builds(lambda c: {"t": "Cite", "c": [[], c]}, many),
        st.builds(
            lambda t, a, c, u: {"t": t, "c": [a, c, u]},
            st.sampled_from(["Link", "Image"]), ATTR, many, target,
        ),
        st.builds(lambda c: {"t": "Note", "c": [{"t": "Para", "c": c}]}, many),
    )  # fmt: skip


INLINES = st.lists(st.recursive(FLAT, _nested, max_leaves=10), max_size=5)
LEAF = st.one_of(
    st.builds(lambda t, c: {"t": t, "c": c}, st.sampled_from(["Para", "Plain"]), INLINES),
    st.builds(lambda n, a, c: {"t": "Header", "c": [n, a, c]}, st.integers(1, 6), ATTR, INLINES),
    st.builds(lambda c: {"t": "LineBlock", "c": c}, st.lists(INLINES, max_size=3)),
    st.just({"t": "HorizontalRule"}),
    st.just({"t": "CodeBlock", "c": [attr(), "code"]}),
)


def _table(caption: Any, blocks: Any) -> Any:
    cell = [attr(), {"t": "AlignDefault"}, 1, 1, blocks]
    rows = [[attr(), [cell]]]
    columns = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]]
    body = [attr(), 0, rows, rows]
    return {
        "t": "Table",
        "c": [attr(), [caption, blocks], columns, [attr(), rows], [body], [attr(), rows]],
    }


def _containers(children: st.SearchStrategy[Any]) -> st.SearchStrategy[Any]:
    many = st.lists(children, max_size=3)
    style = [1, {"t": "Decimal"}, {"t": "Period"}]
    return st.one_of(
        st.builds(lambda b: {"t": "BlockQuote", "c": b}, many),
        st.builds(lambda b: {"t": "BulletList", "c": [b, b]}, many),
        st.builds(lambda b: {"t": "OrderedList", "c": [style, [b]]}, many),
        st.builds(lambda i, b: {"t": "DefinitionList", "c": [[i, [b, b]]]}, INLINES, many),
        st.builds(lambda a, b: {"t": "Div", "c": [a, b]}, ATTR, many),
        st.builds(lambda i, b: {"t": "Figure", "c": [attr(), [i, b], b]}, INLINES, many),
        st.builds(_table, st.none() | INLINES, many),
    )


BLOCKS = st.lists(st.recursive(LEAF, _containers, max_leaves=6), max_size=4)


@settings(max_examples=150, deadline=None)
@given(INLINES)
def test_inlines_come_back(inlines: list[Any]) -> None:
    written = write(inlines)
    read = parse(written.text, written)
    assert normal(read) == normal(inlines)
    assert write(read).text == written.text


@settings(max_examples=150, deadline=None)
@given(BLOCKS)
def test_extract_then_apply_is_the_identity(blocks: list[Any]) -> None:
    source = document(blocks)
    before = repr(blocks)
    applied = apply(source, {(s.context, s.text): s.text for s in extract(source)}, "en")
    assert normal(applied.document.blocks) == normal(blocks)
    assert not applied.diagnostics
    assert not applied.untranslated
    assert repr(blocks) == before


@settings(max_examples=150, deadline=None)
@given(st.text(CHARACTERS, max_size=20), INLINES)
def test_any_translation_is_taken_whole_or_refused(msgstr: str, inlines: list[Any]) -> None:
    try:
        parse(msgstr, write(inlines))
    except TextFormError as error:
        assert 1 <= error.column <= len(msgstr) + 1

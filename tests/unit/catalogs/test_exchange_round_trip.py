"""Through each format and back, nothing is lost."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.exchange import FORMATS
from plainlang.catalogs.exchange.base import forms

HEADER = Message("", "Language: es\n")

#: Pieces that formats have trouble with, beside any character there is.
AWKWARD = st.sampled_from(
    r"** * [ ](#1) <g2> </g2> <x3/> \* \ < & ]]> =1+1 + - @ ' '= = " " ; , العربية 中文".split()
).flatmap(
    lambda piece: st.sampled_from(
        [piece, "\r\n", "\r", "\n", "\t", "  ", "\x00", "\x01", "\x1f", "\x7f", "\x85", "\ufffe"]
    )
) | st.sampled_from("\uffff\u2028\ufeff\u2067\U0001f600\"'")
TEXT = st.lists(st.one_of(AWKWARD, st.text(max_size=5)), max_size=6).map("".join)
SOME = TEXT.filter(bool)
LINES = st.lists(TEXT, max_size=3).map(tuple)
MAYBE = st.none() | TEXT


@st.composite
def messages(draw: st.DrawFn) -> Message:
    fuzzy = draw(st.sampled_from([(), ("fuzzy",), ("fuzzy", "c-format"), ("no-wrap", "fuzzy")]))
    message = Message(
        msgid=draw(SOME),
        context=draw(MAYBE),
        comments=draw(LINES),
        extracted=draw(LINES),
        references=draw(LINES),
        flags=fuzzy,
        previous_context=draw(MAYBE),
        previous=draw(MAYBE),
        previous_plural=draw(MAYBE),
        obsolete=draw(st.booleans()),
    )
    if draw(st.booleans()):
        return replace(message, msgstr=draw(TEXT))
    plurals = tuple(draw(st.lists(TEXT, max_size=4)))
    first = plurals[0] if plurals else ""
    return replace(message, plural=draw(TEXT), plurals=plurals, msgstr=first)


@pytest.mark.parametrize("name", FORMATS)
@given(data=st.data())
@settings(max_examples=120, deadline=None)
def test_messages_come_back_equal(name: str, data: st.DataObject) -> None:
    given_messages = tuple(data.draw(st.lists(messages(), max_size=4)))
    form = FORMATS[name]
    written = form.write(Catalog(HEADER, given_messages), "en", "es")
    back = form.read(written, file="x", language="es")
    assert back.messages == given_messages
    assert back.source_language == "en"
    if name != "tmx" or any(f.target for f in forms(given_messages)):
        assert back.language == "es"
    # What was read and is written again is the same file.
    assert form.write(Catalog(HEADER, back.messages), "en", "es") == written


@pytest.mark.parametrize("name", FORMATS)
def test_review_comes_back(name: str) -> None:
    one, two = Message("One.", "Uno."), Message("Two.", "Dos.", context="title")
    form = FORMATS[name]
    written = form.write(Catalog(HEADER, (one, two)), "en", "es", reviewed={two.key})
    assert form.read(written).reviewed == {two.key}


@pytest.mark.parametrize("name", FORMATS)
def test_ids_are_stable(name: str) -> None:
    one, two = Message("One.", "Uno."), Message("Two.", "Dos.")
    form = FORMATS[name]
    alone = form.write(Catalog(HEADER, (two,)), "en", "es").decode()
    both = form.write(Catalog(HEADER, (one, replace(two, msgstr="2"))), "en", "es").decode()
    (form_id,) = (f.id for f in forms((two,)))
    assert form_id in alone
    assert form_id in both


def test_one_text_in_two_contexts_has_two_ids() -> None:
    same = (
        Message("A"),
        Message("A", context=""),
        Message("A", context="t"),
        Message("A", obsolete=True),
    )
    assert len({form.id for form in forms(same)}) == 4

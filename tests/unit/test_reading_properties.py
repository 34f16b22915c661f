"""For any source: an error that says what to do, or a document that has every word of it."""

from __future__ import annotations

import itertools
import re

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainlang import encoding
from plainlang.ast import stringify, walk
from plainlang.cleanup import clean
from plainlang.document import Provenance
from plainlang.engines import Engines
from plainlang.exceptions import PlainlangError
from plainlang.readers import Reading, read_document

#: Stands for a word; each becomes another one, so that it can be looked for.
W = "§"
#: Marks of Markdown and HTML that may stand anywhere between words, closed or not.
NOISE = st.sampled_from(
    """* ** _ ` `` ~~ ~ ^ [ ] ( ) ![ ]( < > </ <b> </b> <p> </p> <br> <div> </div> <li> <td> & &amp;
    &nbsp; &#5; \\ | {{ }} {% %} #x ## - + 1. 1) : :: ::: --- === $ $$ {.c} {#i} [^1] [^n]: <!-- -->
    https://e.org <https://e.org> a@e.org 10^9 H~2~O 5*mg* !! @x @[x] " ' “ ” … \u00a0 \u200b \u00ad
    \u202e \u2066 ﷐ 😀 é خذ 10 睡眠 \x0b \x0c \x1b <script> <style> <table> <svg> <math>""".split()
)  # fmt: skip
PIECE = st.just(W) | st.just(W) | NOISE | st.text(min_size=1, max_size=4)
LINE = st.lists(PIECE, min_size=1, max_size=8).map(" ".join)
WORDS = st.lists(st.just(W), min_size=1, max_size=4).map(" ".join)
#: A line that holds words and inline constructs as authors write them.
SPAN = st.one_of(
    WORDS,
    WORDS.map(lambda w: f"*{w}*"),
    WORDS.map(lambda w: f"**{w}**"),
    WORDS.map(lambda w: f"`{w}`"),
    WORDS.map(lambda w: f"[{w}](https://example.org/)"),
    WORDS.map(lambda w: f"[{w}](#nowhere)"),
    WORDS.map(lambda w: f"[{w}](javascript:x)"),
    WORDS.map(lambda w: f"![{w}](x.png)"),
    WORDS.map(lambda w: f"<span lang=es>{w}</span>"),
    WORDS.map(lambda w: f"<u>{w}"),
    WORDS.map(lambda w: f"<iframe>{w}</iframe>"),
    WORDS.map(lambda w: f"{w}^[{w}]"),
    WORDS.map(lambda w: f"[{w}]{{.aside}}"),
)
TEXT = st.lists(SPAN, min_size=1, max_size=3).map(" ".join)


def indented(text: str, first: str, other: str) -> str:
    lines = text.split("\n")
    return "\n".join([first + lines[0], *(other + line if line else line for line in lines[1:])])


def blocks(inner: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.one_of(
        st.lists(inner, min_size=1, max_size=3).map("\n\n".join),
        inner.map(lambda t: indented(t, "- ", "  ")),
        inner.map(lambda t: indented(t, "3. ", "   ")),
        inner.map(lambda t: indented(t, "> ", "> ")),
        inner.map(lambda t: f"<div>\n\n{t}\n\n</div>"),
        inner.map(lambda t: f"::: note\n{t}\n:::"),
        inner.map(lambda t: f"<details><summary>{W}</summary>\n\n{t}\n\n</details>"),
    )


LEAF = st.one_of(
    TEXT,
    TEXT.map(lambda t: f"# {t}"),
    TEXT.map(lambda t: f"#### {t} ####"),
    TEXT.map(lambda t: f"{t}\n==="),
    WORDS.map(lambda t: f"```\n{t}\n```"),
    WORDS.map(lambda t: f"    {t}"),
    st.tuples(WORDS, WORDS).map(lambda t: f"| {t[0]} | {t[1]} |\n|---|---|\n| {t[1]} | {t[0]} |"),
    WORDS.map(lambda t: f"<table><tr><th colspan=2>{t}</th></tr><tr><td>{t}</td></tr></table>"),
    WORDS.map(lambda t: f"<ul><li>{t}<li>{t}</ul>"),
    st.tuples(WORDS, WORDS).map(lambda t: f"{t[0]}\n:   {t[1]}"),
    WORDS.map(lambda t: f"| {t}\n| {t}"),
    WORDS.map(lambda t: f"{W}[^a]\n\n[^a]: {t}"),
    WORDS.map(lambda t: f"[^unused]: {t}"),
    WORDS.map(lambda t: f".. note:: {t}"),
)
BODY = st.recursive(LEAF, blocks, max_leaves=8)
FRONT = st.sampled_from(
    ["", "---\ntitle: A\nlanguage: en\n---\n\n", "+++\ntitle = 'A'\nlanguage = 'en'\n+++\n\n", "\n\n---\nlanguage: en\n---\n"]
)  # fmt: skip


def numbered(text: str) -> tuple[str, list[str]]:
    """Give every word another form: ``waa``, ``wab`` …"""
    names = ("w" + "".join(letters) for letters in itertools.product("bcdfghjk", repeat=3))
    words: list[str] = []

    def name(_: re.Match[str]) -> str:
        words.append(next(names))
        return words[-1]

    return re.sub(W, name, text), words


def read(text: str, engines: Engines, file: str) -> Reading:
    decoded = encoding.decode(text.encode("utf-8", "surrogatepass"), file=file)
    return read_document(
        decoded.text,
        file=file,
        provenance=Provenance(file, "", ""),
        default_language="en",
        engines=engines,
    )


def everything(reading: Reading) -> str:
    """What an edition can show, and what was said."""
    document = reading.document
    codes = [e["c"][1] for e in walk(document.blocks) if e["t"] in {"Code", "CodeBlock"}]
    said = [d.message for d in reading.diagnostics]
    return "\n".join([stringify(list(document.blocks)), document.metadata.title, *codes, *said])


QUICK = settings(
    max_examples=120, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@given(FRONT, BODY)
@QUICK
def test_every_word_of_markdown_arrives_or_is_named(
    engines: Engines, front: str, body: str
) -> None:
    text, words = numbered(front + body)
    shown = everything(read(text, engines, "a.md"))
    assert [word for word in words if word not in shown] == []


@given(BODY)
@QUICK
def test_every_word_outlives_the_cleanup(engines: Engines, body: str) -> None:
    text, words = numbered(f"# Title\n\n{body}")
    reading = read(text, engines, "a.md")
    result = clean(reading.document)
    shown = "\n".join(
        [everything(Reading(result.document, reading.diagnostics)),
         *(c.removed for c in result.changes), *(c.message for c in result.changes)]
    )  # fmt: skip
    assert [word for word in words if word not in shown] == []


@given(
    st.lists(LINE, min_size=1, max_size=8).map("\n".join), st.sampled_from(["md", "txt", "html"])
)
@QUICK
def test_any_text_is_read_or_refused_with_a_reason(
    engines: Engines, text: str, suffix: str
) -> None:
    try:
        clean(read(numbered(text)[0], engines, f"a.{suffix}").document)
    except PlainlangError as error:
        assert error.diagnostic.message
        assert error.diagnostic.hint


@given(st.binary(min_size=1, max_size=200))
@settings(QUICK, max_examples=200)
def test_any_bytes_are_decoded_or_refused_with_a_reason(data: bytes) -> None:
    try:
        text = encoding.decode(data, file="a.md").text
    except PlainlangError as error:
        assert error.diagnostic.hint
        return
    # What was repaired once is right: a second pass leaves it alone.
    assert encoding.decode(text.encode(), file="a.md").text == text


@given(st.binary(max_size=300), st.sampled_from(["docx", "odt"]))
@settings(QUICK, max_examples=60)
def test_any_bytes_as_an_office_document_are_refused(
    engines: Engines, data: bytes, form: str
) -> None:
    from plainlang.readers import read_package

    try:
        read_package(
            b"PK\x03\x04" + data,
            file=f"a.{form}",
            provenance=Provenance("a", "", ""),
            default_language="en",
            engines=engines,
            limit=1_000_000,
        )
    except PlainlangError as error:
        assert error.diagnostic.hint
    else:
        raise AssertionError("this is no document")

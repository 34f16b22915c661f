from __future__ import annotations

import pytest

from plainlang.ast import stringify, walk, words
from plainlang.diagnostics import Code, Severity
from plainlang.engines import Engines
from plainlang.exceptions import EngineError
from plainlang.readers.base import Parsed
from plainlang.readers.markdown import read_markdown
from plainlang.readers.raw_html_plain import lost
from plainlang.readers.raw_html_tags import tokens


def read(text: str, engines: Engines) -> Parsed:
    parsed = read_markdown(text, "a.md", engines)
    # No raw element, placeholder or mark is ever left.
    assert not {"RawBlock", "RawInline"} & {e["t"] for e in walk(parsed.blocks)}
    assert "·" not in stringify(parsed.blocks)
    assert "plainlang" not in repr(parsed.blocks)
    return parsed


def said(parsed: Parsed) -> list[str]:
    return [d.message for d in parsed.diagnostics if d.severity is Severity.WARNING]


def kinds(parsed: Parsed) -> list[str]:
    return [block["t"] for block in parsed.blocks]


def addresses(parsed: Parsed) -> list[str]:
    return [e["c"][2][0] for e in walk(parsed.blocks) if e["t"] == "Link"]


DROPPED = "the tags of a passage were dropped, its words are kept"


# One bad passage takes no other with it


def test_an_embedded_tag_around_markdown_leaves_everything_else(engines: Engines) -> None:
    parsed = read(
        '<a href="https://example.org/2">two</a>\n\n<video src="https://example.org/v.mp4">\n\n'
        "*text*\n\n</video>\n\n<ul>\n<li>one</li>\n</ul>\n",
        engines,
    )
    assert addresses(parsed) == ["https://example.org/2"]
    assert kinds(parsed) == ["Para", "Para", "BulletList"]
    assert said(parsed) == [
        "removed HTML that no edition can carry: <video> (https://example.org/v.mp4)"
    ]


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<dl>Intro<dt>t</dt><dd>d</dd></dl>", "Intro t d"),
        ("<dl><dt>t</dt><p>between</p><dd>d</dd></dl>", "t between d"),
        ("<dl>if x < 5 and y > 3<dt>t</dt><dd>d</dd></dl>", "if x < 5 and y > 3 t d"),
    ],
)
def test_only_the_failing_passage_loses_its_tags(
    engines: Engines, source: str, expected: str
) -> None:
    parsed = read(f"text\n\n{source}\n\n<ul><li>a</li></ul>\n", engines)
    assert " ".join(words(parsed.blocks)) == f"text {expected} a"
    assert kinds(parsed)[-1] == "BulletList"
    assert [(d.code, d.line, d.message) for d in parsed.diagnostics] == [
        (Code.HTML_REMOVED, 3, DROPPED)
    ]


def test_the_fallback_keeps_links_images_and_raised_digits(engines: Engines) -> None:
    parsed = read(
        '<dl>\n<a href="https://example.org/x">see</a> 10<sup>9</sup> '
        '<img src="a.png" alt="pic"><dt>t</dt>\n<dd>d</dd></dl>\n',
        engines,
    )
    assert said(parsed) == [DROPPED]
    found = {e["t"]: e for e in walk(parsed.blocks)}
    assert found["Link"]["c"][2][0] == "https://example.org/x"
    assert stringify(found["Superscript"]["c"]) == "9"
    assert (found["Image"]["c"][2][0], found["Image"]["line"]) == ("a.png", 2)


def test_a_link_around_blocks_is_put_inside_them(engines: Engines) -> None:
    parsed = read('<a href="https://example.org/x">\n\n## Head\n\nPara\n\n</a>\n', engines)
    assert kinds(parsed) == ["Header", "Para"]
    assert addresses(parsed) == ["https://example.org/x"] * 2


# Blocks inside a line


def test_a_list_in_a_cell_is_a_list(engines: Engines) -> None:
    parsed = read("| H |\n|---|\n| <ul><li>5 mg</li><li>10 *mg*</li></ul> |\n", engines)
    assert [e["t"] for e in walk(parsed.blocks)].count("BulletList") == 1
    assert " ".join(words(parsed.blocks)) == "H 5 mg 10 mg"


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ('<a href="https://example.org/"><h2>Card *head*</h2></a> after', "Card head after"),
        ("# A <ul><li>x</li><li>y</li></ul> b", "A x y b"),
        ("*a <table><tr><td>1</td><td>2</td></tr></table> b*", "a 1 2 b"),
        ("a <pre>code</pre> b", "a code b"),
    ],
)
def test_blocks_in_a_line_keep_their_words(engines: Engines, source: str, expected: str) -> None:
    parsed = read(source, engines)
    assert " ".join(words(parsed.blocks)) == expected
    assert len(addresses(parsed)) == source.count("<a ")


# Tags that are none


@pytest.mark.parametrize(
    ("source", "text", "address"),
    [
        (
            "<p>Contact <john@example.org> or</p>",
            "Contact john@example.org or",
            "mailto:john@example.org",
        ),
        ("<p>See <https://example.org/x> now</p>", "See https://example.org/x now", None),
    ],
)
def test_an_autolink_in_a_block_is_a_link(
    engines: Engines, source: str, text: str, address: str | None
) -> None:
    parsed = read(source, engines)
    assert " ".join(words(parsed.blocks)) == text
    assert addresses(parsed) == [address or "https://example.org/x"]
    assert not parsed.diagnostics


@pytest.mark.parametrize(
    ("source", "text"),
    [
        ("<p>Write <your_name> <b>here</b></p>", "Write <your_name> here"),
        ("<p>a <q:z>b</q:z></p>", "a <q:z>b</q:z>"),
        ("<p>if a<b and c>d</p>", "if a<b and c>d"),
        ("<p>under 5 < 6 and <7 mg</p>", "under 5 < 6 and <7 mg"),
        ("x <![CDATA[ some words ]]> y", "x some words y"),
        ("<!NOTE this is text>", "<!NOTE this is text>"),
    ],
)
def test_what_is_no_tag_stays_text(engines: Engines, source: str, text: str) -> None:
    assert " ".join(words(read(source, engines).blocks)) == text


def test_an_unknown_tag_leaves_the_tags_around_it(engines: Engines) -> None:
    parsed = read("<p>Write <your_name> <b>here</b></p>", engines)
    assert "Strong" in {e["t"] for e in walk(parsed.blocks)}
    assert said(parsed) == ["kept “<your_name>” as text: it is not HTML"]


def test_a_drawing_is_removed_and_the_rest_is_no_source_text(engines: Engines) -> None:
    parsed = read(
        '<div class="card"><svg><path d="M0 0"/></svg> Read '
        '<a href="https://example.org/card">this card</a>.</div>',
        engines,
    )
    assert " ".join(words(parsed.blocks)) == "Read this card."
    assert addresses(parsed) == ["https://example.org/card"]
    assert said(parsed) == ["removed HTML that no edition can carry: <svg>"]


# What is left out is said


def test_a_comment_without_an_end_is_a_warning_with_its_line(engines: Engines) -> None:
    parsed = read("Dose\n\n<div>a\n<!-- note\nmore\n</div>\n", engines)
    assert [(d.line, d.severity) for d in parsed.diagnostics] == [(4, Severity.WARNING)]
    assert "everything after it was left out" in parsed.diagnostics[0].message


def test_a_script_without_an_end_is_said(engines: Engines) -> None:
    parsed = read("Dose\n\n<script>\nvar x\n\n5 mg\n", engines)
    assert said(parsed) == [
        "removed HTML that no edition can carry: <script>, and everything after it in this "
        "passage: it has no </script>"
    ]


def test_a_title_without_an_end_keeps_its_words(engines: Engines) -> None:
    assert words(read("a <title>b *c* d", engines).blocks) == ["a", "b", "c", "d"]


def test_a_list_number_that_cannot_be_kept_is_said(engines: Engines) -> None:
    parsed = read('<ol start="5"><li>a</li><li value="9">b</li></ol>', engines)
    assert parsed.blocks[0]["c"][0][0] == 5
    assert said(parsed) == ["the number 9 of a list item was not kept"]


# Structure, languages and lines


@pytest.mark.parametrize("first", ["<td>1</td>", "<th>1</th>"])
def test_a_first_row_of_headings_is_the_head(engines: Engines, first: str) -> None:
    parsed = read(
        f"<table>\n<tr><th>A</th><th>B</th></tr>\n<tr>{first}<td>2</td></tr>\n</table>", engines
    )
    _, _, _, head, bodies, _ = parsed.blocks[0]["c"]
    assert words(head[1]) == ["A", "B"]
    assert (bodies[0][2], words(bodies[0][3])) == ([], ["1", "2"])


def test_a_language_of_a_paragraph_is_kept(engines: Engines) -> None:
    parsed = read('<p lang="fr">Bonjour</p>\n\n<ul dir="rtl"><li>a</li></ul>\n', engines)
    assert parsed.blocks[0]["c"][0][2] == [["lang", "fr"]]
    assert said(parsed) == ["the language or direction of <ul> was not kept"]


@pytest.mark.parametrize("anchor", ['<a name="dose"></a>', '<a name="dose"/>', '<a id="dose"/>'])
def test_an_anchor_is_kept(engines: Engines, anchor: str) -> None:
    parsed = read(f"{anchor}Text <b>here</b>", engines)
    assert [e["c"][0][0] for e in walk(parsed.blocks) if e["t"] == "Span"] == ["dose"]
    assert not addresses(parsed)


def test_words_in_code_are_code_and_options_are_apart(engines: Engines) -> None:
    parsed = read("a <code>b c</code>\n\n<select><option>X<option>Y</select>\n", engines)
    assert [e["c"][1] for e in walk(parsed.blocks) if e["t"] == "Code"] == ["b c"]
    assert words(parsed.blocks[-1]) == ["X", "Y"]


def test_every_block_and_image_has_its_line(engines: Engines) -> None:
    parsed = read(
        '<div>\nx\n<p>a</p>\n<p>b <img src="b.png" alt=""></p></div>\n\n<div>\n\ntext\n\n</div>\n'
        '<p>last</p>\n\nin <img src="c.png" alt="">\n',
        engines,
    )
    found = [(e["t"], e["line"]) for e in walk(parsed.blocks) if "line" in e]
    assert found == [
        ("Div", 1), ("Plain", 2), ("Para", 3), ("Para", 4), ("Image", 4),
        ("Div", 6), ("Para", 8), ("Para", 11), ("Para", 13), ("Image", 13),
    ]  # fmt: skip


def test_messages_come_in_reading_order(engines: Engines) -> None:
    parsed = read("a <!-- one -->\n\n- b <!-- two -->\n\n> c <!-- three -->\n", engines)
    assert [d.line for d in parsed.diagnostics] == [1, 3, 5]


def test_html_nested_too_deep_is_refused(engines: Engines) -> None:
    with pytest.raises(EngineError) as caught:
        read_markdown("<div>\n\n" * 300 + "x", "a.md", engines)
    assert caught.value.diagnostic.code is Code.NESTING_TOO_DEEP


def test_what_is_lost_is_noticed() -> None:
    sentence = [{"t": "Para", "c": [{"t": "Str", "c": "109"}]}]
    assert not lost("<p>109</p>", sentence)
    assert lost("<p>10<sup>9</sup></p>", sentence)
    assert lost("<p>109 mg</p>", sentence)
    assert lost('<p><a href="x">109</a></p>', sentence)
    assert lost('<p>109<img src="x"></p>', sentence)


def test_tokens_cover_the_source() -> None:
    source = "a < b <p title='x>y'>c</p><!-- d --><script>if (a<b) e</script><x@y.org>"
    assert [(t.kind, t.name) for t in tokens(source)] == [
        ("text", ""), ("start", "p"), ("text", ""), ("end", "p"), ("comment", ""),
        ("start", "script"), ("end", "script"), ("link", ""),
    ]  # fmt: skip


# What is removed is named with its words, what a browser would show instead is kept.


@pytest.mark.parametrize(
    ("source", "shown", "number"),
    [
        ("a\n\n<title>Sleep well at night</title>\n\nb\n", "Sleep well at night", "4 words"),
        ("a <template>take *two* <b>now</b></template> b\n", "take two now", "3 words"),
        ("a\n\n<template>\n\ntake *two*\n\n- now\n\n</template>\n\nb\n", "take two now", "3 words"),
        ("a\n\n<head><title>T</title><meta name='x'></head>\n\nb\n", "T", "the word"),
        ("a\n\n<template><img alt='A tree' src='x.png'></template>\n\nb\n", "A tree", "2 words"),
    ],
)  # fmt: skip
def test_words_that_are_removed_are_quoted_and_counted(
    engines: Engines, source: str, shown: str, number: str
) -> None:
    parsed = read_markdown(source, "a.md", engines)
    assert words(parsed.blocks) == ["a", "b"]
    (found,) = parsed.diagnostics
    assert found.code is Code.HTML_REMOVED
    assert found.severity is Severity.WARNING
    assert found.line == (1 if source.startswith("a <") else 3)
    assert f"{number}: “{shown}”" in found.message


def test_many_words_are_cut_and_counted(engines: Engines) -> None:
    source = "a\n\n<template>" + "word " * 50 + "</template>\n"
    (found,) = read_markdown(source, "a.md", engines).diagnostics
    assert "50 words: “" in found.message
    quoted = found.message.split("“")[1].split("”")[0]
    assert len(quoted) <= 80
    assert quoted.endswith("…")


@pytest.mark.parametrize(
    ("source", "kept", "named"),
    [
        ('<iframe src="https://x.org/v" title="How to rest">Watch <b>it</b></iframe>', "Watch it", ["https://x.org/v", "How to rest"]),
        ('<video controls><source src="v.mp4"><track src="v.vtt" label="English">No video</video>', "No video", ["v.mp4", "v.vtt", "English"]),
        ('<object data="a.swf">See the drawing</object>', "See the drawing", ["a.swf"]),
        ('<input placeholder="Your name">', "", ["Your name"]),
        ('<embed src="a.pdf" aria-label="Leaflet">', "", ["a.pdf", "Leaflet"]),
    ],
)  # fmt: skip
@pytest.mark.parametrize("form", ["{}\n", "Text {} text\n"])
def test_what_stands_for_an_embedded_thing_is_kept_and_the_thing_is_named(
    engines: Engines, source: str, kept: str, named: list[str], form: str
) -> None:
    parsed = read_markdown("before\n\n" + form.format(source), "a.md", engines)
    assert kept in " ".join(words(parsed.blocks))
    told = " ".join(d.message for d in parsed.diagnostics)
    assert all(name in told for name in named), told
    assert {d.code for d in parsed.diagnostics} == {Code.HTML_REMOVED}


def test_other_sizes_of_a_picture_are_no_loss(engines: Engines) -> None:
    source = 'x <picture><source srcset="b.png 2x"><img src="a.png" alt="A"></picture>\n'
    parsed = read_markdown(source, "a.md", engines)
    assert parsed.diagnostics == ()
    assert [e["c"][2][0] for e in walk(parsed.blocks) if e["t"] == "Image"] == ["a.png"]


def test_a_place_on_an_image_becomes_a_link(engines: Engines) -> None:
    source = '<p>x</p>\n<map name="m"><area href="https://x.org/a?b&amp;c" alt="Lungs"></map>\n'
    parsed = read_markdown(source, "a.md", engines)
    (link,) = [e for e in walk(parsed.blocks) if e["t"] == "Link"]
    assert link["c"][2][0] == "https://x.org/a?b&c"
    assert words(link) == ["Lungs"]


@pytest.mark.parametrize(
    "source",
    [
        "<p class=MsoNormal>Take <b>two</b><o:p></o:p></p>\n",
        "Take <o:p>two</o:p>\n",
        'Take <st1:place w:st="on">two</st1:place><o:p />\n',
        "<![if !supportLists]>Take<![endif]> two\n",
        "<p>Take\n<o:p></o:p>\ntwo</p>\n",
    ],
)
def test_marks_of_word_go_and_their_words_stay(engines: Engines, source: str) -> None:
    parsed = read_markdown("---\ntitle: A\n---\n" + source, "a.md", engines)
    assert words(parsed.blocks) == ["Take", "two"]
    found = parsed.diagnostics[0]
    assert (found.code, found.severity) == (Code.HTML_REMOVED, Severity.INFO)
    assert found.line == (5 if "\n<o:p>" in source else 4)
    assert "Microsoft Word" in found.message
    assert len(parsed.diagnostics) == 1


@pytest.mark.parametrize("source", ["`<o:p>` x\n", "```\n<o:p>\n```\n"])
def test_marks_of_word_in_code_stay(engines: Engines, source: str) -> None:
    parsed = read_markdown(source, "a.md", engines)
    assert "<o:p>" in stringify(parsed.blocks)
    assert parsed.diagnostics == ()

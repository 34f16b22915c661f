from __future__ import annotations

import pytest

from plainlang.ast import stringify, walk, words
from plainlang.diagnostics import Code
from plainlang.document import Document, Provenance
from plainlang.engines import Engines
from plainlang.exceptions import SourceError
from plainlang.readers import document_id, read_document, reader_name
from plainlang.readers.markdown import read_markdown
from plainlang.readers.text import read_text


def kinds(blocks: object) -> list[str]:
    return [element["t"] for element in walk(blocks)]


def document(text: str, engines: Engines, file: str = "a.md") -> Document:
    return read_document(
        text,
        file=file,
        provenance=Provenance(file, "", ""),
        default_language="en",
        engines=engines,
    ).document


def test_lines_count_from_the_top_of_the_file(engines: Engines) -> None:
    parsed = read_markdown("---\ntitle: A\n---\n\n# One\n\ntext [x](y)\n", "a.md", engines)
    assert parsed.blocks[0]["line"] == 5
    assert [e["line"] for e in walk(parsed.blocks) if e["t"] == "Link"] == [7]


@pytest.mark.parametrize("end", ["", "\n"])
def test_the_last_row_of_a_table_is_a_row(engines: Engines, end: str) -> None:
    parsed = read_markdown(
        "---\ntitle: A\n---\n| a | b |\n|---|---|\n| c | d |" + end, "a.md", engines
    )
    assert [b["t"] for b in parsed.blocks] == ["Table"]
    assert words(parsed.blocks) == ["a", "b", "c", "d"]


# Footnotes: pandoc drops the text of those that nothing refers to.


@pytest.mark.parametrize(
    ("source", "expected", "lines"),
    [
        ("See[^1].\n\n[^1]: one\n\n[^2]: two *x*\n\n    more\n", "See one . two x more", [5]),
        ("See[^1].\n\n[^1]: one\n[^1]: again\n\nEnd\n", "See one . End again", [4]),
        ("> q\n>\n> [^a b]: in a quote", "q in a quote", [3]),
        ("- x\n\n  [^n]: in a list\n", "x in a list", [3]),
        ("Use `[^1]` so.\n\n[^1]: one\n", "Use [^1] so. one", [3]),
        ("See \\[^1].\n\n[^1]: one\n", "See [^1]. one", [3]),
        ("x[^1]\n\n[^1]: see [^2]\n\n[^2]: two\n", "x see [^2] two", [5]),
        ("x\n\n[^1]: see [^1]\n", "x see [^1]", [3]),
        ("x[^1]\n\n[^1]: see [^1] `[^1]`\n\n    [^1]\n", "x see [^1] [^1] [^1]", []),
        ("x\n\n[^1]: one\n\n    two\n\n```\nopen\n", "x open one two", [3]),
        ("x\n\n[^1]: one\n\n<!-- open\n", "x one", [3]),
    ],
)
def test_the_text_of_an_unused_footnote_stands_at_the_end(
    engines: Engines, source: str, expected: str, lines: list[int]
) -> None:
    parsed = read_markdown(source, "a.md", engines)
    assert " ".join(words(parsed.blocks)) == expected
    told = [d for d in parsed.diagnostics if d.code is Code.FOOTNOTE_UNUSED]
    assert [d.line for d in told] == lines


@pytest.mark.parametrize(
    "source",
    [
        "See[^A].\n\n[^a]: one\n",
        "See[^1]: it[^2].\n\n[^1]: one\n[^2]: two\n",
        "```\n[^1]: code\n```\n",
        "~~~ x\n```\n[^1]: code\n~~~~\n",
        "    [^1]: code\n",
    ],
)
def test_a_footnote_that_is_used_or_is_code_is_left_alone(engines: Engines, source: str) -> None:
    parsed = read_markdown(source, "a.md", engines)
    assert parsed.diagnostics == ()
    assert parsed.blocks == tuple(engines.pandoc.read(source)["blocks"])


def test_the_line_of_an_unused_footnote_counts_from_the_top(engines: Engines) -> None:
    parsed = read_markdown("---\ntitle: A\n---\nx\n\n[^1]: one\n", "a.md", engines)
    assert parsed.diagnostics[0].line == 6
    assert parsed.blocks[-1]["line"] == 6


# Raw HTML: pieces become the AST, unknown tags stay text, nothing raw is left.


@pytest.mark.parametrize(
    ("source", "expected"),
    [
        ("<div>\n\n*a* b\n\n</div>\n", "a b"),
        ("<ul><li><b>one</b>\n\ntwo\n\n</li><li>three</li></ul>\n", "one two three"),
        ("a<br>b <sup>2</sup> <u>c *d*</u>", "a b 2 c d"),
        ("<table><tr><td>\n\n**x**\n\n</td><td>y</td></tr></table>\n", "x y"),
        ("- <b>in</b> a list\n- and <i>two</i>\n", "in a list and two"),
        ("<p>unclosed <b>bold\n\nnext\n", "unclosed bold next"),
        ("</div>\n\nstray\n", "stray"),
        ("<details><summary>More</summary>\n\nbody\n\n</details>\n", "More body"),
        ("<button>Class I</button>\n<div>\n\nfree\n\n</div>\n", "Class I free"),
        ("<table>\n\nlost in a table\n\n</table>\n", "lost in a table"),
        ("text <!-- hidden --> more", "text more"),
        ("&lt;10 mg and <10 mg", "<10 mg and <10 mg"),
        ("See <https://x.org/a_b>.", "See https://x.org/a_b."),
    ],
)
def test_raw_html_becomes_blocks_without_losing_a_word(
    engines: Engines, source: str, expected: str
) -> None:
    parsed = read_markdown(source, "a.md", engines)
    assert not {"RawBlock", "RawInline"} & set(kinds(parsed.blocks))
    assert " ".join(words(parsed.blocks)) == expected


def test_html_gives_structure(engines: Engines) -> None:
    parsed = read_markdown("<ul><li>\n\n## Head\n\n</li></ul>\n\nx<sup>2</sup>\n", "a.md", engines)
    assert kinds(parsed.blocks)[:2] == ["BulletList", "Header"]
    assert "Superscript" in kinds(parsed.blocks)


@pytest.mark.parametrize("source", ["Say <your name> here", "<your name>\n\nText"])
def test_what_html_does_not_know_stays_text_and_is_reported(engines: Engines, source: str) -> None:
    parsed = read_markdown(source, "a.md", engines)
    assert " ".join(words(parsed.blocks)) == " ".join(source.split())
    assert [d.code for d in parsed.diagnostics] == [Code.RAW_CONTENT_REMOVED]
    assert parsed.diagnostics[0].line == 1


@pytest.mark.parametrize("tag", ["script", "style"])
def test_what_no_edition_can_carry_is_removed_and_reported(engines: Engines, tag: str) -> None:
    parsed = read_markdown(f"Before\n\n<{tag}>secret</{tag}>\n\nAfter\n", "a.md", engines)
    assert words(parsed.blocks) == ["Before", "After"]
    assert [(d.code, d.line) for d in parsed.diagnostics] == [(Code.HTML_REMOVED, 3)]
    assert tag in parsed.diagnostics[0].message


@pytest.mark.parametrize("tag", ["object", "svg", "video", "audio", "iframe", "canvas"])
def test_the_text_inside_an_embedded_object_is_kept(engines: Engines, tag: str) -> None:
    parsed = read_markdown(f"Before <{tag}>shown instead</{tag}> after\n", "a.md", engines)
    assert words(parsed.blocks) == ["Before", "shown", "instead", "after"]
    assert [d.code for d in parsed.diagnostics] == [Code.HTML_REMOVED]


def test_a_script_in_the_middle_of_a_line_leaves_no_code(engines: Engines) -> None:
    parsed = read_markdown("a <script>alert(1)</script> b <i>c</i>\n", "a.md", engines)
    assert words(parsed.blocks) == ["a", "b", "c"]


def test_a_source_cannot_forge_a_placeholder(engines: Engines) -> None:
    source = '<div data-plainlang="item-0">mine</div>\n\ntext\n\n<b>x</b>\n'
    assert words(read_markdown(source, "a.md", engines).blocks) == ["mine", "text", "x"]


def test_event_handlers_do_not_survive(engines: Engines) -> None:
    parsed = read_markdown('<p onclick="x()" style="color:red">a</p>\n', "a.md", engines)
    assert "onclick" not in repr(parsed.blocks)
    assert "color" not in repr(parsed.blocks)


# Plain text


def test_plain_text_has_no_markup(engines: Engines) -> None:
    parsed = read_text("Take 5*3*2 mg\n# not a heading\n\n<b> & _x_\n", "a.txt", engines)
    assert stringify(parsed.blocks) == "Take 5*3*2 mg # not a heading\n<b> & _x_\n"
    assert [b["line"] for b in parsed.blocks] == [1, 4]


def test_bullets_in_plain_text_are_a_list(engines: Engines) -> None:
    parsed = read_text("Bring:\n- your card\n- your\n  list of medicines\n", "a.txt", engines)
    assert [b["t"] for b in parsed.blocks] == ["Para", "BulletList"]
    assert words(parsed.blocks[1]) == ["your", "card", "your", "list", "of", "medicines"]
    single = read_text("- 5 degrees\n", "a.txt", engines)
    assert stringify(single.blocks) == "- 5 degrees\n"


def test_spaces_that_hold_words_together_stay(engines: Engines) -> None:
    parsed = read_text("Take  5\u00a0mg\t daily\n", "a.txt", engines)
    assert stringify(parsed.blocks) == "Take 5\u00a0mg daily\n"


# The document


def test_a_text_file_with_front_matter_is_markdown(engines: Engines) -> None:
    assert reader_name("a.txt", "---\ntitle: x\n---\n# H") == "markdown"
    assert reader_name("a.txt", "# H") == "text"
    made = document("---\ntitle: T\nlanguage: es\nid: my id\n---\n# H", engines, "a.txt")
    assert (made.id, made.language, made.metadata.title) == ("my-id", "es", "T")
    assert made.provenance.format == "markdown"


def test_a_language_is_the_same_in_every_case(engines: Engines) -> None:
    assert document("---\nlanguage: ES\n---\nx", engines).language == "es"
    reading = read_document(
        "x", file="a.md", provenance=Provenance("a.md", "", ""), default_language="ES",
        engines=engines,
    )  # fmt: skip
    assert reading.document.language == "es"


def test_a_text_below_a_rule_is_read_whole(engines: Engines) -> None:
    made = document("---\n\nNote: take 5 mg\n\n---\n\nMore\n", engines)
    assert words(made.blocks) == ["Note:", "take", "5", "mg", "More"]


def test_unknown_types_and_textless_sources_are_refused(engines: Engines) -> None:
    with pytest.raises(SourceError) as caught:
        document("x", engines, "a.pptx")
    assert caught.value.diagnostic.code is Code.SOURCE_TYPE_UNKNOWN
    for empty in ("---\ntitle: A\n---\n\n", "<!-- only this -->\n", "***\n"):
        with pytest.raises(SourceError) as caught:
            document(empty, engines)
        assert caught.value.diagnostic.code is Code.SOURCE_NO_TEXT


def test_an_unstated_language_is_said(engines: Engines) -> None:
    reading = read_document(
        "x", file="a.md", provenance=Provenance("a.md", "", ""), default_language="fr",
        engines=engines,
    )  # fmt: skip
    assert reading.document.language == "fr"
    assert [d.code for d in reading.diagnostics] == [Code.LANGUAGE_ASSUMED]


@pytest.mark.parametrize(
    ("file", "stated", "expected"),
    [
        ("d/My File.md", None, "My-File"),
        ("d/x.md", "a/../b", "a-..-b"),
        ("..md", "..", "document"),
        ("-", None, "stdin"),
        ('q"uo\nte.md', None, "q-uo-te"),
        ("naïve.ar.md", None, "naïve.ar"),
    ],
)
def test_ids_are_safe_names(file: str, stated: str | None, expected: str) -> None:
    assert document_id(file, stated) == expected

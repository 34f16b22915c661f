"""Long words and addresses do not run off the page, and their text stays whole."""

from __future__ import annotations

from io import BytesIO

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_samples import (
    PROFILES,
    assembled,
    assert_within_the_page,
    expected,
    found,
    heading,
    read,
    write,
)

from plainlang.ast import attr, para, text
from plainlang.engines import Engines
from plainlang.fonts import FAMILIES, metrics
from plainlang.validators.pdf_content import runs
from plainlang.writers.typst_measure import breaks_by_itself, height, pieces
from plainlang.writers.typst_syntax import language_parts, pattern, string

FACE = metrics(FAMILIES[0])
LONG = "Pneumonoultramicroscopicsilicovolcanoconiosispneumonoultramicroscopicsilicovolcanoconiosis"
ADDRESS = "https://www.example.org/a-very-long/" + "part-of-it/" * 12 + "?setid=7d040b91-3fb8-41db"


@given(st.text("abcdefgh-/.?=", min_size=1, max_size=200), st.floats(3, 40))
def test_pieces_fit_and_make_up_the_word(word: str, limit: float) -> None:
    parts = pieces(word, FACE, limit)
    assert "".join(parts) == word
    assert all(FACE.width(part) <= limit or len(part) == 1 for part in parts)


@given(st.text("abW-/漢\u2003", max_size=50), st.booleans())
def test_widths_are_those_of_each_rest(word: str, bold: bool) -> None:
    rests = [word[start:] for start in range(len(word))]
    assert FACE.widths_from(word, bold=bold) == [FACE.width(rest, bold=bold) for rest in rests]


def test_a_word_of_a_megabyte_is_cut_like_a_short_one() -> None:
    word = "acgt" * 250_000
    parts = pieces(word, FACE, 30)
    assert "".join(parts) == word
    assert parts[0] == pieces(word[:1000], FACE, 30)[0]
    assert all(FACE.width(part) <= 30 for part in parts)


def test_a_word_that_fits_is_not_cut() -> None:
    assert pieces("Ciltacabtagene", FACE, 20) == ["Ciltacabtagene"]


@pytest.mark.parametrize("word", ["漢字漢字漢字", "ภาษาไทยภาษาไทย", "العربيةالعربية"])
def test_scripts_with_rules_of_their_own_are_left_to_typst(word: str) -> None:
    assert breaks_by_itself(word)
    assert pieces(word, FACE, 2) == [word]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("word", [LONG, ADDRESS, "x" * 400, "10.1016/j.example." + "0" * 90])
def test_no_word_is_clipped(word: str, profile: str, engines: Engines) -> None:
    deep = {"t": "BulletList", "c": [[{"t": "Plain", "c": text(f"in a list {word} end")}]]}
    for _ in range(3):
        deep = {"t": "BulletList", "c": [[deep]]}
    blocks = [
        {"t": "Header", "c": [1, attr(), text(word)]},
        para([*text(f"before {word} after"), {"t": "Strong", "c": text(word)}]),
        para([{"t": "Link", "c": [attr(), text(word), ["https://example.org/", ""]]}]),
        para([{"t": "Code", "c": [attr(), word]}]),
        {"t": "CodeBlock", "c": [attr(), f"x = {word}"]},
        {"t": "BlockQuote", "c": [para(text(word))]},
        deep,
    ]
    document = assembled(blocks)
    assert found(read(document, engines, profile)) == expected(document, profile)
    assert_within_the_page(write(document, engines, profile).data)


def test_addresses_are_broken_after_slashes_not_at_hyphens(engines: Engines) -> None:
    data = write(assembled([heading(), para(text(ADDRESS))]), engines, "giant-print").data
    with pikepdf.open(BytesIO(data)) as pdf:
        shown = [run.text for run in runs(pdf) if not run.artifact][1:]
    lines = [line for line in shown if line.strip()]
    assert "".join(lines) == ADDRESS
    assert not any(line.endswith("-") for line in lines)


def test_the_height_of_text_is_estimated_from_its_width() -> None:
    block = para(text("word " * 100))
    assert height([block], FACE, 10) > 2 * height([block], FACE, 30) > 2


@pytest.mark.parametrize(
    ("tag", "parts"),
    [
        ("en", ("en", "")),
        ("en-US", ("en", "US")),
        ("es-419", ("es", "")),
        ("zh-Hant-TW", ("zh", "TW")),
        ("sr_latn_rs", ("sr", "RS")),
        ("x-private", ("", "")),
        ("", ("", "")),
    ],
)
def test_language_tags_are_divided_as_typst_takes_them(tag: str, parts: tuple[str, str]) -> None:
    assert language_parts(tag) == parts


def test_strings_are_escaped() -> None:
    assert string('a "b" \\ c\n') == '"a \\"b\\" \\\\ c\\u{a}"'


def test_places_in_a_sentence_may_stand_anywhere() -> None:
    places = {"page": "auto", "pages": "none"}
    assert pattern("Page {page} of {pages}", places) == '("Page ", auto, " of ", none, )'
    assert pattern("{pages}/{page}", places) == '(none, "/", auto, )'
    assert pattern("{other}", places) == '("{other}", )'

"""Tables on paper: as tables where they fit, else as one block per row, and never clipped."""

from __future__ import annotations

from collections import Counter
from io import BytesIO
from typing import Any

import pikepdf
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pdf_samples import (
    assembled,
    assert_within_the_page,
    expected,
    found,
    heading,
    make,
    read,
    settings,
    tags,
    write,
)

from plainlang.ast import div, para, text, walk, words
from plainlang.engines import Engines
from plainlang.fonts import FAMILIES, metrics
from plainlang.validators.page import check_page
from plainlang.validators.pdf_content import runs
from plainlang.validators.pdf_text import read_text
from plainlang.validators.structure import check_structure
from plainlang.writers.pdf import as_printed
from plainlang.writers.profiles import PROFILES, text_area
from plainlang.writers.typst_columns import column_widths
from plainlang.writers.typst_grid import grid
from plainlang.writers.typst_reshape import reshape, rows_as_blocks

FACE = metrics(FAMILIES[0])

PROSE = "Some words that run on for a while so that a column is wanted"


def cell(content: str, rows: int = 1, columns: int = 1) -> list[Any]:
    blocks = [{"t": "Plain", "c": text(content)}] if content else []
    return [["", [], []], {"t": "AlignDefault"}, rows, columns, blocks]


def table(
    head: list[list[Any]], body: list[list[Any]], columns: int, *, named: int = 0, caption: str = ""
) -> dict[str, Any]:
    def rows(cells: list[list[Any]]) -> list[Any]:
        return [[["", [], []], row] for row in cells]

    specification = [[{"t": "AlignDefault"}, {"t": "ColWidthDefault"}]] * columns
    return {
        "t": "Table",
        "c": [
            ["", [], []],
            [None, [{"t": "Plain", "c": text(caption)}] if caption else []],
            specification,
            [["", [], []], rows(head)],
            [[["", [], []], named, [], rows(body)]],
            [["", [], []], []],
        ],
    }


def simple(columns: int, content: str = PROSE, rows: int = 2) -> dict[str, Any]:
    names = [cell(f"Head{n}") for n in range(columns)]
    return table(
        [names],
        [[cell(f"{content} r{r}c{c}") for c in range(columns)] for r in range(rows)],
        columns,
    )


@pytest.mark.parametrize(("profile", "most"), [("pdf", 5), ("large-print", 4), ("giant-print", 3)])
def test_columns_of_text_that_fit_each_size(profile: str, most: int) -> None:
    width, _ = text_area(PROFILES[profile])
    assert column_widths(grid(simple(most)), FACE, width) is not None
    assert column_widths(grid(simple(most + 1)), FACE, width) is None


def test_columns_of_short_entries_may_be_more() -> None:
    width, _ = text_area(PROFILES["giant-print"])
    doses = table([[cell(f"D{n}") for n in range(6)]], [[cell("5") for _ in range(6)]], 6)
    assert column_widths(grid(doses), FACE, width) == ()


def test_columns_share_the_width_and_no_word_is_wider_than_its_column() -> None:
    shape = grid(simple(3))
    widths = column_widths(shape, FACE, 30)
    assert widths is not None
    assert sum(widths) == pytest.approx(30)
    assert all(w > FACE.width("while", bold=True) for w in widths)


def test_one_long_remark_does_not_take_the_room_of_the_others() -> None:
    rows = [[cell(PROSE * 20), cell("two words"), cell("a few words here")]]
    widths = column_widths(grid(table([], rows, 3)), FACE, 36)
    assert widths is not None
    assert widths[0] < 2.5 * widths[2]


def test_a_header_that_markdown_demands_but_nobody_wrote_is_no_header() -> None:
    shape = grid(table([[cell(""), cell("")]], [[cell("a"), cell("b")]], 2))
    assert shape.head == ()


def test_cells_below_a_tall_cell_are_in_their_own_columns() -> None:
    body = [
        [cell("tall", rows=2), cell("b1"), cell("c1")],
        [cell("b2"), cell("c2")],
        [cell("a3"), cell("wide", columns=2)],
    ]
    columns = [[c.column for c in row] for row in grid(table([], body, 3)).body]
    assert columns == [[0, 1, 2], [1, 2], [0, 1]]


@pytest.mark.parametrize("profile", PROFILES)
@pytest.mark.parametrize("columns", [1, 2, 3, 5, 8, 11])
def test_no_text_is_outside_the_page(columns: int, profile: str, engines: Engines) -> None:
    body = simple(
        columns, "Chimeric https://example.org/a/very/long-address.html?x=yyyyyyyy", rows=3
    )
    document = assembled([heading(), body])
    data = write(document, engines, profile).data
    assert check_page(data) == ()
    assert check_structure(data, as_printed(document, settings(profile)).blocks) == ()
    assert found(read_text(data)) == expected(document, profile)
    assert_within_the_page(data)


def test_the_header_repeats_on_every_page(engines: Engines) -> None:
    rows = [[cell(f"name {n}"), cell(f"dose {n}")] for n in range(120)]
    document = assembled([heading(), table([[cell("Drug"), cell("Dose")]], rows, 2)])
    with pikepdf.open(BytesIO(write(document, engines).data)) as pdf:
        pages = len(pdf.pages)
        drawn = Counter(run.page for run in runs(pdf) if run.text == "Drug")
    assert pages > 2
    assert set(drawn) == set(range(pages))


def test_a_header_with_links_is_written_once(engines: Engines) -> None:
    # A repeated header would be decoration with a link in it, which PDF/UA forbids.
    rows = "".join(f"| name {n} | dose {n} |\n" for n in range(120))
    markdown = (
        f"# T\n\n| [Drug](https://example.org/) | Dose[^1] |\n|---|---|\n{rows}\n[^1]: Note.\n"
    )
    document = make(markdown, engines)
    data = write(document, engines).data
    assert check_page(data) == ()
    assert found(read_text(data)) == expected(document)


def test_row_headers_are_tagged(engines: Engines) -> None:
    body = [
        [cell("Aspirin", rows=2), cell("5 mg")],
        [cell("10 mg")],
        [cell("Ibuprofen"), cell("1 g")],
    ]
    document = assembled([heading(), table([[cell("Drug"), cell("Dose")]], body, 2, named=1)])
    data = write(document, engines).data
    assert check_page(data) == ()
    assert check_structure(data, document.blocks) == ()
    scopes = []
    with pikepdf.open(BytesIO(data)) as pdf:
        for cell_tag in tags(pdf):
            if cell_tag.S == "/TH":
                attributes = cell_tag.A
                first = attributes[0] if isinstance(attributes, pikepdf.Array) else attributes
                scopes.append(str(first["/Scope"]))
    assert scopes == ["/Column", "/Column", "/Row", "/Row"]


def test_a_wide_table_becomes_one_block_per_row_under_its_headers() -> None:
    names = ["Drug", "Dose", "Often", "Harm", "Note"]
    shape = table(
        [[cell(n) for n in names]],
        [
            [cell(f"{n} is {PROSE}") for n in names],
            [cell("x"), cell("y"), cell(""), cell("z"), cell("")],
        ],
        5,
        caption="All drugs",
    )
    blocks = reshape([shape], FACE, 18)
    assert [b["c"][0][1] for b in blocks] == [["table-caption"], ["table-row"], ["table-row"]]
    for block in blocks[1:]:
        (entries,) = block["c"][1]
        assert [" ".join(words(term)) for term, _ in entries["c"]] == names
    last = blocks[2]["c"][1][0]["c"]
    assert [" ".join(words(d[0])) for _, d in last] == ["x", "y", "–", "z", "–"]


def test_blank_and_joined_headers_and_remarks_have_a_form_of_their_own() -> None:
    head = [
        [cell(""), cell("Dose", columns=2)],
        [cell(""), cell("adults"), cell("children")],
    ]
    body = [
        [cell("Aspirin"), cell("5"), cell("2")],
        [cell("Ibuprofen"), cell("both the same", columns=2)],
        [cell("Ask your doctor first."), cell(""), cell("")],
        [cell(""), cell(""), cell("")],
    ]
    blocks = rows_as_blocks(grid(table(head, body, 3)))
    said = [" ".join(words(block)) for block in blocks]
    assert said[0] in {
        "Aspirin Dose – adults5 Dose – children2",  # a term is followed by its definition
        "Aspirin Dose – adults 5 Dose – children 2",
    }
    assert "Dose – adults, Dose – children" in said[1]
    assert said[2] == "Ask your doctor first."
    assert len(blocks) == 3  # a row without content says nothing


def test_a_table_without_headers_becomes_lists() -> None:
    blocks = rows_as_blocks(grid(table([], [[cell("a"), cell("b")]], 2)))
    assert blocks[0]["c"][1][0]["t"] == "BulletList"


def test_notes_of_headers_and_tall_cells_stand_once() -> None:
    def noted(content: str, rows: int = 1) -> list[Any]:
        result = cell(content, rows=rows)
        result[4][0]["c"].append({"t": "Note", "c": [para(text("a note"))]})
        return result

    head = [[noted("Drug"), cell("Dose")]]
    body = [[noted("Aspirin", rows=2), cell("1")], [cell("2")], [cell("Other"), cell("3")]]
    blocks = rows_as_blocks(grid(table(head, body, 2)))
    assert sum(e["t"] == "Note" for e in walk(blocks)) == 2
    assert " ".join(words(blocks)).count("Aspirin") == 2  # every block is complete


def test_a_table_in_a_cell_or_list_is_reshaped_in_its_place() -> None:
    inner = cell("")
    inner[4] = [simple(2, "short")]
    outer = table([[cell("A"), cell("B")]], [[cell("x"), inner]], 2)
    listed = {"t": "BulletList", "c": [[div([outer])]]}
    result = reshape([listed], FACE, 40)
    assert sum(e["t"] == "Table" for e in walk(result)) == 1
    assert Counter(words([outer])) - Counter(words(result)) == Counter()


WORD = st.text("abcdefgh", min_size=1, max_size=12)
CELL = st.lists(WORD, max_size=6).map(" ".join)


@given(
    st.integers(1, 6).flatmap(
        lambda n: st.tuples(
            st.lists(st.lists(CELL, min_size=n, max_size=n), max_size=2),
            st.lists(st.lists(CELL, min_size=n, max_size=n), max_size=5),
            st.just(n),
        )
    ),
    st.floats(4, 60),
)
def test_reshaping_loses_no_word(rows: tuple[Any, Any, int], available: float) -> None:
    head, body, columns = rows
    source = table(
        [[cell(c) for c in row] for row in head], [[cell(c) for c in row] for row in body], columns
    )
    before = Counter(w for row in [*head, *body] for c in row for w in c.split())
    after = Counter(e["c"] for e in walk(reshape([source], FACE, available)) if e["t"] == "Str")
    assert not before - after


def test_a_long_table_cell_may_run_over_pages_and_nothing_is_lost(engines: Engines) -> None:
    body = [[cell("Drug"), cell(" ".join([PROSE] * 150))]]
    document = assembled([heading(), table([[cell("A"), cell("B")]], body, 2)])
    assert found(read(document, engines, "giant-print")) == expected(document, "giant-print")

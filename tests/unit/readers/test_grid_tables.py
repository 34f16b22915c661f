from __future__ import annotations

import pytest

from plainlang.ast import stringify, walk, words
from plainlang.engines import Engines
from plainlang.readers.grid_tables import without_grids
from plainlang.readers.markdown import read_markdown

GRID = """+-------+---------------------+
| Drug  | Dose                |
|       +----------+----------+
|       | Adults   | Children |
+=======+==========+==========+
| Alpha | *5* mg   | 2 mg     |
+-------+----------+----------+
| Beta  | 6~7 mg, 10^9        |
+-------+---------------------+
"""


def test_a_grid_table_keeps_its_spans_and_headers(engines: Engines) -> None:
    parsed = read_markdown("---\ntitle: A\n---\nx\n\n" + GRID + "\ny\n", "a.md", engines)
    assert [(b["t"], b["line"]) for b in parsed.blocks] == [("Para", 4), ("Table", 6), ("Para", 16)]
    (table,) = [e for e in walk(parsed.blocks) if e["t"] == "Table"]
    head = [[(cell[2], cell[3]) for cell in row[1]] for row in table["c"][3][1]]
    assert head == [[(2, 1), (1, 2)], [(1, 1), (1, 1)]]
    assert words(table) == "Drug Dose Adults Children Alpha 5 mg 2 mg Beta 6~7 mg, 10^9".split()
    assert any(e["t"] == "Emph" for e in walk(table))


@pytest.mark.parametrize(
    "source",
    [
        "```\n" + GRID + "```\n",
        "+---+\n",
        "+---+---+\n| a | b |\n",
        "a\n" + GRID,
        "one +--- two\n",
    ],
)
def test_what_is_no_grid_table_is_left_alone(source: str) -> None:
    assert without_grids(source).body == source


def test_two_grid_tables_and_a_mark_that_was_forged(engines: Engines) -> None:
    small = "+---+---+\n| a | b |\n+---+---+\n"
    source = f"{small}\n{small}\n~~~ plainlang-grid-table-7\ncode\n~~~\n"
    parsed = read_markdown(source, "a.md", engines)
    assert [b["t"] for b in parsed.blocks] == ["Table", "Table", "CodeBlock"]
    assert stringify(parsed.blocks).split() == ["a", "b", "a", "b", "code"]


def test_html_in_a_cell_becomes_part_of_the_document(engines: Engines) -> None:
    source = "+--------+---+\n| a<br>b | c |\n+--------+---+\n"
    parsed = read_markdown(source, "a.md", engines)
    assert not {"RawInline", "RawBlock"} & {e["t"] for e in walk(parsed.blocks)}
    assert words(parsed.blocks) == ["a", "b", "c"]

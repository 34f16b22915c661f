from __future__ import annotations

import pytest

from plainlang.diagnostics import Code, Severity
from plainlang.document import Document, Metadata, Provenance
from plainlang.engines import Engines
from plainlang.readers.markdown import read_markdown
from plainlang.review import review


def told(source: str, engines: Engines) -> list[tuple[int | None, str]]:
    parsed = read_markdown(source, "a.md", engines)
    document = Document(
        "d",
        "en",
        Metadata(title="t"),
        parsed.blocks,
        (1, 23, 1),
        Provenance("a.md", "markdown", ""),
    )
    found = [d for d in review(document) if d.code is Code.TABLE_NO_HEADER]
    assert all(d.severity is Severity.WARNING for d in found)
    return [(d.line, d.message) for d in found]


ROWS = "| 1 | 2 | 3 |\n| 4 | 5 | 6 |\n"


@pytest.mark.parametrize(
    ("source", "message"),
    [
        (
            "x\n\n| | | |\n|---|---|---|\n" + ROWS,
            "a table of 2 rows and 3 columns has no header row",
        ),
        ("x\n\n| A | | C |\n|---|---|---|\n" + ROWS, "column 2 of a table of 3 has no header"),
        ("x\n\n| A | | |\n|---|---|---|\n" + ROWS, "columns 2, 3 of a table of 3 has no header"),
        (
            "x\n\n<table><tr><td>1</td><td>2</td></tr><tr><td>3</td><td>4</td></tr></table>\n",
            "a table of 2 rows and 2 columns has no header row",
        ),
    ],
)
def test_a_table_without_headers_is_a_warning(engines: Engines, source: str, message: str) -> None:
    assert told(source, engines) == [(3, message)]


@pytest.mark.parametrize(
    "source",
    [
        "| A | B | C |\n|---|---|---|\n" + ROWS,
        "| | B | C |\n|---|---|---|\n" + ROWS,
        "| | |\n|---|---|\n| one | row |\n",
        "| |\n|---|\n| a |\n| b |\n",
        "<table><tr><th>A</th><td>1</td></tr><tr><th>B</th><td>2</td></tr></table>\n",
        '<table><thead><tr><th rowspan="2">A</th><th colspan="2">B</th></tr>'
        "<tr><th></th><th></th></tr></thead><tbody>"
        "<tr><td>1</td><td>2</td><td>3</td></tr><tr><td>4</td><td>5</td><td>6</td></tr>"
        "</tbody></table>\n",
    ],
)
def test_a_table_that_says_what_it_holds_is_fine(engines: Engines, source: str) -> None:
    assert told(source, engines) == []


def test_a_table_in_a_list_is_found(engines: Engines) -> None:
    source = "- x\n\n  | | |\n  |---|---|\n  | 1 | 2 |\n  | 3 | 4 |\n"
    assert [line for line, _ in told(source, engines)] == [3]

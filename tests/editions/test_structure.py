"""Structure that a reader cannot see but hears: from a source to the finished editions."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pikepdf
import pytest
from lxml import etree

from plainlang.ast import walk
from plainlang.engines import Engines
from plainlang.pipeline import Job, Outcome, process, read

TABLE = """---
title: Doses
language: en
---

<table>
<thead>
<tr><th rowspan="2">Drug</th><th colspan="2">Dose</th><th rowspan="2">When</th></tr>
<tr><th>Adults</th><th>Children</th></tr>
</thead>
<tbody>
<tr><th rowspan="2">Alpha</th><td>5 mg</td><td>2 mg</td><td>daily</td></tr>
<tr><td colspan="2">6 mg</td><td>weekly</td></tr>
</tbody>
</table>
"""


def job(tmp_path: Path, source: str, *formats: str) -> Job:
    path = tmp_path / "a.md"
    path.write_text(source, encoding="utf-8")
    return Job(
        source=str(path),
        formats=formats,
        language="en",
        languages=(),
        rights="warn",
        disabled=frozenset(),
        max_source_bytes=10**6,
        max_image_bytes=10**6,
        debug=True,
    )


def edition(outcome: Outcome, name: str) -> bytes:
    (found,) = [each for each in outcome.editions if each.format == name]
    assert not found.failed, found
    return found.data


def pages(name: str, data: bytes) -> str:
    if name == "html":
        return data.decode()
    with zipfile.ZipFile(io.BytesIO(data)) as book:
        return "".join(
            book.read(each).decode()
            for each in book.namelist()
            if "/ch" in each and each.endswith("html")
        )


def tree(node: object, kind: str) -> list[pikepdf.Dictionary]:
    """Return the elements of a kind in the structure of a PDF, in reading order."""
    if isinstance(node, pikepdf.Array):
        return [found for each in node for found in tree(each, kind)]
    if not isinstance(node, pikepdf.Dictionary) or "/S" not in node:
        return []
    own = [node] if f"/{kind}" == node.S else []
    return own + (tree(node.K, kind) if "/K" in node else [])


def attributes(node: pikepdf.Dictionary) -> dict[str, object]:
    owners = node.A if isinstance(node.A, pikepdf.Array) else [node.A]
    return {key: value for each in owners if each.O == "/Table" for key, value in each.items()}


def test_two_rows_of_headers_with_spans_reach_the_ast(tmp_path: Path, engines: Engines) -> None:
    document, _ = read(job(tmp_path, TABLE), engines)
    (table,) = [e for e in walk(document.blocks) if e["t"] == "Table"]
    head = [[(cell[2], cell[3]) for cell in row[1]] for row in table["c"][3][1]]
    assert head == [[(2, 1), (1, 2), (2, 1)], [(1, 1), (1, 1)]]
    (body,) = table["c"][4]
    assert body[1] == 1  # the first column names the rows
    assert [[(cell[2], cell[3]) for cell in row[1]] for row in body[3]] == [
        [(2, 1), (1, 1), (1, 1), (1, 1)],
        [(1, 2), (1, 1)],
    ]


@pytest.mark.parametrize("name", ["html", "epub"])
def test_header_cells_say_what_they_are_headers_of(
    tmp_path: Path, engines: Engines, name: str
) -> None:
    outcome = process(job(tmp_path, TABLE, name), engines)
    text = pages(name, edition(outcome, name))
    (table,) = re.findall(r"<table.*?</table>", text, re.DOTALL)
    cells = [
        (cell.tag, cell.text, cell.get("scope"), cell.get("rowspan"), cell.get("colspan"))
        for cell in etree.fromstring(table).iter("th", "td")
    ]
    assert cells == [
        ("th", "Drug", "col", "2", None),
        ("th", "Dose", "col", None, "2"),
        ("th", "When", "col", "2", None),
        ("th", "Adults", "col", None, None),
        ("th", "Children", "col", None, None),
        ("th", "Alpha", "row", "2", None),
        ("td", "5 mg", None, None, None),
        ("td", "2 mg", None, None, None),
        ("td", "daily", None, None, None),
        ("td", "6 mg", None, None, "2"),
        ("td", "weekly", None, None, None),
    ]


def test_a_pdf_names_the_headers_of_every_cell(tmp_path: Path, engines: Engines) -> None:
    outcome = process(job(tmp_path, TABLE, "pdf"), engines)
    with pikepdf.open(io.BytesIO(edition(outcome, "pdf"))) as pdf:
        root = pdf.Root.StructTreeRoot.K
        headers = tree(root, "TH")
        assert [str(attributes(each)["/Scope"]) for each in headers] == ["/Column"] * 5 + ["/Row"]
        assert len(tree(tree(root, "THead")[0], "TR")) == 2
        _, dose, when, adults, children, alpha = (str(each.ID) for each in headers)
        cells = [[str(name) for name in attributes(each)["/Headers"]] for each in tree(root, "TD")]
        assert all(each.objgen != (0, 0) for each in headers)
        names = pikepdf.NameTree(pdf.Root.StructTreeRoot.IDTree)
        assert [names[str(each.ID)].objgen for each in headers] == [each.objgen for each in headers]
    assert cells == [
        [dose, adults, alpha],
        [dose, children, alpha],
        [when, alpha],
        [dose, adults, children, alpha],
        [when, alpha],
    ]


def test_eleven_columns_are_read_row_by_row_in_large_print(
    tmp_path: Path, engines: Engines
) -> None:
    names = [f"Measure {number}" for number in range(1, 12)]
    rows = [[f"value {row}-{column}" for column in range(1, 12)] for row in (1, 2)]
    lines = [names, ["---"] * 11, *rows]
    table = "\n".join("| " + " | ".join(line) + " |" for line in lines)
    source = f"---\ntitle: T\nlanguage: en\n---\n\n{table}\n"
    outcome = process(job(tmp_path, source, "large-print"), engines)
    with pikepdf.open(io.BytesIO(edition(outcome, "large-print"))) as pdf:
        assert tree(pdf.Root.StructTreeRoot.K, "Table") == []
    from plainlang.validators.pdf_text import read_pdf

    text = " ".join(read_pdf(edition(outcome, "large-print")).words)
    for row in rows:
        pairs = [f"{name} {value}" for name, value in zip(names, row, strict=True)]
        assert " ".join(pairs) in text


ARABIC = """---
title: الجرعة 5-10 mg
language: ar
---

## كيف تأخذ الدواء

خذ 5-10 mg كل يوم في الساعة 10:30، أو 2 × 5 mg.

| الدواء | الجرعة |
|--------|--------|
| ألفا | 1.5-2.5 mg/kg |

اتصل على الرقم 1-800-422-6237.
"""


@pytest.mark.parametrize("name", ["html", "epub"])
def test_numbers_in_arabic_run_from_left_to_right(
    tmp_path: Path, engines: Engines, name: str
) -> None:
    outcome = process(job(tmp_path, ARABIC, name), engines)
    text = pages(name, edition(outcome, name))
    for number in ("5-10 mg", "10:30", "2 × 5 mg", "1.5-2.5 mg/kg", "1-800-422-6237"):
        assert re.search(rf'<span class="number" dir="ltr">{re.escape(number)}</span>', text), (
            number
        )


def test_a_range_in_an_arabic_pdf_stands_in_its_order(tmp_path: Path, engines: Engines) -> None:
    """Read the glyphs by their place on the page: the smaller number is left of the larger."""
    from pdfminer.high_level import extract_pages
    from pdfminer.layout import LTChar

    outcome = process(job(tmp_path, ARABIC, "pdf"), engines)
    data = edition(outcome, "pdf")

    def glyphs(node: object) -> list[LTChar]:
        if isinstance(node, LTChar):
            return [node]
        return (
            [found for each in node for found in glyphs(each)] if hasattr(node, "__iter__") else []
        )

    rows: dict[int, list[LTChar]] = {}
    for page in extract_pages(io.BytesIO(data)):
        for glyph in glyphs(page):
            rows.setdefault(round(glyph.y0 + 1000 * page.pageid), []).append(glyph)
    seen = ["".join(g.get_text() for g in sorted(row, key=lambda g: g.x0)) for row in rows.values()]
    # pdfminer reports marks of direction that are not seen.
    drawn = "\n".join(re.sub(r"[\s\u202a-\u202e\u2066-\u2069]", "", line) for line in seen)
    for number in ("5-10mg", "10:30", "2×5mg", "1.5-2.5mg/kg", "1-800-422-6237"):
        assert number in drawn, drawn


@pytest.mark.parametrize("name", ["pdf", "large-print", "html", "epub"])
def test_an_abbreviation_is_explained_in_every_format(
    tmp_path: Path, engines: Engines, name: str
) -> None:
    source = '---\ntitle: T\nlanguage: en\n---\n\nThe <abbr title="World Health Organization">WHO</abbr> says so.\n'
    data = edition(process(job(tmp_path, source, name), engines), name)
    if name in {"html", "epub"}:
        assert 'title="World Health Organization"' in pages(name, data)
        return
    from plainlang.validators.pdf_text import read_pdf

    assert "WHO (World Health Organization) says so." in " ".join(read_pdf(data).words)


def test_a_build_tells_what_a_person_should_look_at(tmp_path: Path, engines: Engines) -> None:
    source = (
        "---\ntitle: T\nlanguage: en\n---\n\n"
        "Click [here](https://example.org/a)[^9].\n\n{% include b %}\n\n"
        "1. one\n3. three\n\n| | |\n|---|---|\n| 1 | 2 |\n| 3 | 4 |\n"
    )
    outcome = process(job(tmp_path, source, "html"), engines)
    edition(outcome, "html")
    assert {(d.code.value, d.line) for d in outcome.diagnostics} == {
        ("link-text-vague", 6),
        ("footnote-missing", 6),
        ("directive-kept", 8),
        ("list-numbers", 10),
        ("table-no-header", 13),
    }


@pytest.mark.parametrize("name", ["html", "epub", "pdf"])
def test_words_in_a_figure_are_published(tmp_path: Path, engines: Engines, name: str) -> None:
    source = (
        "---\ntitle: T\nlanguage: en\n---\n\nx\n\n"
        "<figure>\nWords of a figure\n<figcaption>Its caption</figcaption>\n</figure>\n"
    )
    outcome = process(job(tmp_path, source, name), engines)
    edition(outcome, name)

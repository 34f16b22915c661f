from __future__ import annotations

from datetime import date
from xml.etree import ElementTree

from plainlang.reports.index import index_page

EDITION = {
    "document": "a", "language": "es", "format": "epub", "path": "a b/es/a.es.epub",
    "bytes": 12_345, "state": "draft",
}  # fmt: skip
DOCUMENT = {
    "id": "a", "source": "seeds/a.md", "title": "<script>alert(1)</script>",
    "next_review": "2026-03-30",
    "diagnostics": [{"line": 3, "message": "look & see", "hint": "", "code": "x"}],
}  # fmt: skip


def page(today: date, failures: list[dict[str, object]] | None = None) -> str:
    manifest = {
        "plainlang": "1", "editions": [EDITION], "documents": [DOCUMENT],
        "failures": failures or [],
    }  # fmt: skip
    return index_page(manifest, today)


def test_values_are_escaped_and_paths_are_quoted() -> None:
    html = page(date(2026, 1, 1))
    assert "<script" not in html
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in html
    assert 'href="a%20b/es/a.es.epub"' in html
    assert "look &amp; see" in html
    assert 'lang="es"' in html
    assert "Español" in html


def test_overdue_is_said_in_words_from_the_day_after() -> None:
    assert "overdue" not in page(date(2026, 3, 30)).split("<main>")[1]
    assert "overdue" in page(date(2026, 3, 31)).split("<main>")[1]


def test_failures_come_with_file_line_and_code() -> None:
    html = page(
        date(2026, 1, 1), [{"source": "x.md", "code": "source-empty", "message": "m", "line": 4}]
    )
    assert "x.md, line 4" in html
    assert "[source-empty]" in html
    assert "Not everything could be built" in html


def test_the_page_is_well_formed_and_has_headed_cells() -> None:
    body = page(date(2026, 1, 1)).split("<body>")[1].split("</body>")[0]
    root = ElementTree.fromstring(f"<body>{body}</body>")
    assert [e.get("scope") for e in root.iter("th")] == ["col"] * 4 + ["row"]

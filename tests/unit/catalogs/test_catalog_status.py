"""The state of a catalog in numbers, as a table, for programs and as a picture."""

from __future__ import annotations

import csv
import io
import json
from datetime import UTC, datetime
from itertools import pairwise

import pytest
from lxml import etree
from rich.console import Console

from plainlang.catalogs.bar import bar_svg
from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.checks import check_catalog
from plainlang.catalogs.review import record
from plainlang.catalogs.status import Status, status_of, to_csv, to_json, to_table

READ = Message("Take 150 mg.", "Tome 150 mg.")
WRONG = Message("Take 15 mg at night.", "Tome 10 mg por la noche.")
CATALOG = Catalog(
    Message("", "Language: es\n"),
    (
        READ,
        WRONG,
        Message("Rest.", "Descanse.", flags=("fuzzy",)),
        Message("Drink water.", ""),
        Message("Eat well.", "Coma bien.", obsolete=True),
    ),
)


def state(*counts: int, document: str = "a", language: str = "es") -> Status:
    return Status(document, language, *counts)


def test_every_text_is_counted_once_and_obsolete_ones_never() -> None:
    records = record({}, [READ], by="Ana", when=datetime(2026, 1, 1, tzinfo=UTC), document="a")
    found = check_catalog(CATALOG, "en", "es")
    one = status_of(CATALOG, records, found, document="a", language="es")
    assert one == state(4, 2, 1, 1, 1, 1, 0)
    assert one.translated + one.fuzzy + one.untranslated == one.segments
    assert not one.releasable


@pytest.mark.parametrize(
    ("counts", "releasable"),
    [
        ((2, 2, 0, 0, 2, 0, 3), True),
        ((2, 2, 0, 0, 2, 1, 0), False),
        ((2, 2, 0, 0, 1, 0, 0), False),
        ((2, 1, 1, 0, 1, 0, 0), False),
        ((2, 1, 0, 1, 1, 0, 0), False),
    ],
)
def test_only_what_is_whole_and_reviewed_can_be_released(
    counts: tuple[int, ...], releasable: bool
) -> None:
    assert state(*counts).releasable is releasable


def test_json_has_the_documented_fields() -> None:
    assert json.loads(to_json([state(4, 2, 1, 1, 1, 1, 0)])) == {
        "schema": "plainlang.catalogs/1",
        "catalogs": [
            {
                "document": "a",
                "language": "es",
                "segments": 4,
                "translated": 2,
                "fuzzy": 1,
                "untranslated": 1,
                "reviewed": 1,
                "errors": 1,
                "warnings": 0,
            }
        ],
    }


def test_csv_has_a_row_for_each_catalog() -> None:
    rows = list(csv.DictReader(io.StringIO(to_csv([state(4, 2, 1, 1, 1, 1, 0, document='a,"b')]))))
    assert [row["document"] for row in rows] == ['a,"b']
    assert rows[0]["fuzzy"] == "1"


def test_a_name_in_square_brackets_stands_in_the_table() -> None:
    stream = io.StringIO()
    Console(file=stream, width=120).print(to_table([state(4, 2, 1, 1, 1, 0, 7, document="[red]")]))
    text = stream.getvalue()
    assert "[red]" in text
    assert text.splitlines()[1].split() == ["[red]", "es", "4", "2", "1", "1", "1", "0", "7"]


SVG = "{http://www.w3.org/2000/svg}"


def picture(status: Status) -> etree._Element:
    """Read as a web page's parser would: XML with the namespace that HTML gives to svg."""
    text = bar_svg(status).replace("<svg ", '<svg xmlns="http://www.w3.org/2000/svg" ', 1)
    return etree.fromstring(text)


def parts(status: Status) -> list[tuple[float, float, str]]:
    root = picture(status)
    found = [r for r in root.findall(SVG + "rect") if r.get("stroke") is None]
    return [(float(r.get("x", "")), float(r.get("width", "")), r.get("fill", "")) for r in found]


def test_the_bar_says_in_words_what_it_shows() -> None:
    root = picture(state(10, 7, 2, 1, 3, 1, 0))
    assert root.get("role") == "img"
    title = root.find(SVG + "title")
    assert title is not None
    assert root.get("aria-labelledby") == title.get("id")
    assert title.text == (
        "es: 3 reviewed, 4 translated, not reviewed, 2 to be looked at, 1 not translated; 1 error"
    )


def test_its_parts_touch_fill_it_and_differ_without_colour() -> None:
    shown = parts(state(10, 7, 2, 1, 3, 0, 0))
    assert len({fill for _, _, fill in shown}) == 4
    assert shown[0][0] == 0
    for (left, width, _), (following, _, _) in pairwise(shown):
        assert abs(left + width - following) < 0.11
    assert abs(shown[-1][0] + shown[-1][1] - 120) < 0.11
    assert "#" not in "".join(fill for _, _, fill in shown).replace("url(#", "")


def test_one_text_of_a_thousand_shows() -> None:
    shown = parts(state(1000, 999, 0, 1, 999, 0, 0))
    assert [fill for _, _, fill in shown] == ["currentColor", "none"]
    assert shown[-1][1] >= 2


def test_two_bars_of_a_page_share_no_id() -> None:
    both = [
        state(2, 1, 0, 1, 0, 0, 0, document="ö", language="es"),
        state(2, 1, 0, 1, 0, 0, 0, document="ä", language="es"),
    ]
    ids = [e.get("id") for s in both for e in picture(s).iter() if e.get("id")]
    assert len(set(ids)) == len(ids)


def test_nothing_to_translate_is_no_division_by_zero() -> None:
    assert "nothing to translate" in bar_svg(state(0, 0, 0, 0, 0, 0, 0))
    assert parts(state(0, 0, 0, 0, 0, 0, 0)) == []


def test_a_name_cannot_break_the_page() -> None:
    text = bar_svg(state(1, 1, 0, 0, 1, 0, 0, document='"><script>', language="<script>"))
    assert "<script" not in text

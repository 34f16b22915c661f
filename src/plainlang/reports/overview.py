"""The readability of all documents: a page that needs no script to be sorted, and a CSV.

Both are made from the summaries that the manifest keeps, so that an unchanged document is in them
without being read again.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

from plainlang import __version__
from plainlang.languages import direction, name
from plainlang.readability.outputs.csv import row_of, rows_to_csv
from plainlang.readability.targets import Level
from plainlang.reports import readability_words as words
from plainlang.reports.index import environment
from plainlang.reports.readability import Sheet

Summary = Mapping[str, Any]
_WORST = (str(Level.HARD), str(Level.ACCEPTABLE), str(Level.GOOD), str(Level.NONE))


def summary_of(sheet: Sheet) -> Summary:
    """Return what the overview says of a document, as JSON values."""
    report = sheet.report
    first = report.scores[0] if report.scores else None
    grade = report.grade
    return {
        "id": report.document,
        "title": sheet.title or report.document,
        "language": report.language,
        "level": str(report.verdicts[0].level if report.verdicts else Level.NONE),
        "verdict": words.verdict_sentence(report, sheet.targets),
        "score": f"{words.formula_name(first.formula)} {words.shown(first)}"
        if first is not None and first.value is not None
        else "",
        "value": None if grade is None else grade.value,
        "unexplained": report.unexplained,
        "without": None if sheet.explained is None else sheet.unexplained_without,
        "words": report.counts.words,
        "row": dict(row_of(report)),
    }


def overview_csv(summaries: Sequence[Summary]) -> str:
    """Return one row per document, in the columns of ``score --format csv``."""
    return rows_to_csv([s["row"] for s in sorted(summaries, key=lambda s: str(s["id"]))])


def overview_page(summaries: Sequence[Summary], address: Callable[[str], str]) -> str:
    """Return the page: the same table three times, in three orders.

    :param address: where the page of a document (its id) stands, relative to the overview.
    """
    orders = (
        ("verdict", "By verdict and grade, the hardest first", _by_grade),
        ("unexplained", "By unexplained terms, the most first", _by_terms),
        ("name", "By name", _by_name),
    )
    rows = [
        {
            **summary,
            "address": address(str(summary["id"])),
            "direction": direction(str(summary["language"])),
            "language_name": name(str(summary["language"]), "en"),
        }
        for summary in summaries
    ]
    levels = [
        (words.LEVELS.get(Level(level), "no score"), sum(row["level"] == level for row in rows))
        for level in _WORST
    ]
    return (
        environment()
        .get_template("overview.html")
        .render(
            orders=[(key, label, sorted(rows, key=order)) for key, label, order in orders],
            levels=levels,
            level_names={str(k): v for k, v in words.LEVELS.items()},
            total=len(rows),
            count=words.count,
            version=__version__,
        )
    )


def _by_grade(row: Summary) -> tuple[int, float, str]:
    value = row["value"]
    return _WORST.index(row["level"]), -value if value is not None else 0.0, _by_name(row)


def _by_terms(row: Summary) -> tuple[int, str]:
    return -int(row["unexplained"]), _by_name(row)


def _by_name(row: Summary) -> str:
    return f"{str(row['title']).casefold()}\0{row['id']}"

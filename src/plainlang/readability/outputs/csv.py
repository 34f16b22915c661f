"""The reports as CSV: one row per document, one column per formula, for a spreadsheet.

RFC 4180: commas, quotation marks, CRLF. A cell that a spreadsheet would run as a formula is given
an apostrophe first (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence

from plainlang.readability.formulas import FORMULAS
from plainlang.readability.outputs.json import rounded
from plainlang.readability.report import Report

FIRST = (
    "id",
    "source",
    "language",
    "verdict",
    "words",
    "scored",
    "sentences",
    "words-per-sentence",
    "rare-percent",
    "unexplained-terms",
    "reason",
)
"""Columns before the formulas."""
Row = Mapping[str, object]
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(reports: Iterable[Report]) -> str:
    """Return a header and one row for each report; only formulas that occur have a column."""
    return rows_to_csv([row_of(report) for report in reports])


def row_of(report: Report) -> Row:
    """Return a report's cells by the name of their column."""
    values = {score.formula: rounded(score.value, score.unit) for score in report.scores}
    return {**dict(zip(FIRST, _first(report), strict=True)), **values}


def rows_to_csv(rows: Sequence[Row]) -> str:
    """Return a header and ``rows``; only formulas that occur have a column."""
    formulas = [name for name in FORMULAS if any(name in row for row in rows)]
    columns = [*FIRST, *formulas]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow(columns)
    for row in rows:
        cells = [row.get(name) for name in columns]
        writer.writerow(["" if cell is None else _safe(cell) for cell in cells])
    return out.getvalue()


def _first(report: Report) -> tuple[object, ...]:
    counts = report.counts
    reasons = dict.fromkeys(score.reason for score in report.scores if score.reason)
    return (
        report.document,
        report.source,
        report.language,
        str(report.verdicts[0].level) if report.verdicts else "none",
        counts.words + report.excluded,
        counts.words,
        counts.sentences,
        round(counts.words / counts.sentences, 2) if counts.sentences else "",
        round(100 * counts.rare / counts.words, 2) if counts.words else "",
        report.unexplained,
        report.without or " ".join(reasons),
    )


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA) else cell

"""The reports as CSV: one row per document, one column per formula, for a spreadsheet.

RFC 4180: commas, quotation marks, CRLF. A cell that a spreadsheet would run as a formula is given
an apostrophe first (OWASP, CSV injection).
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable

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
_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def to_csv(reports: Iterable[Report]) -> str:
    """Return a header and one row for each report; only formulas that occur have a column."""
    reports = list(reports)
    named = {score.formula for report in reports for score in report.scores}
    formulas = [name for name in FORMULAS if name in named]
    out = io.StringIO()
    writer = csv.writer(out)
    writer.writerow([*FIRST, *formulas])
    for report in reports:
        writer.writerow([_safe(cell) for cell in (*_first(report), *_values(report, formulas))])
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


def _values(report: Report, formulas: Iterable[str]) -> list[object]:
    values = {score.formula: rounded(score.value, score.unit) for score in report.scores}
    return [values.get(name, "") for name in formulas]


def _safe(cell: object) -> object:
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(_STARTS_A_FORMULA) else cell

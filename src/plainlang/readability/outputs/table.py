"""The reports as tables for a terminal, made with rich; plain where it is no terminal."""

from __future__ import annotations

from collections.abc import Iterable

from rich.console import Group, RenderableType
from rich.markup import escape
from rich.table import Table
from rich.text import Text

from plainlang.readability.base import Score
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.report import Report, Status

SHOWN = 5
"""Hard sentences and terms that a table names; JSON has all of them."""
_STYLES = {"good": "green", "acceptable": "yellow", "hard": "red", "none": "dim"}


def to_table(reports: Iterable[Report]) -> Group:
    """Return a table of scores for each report, and below it what to look at first.

    :return: for :meth:`rich.console.Console.print`, which decides on colours and width.
    """
    return Group(*(part for report in reports for part in _parts(report)))


def _parts(report: Report) -> Iterable[RenderableType]:
    total = report.counts.words + report.excluded
    title = f"{report.source} ({report.language})"
    yield Text(f"{title}: {report.counts.words} of {total} words scored", style="bold")
    if report.measured.excluded:
        left = ", ".join(f"{role} {number}" for role, number in report.measured.excluded.items())
        yield Text(f"left out: {left}")
    if report.without:
        yield Text(report.without)
        yield Text(_means(report))
    if report.scores:
        yield _scores(report)
    yield from _lists(report)
    yield Text("")


def _scores(report: Report) -> Table:
    table = Table(box=None, pad_edge=False)
    table.add_column("formula")
    table.add_column("value", justify="right")
    table.add_column("90 % interval", justify="right")
    table.add_column("verdict")
    table.add_column("says")
    for score, verdict in zip(report.scores, report.verdicts, strict=True):
        says = score.reason or _meaning(score)
        warning = f" {score.warning}" if score.warning else ""
        table.add_row(
            score.formula,
            "–" if score.value is None else f"{score.value:.1f}",
            "" if score.low is None else f"{score.low:.1f} to {score.high:.1f}",
            Text(str(verdict.level), style=_STYLES[verdict.level]),
            escape(f"{says}{warning}".strip()),
        )
    return table


def _meaning(score: Score) -> str:
    formula = FORMULAS.get(score.formula)
    if formula is None or score.value is None:
        return ""
    return formula.meaning(score.value) or ("grade" if score.unit == "grade" else "")


def _means(report: Report) -> str:
    counts = report.counts
    if not counts.words:
        return "no words"
    length = counts.words / counts.sentences
    rare = 100 * counts.rare / counts.words
    return f"{length:.1f} words a sentence, {rare:.1f} % rare words"


def _lists(report: Report) -> Iterable[Text]:
    for sentence in report.sentences[:SHOWN]:
        place = f"line {sentence.line}" if sentence.line else "no line"
        why = "; ".join(sentence.reasons)
        yield Text(f"  {place}, difficulty {sentence.difficulty}: {why or sentence.text}")
    open_terms = [term for term in report.terms if term.status is not Status.DEFINED]
    if open_terms:
        named = ", ".join(f"{term.term} ({term.count})" for term in open_terms[:SHOWN])
        more = ", …" if len(open_terms) > SHOWN else ""
        yield Text(f"  not explained: {named}{more}")

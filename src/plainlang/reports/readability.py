"""The page about one document's readability, for a reviewer in a browser or on paper."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from plainlang import __version__
from plainlang.diagnostics import Diagnostic, Severity
from plainlang.document import Change, Repair
from plainlang.languages import direction, name
from plainlang.readability.base import Passage, Score
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.formulas.base import Formula
from plainlang.readability.languages import Target
from plainlang.readability.outputs.findings import HARD
from plainlang.readability.report import Report, Section, Status
from plainlang.readability.targets import Level
from plainlang.repair_words import difference, in_words
from plainlang.reports import readability_words as words
from plainlang.reports.index import environment
from plainlang.reports.person import QUESTIONS
from plainlang.reports.readability_bands import drawing
from plainlang.reports.readability_text import shown_text

#: Rows of a list that the page shows; the rest is counted.
MOST = 100


@dataclass(frozen=True, slots=True)
class Sheet:
    """What one page is made from.

    :param report: of the document without explanations of terms, whose verdict counts; its terms
        are those that nothing explains, the glossary neither.
    :param explained: of the document with them; ``None`` where nothing was explained.
    :param unexplained_without: the number of unexplained terms if the glossary explained none.
    :param targets: good and acceptable, by formula.
    :param passages: every passage of the document in order, for the text.
    """

    report: Report
    title: str
    targets: Mapping[str, Target] = field(default_factory=dict)
    passages: Sequence[Passage] = ()
    repairs: Sequence[Repair] = ()
    changes: Sequence[Change] = ()
    diagnostics: Sequence[Diagnostic] = ()
    explained: Report | None = None
    unexplained_without: int = 0


def readability_page(sheet: Sheet) -> str:
    """Return one self-contained HTML page. Nothing of the document can become markup."""
    report = sheet.report
    passages, limited = shown_text(sheet.passages, report.every_sentence)
    places: dict[tuple[str, int | None], int] = {}
    for passage in passages:
        for place, sentence in passage.sentences:
            places.setdefault((sentence.text, sentence.line), place)
    looks = [d for d in sheet.diagnostics if d.severity is not Severity.INFO]
    links = [d for d in looks if d.code.startswith("link-")]
    return (
        environment()
        .get_template("readability.html")
        .render(
            report=report,
            title=sheet.title or report.document,
            language_name=name(report.language, "en"),
            direction=direction(report.language),
            verdict=words.verdict_sentence(report, sheet.targets),
            level=str(report.verdicts[0].level if report.verdicts else Level.NONE),
            actions=words.actions(report),
            scores=[_score(sheet, n) for n in range(len(report.scores))],
            sections=[_section(section) for section in report.sections[:MOST]],
            section_names=[words.formula_name(s.formula) for s in _compared(report.scores)],
            sentences=[(s, places.get((s.text, s.line))) for s in report.sentences],
            passages=passages,
            limited=limited,
            hard=HARD,
            hard_label=words.hard_label,
            terms=[t for t in report.terms if t.status is not Status.DEFINED][:MOST],
            defined=[t for t in report.terms if t.status is Status.DEFINED][:MOST],
            by_status=[(s, sum(t.status is s for t in report.terms)) for s in Status],
            repairs=[
                (r.line, *difference(r.before, r.after), in_words(r.steps))
                for r in sheet.repairs[:MOST]
            ],
            repairs_total=len(sheet.repairs),
            changes=sheet.changes[:MOST],
            changes_total=len(sheet.changes),
            links=links[:MOST],
            links_total=len(links),
            looks=[d for d in looks if d not in links][:MOST],
            looks_total=len(looks) - len(links),
            unchecked=_unchecked(report),
            before_after=_before_after(sheet),
            questions=QUESTIONS,
            most=MOST,
            count=words.count,
            version=__version__,
        )
    )


def _score(sheet: Sheet, place: int) -> dict[str, Any]:
    score, verdict = sheet.report.scores[place], sheet.report.verdicts[place]
    formula = FORMULAS.get(score.formula)  # none for one that is withheld
    check = next((c for c in sheet.report.cross_checks if c.formula == score.formula), None)
    return {
        "id": score.formula,
        "name": words.formula_name(score.formula),
        "value": words.shown(score),
        "interval": _interval(score),
        "unit": score.unit,
        "scale": "" if formula is None else _direction(formula),
        "reason": score.reason,
        "warning": score.warning,
        "meaning": formula.meaning(score.value) if formula and score.value is not None else "",
        "citation": formula.citation if formula else "",
        "note": formula.note if formula else "",
        "level": words.LEVELS.get(verdict.level, "no verdict"),
        "drawing": drawing(score, sheet.targets.get(score.formula)),
        "check": check,
        "check_value": ""
        if check is None or check.value is None
        else words.number(check.value, score.unit),
    }


def _compared(scores: Sequence[Score]) -> list[Score]:
    """Return the first two scores that a formula of ours computes."""
    return [score for score in scores if score.formula in FORMULAS][:2]


def _direction(formula: Formula) -> str:
    return "more is easier" if formula.more_is_easier else "less is easier"


def _unchecked(report: Report) -> list[tuple[str, list[str]]]:
    """Return why another program gives no value, with the formulas concerned."""
    notes = dict.fromkeys(c.note for c in report.cross_checks if c.value is None)
    return [
        (note, [words.formula_name(c.formula) for c in report.cross_checks if c.note == note])
        for note in notes
    ]


def _interval(score: Score) -> str:
    if score.low is None or score.high is None:
        return ""
    return f"{words.number(score.low, score.unit)} to {words.number(score.high, score.unit)}"


def _section(section: Section) -> dict[str, Any]:
    counts = section.counts
    return {
        "heading": section.heading,
        "line": section.line,
        "words": counts.words,
        "sentences": counts.sentences,
        "length": f"{counts.words / counts.sentences:.1f}" if counts.sentences else "",
        "scores": [(words.shown(s), _interval(s), s.reason) for s in _compared(section.scores)],
    }


def _before_after(sheet: Sheet) -> list[tuple[str, str, str]]:
    """Return what the explanations of terms changed: a measure without and with them."""
    if sheet.explained is None:
        return []
    one, two = sheet.report, sheet.explained
    rows = [
        (words.formula_name(a.formula), words.shown(a) or "none", words.shown(b) or "none")
        for a, b in zip(one.scores[:2], two.scores[:2], strict=True)
    ]
    rows.append(("Unexplained terms", f"{sheet.unexplained_without:,}", f"{one.unexplained:,}"))
    rows.append(("Words scored", f"{one.counts.words:,}", f"{two.counts.words:,}"))
    return rows

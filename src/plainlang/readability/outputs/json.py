"""The report as JSON: schema ``plainlang.readability/1`` (docs/reference/readability.md).

Values have one decimal place for grades and points and two for indices: more would claim more
than a formula can tell.
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from typing import Any

from plainlang.readability.base import Counts, Score
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.report import Report

SCHEMA = "plainlang.readability/1"
DECIMALS = {"index": 2}
"""Decimal places by unit, where it is not one."""


def to_json(reports: Iterable[Report]) -> str:
    """Return the reports as one JSON document, in UTF-8 and with a line break at its end."""
    return json.dumps(to_data(reports), ensure_ascii=False, indent=2) + "\n"


def to_data(reports: Iterable[Report]) -> dict[str, Any]:
    """Return what :func:`to_json` writes."""
    return {"schema": SCHEMA, "documents": [_document(report) for report in reports]}


def _document(report: Report) -> dict[str, Any]:
    scored = report.counts.words
    return {
        "id": report.document,
        "source": report.source,
        "language": report.language,
        "audience": report.audience,
        "coverage": {
            "words": scored + report.excluded,
            "scored": scored,
            "excluded": {str(role): n for role, n in report.measured.excluded.items()},
        },
        "counts": _counts(report.counts),
        "means": _means(report.counts),
        "verdict": report.verdicts[0].level if report.verdicts else "none",
        "reason": report.without,
        "notes": list(report.notes),
        "scores": [
            {**_score(score), "verdict": verdict.level, "sentence": verdict.sentence}
            for score, verdict in zip(report.scores, report.verdicts, strict=True)
        ],
        "sections": [
            {
                "heading": section.heading,
                "level": section.level,
                "line": section.line,
                "counts": _counts(section.counts),
                "scores": [_score(score) for score in section.scores],
            }
            for section in report.sections
        ],
        "sentences": [
            {
                "text": sentence.text,
                "line": sentence.line,
                "words": sentence.words,
                "difficulty": sentence.difficulty,
                "reasons": list(sentence.reasons),
            }
            for sentence in report.every_sentence
        ],
        "hardest": [sentence.text for sentence in report.sentences],
        "jargon": [
            {
                "term": term.term,
                "count": term.count,
                "status": term.status,
                "kind": term.kind,
                "line": term.line,
                "how": term.how,
                "expansion": term.expansion,
            }
            for term in report.terms
        ],
        "suggestions": [
            {
                "word": suggestion.word,
                "plainer": list(suggestion.plainer),
                "count": suggestion.count,
                "line": suggestion.line,
                "note": suggestion.note,
            }
            for suggestion in report.suggestions
        ],
        "checklist": [
            {
                "name": item.name,
                "question": item.question,
                "state": item.state,
                "finding": item.finding,
                "source": item.source,
            }
            for item in report.checklist
        ],
        "crossChecks": [
            {
                "formula": check.formula,
                "program": check.program,
                "value": None if check.value is None else round(check.value, 2),
                "note": check.note,
            }
            for check in report.cross_checks
        ],
    }


def _score(score: Score) -> dict[str, Any]:
    formula = FORMULAS.get(score.formula)
    meaning = formula.meaning(score.value) if formula and score.value is not None else ""
    return {
        "formula": score.formula,
        "value": rounded(score.value, score.unit),
        "low": rounded(score.low, score.unit),
        "high": rounded(score.high, score.unit),
        "unit": score.unit,
        "reason": score.reason,
        "warning": score.warning,
        "meaning": meaning,
        "citation": formula.citation if formula else "",
    }


def rounded(value: float | None, unit: str) -> float | None:
    """Return ``value`` with the decimal places of ``unit``; never a negative zero."""
    return None if value is None else round(value, DECIMALS.get(unit, 1)) + 0.0


def _counts(counts: Counts) -> dict[str, int]:
    return {
        "sentences": counts.sentences,
        "words": counts.words,
        "syllables": counts.syllables,
        "polysyllables": counts.polysyllables,
        "letters": counts.letters,
        "longWords": counts.long_words,
        "rare": counts.rare,
        "unfamiliar": counts.unfamiliar,
    }


def _means(counts: Counts) -> dict[str, float | None]:
    return {
        "wordsPerSentence": _ratio(counts.words, counts.sentences),
        "syllablesPerWord": _ratio(counts.syllables, counts.words),
        "rarePercent": _ratio(100 * counts.rare, counts.words),
    }


def _ratio(part: int, whole: int) -> float | None:
    return round(part / whole, 2) if whole else None

"""What is worth a mark in the margin of a source: the common ground of SARIF and annotations."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from plainlang.readability.report import Kind, Report, Status
from plainlang.readability.targets import Level

HARD = 50
"""Difficulty of a sentence from which it is marked."""

#: Every rule with what it says in general.
RULES = {
    "readability-score": "The text is harder than its target.",
    "hard-sentence": "A sentence is hard to read.",
    "unexplained-term": "An abbreviation or rare word is not explained.",
    "plainer-word": "A plainer word could stand here.",
}
_KINDS = {
    Kind.ABBREVIATION: "abbreviation",
    Kind.RARE_WORD: "rare word",
    Kind.NAME: "name",
    Kind.MARKED: "term",
}


@dataclass(frozen=True, slots=True)
class Finding:
    """One mark.

    :param rule: a key of :data:`RULES`.
    :param level: ``warning`` or ``note``.
    :param line: 1-based; ``None`` where it is about the whole document or the line is not known.
    """

    rule: str
    level: str
    message: str
    line: int | None


def findings(report: Report) -> Iterator[Finding]:
    """Yield the marks of ``report``: the verdict first, then what stands in its lines."""
    if report.verdicts and report.verdicts[0].level is Level.HARD:
        first = report.verdicts[0]
        message = f"{first.formula}: {first.sentence}"
        yield Finding("readability-score", "warning", message, None)
    for sentence in report.sentences:
        if sentence.difficulty >= HARD:
            why = "; ".join(sentence.reasons) or "long for its words"
            message = f"Hard to read ({sentence.difficulty} of 100): {why}."
            yield Finding("hard-sentence", "warning", message, sentence.line)
    for term in report.terms:
        if term.status is not Status.DEFINED and term.kind is not Kind.NAME:
            what = _KINDS[term.kind]
            missing = " and the glossary has no entry" if term.status is Status.MISSING else ""
            times = "once" if term.count == 1 else f"{term.count} times"
            message = f"The {what} “{term.term}” ({times}) is not explained{missing}."
            yield Finding("unexplained-term", "warning", message, term.line)
    for suggestion in report.suggestions:
        words = " or ".join(f"“{word}”" for word in suggestion.plainer)
        note = f" ({suggestion.note})" if suggestion.note else ""
        message = f"Instead of “{suggestion.word}” perhaps {words}{note}."
        yield Finding("plainer-word", "note", message, suggestion.line)

"""What the readability page says: names of formulas, the verdict, and what to do next."""

from __future__ import annotations

from collections.abc import Mapping

from plainlang.languages import name
from plainlang.readability.base import Score
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.languages import Target
from plainlang.readability.outputs.findings import HARD
from plainlang.readability.report import HardSentence, Kind, Report, Status, Term
from plainlang.readability.targets import Level

AUDIENCES = {
    "patient": "patients",
    "general": "the general public",
    "professional": "professionals",
}
LEVELS = {Level.GOOD: "good", Level.ACCEPTABLE: "acceptable", Level.HARD: "too hard"}
NAMED = 3
"""Examples that an action names."""
_NAMES = {
    "flesch-reading-ease": "Flesch reading ease",
    "flesch-kincaid-grade": "Flesch-Kincaid grade",
    "smog": "SMOG grade",
    "gunning-fog": "Gunning Fog index",
    "coleman-liau": "Coleman-Liau index",
    "dale-chall": "Dale-Chall",
    "new-dale-chall": "New Dale-Chall",
    "linsear-write": "Linsear Write",
    "fernandez-huerta": "Fernández-Huerta",
    "szigriszt-pazos": "Szigriszt-Pazos (INFLESZ)",
    "gutierrez-polini": "Gutiérrez de Polini",
    "kandel-moles": "Kandel-Moles",
    "flesch-vacca": "Flesch-Vacca",
    "atesman": "Ateşman",
    "fog-pl": "Fog, Polish",
    "lix": "LIX",
    "rix": "RIX",
    "sol": "SOL",
    "osman": "OSMAN",
}


def formula_name(formula: str) -> str:
    """Return how a formula is called in a sentence."""
    return _NAMES.get(formula, formula.replace("-", " ").capitalize())


def shown(score: Score) -> str:
    """Return a score's value with its decimal places: two for an index, else one."""
    return "" if score.value is None else number(score.value, score.unit)


def number(value: float, unit: str) -> str:
    """Return a value of a scale in the form that people read."""
    text = f"{value:.2f}" if unit == "index" else f"{value:.1f}"
    return text.replace("-", "−")


def limit(value: float, unit: str, more_is_easier: bool) -> str:
    """Return a limit in words."""
    side = " or more" if more_is_easier else ""
    return f"grade {value:g}" if unit == "grade" else f"{value:g}{side or ' or less'}"


def verdict_sentence(report: Report, targets: Mapping[str, Target]) -> str:
    """Return the verdict of a document in one plain sentence (two where it is a near thing)."""
    if report.without or not report.scores:
        why = report.without or "no formula is known for this language."
        return f"No score is given for this text ({name(report.language, 'en')}). {why}"
    score = report.scores[0]
    if score.value is None:
        return f"No score is given for this text. {_sentence(score.reason)}"
    formula = FORMULAS[score.formula]
    ends = ""
    if score.low is not None and score.high is not None:
        low, high = (number(end, score.unit) for end in (score.low, score.high))
        ends = f" (likely {low} to {high})"
    if score.unit == "grade":
        said = f"This text reads at grade {shown(score)}{ends}"
    else:
        direction = "more" if formula.more_is_easier else "less"
        said = (
            f"This text scores {shown(score)}{ends} by {formula_name(score.formula)}, "
            f"where {direction} is easier"
        )
    level, target = report.verdicts[0].level, targets.get(score.formula)
    if target is None or level is Level.NONE:
        return f"{said}; no target is set."
    readers = AUDIENCES.get(report.audience, report.audience)
    good = limit(target.good, score.unit, formula.more_is_easier)
    acceptable = limit(target.acceptable, score.unit, formula.more_is_easier)
    said += f": {LEVELS[level]} for {readers}; the target is {good}"
    if level is Level.HARD:
        return f"{said}, the limit {acceptable}."
    end = score.low if formula.more_is_easier else score.high
    sign = 1 if formula.more_is_easier else -1
    if end is not None and sign * (end - target.acceptable) < 0:
        return f"{said}. The likely range reaches beyond the limit, {acceptable}."
    return f"{said}."


def open_terms(report: Report) -> list[Term]:
    """Return the terms that nothing explains; names do not count."""
    return [t for t in report.terms if t.status is not Status.DEFINED and t.kind is not Kind.NAME]


def hard_label(sentence: HardSentence) -> str:
    """Return ``hard: 31 words, passive`` for a sentence that is marked."""
    return "hard: " + ("; ".join(sentence.reasons) or f"{count(sentence.words, 'word')}")


def actions(report: Report) -> list[tuple[str, str, str]]:
    """Return what to do next, the most useful first: a task, its details, and the section's id."""
    found = []
    hard = [s for s in report.every_sentence if s.difficulty >= HARD]
    if hard:
        worst = report.sentences[0]
        place = f" in line {worst.line}" if worst.line else ""
        share = f"{len(hard):,} of {count(len(report.every_sentence), 'sentence')}"
        why = "; ".join(worst.reasons).rstrip(".… ,") or count(worst.words, "word")
        found.append(
            (
                "Shorten or divide the hard sentences",
                f"{share} {'is' if len(hard) == 1 else 'are'} hard. Begin with the hardest"
                f"{place} ({why}).",
                "sentences",
            )
        )
    terms = open_terms(report)
    if terms:
        more = f" and {len(terms) - NAMED:,} more" if len(terms) > NAMED else ""
        named = ", ".join(f"“{term.term}”" for term in terms[:NAMED])
        found.append(
            (
                "Explain the terms that nothing explains",
                f"{count(len(terms), 'term')}: {named}{more}.",
                "terms",
            )
        )
    if report.suggestions:
        pairs = [f"“{s.plainer[0]}” for “{s.word}”" for s in report.suggestions[:NAMED]]
        found.append(("Try plainer words", "Perhaps " + ", ".join(pairs) + ".", "plainer"))
    return found


def count(value: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{value:,} {noun}{'' if value == 1 else 's'}"


def _sentence(text: str) -> str:
    text = text[:1].upper() + text[1:]
    return text if text.endswith((".", "!", "?")) else text + "."

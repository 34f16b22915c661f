"""The reviewer's report of one document: readability, and what was done on the way in."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from plainlang import __version__
from plainlang.ast import Element, attr_of, transform
from plainlang.config import ReadabilityConfig
from plainlang.diagnostics import Diagnostic, Severity
from plainlang.document import Document
from plainlang.readability.assess import Settings, assess
from plainlang.readability.base import SCORED
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.languages import language_of
from plainlang.readability.measure import measure
from plainlang.readability.outputs.json import SCHEMA, to_data
from plainlang.readability.passages import passages_of
from plainlang.readability.report import Report
from plainlang.readability.targets import targets_of
from plainlang.readability.textstat_check import cross_checks
from plainlang.reports.names import formula_name
from plainlang.reports.readability import HARD, readability_page

#: The class of an explanation in the text, which no score counts.
_GLOSS = "gloss"


@dataclass(frozen=True, slots=True)
class Assessed:
    """The report as files, and what the overviews show of it.

    :param page: ``readability.html``.
    :param data: ``readability.json``.
    :param summary: ``level``, ``value``, ``unit``, ``formula``, ``words``, ``scored``, ``hard``,
        ``unexplained``, for overviews.
    """

    page: bytes
    data: bytes
    summary: Mapping[str, Any]


def assess_document(
    document: Document,
    config: ReadabilityConfig,
    *,
    explained: Document | None = None,
    marked: Mapping[str, bool] | None = None,
    diagnostics: Sequence[Diagnostic] = (),
    up: str = "../index.html",
) -> Assessed:
    """Return the report of a cleaned document.

    :param explained: the document with its terms explained; ``None`` where they are not.
    :param marked: the terms that it marks, with whether the glossary has them.
    :param diagnostics: what was said of the source; the page shows what a person must look at.
    :param up: where the page's way back leads.
    :raises ConfigError: for a target of an unknown formula or one that contradicts itself.
    """
    report = report_of(document, config, marked if explained is not None else None)
    (data,) = to_data([report])["documents"]
    _add_targets(data, report, config)
    effect = None
    if explained is not None and explained is not document:
        before = report_of(document, config, None)
        after = report_of(_with_glosses(explained), config, marked)
        effect = _effect(before, report, after)
        data["explained"] = effect
    passages, _ = passages_of(document, longest_fragment=config.fragment_words)
    page = readability_page(
        data,
        title=document.metadata.title or document.id,
        passages=[
            {
                "role": str(passage.role),
                "text": passage.text,
                "scored": passage.role in SCORED,
                "language": passage.language,
            }
            for passage in passages
        ],
        explained=effect,
        repairs=[
            {"line": r.line, "before": r.before, "after": r.after, "steps": r.steps}
            for r in document.provenance.repairs
        ],
        changes=[
            {"line": c.line, "rule": c.rule, "message": c.message}
            for c in document.provenance.changes
        ],
        look=[
            {"line": d.line, "message": d.message, "hint": d.hint}
            for d in diagnostics
            if d.severity is not Severity.INFO
        ],
        version=__version__,
        up=up,
    )
    whole = {"schema": SCHEMA, "documents": [data]}
    return Assessed(
        page.encode(),
        (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode(),
        summary_of(data),
    )


def report_of(
    document: Document, config: ReadabilityConfig, marked: Mapping[str, bool] | None
) -> Report:
    """Return the report of one document as ``[readability]`` wants it."""
    measured = measure(document, longest_fragment=config.fragment_words)
    return assess(
        measured,
        document=document.id,
        source=document.provenance.source,
        settings=Settings.of(config),
        passages=passages_of(document, longest_fragment=config.fragment_words)[0],
        glossary=marked,
        cross_checks=cross_checks(measured.sentences, document.language),
    )


def summary_of(data: Mapping[str, Any]) -> dict[str, Any]:
    """Return what an overview shows of a document's report."""
    first = data["scores"][0] if data["scores"] else {}
    return {
        "level": data["verdict"],
        "formula": first.get("formula", ""),
        "value": first.get("value"),
        "low": first.get("low"),
        "high": first.get("high"),
        "unit": first.get("unit", ""),
        "reason": first.get("reason", "") or data["reason"],
        "words": data["coverage"]["words"],
        "scored": data["coverage"]["scored"],
        "hard": sum(sentence["difficulty"] >= HARD for sentence in data["sentences"]),
        "unexplained": sum(
            t["status"] != "defined" and t["kind"] != "name" for t in data["jargon"]
        ),
    }


def _add_targets(data: dict[str, Any], report: Report, config: ReadabilityConfig) -> None:
    """Give each score its target, which the pictures show."""
    settings = Settings.of(config)
    targets = targets_of(language_of(report.language), settings.audience, settings.targets)
    for score in data["scores"]:
        target = targets.get(score["formula"])
        if target is not None:
            score["target"] = {
                "good": target.good,
                "acceptable": target.acceptable,
                "moreIsEasier": FORMULAS[score["formula"]].more_is_easier,
            }


def _with_glosses(document: Document) -> Document:
    """Return an explained document as its readers read it: explanations count as text."""

    def visit(element: Element) -> Element | list[Element]:
        found = attr_of(element) if element["t"] == "Span" else None
        return element["c"][1] if found is not None and _GLOSS in found[1] else element

    return replace(document, blocks=tuple(transform(document.blocks, visit)))


def _effect(before: Report, report: Report, after: Report) -> dict[str, Any]:
    rows = []
    for without, with_ in zip(before.scores[:3], after.scores[:3], strict=True):
        rows.append(
            {
                "label": formula_name(without.formula),
                "without": _shown(without.value),
                "with": _shown(with_.value),
            }
        )
    rows.append(
        {
            "label": "Terms without an explanation",
            "without": str(before.unexplained),
            "with": str(report.unexplained),
        }
    )
    rows.append(
        {
            "label": "Words of running text",
            "without": str(before.counts.words),
            "with": str(after.counts.words),
        }
    )
    return {"rows": rows}


def _shown(value: float | None) -> str:
    return "–" if value is None else f"{value:.1f}"

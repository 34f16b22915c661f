"""``out/<doc>/readability.html``: the report of one document, for a reviewer and an educator.

Made from the JSON of ``plainlang.readability/1`` and from what was done to the source on its way
in; nothing is counted here.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from markupsafe import Markup

from plainlang.languages import direction, name
from plainlang.reports.band import Band, band_svg
from plainlang.reports.index import environment
from plainlang.reports.marked_text import marked
from plainlang.reports.names import formula_name
from plainlang.reports.verdict import first_steps, headline

#: Difficulty (0 to 100) from which a sentence is marked as hard.
HARD = 60
#: Hard sentences that are listed and marked; a longer list is read by nobody.
MOST = 50

_UNITS = {"grade": "US school grade", "points": "points", "index": "index"}
_ROLES = {
    "fragment": "fragments of lists and cells",
    "heading": "headings",
    "label": "labels",
    "table-cell": "table cells",
    "note": "notes and explanations",
    "link-list": "lists of links",
    "legal": "legal and rights notices",
    "reference": "references",
    "citation": "citations",
    "excluded": "passages that the author excludes",
    "code": "program text",
}
_STATES = {"yes": "Yes", "no": "No", "look": "Look"}


def readability_page(
    data: Mapping[str, Any],
    *,
    title: str,
    passages: Sequence[Mapping[str, Any]],
    explained: Mapping[str, Any] | None = None,
    repairs: Sequence[Mapping[str, Any]] = (),
    changes: Sequence[Mapping[str, Any]] = (),
    look: Sequence[Mapping[str, Any]] = (),
    version: str = "",
    up: str = "",
) -> str:
    """Return the page of one document.

    :param data: an object of ``documents`` in ``plainlang.readability/1``, whose scores may have
        a ``target`` (``good``, ``acceptable``, ``moreIsEasier``).
    :param passages: the text: role, text, language, and whether it is scored.
    :param explained: the first score and the number of unexplained terms ``without`` and
        ``with`` the glossary's explanations; ``None`` where nothing is explained.
    :param repairs: line, before, after and steps of each repair of the encoding.
    :param changes: rule, line and message of each cleanup.
    :param look: line, message and hint of what a person has to look at.
    :param up: address of the index page; empty where there is none.
    """
    hard = _hard(data)
    facts = {**data, "sentences_hard": hard}
    numbers = {place: number for number, (place, _) in enumerate(hard, 1)}
    paragraphs, shortened = marked(passages, data["sentences"], numbers)
    shown = [{**sentence, "number": number} for number, (_, sentence) in enumerate(hard, 1)]
    every = sum(sentence["difficulty"] >= HARD for sentence in data["sentences"])
    return (
        environment()
        .get_template("readability.html")
        .render(
            data=data,
            title=title,
            headline=headline(data),
            steps=first_steps(facts),
            scores=[_score(score, data) for score in data["scores"]],
            unchecked=_unchecked(data),
            sections=_sections(data),
            excluded=[
                (_ROLES.get(role, role), words)
                for role, words in sorted(data["coverage"]["excluded"].items())
            ],
            hard=shown,
            hard_left=max(0, every - len(shown)),
            by_number={sentence["number"]: sentence for sentence in shown},
            paragraphs=paragraphs,
            shortened=shortened,
            explained=explained,
            repairs=repairs,
            changes=changes,
            look=look,
            states=_STATES,
            roles=_ROLES,
            direction=direction(data["language"]),
            language_name=name(data["language"], "en"),
            version=version,
            up=up,
        )
    )


def _hard(data: Mapping[str, Any]) -> list[tuple[int, Mapping[str, Any]]]:
    """Return place and sentence of the hard ones, the hardest first."""
    found = [(n, s) for n, s in enumerate(data["sentences"]) if s["difficulty"] >= HARD]
    return sorted(found, key=lambda one: (-one[1]["difficulty"], one[0]))[:MOST]


def _score(score: Mapping[str, Any], data: Mapping[str, Any]) -> dict[str, Any]:
    label = formula_name(score["formula"])
    picture = ""
    if score["value"] is not None:
        target = score.get("target") or {}
        band = Band(
            score["value"],
            score["low"],
            score["high"],
            score["unit"],
            target.get("good"),
            target.get("acceptable"),
            bool(target.get("moreIsEasier")),
        )
        picture = Markup(band_svg(band, label, score["sentence"]))
    others = [
        check
        for check in data["crossChecks"]
        if check["formula"] == score["formula"] and check["value"] is not None
    ]
    return {
        **score,
        "label": label,
        "unit_name": _UNITS.get(score["unit"], score["unit"]),
        "picture": picture,
        "others": others,
    }


def _unchecked(data: Mapping[str, Any]) -> list[str]:
    """Return, for each reason why another program gives no values, one sentence."""
    reasons: dict[tuple[str, str], list[str]] = {}
    for check in data["crossChecks"]:
        if check["value"] is None:
            names = reasons.setdefault((check["program"], check["note"]), [])
            names.append(formula_name(check["formula"]))
    return [
        f"{program} gives no value for {', '.join(names)}: {note}."
        for (program, note), names in reasons.items()
    ]


def _sections(data: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Return heading, words and the first score of each section."""
    return [
        {
            "heading": section["heading"] or "Before the first heading",
            "line": section["line"],
            "words": section["counts"]["words"],
            "sentences": section["counts"]["sentences"],
            "score": section["scores"][0] if section["scores"] else None,
        }
        for section in data["sections"]
    ]

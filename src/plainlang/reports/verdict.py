"""The first sentence of a report, and what to do first: in words for a patient educator."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from plainlang.reports.names import formula_name

_WHO = {"patient": "patients", "general": "the public", "professional": "professionals"}
_LEVELS = {
    "good": "That is good for {who}.",
    "acceptable": "That is acceptable for {who}, and could be easier.",
    "hard": "That is too hard for {who}.",
}


def headline(data: Mapping[str, Any]) -> str:
    """Return the verdict on a document (an object of ``plainlang.readability/1``)."""
    scores = data["scores"]
    if not scores:
        return f"No grade can be given: {data['reason'] or 'there is no text to score.'}"
    first = scores[0]
    if first["value"] is None:
        return f"No grade can be given: {first['reason']}"
    if first["unit"] == "grade":
        said = f"This text reads at grade {first['value']:.1f}"
    else:
        said = f"This text has {first['value']:.1f} points ({formula_name(first['formula'])})"
    if first["low"] is not None:
        said += f", most likely {first['low']:.1f} to {first['high']:.1f}"
    level = _LEVELS.get(first["verdict"], "No target is set for it.")
    who = _WHO.get(data["audience"], data["audience"])
    return f"{said}. {level.format(who=who)}{_aim(first)}"


def _aim(score: Mapping[str, Any]) -> str:
    target = score.get("target")
    if not target:
        return ""
    side = "or more" if target["moreIsEasier"] else "or less"
    unit = "grade " if score["unit"] == "grade" else ""
    return f" The aim is {unit}{target['good']:g} {side}."


def first_steps(data: Mapping[str, Any]) -> list[dict[str, str]]:
    """Return what helps most, the most helpful first: texts with the id they link to."""
    steps: list[dict[str, str]] = []
    hard = data["sentences_hard"]
    if hard:
        number = len(hard)
        steps.append(
            {
                "href": "#hardest",
                "text": f"Make {_count(number, 'sentence')} easier: split the long ones, say who "
                "does what. The hardest stand first in their list.",
            }
        )
    terms = [t["term"] for t in data["jargon"] if t["status"] != "defined" and t["kind"] != "name"]
    if terms:
        shown = ", ".join(f"“{term}”" for term in terms[:5])
        more = f" and {len(terms) - 5} more" if len(terms) > 5 else ""
        steps.append(
            {
                "href": "#terms",
                "text": f"Explain {_count(len(terms), 'term')} or say it in other words: "
                f"{shown}{more}.",
            }
        )
    words = data["suggestions"]
    if words:
        shown = ", ".join(f"“{w['word']}” → {w['plainer'][0]}" for w in words[:3])
        steps.append({"href": "#plainer", "text": f"Use plainer words, such as {shown}."})
    return steps


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")

"""Numbers in text that runs from right to left.

In an Arabic line "5-10 mg" is displayed as "10-5 mg" and "1.5-2.5 mg/kg" as "2.5-1.5 mg/kg":
after an Arabic letter the hyphen belongs to the line and not to the number (Unicode Standard
Annex 9, rules W2 and W4 to W6). Every range, time, dose and telephone number in European digits
is therefore set apart as a span that runs from left to right, which HTML and Typst treat as an
isolate.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Any

from plainlang.ast import attr
from plainlang.document import Block, Inline
from plainlang.languages import direction

#: The class of the spans.
NUMBER_CLASS = "number"

_NUMBER = r"[0-9]+(?:[.,:/·][0-9]+)*"
_SIGN = r"[-+±−<>≤≥~≈=]{1,2}[ \u00a0]?"
_UNIT = r"(?:[%‰°][CF]?|[A-Za-zµμ][A-Za-zµμ0-9²³]*(?:[/·^][A-Za-zµμ0-9²³]+)*)"
_QUANTITY = rf"{_NUMBER}(?:[ \u00a0]?{_UNIT}(?![A-Za-z]))?"
_JOINT = r"[ \u00a0]?[-‐-―−×x*/:+=^][ \u00a0]?"
_TELEPHONE = r"\+?[0-9]{1,4}(?:[ .-]?\([0-9]{1,5}\))?(?:[ .\u00a0‑-][0-9]{2,5}){2,}"
_RUN = re.compile(
    rf"(?<![\w/.@#&=-])(?:{_TELEPHONE}|(?:{_SIGN})?{_QUANTITY}(?:{_JOINT}{_QUANTITY})*)(?![0-9])"
)
#: An address runs from left to right by itself, or is marked by the writers.
_ADDRESS = re.compile(r"://|^www\.|@")
_SPACES = {"Space": " ", "SoftBreak": " "}


def isolate_numbers(blocks: Sequence[Block], language: str) -> tuple[Block, ...]:
    """Return ``blocks`` with numbers set apart where ``language`` runs from right to left."""
    if direction(language) != "rtl":
        return tuple(blocks)
    result: tuple[Block, ...] = tuple(_visit(list(blocks)))
    return result


def _visit(value: Any) -> Any:
    if isinstance(value, dict):
        kind = value.get("t")
        content = value.get("c")
        if kind in {"Code", "CodeBlock", "Math", "Str", "Image"} or not isinstance(content, list):
            return value
        if kind in {"Span", "Div"} and _runs_otherwise(content[0][2]):
            return value
        new = _visit(content)
        return value if new is content else {**value, "c": new}
    if not isinstance(value, list):
        return value
    visited = [_visit(item) for item in value]
    if any(isinstance(item, dict) and item.get("t") == "Str" for item in visited):
        visited = _isolated(visited)
    same = len(visited) == len(value) and all(a is b for a, b in zip(visited, value, strict=True))
    return value if same else visited


def _runs_otherwise(pairs: Sequence[Sequence[str]]) -> bool:
    """Tell whether attributes state a direction, or a language that runs from left to right."""
    given = {pair[0]: pair[1] for pair in pairs}
    if given.get("dir"):
        return True
    return bool(given.get("lang")) and direction(given["lang"]) == "ltr"


def _isolated(inlines: Sequence[Inline]) -> list[Inline]:
    """Set the numbers in one list of inlines apart; a number may go over several words."""
    result: list[Inline] = []
    run: list[Inline] = []
    for inline in inlines:
        if inline["t"] in _SPACES or (inline["t"] == "Str" and not _ADDRESS.search(inline["c"])):
            run.append(inline)
            continue
        result.extend(_in_run(run))
        run = []
        result.append(inline)
    result.extend(_in_run(run))
    return result


def _in_run(run: list[Inline]) -> list[Inline]:
    text = "".join(_SPACES.get(inline["t"]) or inline["c"] for inline in run)
    spans = [found.span() for found in _RUN.finditer(text) if not found[0].isdigit()]
    if not spans:
        return run
    result: list[Inline] = []
    place = 0
    for start, end in spans:
        result.extend(_cut(run, place, start))
        attributes = attr(classes=[NUMBER_CLASS], pairs=[("dir", "ltr")])
        result.append({"t": "Span", "c": [attributes, _cut(run, start, end)]})
        place = end
    result.extend(_cut(run, place, len(text)))
    return result


def _cut(run: Sequence[Inline], start: int, end: int) -> list[Inline]:
    """Return the inlines of ``run`` from character ``start`` up to ``end``."""
    result: list[Inline] = []
    place = 0
    for inline in run:
        length = 1 if inline["t"] in _SPACES else len(inline["c"])
        first, last = max(start - place, 0), min(end - place, length)
        if first < last:
            whole = (first, last) == (0, length)
            result.append(inline if whole else {**inline, "c": inline["c"][first:last]})
        place += length
    return result

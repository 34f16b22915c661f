"""The order of the repairs, and their replay."""

from __future__ import annotations

from collections.abc import Iterable

from plainlang.document import Repair
from plainlang.encoding import characters, controls, lines
from plainlang.encoding.mojibake import decode_again
from plainlang.encoding.steps import LINE_STEPS, UNIFY_LINE_ENDS, take
from plainlang.encoding.suspect import is_suspect

ROUNDS = 10
"""More rounds than any text needs. Text that was decoded wrongly n times takes n, and three is
the most that was seen; each round shortens the line or leaves it as it is."""

# Half of a misread letter can look like an invisible character, so these come last.
_REMOVALS = (
    "remove byte order marks",
    "remove soft hyphens",
    "remove zero-width spaces",
    "mark lost signs",
    "remove controls",
    "make spaces of feeds",
    "remove direction overrides",
)


def repair(text: str) -> tuple[str, tuple[Repair, ...]]:
    """Return ``text`` as its author wrote it, as far as that is certain, and what was changed.

    Repairing the returned text changes nothing, and :func:`replay` of the repairs on ``text``
    returns it.
    """
    repairs: list[Repair] = []
    for _ in range(ROUNDS):
        text, found = lines.unify(text)
        repairs += found
        text, found = _repair_lines(text)
        repairs += found
        # A line that was decoded again may turn out to hold a line separator.
        if not found or lines.is_unified(text):
            break
    return text, tuple(repairs)


def repair_line(line: str) -> tuple[str, tuple[str, ...]]:
    """Return one line repaired, and the steps that were taken."""
    steps: tuple[str, ...] = ()
    for _ in range(ROUNDS):
        before = line
        line, taken = _try(line, "normalize nfc")
        steps += taken
        line, taken = decode_again(line)
        steps += taken
        for name in _REMOVALS:
            line, taken = _try(line, name)
            steps += taken
        if line == before:
            break
    return line, steps


def replay(text: str, repairs: Iterable[Repair]) -> str:
    """Return ``text`` after ``repairs``, made by means of their steps alone.

    :param text: the text as it was decoded, before any repair.
    :param repairs: the report, complete and in its order.
    :raises ValueError: where the report does not belong to the text: a line is not what its
        repair says it was, or the steps do not lead to what it says it became.
    """
    rows = text.split("\n")
    for one in repairs:
        if one.steps == (UNIFY_LINE_ENDS,):
            rows = "\n".join(rows).replace(one.before, one.after).split("\n")
            continue
        if not 1 <= one.line <= len(rows) or rows[one.line - 1] != one.before:
            raise ValueError(f"line {one.line} is not the line that was repaired")
        after = take(one.before, one.steps)
        if after != one.after:
            raise ValueError(f"the steps for line {one.line} lead to another text")
        rows[one.line - 1] = after
    return "\n".join(rows)


def _repair_lines(text: str) -> tuple[str, list[Repair]]:
    if not _may_change(text):
        return text, []
    rows = text.split("\n")
    repairs: list[Repair] = []
    for number, row in enumerate(rows, 1):
        if not _may_change(row):
            continue
        after, steps = repair_line(row)
        if after != row:
            repairs.append(Repair(number, row, after, steps))
            rows[number - 1] = after
    return "\n".join(rows), repairs


def _may_change(text: str) -> bool:
    if controls.may_change(text):
        return True
    return not text.isascii() and (is_suspect(text) or characters.may_change(text))


def _try(line: str, name: str) -> tuple[str, tuple[str, ...]]:
    after = LINE_STEPS[name](line)
    return after, (name,) if after != line else ()

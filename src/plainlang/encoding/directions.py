"""Marks that turn text round, and what a reader saw because of them.

The directional formatting characters are those of the Unicode Bidirectional Algorithm (UAX #9,
section 2). An override (U+202D, U+202E) shows characters in another order than they are stored
in: "10 mg" as "gm 01". It is removed, because every other program, and a screen reader, takes the
stored order. Where it turned a number round, nobody can know which number was meant: that is an
error.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator, Sequence

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Repair
from plainlang.encoding.controls import EMBEDDINGS, OVERRIDES, POP

STEP = "remove direction overrides"
_ISOLATES = "\u2066\u2067\u2068"
_RIGHT_TO_LEFT = OVERRIDES[1]
_POP_ISOLATE = "\u2069"
_MARKS = re.compile(f"[{EMBEDDINGS}{OVERRIDES}{POP}{_ISOLATES}{_POP_ISOLATE}]")
_NUMBER = re.compile(r"\d(?:[\d.,/]*\d)?")
_SHOWN = 40


def direction_notes(text: str, repairs: Sequence[Repair], file: str) -> Iterator[Diagnostic]:
    """Yield what is to be said about the marks of direction in a repaired text.

    :param repairs: those that led to ``text``; overrides are found in what they changed.
    """
    for repair in repairs:
        if STEP in repair.steps:
            yield _removed(repair, _rest_of_paragraph(text, repair.line), file)
    if not _MARKS.search(text):
        return
    number = 1
    for paragraph in re.split(r"(?<=\n)(?=[^\S\n]*\n)", text):
        place = _unbalanced(paragraph)
        if place is not None:
            yield Diagnostic(
                Code.TEXT_DIRECTION,
                Severity.WARNING,
                "a mark of direction opens here that the paragraph does not close "
                f"(U+{ord(paragraph[place]):04X})",
                file,
                number + paragraph.count("\n", 0, place),
                "Remove it, or close it: what stands behind it may be shown in another order.",
            )
        number += paragraph.count("\n")


def _rest_of_paragraph(text: str, line: int) -> str:
    """Return the lines behind ``line`` up to the next blank one: a mark holds until there."""
    rest = text.split("\n")[line:]
    return "\n".join(itertools.takewhile(str.strip, rest))


def _turned(text: str) -> list[str]:
    """Return the parts of ``text`` that a right-to-left override turns round."""
    parts = [""]
    opened: list[str] = []
    for character in text:
        if not _MARKS.match(character):
            if opened and opened[-1] == _RIGHT_TO_LEFT:
                parts[-1] += character
            continue
        parts.append("")
        if character in (POP, _POP_ISOLATE):
            if opened and (opened[-1] in _ISOLATES) == (character == _POP_ISOLATE):
                opened.pop()
        else:
            opened.append(character)
    return [part for part in parts if part.strip()]


def _removed(repair: Repair, rest: str, file: str) -> Diagnostic:
    turned = _turned(f"{repair.before}\n{rest}")
    numbers = [n for part in turned for n in _NUMBER.findall(part) if n != n[::-1]]
    if numbers:
        shown = ", ".join(f"“{n}” was shown as “{n[::-1]}”" for n in numbers[:5])
        return Diagnostic(
            Code.TEXT_DIRECTION,
            Severity.ERROR,
            f"a mark of direction (U+202E) turns a number round: {shown}",
            file,
            repair.line,
            "Find out which number is right, write it, and remove the mark.",
        )
    seen = f": “{turned[0][:_SHOWN][::-1]}” is now “{turned[0][:_SHOWN]}”" if turned else ""
    return Diagnostic(
        Code.TEXT_DIRECTION,
        Severity.WARNING,
        f"a mark that shows text in another order was removed{seen}",
        file,
        repair.line,
        "Check the line. For words in another language, mark them with their language instead.",
    )


def _unbalanced(paragraph: str) -> int | None:
    """Return where the first mark stands that nothing closes."""
    opened: list[int] = []
    for match in _MARKS.finditer(paragraph):
        mark = match[0]
        if mark in EMBEDDINGS or mark in _ISOLATES:
            opened.append(match.start())
        elif opened and (mark == _POP_ISOLATE) == (paragraph[opened[-1]] in _ISOLATES):
            opened.pop()
    return opened[0] if opened else None

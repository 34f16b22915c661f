"""Marks of footnotes that no note explains: pandoc prints their brackets and says nothing."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plainlang.ast import LEAF_BLOCKS, stringify, walk
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block

_MARK = re.compile(r"\[\^([^\[\]\s]{1,60})\]")
_DEFINED = re.compile(r"^[ \t>]*(?:[-*+]\s+|\d+[.)]\s+)*\[\^([^\[\]]+)\]:", re.MULTILINE)


def missing_notes(
    blocks: tuple[Block, ...], body: str, offset: int, file: str
) -> tuple[Diagnostic, ...]:
    """Return a warning for each mark that stands in the text as it was typed.

    Code is no text, and ``\\[^1]`` is meant as it stands.

    :param blocks: what pandoc made of ``body``, with lines that count from its top.
    :param body: the text as its author wrote it.
    :param offset: lines of the source above ``body``.
    """
    if "[^" not in body:
        return ()
    lines = body.split("\n")
    defined = {_key(found[1]) for found in _DEFINED.finditer(body)}
    found: dict[tuple[str, int | None], Diagnostic] = {}
    above = 1  # a cell of a table and a note have no line of their own
    for line, text in _lines(blocks):
        above = line or above
        for mark in _MARK.finditer(text):
            label = mark[1]
            place = _place(label, lines, line, above)
            if place is not None:
                told = _diagnostic(label, _key(label) in defined, place + offset, file)
                found.setdefault((label, place), told)
    return tuple(found.values())


def _place(label: str, lines: list[str], line: int | None, above: int) -> int | None:
    """Return the line where a mark was typed; ``None`` where only ``\\[^1]`` was."""
    typed = re.compile(rf"(?<!\\)\[\^{re.escape(label)}\](?!:)")
    order = range(line, line + 2) if line else [*range(above, len(lines) + 1), *range(1, above)]
    return next((n for n in order if n <= len(lines) and typed.search(lines[n - 1])), None)


def _diagnostic(label: str, defined: bool, line: int, file: str) -> Diagnostic:
    message = f"no footnote explains the mark [^{label}]; it is printed as it is written"
    hint = f"Add a line [^{label}]: with the note, or remove the mark."
    if defined:
        message = f"the mark [^{label}] stands inside a footnote; it is printed as it is written"
        hint = "Say it in the footnote itself: a note of a note cannot be reached on paper."
    return Diagnostic(Code.FOOTNOTE_MISSING, Severity.WARNING, message, file, line, hint)


def _lines(blocks: tuple[Block, ...]) -> Iterator[tuple[int | None, str]]:
    """Yield the lines of all paragraphs, headings and terms as they were typed, without code."""
    for element in walk(blocks):
        kind = element["t"]
        if kind == "DefinitionList":
            for term, _ in element["c"]:
                yield from _typed(term, element.get("line"))
        elif kind in LEAF_BLOCKS:
            content = element["c"][2] if kind == "Header" else element["c"]
            rows = content if kind == "LineBlock" else [content]
            for row in rows:
                yield from _typed(row, element.get("line"))


def _typed(inlines: list[Any], line: int | None) -> Iterator[tuple[int | None, str]]:
    # Breaks inside emphasis or a link end no line here: the line is that of the beginning.
    text: list[str] = []
    number = line
    for inline in inlines:
        if inline["t"] in {"SoftBreak", "LineBreak"}:
            yield number, "".join(text)
            text = []
            number = None if number is None else number + 1
        elif not any(element["t"] == "Code" for element in walk(inline)):
            text.append(stringify(inline, notes=False))
        else:
            text.append(" ")
    yield number, "".join(text)


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()

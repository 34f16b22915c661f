"""Footnotes that nothing refers to, or that are explained twice: pandoc drops their text.

Each gets a reference of its own below the text before pandoc reads it; what pandoc makes of that
reference is the text of the note, which then stands as paragraphs at the end.

A reference inside a note stays the characters that were written: pandoc leaves it out, and a note
that refers to itself keeps it busy for ever.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from plainlang.ast import para
from plainlang.ast import text as inlines_of
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block

#: What may stand before a block on its first line: marks of quotes and of list items.
_CONTAINERS = r"(?:(?:>|[-*+](?=\s)|\d{1,9}[.)](?=\s))\s{0,4})*"
_FENCE = re.compile(r"\s*" + _CONTAINERS + r"\s*(`{3,}|~{3,})")
_DEFINITION = re.compile(r"(\s{0,3}" + _CONTAINERS + r"\s{0,3})\[\^([^\[\]]+)\]:(.*)")
#: The same inside a list item, whose content may be set in by any number of spaces.
_DEFINITION_IN_ITEM = re.compile(r"(\s*" + _CONTAINERS + r"\s*)\[\^([^\[\]]+)\]:(.*)")
_ITEM = re.compile(r"\s{0,3}(?:>\s?)*(?:[-*+]|\d{1,9}[.)])\s")
_REFERENCE = re.compile(r"(?<!\\)\[\^([^\[\]]+)\]")
_CODE = re.compile(r"(?<!`)(`+)(?!`)(?:.*?[^`])\1(?!`)", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Unused:
    """A note that no reference reaches.

    :param label: its label in the text that pandoc gets.
    :param line: 1-based line of the source.
    :param words: its text as it is written.
    """

    label: str
    line: int
    words: str
    message: str


def with_references(body: str, offset: int) -> tuple[str, str, tuple[Unused, ...]]:
    """Return ``body`` as pandoc can take it, the references to put below it, and unused notes.

    :param offset: lines of the source above ``body``.
    """
    if "[^" not in body:
        return body, "", ()
    lines = body.split("\n")
    definitions, text = _scan(lines)
    used = {_key(found[1]) for found in _REFERENCE.finditer(_CODE.sub("", text))}
    first: dict[str, int] = {}
    unused: list[Unused] = []
    for index, label, words in definitions:
        line = index + 1 + offset
        key = _key(label)
        if key in first:
            # Another label on the same line, so that no position moves.
            new = f"{label}-line-{line}"
            lines[index] = lines[index].replace(f"[^{label}]:", f"[^{new}]:", 1)
            message = (
                f"the footnote [^{label}] is explained twice (lines {first[key]} and {line}); "
                "the first is used, and this text stands at the end of the document"
            )
            unused.append(Unused(new, line, words, message))
            continue
        first[key] = line
        if key not in used:
            message = (
                f"nothing in the text refers to the footnote [^{label}]; "
                "its text stands at the end of the document"
            )
            unused.append(Unused(label, line, words, message))
    marks = "".join(f"\n\n[^{note.label}]\n" for note in unused)
    return "\n".join(lines), marks, tuple(unused)


def in_place_of_references(
    blocks: tuple[Block, ...],
    unused: tuple[Unused, ...],
    offset: int,
    file: str,
    read_without: Callable[[], tuple[Block, ...]],
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return ``blocks`` with the text of each unused note at the end, and what to say about it.

    :param blocks: what pandoc made of body and references (:func:`with_references`).
    :param read_without: gives what pandoc makes of the body without the references.
    """
    kept = list(blocks[: max(len(blocks) - len(unused), 0)])
    notes: list[Block] = []
    told: list[Unused] = []
    for note, block in zip(unused, blocks[len(kept) :], strict=False):
        content = block["c"] if block["t"] == "Para" else []
        if len(content) == 1 and content[0]["t"] == "Note":
            notes += [{**found, "line": note.line - offset} for found in content[0]["c"]]
            told.append(note)
        elif not content or content[0]["t"] != "Str" or not content[0]["c"].startswith("[^"):
            # Something that does not end took the references in: the words come as they stand.
            kept, told = list(read_without()), list(unused)
            notes = [para(inlines_of(n.words), n.line - offset) for n in unused if n.words]
            break
        # Else pandoc saw no footnote there, and its words are in the text already.
    diagnostics = tuple(
        Diagnostic(
            Code.FOOTNOTE_UNUSED,
            Severity.WARNING,
            note.message,
            file,
            note.line,
            "Put its mark where it belongs in the text, or remove the footnote.",
        )
        for note in told
    )
    return (*kept, *notes), diagnostics


def _scan(lines: list[str]) -> tuple[list[tuple[int, str, str]], str]:
    """Return the definitions (index, label, words) and the text outside them and outside code.

    References inside definitions are escaped in ``lines``.
    """
    definitions: list[tuple[int, str, str]] = []
    text: list[str] = []
    fence = ""
    inside = blank = in_list = False
    for index, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            rest = line.strip("> \t")
            if mark and rest.startswith(fence) and not rest.strip(fence[0]):
                fence = ""
            continue
        if _ITEM.match(line):
            in_list = True
        elif blank and line.strip() and not line[0].isspace():
            in_list = False
        found = (_DEFINITION_IN_ITEM if in_list else _DEFINITION).match(line)
        if found:
            definitions.append((index, found[2], found[3].strip()))
            inside = True
        elif inside and blank and line.strip() and not line.startswith(("    ", "\t")):
            inside = False
        elif inside and line.strip():
            place, label, words = definitions[-1]
            definitions[-1] = (place, label, f"{words} {line.strip()}".strip())
        if mark:
            fence = mark[1]
        elif inside:
            start = found.start(3) if found else 0
            lines[index] = line[:start] + _escaped(line[start:])
        else:
            text.append(line)
        blank = not line.strip()
    return definitions, "\n".join(text)


def _escaped(text: str) -> str:
    """Return ``text`` with a backslash before each reference that is not in code."""
    parts: list[str] = []
    end = 0
    for code in _CODE.finditer(text):
        parts += [_REFERENCE.sub(r"\\\g<0>", text[end : code.start()]), code[0]]
        end = code.end()
    return "".join([*parts, _REFERENCE.sub(r"\\\g<0>", text[end:])])


def _key(label: str) -> str:
    return " ".join(label.split()).casefold()

"""Labels and values that stand in two paragraphs, such as “FDA Approved” above “Yes”."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plainlang.ast import stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, Inlines, map_lists
from plainlang.cleanup.footnote_marks import begins_raised
from plainlang.cleanup.inlines import lines_of, trimmed
from plainlang.cleanup.wording import counted, quoted
from plainlang.document import Block, Change, Document

#: Labels in lower case and without a final colon. English: NCI's drug pages ("US Brand Name(s)"
#: and "FDA Approved" stand on 358 of 1,432 pages) and usual variants; Spanish: the same labels.
LABELS = frozenset(
    {
        "us brand name(s)",
        "us brand name",
        "us brand names",
        "brand name(s)",
        "brand name",
        "brand names",
        "generic name(s)",
        "generic name",
        "other name(s)",
        "other names",
        "fda approved",
        "drug class",
        "nombre(s) comercial(es)",
        "nombre comercial",
        "nombres comerciales",
        "marca(s) comercial(es)",
        "marca comercial",
        "marcas comerciales",
        "nombre genérico",
        "nombres genéricos",
        "otros nombres",
        "aprobado por la fda",
        "clase de medicamento",
    }
)
#: Longest line of a value. The longest name in the pages has 6 words; the sentence that stands
#: below "Yes" has 10.
MAX_WORDS = 8
MAX_CHARACTERS = 60
_SENTENCE = re.compile(r"[.?!:](?:\s|$)")


class LabelValue:
    """Join known labels and the short paragraphs below them into a definition list."""

    name = "label-value"
    summary = "Join a known label and the value below it into an entry of a definition list."

    def __call__(self, document: Document) -> Result:
        """Return the document with labels and values in definition lists."""
        changes: list[Change] = []
        blocks = map_lists(document.blocks, lambda blocks: _joined(blocks, changes))
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _joined(blocks: Blocks, changes: list[Change]) -> Blocks:
    result: Blocks = []
    entries: list[list[object]] = []
    first: Block | None = None
    index = 0
    while index < len(blocks):
        block = blocks[index]
        values = _values(blocks, index + 1) if is_label(block) else []
        if not values:
            result.extend(_list(entries, first))
            entries, first = [], None
            result.append(block)
            index += 1
            continue
        first = first or block
        lines = [line for value in values for line in lines_of(value["c"])]
        entries.append([_unemphasised(block["c"]), [[{"t": "Plain", "c": x}] for x in lines]])
        changes.append(_change(block, lines))
        index += 1 + len(values)
    result.extend(_list(entries, first))
    return result


def _list(entries: list[list[object]], first: Block | None) -> Blocks:
    if first is None:
        return []
    found: Block = {"t": "DefinitionList", "c": entries}
    return [{**found, "line": first["line"]} if "line" in first else found]


def _change(label: Block, values: Sequence[Inlines]) -> Change:
    shown = ", ".join(quoted(stringify(value)) for value in values)
    noun = "value" if len(values) == 1 else f"{counted(len(values), 'value')},"
    message = f"Joined the label {quoted(stringify(label['c']))} and its {noun} {shown}"
    return Change("label-value", label.get("line"), message)


def is_label(block: Block) -> bool:
    """Tell whether ``block`` is a paragraph that holds a known label and nothing else."""
    if block["t"] not in {"Para", "Plain"} or len(block["c"]) > 2 * MAX_WORDS:
        return False
    return " ".join(stringify(block["c"]).split()).rstrip(":").rstrip().casefold() in LABELS


def _values(blocks: Blocks, start: int) -> Blocks:
    """Return the paragraphs from ``start`` that are the label's values.

    More than one only where the next label shows where they end.
    """
    end = start
    while end < len(blocks) and _is_value(blocks[end]):
        end += 1
    if end < len(blocks) and is_label(blocks[end]):
        return blocks[start:end]
    return blocks[start : min(end, start + 1)]


def _is_value(block: Block) -> bool:
    if block["t"] not in {"Para", "Plain"} or is_label(block) or begins_raised(block["c"]):
        return False
    lines = [stringify(line).strip() for line in lines_of(block["c"])]
    return bool(lines) and all(
        len(line) <= MAX_CHARACTERS
        and len(line.split()) <= MAX_WORDS
        and not _SENTENCE.search(line)
        for line in lines
    )


def _unemphasised(inlines: Inlines) -> Inlines:
    """Return a label without bold type: the term of a definition list is set apart anyway."""
    content = trimmed(inlines)
    if len(content) == 1 and content[0]["t"] in {"Strong", "Emph"}:
        return trimmed(content[0]["c"])
    return content

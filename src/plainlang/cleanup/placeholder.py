"""Remove what a template or an editor left behind where text was meant to stand."""

from __future__ import annotations

import re
from dataclasses import replace

from plainlang.ast import stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, Inlines, map_lists
from plainlang.cleanup.inlines import split_at, trimmed
from plainlang.cleanup.wording import quoted
from plainlang.document import Block, Change, Document

#: Lines that are nothing but a leftover, in lower case and without a final full stop.
LEFTOVERS = frozenset(
    {
        "placeholder slot",  # 360 of 1,432 pages of cancer.gov
        "click or tap here to enter text",  # content controls of Word, English and Spanish
        "click here to enter text",
        "haga clic o pulse aquí para escribir texto",
        "haga clic aquí para escribir texto",
    }
)
#: The beginning of the printers' dummy text.
_DUMMY = "lorem ipsum dolor sit amet"
_FIRST_WORDS = frozenset(text.split()[0] for text in (*LEFTOVERS, _DUMMY))
#: A list of attributes in the notation of kramdown, which other readers show as text.
_ATTRIBUTES = re.compile(r"(?:\s*\{:[^{}]*\})+\s*$")


class Placeholder:
    """Remove lines such as “Placeholder slot”, and ``{: .class}`` at the end of a line."""

    name = "placeholder"
    summary = "Remove what a template or an editor left behind where text was meant to stand."

    def __call__(self, document: Document) -> Result:
        """Return the document without leftovers."""
        changes: list[Change] = []

        def visit(blocks: Blocks) -> Blocks:
            cleaned = [_cleaned(block, changes) for block in blocks]
            return [block for block in cleaned if block is not None]

        blocks = map_lists(document.blocks, visit)
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _cleaned(block: Block, changes: list[Change]) -> Block | None:
    if block["t"] not in {"Para", "Plain"} or not _suspicious(block["c"]):
        return block
    line = block.get("line")
    whole = " ".join(stringify(block["c"]).split())
    if _is_leftover(whole) or whole.casefold().startswith(_DUMMY):
        changes.append(_left_behind(whole, line))
        return None
    kept: Inlines = []
    before = len(changes)
    for part in _lines(_without_attributes(block["c"], line, changes)):
        rest = _without_attributes(part, line, changes)
        text = " ".join(stringify(rest).split())
        if _is_leftover(text):
            changes.append(_left_behind(text, line))
        elif text:
            kept.extend(rest)
    if len(changes) == before:
        return block
    return _cleaned({**block, "c": trimmed(kept)}, changes) if kept else None


def _is_leftover(text: str) -> bool:
    return text.casefold().rstrip(".") in LEFTOVERS


def _suspicious(inlines: Inlines) -> bool:
    """Tell whether a paragraph needs a closer look; nearly all are passed over here."""
    return any(
        item["t"] == "Str" and ("{:" in item["c"] or item["c"].casefold() in _FIRST_WORDS)
        for item in inlines
    )


def _lines(inlines: Inlines) -> list[Inlines]:
    """Return the lines of a paragraph, each with the break that begins it."""
    lines: list[Inlines] = [[]]
    for item in inlines:
        if item["t"] in {"SoftBreak", "LineBreak"}:
            lines.append([])
        lines[-1].append(item)
    return lines


def _without_attributes(inlines: Inlines, line: int | None, changes: list[Change]) -> Inlines:
    found = _ATTRIBUTES.search(stringify(inlines))
    parts = split_at(inlines, found.start()) if found else None
    if found is None or parts is None:
        return inlines
    removed = found.group().strip()
    message = f"Removed {quoted(removed)}, an instruction to a web page's template"
    changes.append(Change("placeholder", line, message, removed))
    return parts[0]


def _left_behind(text: str, line: int | None) -> Change:
    return Change(
        "placeholder", line, f"Removed {quoted(text)}, which a template left behind", text
    )

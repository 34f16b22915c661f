"""Remove what a template or an editor left behind where text was meant to stand."""

from __future__ import annotations

import re
from dataclasses import replace

from plainlang.ast import stringify, walk
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, Inlines, map_lists
from plainlang.cleanup.inlines import is_text, split_at, trimmed
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
    found: list[Change] = []
    inlines: Inlines = block["c"]
    # The whole paragraph first, then its lines: a leftover can be wrapped, too.
    for breaks in ((), ("LineBreak",), ("LineBreak", "SoftBreak")):
        lines = (_kept(part, line, found) for part in _lines(inlines, breaks))
        inlines = trimmed([item for part in lines for item in part])
    if not found:
        return block
    changes.extend(found)
    return {**block, "c": inlines} if inlines else None


def _kept(inlines: Inlines, line: int | None, changes: list[Change]) -> Inlines:
    """Return what is left of one line: all, the part before attributes, or nothing."""
    rest = _without_attributes(inlines, line, changes)
    text = " ".join(stringify(rest).split())
    if _is_leftover(text) and not any(element["t"] == "Image" for element in walk(rest)):
        message = f"Removed {quoted(text)}, which a template left behind"
        changes.append(Change("placeholder", line, message, text))
        return []
    return rest if trimmed(rest) else []


def _is_leftover(text: str) -> bool:
    folded = text.casefold()
    return folded.rstrip(".") in LEFTOVERS or folded.startswith(_DUMMY)


def _suspicious(inlines: Inlines) -> bool:
    """Tell whether a paragraph needs a closer look; nearly all are passed over here."""
    return any(
        item["t"] == "Str" and ("{:" in item["c"] or item["c"].casefold() in _FIRST_WORDS)
        for item in inlines
    )


def _lines(inlines: Inlines, breaks: tuple[str, ...]) -> list[Inlines]:
    """Return the lines of a paragraph, each with the break that begins it."""
    lines: list[Inlines] = [[]]
    for item in inlines:
        if item["t"] in breaks:
            lines.append([])
        lines[-1].append(item)
    return lines


def _without_attributes(inlines: Inlines, line: int | None, changes: list[Change]) -> Inlines:
    found = _ATTRIBUTES.search(stringify(inlines))
    parts = split_at(inlines, found.start()) if found else None
    if found is None or parts is None or not is_text(parts[1]):
        return inlines
    removed = found.group().strip()
    message = f"Removed {quoted(removed)}, an instruction to a web page's template"
    changes.append(Change("placeholder", line, message, removed))
    return parts[0]

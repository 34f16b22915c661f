"""Numbers of lists as their author wrote them.

CommonMark takes the first number of a list and counts on from there: ``1. 3. 4.`` becomes 1, 2, 3
without a word (CommonMark 0.31, section 5.3). "See step 4" then names another step. A list whose
numbers do not follow each other is divided where that happens, so that each part begins with
the number that was written. A list of the same number throughout (``1. 1. 1.``) asks to be
counted.
"""

from __future__ import annotations

import re
from operator import is_
from typing import Any

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block

#: The mark of one item behind the marks of what it stands in.
_ITEM = re.compile(r"[\s>]*(?:(?P<number>\d{1,9})[.)]|[-*+])(?=\s|$)")
_WORDS = frozenset({"Str", "Space", "SoftBreak", "LineBreak"})
#: Numbers that a message names.
_NAMED = 12


def with_written_numbers(
    blocks: tuple[Block, ...], body: str, offset: int, file: str
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Return ``blocks`` with the numbers of ``body``, and what to say about each such list.

    :param blocks: what pandoc made of ``body``, with lines that count from its top.
    :param offset: lines of the source above ``body``.
    """
    numbers = _Numbers(body.split("\n"), offset, file)
    result = numbers.visit(list(blocks))
    return tuple(result), tuple(numbers.diagnostics)


class _Numbers:
    def __init__(self, lines: list[str], offset: int, file: str) -> None:
        self.diagnostics: list[Diagnostic] = []
        self._lines = lines
        self._offset = offset
        self._file = file
        self._taken: dict[int, int] = {}  # line -> marks of items that were read on it

    def visit(self, value: Any) -> Any:
        """Return ``value`` with its lists divided; what does not change is shared."""
        if isinstance(value, list):
            result: list[Any] = []
            for item in value:
                if isinstance(item, str) or (isinstance(item, dict) and item.get("t") in _WORDS):
                    result.append(item)
                else:
                    result.extend(self._block(item))
            same = len(result) == len(value) and all(map(is_, result, value))
            return value if same else result
        if isinstance(value, dict) and isinstance(value.get("c"), list):
            content = self.visit(value["c"])
            return value if content is value["c"] else {**value, "c": content}
        return value

    def _block(self, item: Any) -> list[Any]:
        kind = item.get("t") if isinstance(item, dict) else None
        if kind == "BulletList":
            items = [self._item(blocks)[1] for blocks in item["c"]]
            return [_with(item, item["c"], items)]
        if kind != "OrderedList":
            return [self.visit(item)]
        (start, style, delimiter), old = item["c"]
        found = [self._item(blocks) for blocks in old]
        items = [blocks for _, blocks in found]
        written = _complete([number for number, _ in found], start)
        if written == list(range(start, start + len(old))) or len(set(written)) == 1:
            return [_with(item, old, items, [start, style, delimiter])]
        line = next((b["line"] for blocks in old for b in blocks[:1] if "line" in b), None)
        self._report(line, written)
        parts: list[Any] = []
        first = 0
        for place in range(1, len(items) + 1):
            if place < len(items) and written[place] == written[place - 1] + 1:
                continue
            part = {
                "t": "OrderedList",
                "c": [[written[first], style, delimiter], items[first:place]],
            }
            own = next((b["line"] for b in items[first][:1] if "line" in b), None)
            parts.append(part if own is None else {**part, "line": own})
            first = place
        return parts

    def _item(self, blocks: list[Any]) -> tuple[int | None, list[Any]]:
        """Return the number that an item was written with, and its blocks."""
        line = blocks[0].get("line") if blocks else None
        number = None
        if line is not None and 0 < line <= len(self._lines):
            text = self._lines[line - 1]
            place = self._taken.get(line, 0)
            found = _ITEM.match(text, place)
            if found:
                self._taken[line] = found.end()
                number = int(found["number"]) if found["number"] else None
        return number, self.visit(blocks)

    def _report(self, line: int | None, written: list[int]) -> None:
        twice = len(set(written)) < len(written)
        severity = Severity.WARNING if twice else Severity.INFO
        what = "a number of a list stands twice" if twice else "a list does not count on by one"
        message = f"{what} ({_shown(written)}); its numbers are kept as they are written"
        hint = "Look whether an item is missing, or is part of another list."
        place = None if line is None else line + self._offset
        self.diagnostics.append(
            Diagnostic(Code.LIST_NUMBERS, severity, message, self._file, place, hint)
        )


def _with(block: Any, old: list[Any], items: list[Any], style: Any = None) -> Any:
    if all(new is before for new, before in zip(items, old, strict=True)):
        return block
    return {**block, "c": items if style is None else [style, items]}


def _complete(numbers: list[int | None], start: int) -> list[int]:
    """Return ``numbers`` where an item without words, which has no line, follows the one above."""
    result: list[int] = []
    for number in numbers:
        result.append(number if number is not None else result[-1] + 1 if result else start)
    return result


def _shown(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:_NAMED]))
    return f"{shown} … {numbers[-1]}" if len(numbers) > _NAMED else shown

"""Lists within lists that lost their indentation.

The items of a nested list stand level with the item that introduces them, the *parent*, which
ends in a colon. Where the nested list ends can only be told by marks that both levels do not
share; where there are none, the list stays as it is and a person is asked to look.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import replace

from plainlang.ast import stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, map_lists
from plainlang.cleanup.wording import counted, quoted
from plainlang.document import Block, Change, Document

Items = list[Blocks]

_FULL_STOP = re.compile(r"[.!?。！？][\"'”’»)\]]*\W{0,2}$")
_OPEN_END = re.compile(r"\w[\"'”’»)\]]*[¹²³⁴-⁹]*$")
#: A first word that is all lower case: "mRNA" and "pH" tell nothing about the level.
_LOWER = re.compile(r"[^\W\d_]+(?:['’-][^\W\d_]+)*")
#: Words that begin a clause about whom or what the items below it are for. Items that begin
#: with the same one stand on one level (English and Spanish; cancer.gov's lists of uses).
CLAUSE_WORDS = frozenset(
    {"in", "for", "after", "before", "when", "if"}
    | {"en", "para", "después", "antes", "cuando", "si"}
)


class FlattenedList:
    """Put the items that belong under an item that ends in a colon below it."""

    name = "flattened-list"
    summary = "Nest the items of a list below the item that introduces them."

    def __call__(self, document: Document) -> Result:
        """Return the document with nested lists restored where that is certain."""
        changes: list[Change] = []

        def visit(blocks: Blocks) -> Blocks:
            return [
                _rebuilt(block, changes) if block["t"] == "BulletList" else block
                for block in blocks
            ]

        blocks = map_lists(document.blocks, visit)
        if not changes:
            return Result(document)
        return Result(replace(document, blocks=tuple(blocks)), tuple(changes))


def _rebuilt(block: Block, changes: list[Change]) -> Block:
    items: Items = block["c"]
    line = block.get("line")
    if not any(is_parent(item) for item in items[:-1]):
        return block
    new = _nested(items, line, changes, _children)
    return block if new is items else {**block, "c": new}


def is_parent(item: Blocks) -> bool:
    """Tell whether ``item`` is one paragraph that ends in a colon."""
    return (
        len(item) == 1 and item[0]["t"] in {"Para", "Plain"} and _text(item).endswith((":", "："))
    )


def _nested(
    items: Items,
    line: int | None,
    changes: list[Change],
    count_children: Callable[[Items, Items, int], int],
) -> Items:
    """Return ``items`` with those that belong under another one nested below it."""
    result: Items = []
    level: Items = []
    unsure: list[str] = []
    place = 0
    while place < len(items):
        item = items[place]
        place += 1
        count = count_children(level, items, place - 1) if is_parent(item) else 0
        level.append(item)
        if not count:
            if is_parent(item) and place < len(items) and not is_parent(items[place]):
                unsure.append(_text(item))
            result.append(item)
            continue
        children = items[place : place + count]
        place += count
        where = item[0].get("line", line)
        changes.append(
            Change(
                "flattened-list",
                where,
                f"Moved {counted(count, 'list item')} below {quoted(_text(item))}, the first "
                f"being {quoted(_text(children[0]))}; please check that they belong there",
                doubtful=True,
            )
        )
        if _is_bold(item):
            # What stands below it is a list like any other, as a second pass would find.
            clauses = _nested(children, line, changes, _children_of_clause)
            below = any(is_parent(child) for child in children[:-1])
            children = (
                _nested(children, line, changes, _children)
                if clauses is children and below
                else clauses
            )
        inner: Block = {"t": "BulletList", "c": children}
        if "line" in children[0][0]:
            inner["line"] = children[0][0]["line"]
        result.append([*item, inner])
    if unsure:
        message = (
            f"Left a list as it is, although items may belong below {quoted(unsure[0])}: "
            "it is not certain which; please check"
        )
        changes.append(Change("flattened-list", line, message, doubtful=True))
    return result if len(result) != len(items) else items


def _children(level: Items, items: Items, place: int) -> int:
    """Return how many items after ``place`` certainly belong below it.

    :param level: the items before it that are on its own level.
    """
    parent, rest = items[place], items[place + 1 :]
    if _is_bold(parent):
        return _run(rest, lambda item: not _is_bold(item))
    if any(_is_bold(item) for item in rest[:1]):
        return 0
    return _by_case(parent, rest) or _by_full_stops(level, rest)


def _by_case(parent: Blocks, rest: Sequence[Blocks]) -> int:
    """Items in lower case below a parent in upper case, up to the next in upper case."""
    if not _text(parent)[:1].isupper():
        return 0
    count = _run(rest, _begins_in_lower_case)
    if count < 2 or (count < len(rest) and not _text(rest[count])[:1].isupper()):
        return 0
    return count


def _by_full_stops(before: Sequence[Blocks], rest: Sequence[Blocks]) -> int:
    """Items without a full stop, in a list whose other items are sentences with one."""
    count = _run(rest, lambda item: not is_parent(item) and bool(_OPEN_END.search(_text(item))))
    after = rest[count : count + 1]
    level = [*before, *after]
    if count < 2 or not any(_FULL_STOP.search(_text(item)) for item in level):
        return 0
    return count if all(_FULL_STOP.search(_text(i)) or is_parent(i) for i in level) else 0


def _children_of_clause(_level: Items, items: Items, place: int) -> int:
    """Items below "In adults …:", up to the next item that begins with "In" too.

    Only where the whole list follows the pattern: it begins with such an item, and every item
    that begins otherwise stands below one that ends in a colon.
    """
    word = _first_word(items[0])
    if word.casefold() not in CLAUSE_WORDS:
        return 0
    open_clause = False
    for item in items:
        if _first_word(item) == word:
            open_clause = is_parent(item)
        elif not open_clause or is_parent(item):
            return 0
    if sum(_first_word(item) == word for item in items) < 2:
        return 0
    return _run(items[place + 1 :], lambda item: _first_word(item) != word)


def _run(items: Sequence[Blocks], matches: Callable[[Blocks], bool]) -> int:
    count = 0
    while count < len(items) and matches(items[count]):
        count += 1
    return count


def _is_bold(item: Blocks) -> bool:
    """Tell whether ``item`` begins in bold type."""
    if not item or item[0]["t"] not in {"Para", "Plain"} or not item[0]["c"]:
        return False
    first = item[0]["c"][0]
    while first["t"] in {"Link", "Span", "Emph"}:
        inner = first["c"] if first["t"] == "Emph" else first["c"][1]
        if not inner:
            return False
        first = inner[0]
    return bool(first["t"] == "Strong")


def _begins_in_lower_case(item: Blocks) -> bool:
    word = _LOWER.match(_text(item))
    return word is not None and word.group().islower()


def _first_word(item: Blocks) -> str:
    word = _LOWER.match(_text(item))
    return word.group() if word else ""


def _text(item: Blocks) -> str:
    return " ".join(stringify(item, notes=False).split())

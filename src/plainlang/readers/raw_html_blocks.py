"""What pandoc read from a passage, put in the place of the passage."""

from __future__ import annotations

from typing import Any

from plainlang.ast import attr_of, line_of, walk
from plainlang.readers.raw_html_plain import mark

_BLOCKS = frozenset(
    """Para Plain Header CodeBlock LineBlock BlockQuote OrderedList BulletList DefinitionList
    Table Figure Div HorizontalRule""".split()
)
_EMPTY_WHEN_BARE = frozenset(
    """Para Plain Emph Underline Strong Strikeout Superscript Subscript SmallCaps""".split()
)


def placeholders(read: Any) -> list[int]:
    """Return the numbers of the placeholders in ``read``, in order."""
    return [
        number
        for element in walk(read)
        if element["t"] in {"Div", "Span"} and (number := mark(element, "item-")) is not None
    ]


class Filler:
    """Replaces placeholders by ``contents``, and marks of lines by lines."""

    def __init__(self, contents: dict[int, list[Any]], line: int | None) -> None:
        self._contents = contents
        self._line = line

    def fill(self, value: Any) -> Any:
        """Return ``value`` without a placeholder or a mark."""
        if isinstance(value, list):
            return self._list(value)
        if not isinstance(value, dict) or "c" not in value:
            return value
        own = _own_line(value)
        if own is not None and value["t"] in _BLOCKS:
            self._line = own
        line = self._line if value["t"] in _BLOCKS else own
        filled = {**value, "c": self.fill(value["c"])}
        if line is not None and "line" not in filled:
            filled["line"] = line
        return headed(filled) if filled["t"] == "Table" else filled

    def _list(self, items: list[Any]) -> list[Any]:
        result: list[Any] = []
        for item in items:
            if _is_mark(item):
                continue
            if isinstance(item, dict) and item.get("t") in {"Div", "Span"}:
                number = mark(item, "item-")
                if number is not None:
                    content = self._contents[number]
                    result.extend(content)
                    self._line = next(
                        (n for e in reversed(content) if (n := line_of(e))), self._line
                    )
                    continue
                if _is_line_mark(item):
                    continue
            filled = self.fill(item)
            bare = isinstance(filled, dict) and filled.get("t") in _EMPTY_WHEN_BARE
            if not (bare and not filled["c"]):
                result.append(filled)
        return result


def _is_mark(pair: Any) -> bool:
    return (
        isinstance(pair, list)
        and len(pair) == 2
        and pair[0] in ("plainlang", "data-plainlang")
        and isinstance(pair[1], str)
    )


def _is_line_mark(element: Any) -> bool:
    """Tell whether ``element`` is an empty span that only marks a line."""
    return (
        element["t"] == "Span"
        and not element["c"][1]
        and not element["c"][0][0]
        and mark(element, "line-") is not None
    )


def _own_line(element: Any) -> int | None:
    """Return the first line that ``element`` or, for a block, what is in it is marked with."""
    for inner in walk(element):
        for pair in (attr_of(inner) or ((), (), ()))[2]:
            if _is_mark(pair):
                return _line(pair)
        if element["t"] not in _BLOCKS:
            break
    return None


def _line(pair: Any) -> int | None:
    value: str = pair[1]
    return int(value.removeprefix("line-")) if value.startswith("line-") else None


def headed(table: Any) -> Any:
    """Return ``table`` with its leading heading rows as the head, where it has no head.

    A browser puts every row without ``<thead>`` into the body; pandoc then reads rows of ``<th>``
    as headings inside the body, and the columns would lose their headings.
    """
    attributes, caption, columns, head, bodies, foot = table["c"]
    if head[1] or not bodies or not bodies[0][2] or not bodies[0][3]:
        return table
    first = bodies[0]
    bodies = [[first[0], first[1], [], first[3]], *bodies[1:]]
    return {**table, "c": [attributes, caption, columns, [head[0], first[2]], bodies, foot]}


def mixed(blocks: list[Any]) -> list[Any]:
    """Return the paragraphs of an inline passage as inlines, beside its other blocks."""
    result: list[Any] = []
    for block in blocks:
        if block["t"] in {"Para", "Plain"}:
            if result and result[-1]["t"] not in _BLOCKS:
                result.append({"t": "Space"})
            result.extend(block["c"])
        elif block["t"] == "Div" and not any(block["c"][0]):
            if result and result[-1]["t"] not in _BLOCKS:
                result.append({"t": "Space"})
            result.extend(mixed(block["c"][1]))
        else:
            result.append(block)
    return result


def flat(elements: list[Any]) -> list[Any]:
    """Return ``elements`` with the inlines of every block in place of the block."""
    result: list[Any] = []
    for element in elements:
        if element["t"] in _BLOCKS:
            for leaf in _leaves(element):
                if result and result[-1]["t"] != "Space":
                    result.append({"t": "Space"})
                result.extend(leaf)
            result.append({"t": "Space"})
        else:
            result.append(element)
    return result


def _leaves(value: Any) -> list[list[Any]]:
    if isinstance(value, dict):
        kind = value.get("t")
        if kind in {"Para", "Plain"}:
            return [value["c"]]
        if kind == "Header":
            return [value["c"][2]]
        if kind == "CodeBlock":
            return [[{"t": "Code", "c": value["c"]}]]
        if kind not in _BLOCKS:
            return [[value]] if kind and "c" in value else []
        return _leaves(value.get("c"))
    if isinstance(value, list):
        if (
            value
            and all(isinstance(e, dict) and e.get("t") for e in value)
            and not any(e["t"] in _BLOCKS for e in value)
        ):
            return [value] if value[0]["t"] not in _NOT_TEXT else []
        return [leaf for part in value for leaf in _leaves(part)]
    return []


#: Parts of a table or a list that are elements of the AST and no text.
_NOT_TEXT = frozenset(
    """AlignDefault AlignLeft AlignRight AlignCenter ColWidth ColWidthDefault Decimal Period
    DefaultStyle DefaultDelim LowerAlpha UpperAlpha LowerRoman UpperRoman OneParen TwoParens
    Example""".split()
)


def split(paragraph: Any, elements: list[Any]) -> list[Any]:
    """Return ``paragraph`` with ``elements`` as content, cut where a block stands among them."""
    result: list[Any] = []
    run: list[Any] = []
    for element in [*elements, None]:
        if element is not None and element["t"] not in _BLOCKS:
            run.append(element)
            continue
        while run and run[0]["t"] in {"Space", "SoftBreak", "LineBreak"}:
            run.pop(0)
        while run and run[-1]["t"] in {"Space", "SoftBreak", "LineBreak"}:
            run.pop()
        if run:
            result.append({**paragraph, "c": run})
        if element is not None:
            result.append(element)
        run = []
    return result

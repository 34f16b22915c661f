"""pandoc's JSON as the AST that plainlang works on: with lines, without ``sourcepos`` wrappers."""

from __future__ import annotations

import gc
import json
from functools import partial
from typing import Any

from plainlang.diagnostics import Code
from plainlang.exceptions import EngineError


def decode_ast(data: bytes) -> dict[str, Any]:
    """Decode pandoc's JSON and turn ``sourcepos`` wrappers into ``"line"`` keys.

    ``sourcepos`` wraps every token in a ``Span`` and every block in a ``Div`` that is marked
    ``wrapper=1``. They are unwrapped while the JSON is decoded, because a large page has 500,000
    of them; then neighbouring strings are joined again. A word that stands there often is one
    object, so that a tree takes half the memory.

    :raises EngineError: if the document is nested deeper than Python's decoder allows.
    """
    enabled = gc.isenabled()
    gc.disable()  # a large page makes a million dicts, none of which is garbage
    try:
        result: dict[str, Any] = json.loads(data, object_hook=partial(_unwrap, {}))
    except RecursionError as error:
        raise EngineError(
            "the document is nested too deep (lists in lists, or quotes in quotes)",
            code=Code.NESTING_TOO_DEEP,
            hint="No reader can follow so many levels: flatten the lists or quotes.",
        ) from error
    finally:
        if enabled:
            gc.enable()
    return result


_SPACE = {"t": "Space"}


def _first_line(position: str) -> int | None:
    head = position.split(":", 1)[0].rsplit("@", 1)[-1]
    return int(head) if head.isdigit() else None


def _unwrap(words: dict[str, Any], element: dict[str, Any]) -> Any:
    """Return what stands for ``element``.

    :param words: the words and spaces of the document so far.
    """
    kind = element.get("t")
    if kind == "Str":
        return words.setdefault(element["c"], element)
    if kind == "Space":
        return _SPACE
    if kind is None:
        if "blocks" in element:
            element["blocks"] = _splice(element["blocks"])
        return element
    content = element.get("c")
    if isinstance(content, list):
        if kind in {"Span", "Div"}:
            attributes = content[0][2]
            content[1] = _splice(content[1])
            if attributes and attributes[0][0] == "wrapper":
                inner = content[1]
                if kind == "Div" and inner and "line" not in inner[0] and len(attributes) > 1:
                    line = _first_line(attributes[1][1])
                    if line is not None:
                        inner[0]["line"] = line
                if content[0][0] == "" and content[0][1] == [] and len(attributes) <= 2:
                    return {"t": "-splice", "c": inner}
                # An author's attributes stand on the same wrapper: only the marks go.
            content[0][2] = [p for p in attributes if p[0] not in {"wrapper", "data-pos"}]
            line = next((_first_line(p[1]) for p in attributes if p[0] == "data-pos"), None)
            if line is not None:
                element["line"] = line
            return element
        _take_position(element, content)
        for index, part in enumerate(content):
            if isinstance(part, list):
                content[index] = _splice_lists(part)
        element["c"] = _splice(content)
        if kind == "BulletList":
            element["c"] = [_join_task(item) for item in element["c"]]
    return element


def _join_task(item: list[Any]) -> list[Any]:
    """Join the box of a task with its text: ``sourcepos`` gives the box a block of its own."""
    if len(item) < 2 or item[0] not in _BOXES or item[1]["t"] not in {"Plain", "Para"}:
        return item
    text = item[1]
    return [{**text, "c": [*item[0]["c"], {"t": "Space"}, *text["c"]]}, *item[2:]]


_BOXES = (
    {"t": "Plain", "c": [{"t": "Str", "c": "☐"}]},
    {"t": "Plain", "c": [{"t": "Str", "c": "☒"}]},
)


def _take_position(element: dict[str, Any], content: list[Any]) -> None:
    """Move ``data-pos`` from the element's own attributes to ``"line"``."""
    kind = element["t"]
    place = 1 if kind == "Header" else 0
    if kind not in {"Header", "Link", "Image", "Code", "CodeBlock", "Table", "Figure"}:
        return
    attributes = content[place][2]
    for pair in attributes:
        if pair[0] == "data-pos":
            lines = [_first_line(part) for part in pair[1].split(";")]
            found = [line for line in lines if line is not None]
            if found:
                element["line"] = min(found)
    content[place][2] = [p for p in attributes if p[0] not in {"wrapper", "data-pos"}]


def _splice_lists(value: list[Any]) -> list[Any]:
    """Splice in nested lists: list items, table rows and cells, definition lists."""
    result = [_splice_lists(item) if isinstance(item, list) else item for item in value]
    return _splice(result)


def _splice(items: list[Any]) -> list[Any]:
    """Put the content of splice marks in their place and join neighbouring strings."""
    result: list[Any] = []
    after_word = False
    for item in items:
        is_element = item.__class__ is dict
        for part in item["c"] if is_element and item.get("t") == "-splice" else (item,):
            is_word = part.__class__ is dict and part.get("t") == "Str"
            if is_word and after_word:
                result[-1] = {"t": "Str", "c": result[-1]["c"] + part["c"]}
            else:
                result.append(part)
            after_word = is_word
    return result

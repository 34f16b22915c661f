"""Marks that carry through pandoc what its readers of office formats leave out.

pandoc's readers know neither the language of a stretch of text nor, in ODT, the description of a
picture. Both are put into the text before pandoc reads it, between characters that no text can
hold, and are taken out of the AST again: ``U+FDD0 es U+FDD1 Hola U+FDD2`` becomes a ``Span`` with
``lang="es"``, ``U+FDD3 a red pen U+FDD2`` becomes the description of the image behind it.

U+FDD0 to U+FDEF are noncharacters for use inside a program (The Unicode Standard, 23.7). XML lets
them pass, so :func:`without_marks` takes a source's own away first.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import Any

from plainlang.ast import Element, attr, transform

_LANGUAGE, _NAMED, _END, _DESCRIPTION = "\ufdd0", "\ufdd1", "\ufdd2", "\ufdd3"
_NONCHARACTERS = re.compile("[\ufdd0-\ufdef]")
_MARK = re.compile(f"([{_LANGUAGE}{_NAMED}{_END}{_DESCRIPTION}])")
#: A letter: what has none (``5–10``) reads the same in every language.
_LETTER = re.compile(r"[^\W\d_]")
#: The names of a line break within a run of one language.
_GLUE = frozenset({"Space", "SoftBreak", "LineBreak"})


def without_marks(value: str) -> str:
    """Return ``value`` without the characters that this module uses."""
    return _NONCHARACTERS.sub("", value)


def in_language(value: str, tag: str) -> str:
    """Return ``value`` marked as being in the language ``tag``; as it is where it has no letter."""
    return f"{_LANGUAGE}{tag}{_NAMED}{value}{_END}" if _LETTER.search(value) else value


def description(value: str) -> str:
    """Return the mark to put before an image that shows what ``value`` says."""
    return f"{_DESCRIPTION}{' '.join(value.split())}{_END}" if value.strip() else ""


def resolve_marks(blocks: Any) -> Any:
    """Return ``blocks`` with every mark turned into what it stands for."""

    def visit(element: Element) -> Element | list[Element]:
        kind, content = element["t"], element.get("c")
        if not isinstance(content, list):
            return element
        if kind in {"Para", "Plain"}:
            return _lifted({**element, "c": _inlines(content)})
        made = {**element, "c": _lists(content)}
        return _undirected(made) if kind == "Span" else made

    return transform(blocks, visit)


def _lists(value: list[Any]) -> list[Any]:
    if any(isinstance(item, dict) and item.get("t") == "Str" for item in value):
        return _inlines(value)
    return [_lists(item) if isinstance(item, list) else item for item in value]


def _inlines(items: list[Any]) -> list[Any]:
    """Return a list of inlines with its marks resolved and equal neighbours joined."""
    pieces: list[Any] = []
    for item in items:
        if item["t"] == "Str" and _MARK.search(item["c"]):
            pieces += [part for part in _MARK.split(item["c"]) if part]
        else:
            pieces.append(item)
    result: list[Any] = []
    tag: str | None = None
    naming = describing = False
    name: list[str] = []
    alt: list[Any] | None = None
    for piece in pieces:
        if piece == _LANGUAGE:
            naming, name = True, []
        elif piece == _NAMED:
            naming, tag = False, "".join(name)
        elif piece == _DESCRIPTION:
            describing, alt = True, []
        elif piece == _END:
            tag, describing = None, False
        elif naming:
            name.append(piece)
        elif describing:
            assert alt is not None
            alt.append({"t": "Str", "c": piece} if isinstance(piece, str) else piece)
        else:
            made = {"t": "Str", "c": piece} if isinstance(piece, str) else piece
            if made["t"] == "Image" and alt:
                made = {**made, "c": [made["c"][0], alt, made["c"][2]]}
                alt = None
            result.append(_span([made], tag) if tag and made["t"] not in _GLUE else made)
    return _joined(result)


def _span(inlines: list[Any], tag: str) -> Element:
    return {"t": "Span", "c": [attr(pairs=[("lang", tag)]), inlines]}


def _tag(item: Any) -> str | None:
    """Return the language of a span that this module made."""
    if item["t"] != "Span":
        return None
    identifier, classes, pairs = item["c"][0]
    if identifier or classes or len(pairs) != 1 or pairs[0][0] != "lang":
        return None
    tag: str = pairs[0][1]
    return tag


def _undirected(span: Element) -> Element | list[Element]:
    """Drop the direction that pandoc gives a run around its language, which implies it."""
    identifier, classes, pairs = span["c"][0]
    inner = span["c"][1]
    if identifier or classes or [key for key, _ in pairs] != ["dir"]:
        return span
    parts = [item for item in inner if item["t"] not in _GLUE]
    return list(inner) if parts and all(_tag(item) for item in parts) else span


def _joined(items: list[Any]) -> list[Any]:
    """Join neighbouring spans of one language, with the spaces between them."""
    result: list[Any] = []
    for tag, group in groupby(items, _tag):
        run = list(group)
        if tag is None:
            result += run
            continue
        inner = [part for item in run for part in item["c"][1]]
        before = result[-2:] if len(result) > 1 else []
        if before and before[1]["t"] in _GLUE and _tag(before[0]) == tag:
            glue = result.pop()
            inner = [*result.pop()["c"][1], glue, *inner]
        result.append(_span(inner, tag))
    return result


def _lifted(block: Element) -> Element:
    """Return a paragraph that is all in one language as a ``Div`` in that language.

    Only so does the whole paragraph get the direction of an Arabic one.
    """
    content = block["c"]
    tag = _tag(content[0]) if len(content) == 1 else None
    if tag is None:
        return block
    line = {"line": block["line"]} if "line" in block else {}
    inner = {**block, "c": content[0]["c"][1]}
    return {"t": "Div", "c": [attr(pairs=[("lang", tag)]), [inner]], **line}

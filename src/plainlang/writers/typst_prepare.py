"""The document as it will be printed: still the Pandoc AST, but without what paper cannot do.

What print guidelines forbid is replaced (italics, underlining, small capitals), what pandoc's
Typst writer would set by rules of its own is spelled out (quotation marks, verse), and headings
below level 6 become level 6, the last that PDF knows. Addresses are written in ASCII, as PDF
wants them. No word is lost or added. Wide tables are
reshaped by :mod:`plainlang.writers.typst_reshape`, which needs the measures of the page.
"""

from __future__ import annotations

from collections.abc import Sequence, Set
from itertools import pairwise
from typing import Any

from plainlang import ast
from plainlang.writers.typst_syntax import address

Element = dict[str, Any]

#: The deepest heading of PDF 1.7 (ISO 32000-1, 14.8.4.3.2).
DEEPEST_HEADING = 6


#: Typst cannot link to longer addresses; no browser takes them either.
LONGEST_ADDRESS = 8000


def prepare(blocks: Sequence[Element]) -> tuple[Element, ...]:
    """Return ``blocks`` in the form that is printed, apart from its tables and links."""
    result: tuple[Element, ...] = tuple(_apart(ast.transform_structures(list(blocks), _prepare)))
    return result


def _apart(value: Any) -> Any:
    """Make a paragraph of words that stand right before another block.

    Typst runs such words and the first line of the block together, and two doses in one cell,
    ``1`` and ``2``, would be read as one number. A list below its words needs none.
    """
    if isinstance(value, dict):
        content = value.get("c")
        if value.get("t") in _WITHOUT_BLOCKS or not isinstance(content, list):
            return value
        new = _apart(content)
        return value if new is content else {**value, "c": new}
    if not isinstance(value, list):
        return value
    made = [_apart(item) for item in value]
    for index, (block, following) in enumerate(pairwise(made)):
        if (
            isinstance(block, dict)
            and block.get("t") == "Plain"
            and isinstance(following, dict)
            and following["t"] not in _BELOW
        ):
            made[index] = {**block, "t": "Para"}
    same = all(new is old for new, old in zip(made, value, strict=True))
    return value if same else made


_BELOW = frozenset({"BulletList", "OrderedList"})
_WITHOUT_BLOCKS = frozenset({"Para", "Plain", "Header", "CodeBlock", "LineBlock", "Str", "Space"})


def connect(blocks: Sequence[Element]) -> tuple[Element, ...]:
    """Return ``blocks`` with links that lead somewhere; the words of all others stay.

    :param blocks: what is printed: an identifier may have gone with a table's header.
    """
    identifiers = {
        attributes[0]
        for attributes in map(ast.attr_of, ast.structures(list(blocks)))
        if attributes and attributes[0]
    }

    def rule(element: Element) -> Element | list[Element]:
        return _link(element, identifiers) if element["t"] == "Link" else element

    result: tuple[Element, ...] = tuple(ast.transform_structures(list(blocks), rule))
    return result


def _prepare(element: Element) -> Element | list[Element] | None:
    rule = _RULES.get(element["t"])
    return rule(element) if rule else element


def _strong(element: Element) -> Element | list[Element]:
    content: list[Element] = element["c"]
    return {"t": "Strong", "c": content} if content else []


def _unwrap(element: Element) -> list[Element]:
    content: list[Element] = element["c"]
    return content


def _quoted(element: Element) -> list[Element]:
    # The same marks as `ast.stringify` gives: what is printed is what is compared.
    marks = "‘’" if element["c"][0]["t"] == "SingleQuote" else "“”"
    return [{"t": "Str", "c": marks[0]}, *element["c"][1], {"t": "Str", "c": marks[1]}]


def _cite(element: Element) -> list[Element]:
    inlines: list[Element] = element["c"][1]
    return inlines


def _math(element: Element) -> Element:
    # Formulas do not occur in what plainlang reads; their source is at least not lost.
    return {"t": "Code", "c": [ast.attr(), element["c"][1]]}


def _line_block(element: Element) -> Element | None:
    inlines: list[Element] = []
    for line in element["c"]:
        if inlines:
            inlines.append({"t": "LineBreak"})
        inlines.extend(line)
    return _paragraph({**element, "t": "Para", "c": inlines})


def _paragraph(element: Element) -> Element | None:
    inlines: list[Element] = element["c"]
    end = len(inlines)
    while end and inlines[end - 1]["t"] in {"Space", "SoftBreak", "LineBreak"}:
        end -= 1
    if not end:
        return None
    return element if end == len(inlines) else {**element, "c": inlines[:end]}


def _header(element: Element) -> Element:
    level, attributes, inlines = element["c"]
    if not ast.stringify(inlines, notes=False, alt=False).strip():
        # An image alone names nothing in a list of bookmarks, and Typst refuses it.
        return ast.div([ast.para(inlines)] if inlines else [], identifier=attributes[0])
    if level <= DEEPEST_HEADING:
        return element
    return {**element, "c": [DEEPEST_HEADING, attributes, inlines]}


def _link(element: Element, identifiers: Set[str]) -> Element | list[Element]:
    attributes, inlines, (url, title) = element["c"]
    internal = url.startswith("#")
    silent = not ast.stringify(inlines, notes=False).strip()
    if silent and not internal:
        # A link without text could not be seen or heard: it shows its address.
        inlines = [*inlines, {"t": "Str", "c": url}] if url else inlines
    target = url if internal else address(url)
    dangling = internal and (silent or url[1:] not in identifiers)
    if dangling or not 0 < len(target) <= LONGEST_ADDRESS:
        return list(inlines)  # it leads nowhere; its words stay
    return {**element, "c": [attributes, inlines, [target, title]]}


def _image(element: Element) -> Element:
    attributes, alternative, target = element["c"]
    spoken = ast.text(" ".join(ast.words(alternative)))
    return {**element, "c": [attributes, spoken, target]}


def _definitions(element: Element) -> Element | None:
    return element if element["c"] else None


_RULES = {
    "Emph": _strong,
    "Underline": _strong,
    "SmallCaps": _unwrap,
    "Quoted": _quoted,
    "Cite": _cite,
    "Math": _math,
    "LineBlock": _line_block,
    "Para": _paragraph,
    "Plain": _paragraph,
    "Header": _header,
    "Image": _image,
    "BulletList": _definitions,
    "OrderedList": lambda element: element if element["c"][1] else None,
    "DefinitionList": _definitions,
}

"""Blocks for pandoc's Typst writer.

Lists, tables, quotations and divisions are written as calls of Typst functions around their
content, not in Typst's markup: so an empty item, a list beside a list, a numbering that starts
at 3 and a table in a list keep their meaning and their tags, whatever is in them. pandoc is
left with headings and paragraphs, and with the escaping of their text.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import zip_longest
from typing import Any

from plainlang import ast
from plainlang.writers.typst_inlines import inlines, needs_spelling, spelled_code
from plainlang.writers.typst_measure import INDENT, height
from plainlang.writers.typst_place import Place
from plainlang.writers.typst_reshape import CAPTION_CLASS, ROW_CLASS
from plainlang.writers.typst_syntax import language_arguments, raw_block, raw_inline, string
from plainlang.writers.typst_tables import table

Element = dict[str, Any]

#: Numbering patterns of Typst for Pandoc's styles of ordered lists.
_NUMBERS = {
    "Decimal": "1",
    "DefaultStyle": "1",
    "Example": "1",
    "LowerAlpha": "a",
    "UpperAlpha": "A",
    "LowerRoman": "i",
    "UpperRoman": "I",
}
_DELIMITERS = {"Period": "{}.", "DefaultDelim": "{}.", "OneParen": "{})", "TwoParens": "({})"}

#: Blocks that belong to the line before them.
_INTRODUCED = frozenset({"BulletList", "OrderedList", "DefinitionList", "Table", "Div"})

#: A paragraph of fewer lines than this, with the space below it, may be a caption.
_CAPTION_LINES = 3

#: Classes of a ``Div`` that is no part of what its document has to say: a line sets it apart.
_APART = frozenset({"disclosure", "rights"})

#: Functions of the template that set the content of a ``Div`` with this class.
_ROLES = {
    "title-block": "title-block",
    "about": "about",
    ROW_CLASS: "table-row",
    CAPTION_CLASS: "table-caption",
}


def write_blocks(blocks: Sequence[Element], place: Place) -> list[Element]:
    """Return ``blocks`` as pandoc is to write them."""
    result: list[Element] = []
    for block, following in zip_longest(blocks, blocks[1:]):
        rule = _RULES.get(block["t"])
        written = rule(block, place) if rule else []
        if _introduces(block, following, place):
            written = [raw_block("#introduction["), *written, raw_block("]")]
        result.extend(written)
    return result


def _paragraphs(blocks: Sequence[Element]) -> list[Element]:
    """Return ``blocks`` with every ``Plain`` a ``Para``: outside of items and cells, Typst makes
    no paragraph of text that stands alone."""
    return [{**block, "t": "Para"} if block["t"] == "Plain" else block for block in blocks]


def _introduces(block: Element, following: Element | None, place: Place) -> bool:
    """Tell whether ``block`` is a line such as "Tell your doctor if you have:" before a list.

    One or two lines right before a table are its caption, whatever they end with.
    """
    if following is None or block["t"] != "Para" or following["t"] not in _INTRODUCED:
        return False
    if following["t"] == "Table" or _is_row(following):
        return height([block], place.metrics, place.width) < _CAPTION_LINES
    return ast.stringify(block["c"], notes=False).rstrip().endswith((":", "："))


def _is_row(block: Element) -> bool:
    return block["t"] == "Div" and ast.has_class(block, ROW_CLASS)


def _paragraph(block: Element, place: Place) -> list[Element]:
    return [{"t": block["t"], "c": inlines(block["c"], place)}]


def _header(block: Element, place: Place) -> list[Element]:
    level, (identifier, _, pairs), content = block["c"]
    scale = place.heading_sizes[min(level, len(place.heading_sizes)) - 1]
    attributes = dict(pairs)
    here = place.directed(attributes.get("dir", ""))
    large = replace(here, scale=scale, heading=True, bold=True)
    body = inlines(content, large)
    label = place.labels.anchor(identifier)
    if label:
        body = [raw_inline(label), *body]
    arguments = language_arguments(attributes.get("lang", ""), attributes.get("dir", ""))
    heading: Element = {"t": "Header", "c": [level, ast.attr(), body]}
    return _scoped([heading], arguments)


def _bullets(block: Element, place: Place) -> list[Element]:
    return _call("list", block["c"], place.narrower(INDENT))


def _ordered(block: Element, place: Place) -> list[Element]:
    (start, style, delimiter), items = block["c"]
    pattern = _DELIMITERS[delimiter["t"]].format(_NUMBERS[style["t"]])
    if place.addresses:
        pattern = "[1]"
    # Typst counts from a start of its own inside an enumeration in another: always say it.
    arguments = f"start: {start}, numbering: {string(pattern)}, "
    return _call("enum", items, place.narrower(INDENT), arguments)


def _call(
    function: str, items: Sequence[Sequence[Element]], place: Place, arguments: str = ""
) -> list[Element]:
    result = [raw_block(f"#{function}({arguments}[")]
    for number, item in enumerate(items):
        if number:
            result.append(raw_block("], ["))
        result.extend(write_blocks(item, place))
    return [*result, raw_block("])")]


def _definitions(block: Element, place: Place) -> list[Element]:
    result = [raw_block("#terms(")]
    for term, definitions in block["c"]:
        result.append(raw_block("terms.item(["))
        result.append({"t": "Plain", "c": inlines(term, replace(place, bold=True))})
        result.append(raw_block("], ["))
        content = [part for definition in definitions for part in definition]
        if len(content) > 1:
            # Pandoc writes "Plain" without a blank line, and two would become one paragraph.
            content = [{**part, "t": "Para"} if part["t"] == "Plain" else part for part in content]
        result.extend(write_blocks(content, place))
        result.append(raw_block("]),"))
    return [*result, raw_block(")")]


def _quote(block: Element, place: Place) -> list[Element]:
    inner = write_blocks(_paragraphs(block["c"]), place.narrower(INDENT))
    return [raw_block("#quote(block: true)["), *inner, raw_block("]")]


def _code(block: Element, place: Place) -> list[Element]:
    (identifier, _, _), source = block["c"]
    label = place.labels.anchor(identifier)
    result = [raw_block(f"#raw({string(source)}, block: true)")]
    if needs_spelling(source, place.direction):
        result = [ast.para(spelled_code(source, place))]
    return [raw_block(label), *result] if label else result


def _rule(block: Element, place: Place) -> list[Element]:
    return [raw_block("#rule()")]


def _div(block: Element, place: Place) -> list[Element]:
    (identifier, classes, pairs), content = block["c"]
    role = next((_ROLES[name] for name in classes if name in _ROLES), "")
    attributes = dict(pairs)
    arguments = language_arguments(attributes.get("lang", ""), attributes.get("dir", ""))
    here = place.directed(attributes.get("dir", ""))
    if role:
        here = here.narrower(INDENT)
    there = replace(here, addresses="web-addresses" in classes)
    inner = write_blocks(_paragraphs(content), there)
    inner = _scoped(inner, arguments)
    if role and inner:
        keep = "true" if here.keeps(content) else "false"
        inner = [raw_block(f"#{role}(keep: {keep})["), *inner, raw_block("]")]
    if inner and not _APART.isdisjoint(classes):
        inner = [raw_block("#rule()"), *inner]
    label = place.labels.anchor(identifier)
    return [raw_block(label), *inner] if label else inner


def _scoped(blocks: list[Element], arguments: str) -> list[Element]:
    """Return ``blocks`` with arguments of Typst's ``text`` that hold for them alone."""
    if not arguments:
        return blocks
    return [raw_block(f"#[\n#set text({arguments})"), *blocks, raw_block("]")]


def _figure(block: Element, place: Place) -> list[Element]:
    (identifier, _, _), caption, content = block["c"]
    if caption[1]:
        inner = [
            raw_block("#figure(caption: ["),
            *write_blocks(caption[1], place),
            raw_block("], ["),
            *write_blocks(_paragraphs(content), place),
            raw_block("])"),
        ]
    else:
        inner = write_blocks(_paragraphs(content), place)
    label = place.labels.anchor(identifier)
    return [raw_block(label), *inner] if label else inner


def _table(block: Element, place: Place) -> list[Element]:
    label = place.labels.anchor(block["c"][0][0])
    result = table(block, place)
    return [raw_block(label), *result] if label else result


_RULES: dict[str, Callable[[Element, Place], list[Element]]] = {
    "Para": _paragraph,
    "Plain": _paragraph,
    "Header": _header,
    "BulletList": _bullets,
    "OrderedList": _ordered,
    "DefinitionList": _definitions,
    "BlockQuote": _quote,
    "CodeBlock": _code,
    "HorizontalRule": _rule,
    "Div": _div,
    "Figure": _figure,
    "Table": _table,
}

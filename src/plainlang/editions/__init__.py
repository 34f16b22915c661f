"""Assembly: a cleaned document becomes what stands in an edition.

The title, the title block, the addresses of the links (print) and the notes about source and
rights are added as Pandoc blocks, so that every writer shows the same and a test can compare
every format with one list of words. The rules that no configuration can switch off are kept
here too: every link target is safe and exists, every image has alternative text, every
heading has an identifier, and no identifier stands twice.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from plainlang.ast import Element, attr, stringify, text, transform_structures, walk
from plainlang.document import Block, Document
from plainlang.editions.about import ABOUT_ID, about_block
from plainlang.editions.anchors import anchor
from plainlang.editions.directions import direct_passages
from plainlang.editions.expansions import spell_out
from plainlang.editions.label import field_words
from plainlang.editions.links import number_links, safe_links
from plainlang.editions.numbers import isolate_numbers
from plainlang.editions.title import title_block
from plainlang.locales import Words

__all__ = ["assemble"]


def assemble(
    document: Document, words: Words, *, print_format: bool, notices: Sequence[str] = ()
) -> Document:
    """Return the document as an edition shows it.

    :param words: the words that plainlang itself puts in.
    :param print_format: number the external links and list their addresses at the end, and
        show the words that appear elsewhere where a pointer rests.
    :param notices: what the edition says of itself below its title
        (:mod:`plainlang.editions.notices`).
    """
    blocks = tuple(
        transform_structures(
            document.blocks, lambda element: _figure(_boxed(_described(element, words)))
        )
    )
    blocks, title_id = anchor(blocks)
    blocks = safe_links(blocks, (title_id, ABOUT_ID))
    addresses: list[Block] = []
    if print_format:
        blocks = spell_out(blocks)
        blocks, addresses = number_links(blocks, words, document.language)
    title = {
        "t": "Header",
        "c": [1, attr(title_id, ["title"]), field_words(document.metadata, "title")],
    }
    assembled = (
        title,
        *title_block(document, words, notices),
        *blocks,
        *addresses,
        *about_block(document, words),
    )
    directed = direct_passages(assembled, document.language)
    return replace(document, blocks=isolate_numbers(directed, document.language))


def _boxed(element: Element) -> Element:
    """Keep the box of a task as text: pandoc would make a form field of it that does nothing."""
    if element["t"] not in {"Plain", "Para"} or not element["c"]:
        return element
    first, *rest = element["c"]
    if first not in ({"t": "Str", "c": "☐"}, {"t": "Str", "c": "☒"}):
        return element
    return {**element, "c": [{"t": "Span", "c": [attr(classes=["task"]), [first]]}, *rest]}


def _figure(element: Element) -> Element:
    """Make paragraphs of the words in a figure, so that they are apart from its caption."""
    if element["t"] != "Figure":
        return element
    attributes, caption, blocks = element["c"]
    if not any(_is_words(block) for block in blocks):
        return element
    apart = [{**block, "t": "Para"} if _is_words(block) else block for block in blocks]
    return {**element, "c": [attributes, caption, apart]}


def _is_words(block: Block) -> bool:
    return block["t"] == "Plain" and not any(e["t"] == "Image" for e in walk(block))


def _described(element: Element, words: Words) -> Element:
    """Give an image without alternative text the words that say so."""
    if element["t"] != "Image" or stringify(element["c"][1]).strip():
        return element
    (identifier, classes, pairs), _, target = element["c"]
    alt = text(words("Image without description"))
    return {**element, "c": [[identifier, [*classes, "no-description"], pairs], alt, target]}

"""Links: only safe targets that exist, and numbers and addresses for paper."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import unquote

from plainlang.ast import attr, attr_of, div, stringify, structures, text, transform_structures
from plainlang.ast import words as words_of
from plainlang.document import Block
from plainlang.editions.label import own_words
from plainlang.locales import Words

ADDRESSES_ID = "web-addresses"

#: Digits of a number within one exchange in North America; shorter ones name nobody.
_LOCAL_NUMBER = 7

#: The schemes that an edition may link to. Everything else is text.
SAFE_SCHEMES = ("http://", "https://", "mailto:", "tel:")

#: Links to entries of NCI's dictionaries: they explain a word and are no place to go to on
#: paper (forms seen in 1,432 pages of cancer.gov).
_GLOSSARY = re.compile(
    r"/PopUps/popDefinition\.aspx|/dictionaries/cancer-terms/def/"
    r"|/diccionarios/diccionario-cancer/def/",
    re.IGNORECASE,
)


def safe_links(blocks: tuple[Block, ...], more: Iterable[str] = ()) -> tuple[Block, ...]:
    """Turn links with an unsafe or missing target into spans that keep the target as data.

    A link without words could not be seen, heard or tapped: it shows its address, or the words
    of the heading that it leads to.

    :param more: identifiers that the assembly adds.
    """
    elements = list(structures(blocks))
    identifiers = {
        found[0] for element in elements if (found := attr_of(element)) is not None and found[0]
    }.union(more)
    headings = {
        element["c"][1][0]: " ".join(words_of(element["c"][2], notes=False))
        for element in elements
        if element["t"] == "Header"
    }

    def visit(element: dict[str, Any]) -> dict[str, Any]:
        if element["t"] != "Link":
            return element
        target = element["c"][2][0]
        if target.startswith("#"):
            kept = target[1:] in identifiers
        else:
            kept = target.lower().startswith(SAFE_SCHEMES)
        if kept:
            return _with_words(element, headings)
        (identifier, classes, pairs), inlines, _ = element["c"]
        attributes = attr(
            identifier, [*classes, "unresolved-link"], [*map(tuple, pairs), ("data-href", target)]
        )
        return {**element, "t": "Span", "c": [attributes, inlines]}

    return tuple(transform_structures(blocks, visit))


def _with_words(link: dict[str, Any], headings: Mapping[str, str]) -> dict[str, Any]:
    attributes, inlines, (target, tip) = link["c"]
    if stringify(inlines, notes=False).strip():
        return link
    shown = headings.get(target[1:], "") if target.startswith("#") else ""
    return {
        **link,
        "c": [attributes, [*inlines, *text(shown or shown_address(target))], [target, tip]],
    }


def is_glossary_link(target: str) -> bool:
    """Tell whether ``target`` is an entry of a dictionary."""
    return _GLOSSARY.search(target) is not None


def shown_address(target: str) -> str:
    """Return a target as it is printed: ``mailto:`` and ``tel:`` are no part of an address."""
    for scheme in ("mailto:", "tel:"):
        if target.lower().startswith(scheme):
            return unquote(target[len(scheme) :].split("?", 1)[0])
    return target


def _same_number(target: str, shown: str) -> bool:
    """Tell whether a telephone number is shown with other spaces or without its country."""
    called, written = (re.sub(r"[^0-9]", "", value) for value in (shown_address(target), shown))
    return (
        target.lower().startswith("tel:")
        and len(written) >= _LOCAL_NUMBER
        and not re.search("[A-Za-z]", shown)
        and (called.endswith(written.lstrip("0")) or written.endswith(called))
    )


def _in_place(address: str) -> list[dict[str, Any]]:
    """Return an address in brackets, behind a space that no line breaks at."""
    span = attr(classes=["link-address"], pairs=[("dir", "ltr")])
    return [
        {"t": "Str", "c": "\u00a0("},
        {"t": "Span", "c": [span, [{"t": "Str", "c": address}]]},
        {"t": "Str", "c": ")"},
    ]


def number_links(
    blocks: tuple[Block, ...], words: Words, language: str
) -> tuple[tuple[Block, ...], list[Block]]:
    """Put a number behind each external link; return the blocks and the list of addresses.

    One address has one number. A link whose text shows its address needs none, and links to
    dictionaries are not listed. A mail address or telephone number is short and is no address on
    the web: it stands in brackets right behind its link.
    """
    numbers: dict[str, int] = {}

    def visit(element: dict[str, Any]) -> Any:
        if element["t"] != "Link":
            return element
        _, inlines, (target, _) = element["c"]
        if target.startswith("#") or is_glossary_link(target):
            return element
        address = shown_address(target)
        shown = stringify(inlines)
        if address.rstrip("/") in shown:
            return element
        if not target.lower().startswith(("http://", "https://")):
            return element if _same_number(target, shown) else [element, *_in_place(address)]
        number = numbers.setdefault(target, len(numbers) + 1)
        mark = {
            "t": "Span",
            "c": [attr(classes=["link-number"]), [{"t": "Str", "c": f"[{number}]"}]],
        }
        # U+00A0 keeps the number on the line of the link's last word.
        return [element, {"t": "Str", "c": "\u00a0"}, mark]

    numbered = tuple(transform_structures(blocks, visit))
    if not numbers:
        return numbered, []
    items = [
        [
            {
                "t": "Plain",
                "c": [
                    {
                        "t": "Link",
                        "c": [attr(), [{"t": "Str", "c": shown_address(target)}], [target, ""]],
                    }
                ],
            }
        ]
        for target in numbers
    ]
    style = [1, {"t": "Decimal"}, {"t": "Period"}]
    heading = {
        "t": "Header",
        "c": [2, attr(ADDRESSES_ID), own_words("Web addresses", words, language)],
    }
    return numbered, [div([heading, {"t": "OrderedList", "c": [style, items]}], ["web-addresses"])]

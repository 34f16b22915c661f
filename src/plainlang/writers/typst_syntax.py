"""The little of Typst's syntax that the writer needs beside what pandoc writes."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any
from urllib.parse import quote

Element = dict[str, Any]

_PLAIN = re.compile(r"[^\"\\\x00-\x1f\x7f-\x9f]*")

#: Everything that RFC 3986 allows in an address, and the per cent sign of what is escaped.
_ADDRESS = "!#$%&'()*+,/:;=?@[]~-._"


def string(text: str) -> str:
    """Return ``text`` as a Typst string literal."""
    if _PLAIN.fullmatch(text):
        return f'"{text}"'
    parts = []
    for character in text:
        if character in '"\\':
            parts.append("\\" + character)
        elif ord(character) < 32 or 0x7F <= ord(character) <= 0x9F:
            parts.append(f"\\u{{{ord(character):x}}}")
        else:
            parts.append(character)
    return '"' + "".join(parts) + '"'


def address(url: str) -> str:
    """Return ``url`` as PDF wants it: ASCII, other characters as their UTF-8 bytes in ``%``."""
    return quote(url.strip(), safe=_ADDRESS)


def language_parts(tag: str) -> tuple[str, str]:
    """Return the language and the region of a BCP 47 tag as Typst takes them.

    Typst takes a language of two or three letters and a region of two; where the tag has
    something else (``x-private``, ``es-419``), that part is empty.
    """
    subtags = tag.replace("_", "-").split("-")
    if not re.fullmatch(r"[A-Za-z]{2,3}", subtags[0]):
        return "", ""
    region = next((s for s in subtags[1:] if re.fullmatch(r"[A-Za-z]{2}", s)), "")
    return subtags[0].lower(), region.upper()


def language_arguments(tag: str, direction: str = "") -> str:
    """Return the arguments of Typst's ``text`` for a language and a direction, often none.

    The region is always stated with the language, because otherwise Arabic in a document in
    ``en-US`` becomes ``ar-US``.
    """
    language, region = language_parts(tag)
    arguments = []
    if language:
        arguments.append(f"lang: {string(language)}")
        arguments.append(f"region: {string(region) if region else 'none'}")
    if direction in {"ltr", "rtl"}:
        arguments.append(f"dir: {direction}")
    return ", ".join(arguments)


def array(values: Iterable[str]) -> str:
    """Return Typst expressions as an array."""
    return "(" + "".join(value + ", " for value in values) + ")"


def pattern(text: str, places: Mapping[str, str]) -> str:
    """Return a sentence with places in braces as an array of strings and other values.

    ``pattern("Page {page} of {pages}", {"page": "auto", "pages": "none"})`` is
    ``("Page ", auto, " of ", none, )``. A translation may put the places in any order.
    """
    parts = re.split(r"\{(\w+)\}", text)
    values = [
        places.get(part, string("{" + part + "}")) if index % 2 else string(part)
        for index, part in enumerate(parts)
        if part
    ]
    return array(values)


def raw_block(source: str) -> Element:
    """Return Typst source as a block that pandoc passes through."""
    return {"t": "RawBlock", "c": ["typst", source]}


def raw_inline(source: str) -> Element:
    """Return Typst source as an inline that pandoc passes through."""
    return {"t": "RawInline", "c": ["typst", source]}

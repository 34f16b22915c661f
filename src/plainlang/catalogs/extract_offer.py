"""What is offered to translators, and what stays as the source has it."""

from __future__ import annotations

import re

from plainlang.ast import stringify
from plainlang.catalogs.text_form import Written
from plainlang.document import Block, Inline

#: Class of the parts whose wording binds, such as a licence: they stay in the source's language.
RIGHTS = "rights"
#: Class of a link whose address differs by language: the address is offered too.
LOCALIZE = "localize"

_CODE = re.compile(r"\\u\{[0-9A-F]+\}")
_MARKS = re.compile(r"\]\(#\d+\)|</?g\d+>|<x\d+/>")
_ADDRESS = re.compile(r"\b(?:https?://|www\.)\S+|\S+@\S+\.\w+")
#: A mark within a number, which is another one in Spanish than in English.
_MARKED_NUMBER = re.compile(r"\d[.,]\d")


def has_words(text: str) -> bool:
    """Tell whether a text (in the text form) holds anything that can differ by language.

    A letter does, and a number with a decimal or grouping mark. ``12``, ``—``, an address or a
    formula does not.
    """
    bare = _ADDRESS.sub(" ", _MARKS.sub(" ", _CODE.sub(" ", text)))
    return any(map(str.isalpha, bare)) or _MARKED_NUMBER.search(bare) is not None


def foreign(pairs: list[list[str]], language: str) -> bool:
    """Tell whether attributes state another language than the document's."""
    tag = dict(pairs).get("lang", "")
    return bool(tag) and _base(tag) != _base(language)


def _base(tag: str) -> str:
    return tag.lower().partition("-")[0]


def is_foreign_passage(inlines: list[Inline], language: str) -> bool:
    """Tell whether ``inlines`` are nothing but one span in another language."""
    found = [item for item in inlines if item["t"] not in {"Space", "SoftBreak"}]
    return len(found) == 1 and found[0]["t"] == "Span" and foreign(found[0]["c"][0][2], language)


def kept_whole(block: Block) -> bool:
    """Tell whether nothing in a division or heading is for translators."""
    attributes = block["c"][1] if block["t"] == "Header" else block["c"][0]
    _, classes, pairs = attributes
    return bool({RIGHTS, "notranslate"} & set(classes)) or dict(pairs).get("translate") == "no"


def described(written: Written) -> tuple[str, ...]:
    """Return what each placeholder stands for, for a translator who sees only its number."""
    return tuple(_described(slot) for slot in written.slots)


def _described(slot: Inline) -> str:
    kind = slot["t"]
    name: str = _NAMES.get(kind, kind.lower())
    if kind in {"Code", "Math"}:
        return f"{name}: {slot['c'][1]}"
    if kind == "Image":
        return f"{name}: {slot['c'][2][0]}"
    if kind in {"Span", "Link"}:
        _, classes, pairs = slot["c"][0]
        stated = dict(pairs)
        if "lang" in stated:
            return f"text in {stated['lang']}"
        words = stringify(slot) if {"notranslate"} & set(classes) or "translate" in stated else ""
        return f"not translated: {words}" if words else " ".join([name, *classes])
    return name


_NAMES = {
    "Note": "footnote",
    "Quoted": "quotation marks",
    "Superscript": "raised",
    "Subscript": "lowered",
    "SmallCaps": "small capitals",
    "Strikeout": "struck out",
    "Underline": "underlined",
    "Emph": "emphasis",
    "Strong": "strong",
    "Math": "formula",
    "Cite": "citation",
    "Span": "marked words",
}

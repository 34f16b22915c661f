"""The text of a paragraph, and what stands in it that is not scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from plainlang.ast import Element, stringify
from plainlang.readability.base import Role
from plainlang.readability.roles import language_of, role_of_classes

_SPACES = {"Space": " ", "SoftBreak": "\n", "LineBreak": "\n"}
_QUOTES = {"SingleQuote": "‘’", "DoubleQuote": "“”"}


@dataclass(frozen=True, slots=True)
class InlineText:
    """A paragraph as text.

    :param text: what is scored, with the words of links and without their targets;
        a line break where a line of the source ends.
    :param names: words that the author marked with ``[…]{.name}``.
    :param aside: what stands in the paragraph and is not scored, with its role and language.
    """

    text: str
    names: tuple[str, ...] = ()
    aside: tuple[tuple[Role, str, str], ...] = ()


def read_inlines(inlines: Sequence[Element], language: str) -> InlineText:
    """Return the text of ``inlines``, of a document in ``language`` (BCP 47).

    Notes, citations, code, formulas, images, words in another language and what the author marked
    with ``no-score`` go aside; a passage in a language of its own has the role ``EXCLUDED``.
    """
    try:  # most paragraphs are words and spaces alone
        return InlineText(
            "".join(
                [
                    i["c"] if i["t"] == "Str" else _SPACES[i["t"]] if len(i) == 1 else _space(i)
                    for i in inlines
                ]
            )
        )
    except KeyError:
        return _read_all(inlines, language)


def _read_all(inlines: Sequence[Element], language: str) -> InlineText:
    parts: list[str] = []
    names: list[str] = []
    aside: list[tuple[Role, str, str]] = []
    stack: list[Any] = list(reversed(inlines))
    while stack:
        item = stack.pop()
        if isinstance(item, str):
            parts.append(item)
            continue
        kind = item["t"]
        if kind == "Str":
            parts.append(item["c"])
        elif kind in _SPACES:
            parts.append(_space(item))
        elif kind == "Quoted":
            marks = _QUOTES[item["c"][0]["t"]]
            stack += [marks[1], *reversed(item["c"][1]), marks[0]]
        elif kind in {"Code", "Math"}:
            aside.append((Role.CODE, item["c"][1], ""))
        elif kind == "Note":
            aside.append((Role.NOTE, stringify(item["c"]), ""))
        elif kind == "Cite":
            aside.append((Role.CITATION, stringify(item["c"][1]), ""))
        elif kind == "Image":
            aside.append((Role.LABEL, stringify(item["c"][1]), ""))
        elif kind in {"Span", "Link"}:
            attr, content = item["c"][0], item["c"][1]
            role, other = role_of_classes(attr), language_of(attr)
            if role is None and other and not same_language(other, language):
                role = Role.EXCLUDED
            else:
                other = ""
            if role is not None:
                aside.append((role, stringify(content), other))
                continue
            if "name" in attr[1]:
                names.append(stringify(content))
            stack.extend(reversed(content))
        elif kind not in {"RawInline"}:
            stack.extend(reversed(item["c"]))
    return InlineText("".join(parts), tuple(names), tuple(aside))


def _space(item: Element) -> str:
    """Return the white space of an inline: with the line breaks that the cleanup made it from."""
    return "\n" * item["wraps"] if "wraps" in item else _SPACES[item["t"]]


def same_language(one: str, other: str) -> bool:
    """Tell whether two BCP 47 tags name one language, whatever their regions."""
    return one.partition("-")[0].lower() == other.partition("-")[0].lower()

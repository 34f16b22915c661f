"""The languages of the runs of a DOCX (ECMA-376 part 1, 17.3.2.20 ``lang``).

Word states a language for proofing on every run, or leaves it to the style of the run, the style
of the paragraph, or the defaults. The language in which most letters are is the document's; a run
in another language is marked (:mod:`plainlang.readers.marks`), because a screen reader that reads
Spanish by the rules of English is not understood.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plainlang.readers.docx_names import W, switched_on, value
from plainlang.readers.marks import in_language
from plainlang.readers.run_languages import language_of_most, primary

_EAST_ASIAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_RIGHT_TO_LEFT = re.compile(r"[\u0590-\u08ff\ufb1d-\ufdcf\ufdf0-\ufeff]")
_HEBREW = re.compile(r"[\u0590-\u05ff\ufb1d-\ufb4f]")
#: Languages of the scripts that Word keeps apart. Its defaults name one for each kind of script
#: whatever the text is in: Arabic for every script from right to left, English for Chinese.
_EAST_ASIAN_LANGUAGES = frozenset({"zh", "ja", "ko", "yue"})
_HEBREW_LANGUAGES = frozenset({"he", "iw", "yi"})
_TAG = re.compile(r"[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*")


@dataclass(frozen=True, slots=True)
class Styles:
    """The languages that the styles of a document give.

    :param defaults: by kind of script: ``val`` (Western), ``eastAsia``, ``bidi``.
    :param own: the same, by the identifier of the style.
    """

    defaults: dict[str, str]
    own: dict[str, dict[str, str]]
    paragraph: str

    def find(self, style: str | None, key: str) -> str | None:
        """Return the language that ``style`` or a style that it is based on gives."""
        return self.own.get(style or self.paragraph, {}).get(key)


def read_styles(root: Any | None) -> Styles:
    """Return the languages in the part ``styles.xml``."""
    if root is None:
        return Styles({}, {}, "")
    defaults = _languages(root.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr"))
    found: dict[str, tuple[dict[str, str], str | None]] = {}
    paragraph = ""
    for style in root.iter(W + "style"):
        name = style.get(W + "styleId", "")
        found[name] = (_languages(style.find(W + "rPr")), value(style, W + "basedOn"))
        if style.get(W + "type") == "paragraph" and style.get(W + "default") in {"1", "true"}:
            paragraph = name
    own = {}
    for name in found:
        merged: dict[str, str] = {}
        current: str | None = name
        seen = set()
        while current in found and current not in seen:
            seen.add(current)
            languages, current = found[current]
            merged = languages | merged
        own[name] = merged
    return Styles(defaults, own, paragraph)


def _languages(properties: Any | None) -> dict[str, str]:
    lang = None if properties is None else properties.find(W + "lang")
    if lang is None:
        return {}
    pairs = {key: lang.get(W + key) for key in ("val", "eastAsia", "bidi")}
    return {key: tag for key, tag in pairs.items() if tag and _TAG.fullmatch(tag)}


def main_language(roots: list[Any], styles: Styles) -> str | None:
    """Return the language of most letters, ``None`` where the document states none."""
    return language_of_most(
        (node.text, tag) for root in roots for node, tag in _texts(root, styles)
    )


def mark_languages(roots: list[Any], styles: Styles, language: str) -> None:
    """Mark the text of every run that is in another language than ``language``."""
    for root in roots:
        for node, tag in _texts(root, styles):
            if tag and primary(tag) != primary(language):
                node.text = in_language(node.text, tag)


def _texts(root: Any, styles: Styles) -> Iterator[tuple[Any, str | None]]:
    """Yield each ``w:t`` with text and the language that is stated for it."""
    for paragraph in root.iter(W + "p"):
        style = value(paragraph, f"{W}pPr/{W}pStyle")
        for run in paragraph.iter(W + "r"):
            properties = run.find(W + "rPr")
            right_to_left = switched_on(properties, W + "rtl")
            own = _languages(properties)
            character = value(properties, W + "rStyle")
            for node in run.iterchildren(W + "t"):
                if not node.text:
                    continue
                key = _key(node.text, right_to_left)
                tag = (
                    own.get(key)
                    or (styles.find(character, key) if character else None)
                    or styles.find(style, key)
                    or styles.defaults.get(key)
                )
                yield node, _fitting(tag, key, node.text)


def _fitting(tag: str | None, key: str, text: str) -> str | None:
    """Return ``tag`` where a language of that name is written in the script of ``text``."""
    if key == "eastAsia":
        return tag if tag and primary(tag) in _EAST_ASIAN_LANGUAGES else None
    if key == "bidi" and bool(_HEBREW.search(text)) != (
        tag is not None and primary(tag) in _HEBREW_LANGUAGES
    ):
        return "he" if _HEBREW.search(text) else None
    return tag


def _key(text: str, right_to_left: bool) -> str:
    if right_to_left or _RIGHT_TO_LEFT.search(text):
        return "bidi"
    return "eastAsia" if _EAST_ASIAN.search(text) else "val"

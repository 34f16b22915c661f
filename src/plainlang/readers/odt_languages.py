"""The languages of the text of an ODT (ODF 1.3 part 3, 20.193 ``fo:language`` and its like)."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from plainlang.readers.marks import in_language
from plainlang.readers.odt_names import APART, FO, STYLE, TEXT
from plainlang.readers.run_languages import language_of_most, primary

_EAST_ASIAN = re.compile(r"[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff]")
_COMPLEX = re.compile(r"[\u0590-\u08ff\u0900-\u0dff\u0e00-\u0eff\u1000-\u109f\ufb1d-\ufeff]")
_KEYS = {
    "": (FO + "language", FO + "country"),
    "asian": (STYLE + "language-asian", STYLE + "country-asian"),
    "complex": (STYLE + "language-complex", STYLE + "country-complex"),
}


@dataclass(frozen=True, slots=True)
class Styles:
    """Languages by the name of a style, and the defaults of paragraphs; both by kind of script."""

    own: dict[str, dict[str, str]]
    defaults: dict[str, str]


def read_styles(roots: list[Any]) -> Styles:
    """Return the languages in the styles of ``styles.xml`` and ``content.xml``."""
    found: dict[str, tuple[dict[str, str], str | None]] = {}
    defaults: dict[str, str] = {}
    for root in roots:
        for style in root.iter(STYLE + "default-style"):
            if style.get(STYLE + "family") == "paragraph":
                defaults = _languages(style)
        for style in root.iter(STYLE + "style"):
            name = style.get(STYLE + "name", "")
            found[name] = (_languages(style), style.get(STYLE + "parent-style-name"))
    own = {}
    for name in found:
        merged: dict[str, str] = {}
        current: str | None = name
        seen: set[str] = set()
        while current in found and current not in seen:
            seen.add(current)
            languages, current = found[current]
            merged = languages | merged
        own[name] = merged
    return Styles(own, defaults)


def _languages(style: Any) -> dict[str, str]:
    properties = style.find(STYLE + "text-properties")
    if properties is None:
        return {}
    result = {}
    for kind, (language, country) in _KEYS.items():
        tag = properties.get(language)
        if tag and tag not in {"none", "zxx"}:
            region = properties.get(country)
            result[kind] = f"{tag}-{region}" if region and region != "none" else tag
    return result


def main_language(root: Any, styles: Styles) -> str | None:
    """Return the language of most letters, ``None`` where the document states none."""
    return language_of_most((getattr(node, name), tag) for node, name, tag in _places(root, styles))


def mark_languages(root: Any, styles: Styles, language: str) -> None:
    """Mark every stretch of text in another language than ``language``."""
    for node, name, tag in list(_places(root, styles)):
        if tag and primary(tag) != primary(language):
            setattr(node, name, in_language(getattr(node, name), tag))


def _places(root: Any, styles: Styles) -> Iterator[tuple[Any, str, str | None]]:
    """Yield each place of text as (element, ``text`` or ``tail``, language)."""
    stack: list[tuple[Any, dict[str, str]]] = [(root, styles.defaults)]
    while stack:
        element, around = stack.pop()
        if element.tag in APART or not isinstance(element.tag, str):
            continue
        within = around | styles.own.get(element.get(TEXT + "style-name") or "", {})
        if element.tag in _HOLDERS and element.text and element.text.strip():
            yield element, "text", _tag(element.text, within)
        for child in element:
            if element.tag in _HOLDERS and child.tail and child.tail.strip():
                yield child, "tail", _tag(child.tail, within)
            stack.append((child, within))


_HOLDERS = frozenset({TEXT + name for name in ("p", "h", "span", "a", "ruby-base", "meta")})


def _tag(text: str, languages: dict[str, str]) -> str | None:
    if _EAST_ASIAN.search(text):
        return languages.get("asian")
    return languages.get("complex" if _COMPLEX.search(text) else "")

"""Parts of a page that no browser shows: menus that wait, dialogs, texts for programs.

HTML living standard, 6.1 "The hidden attribute", and ``display: none`` in an element's own style.
What a style sheet hides is not known here.
"""

from __future__ import annotations

import re

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.readers.raw_html_tags import VOID, Token, tokens
from plainlang.readers.shown import shown

_NONE = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)


def without_hidden(text: str, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the page without its hidden elements, and a message for each that held words.

    Line breaks stay, so that every line keeps its number.
    """
    found = list(tokens(text))
    notes: list[Diagnostic] = []
    pieces: list[str] = []
    kept = 0
    index = 0
    while index < len(found):
        token = found[index]
        if token.offset < kept or not _is_hidden(token):
            index += 1
            continue
        index, end = _end(found, index, len(text))
        inside = [t for t in found if token.offset < t.offset < end]
        words = " ".join(" ".join(t.text for t in inside if t.kind == "text").split())
        if words:
            notes.append(
                Diagnostic(
                    Code.SOURCE_TEXT_LEFT_OUT,
                    Severity.WARNING,
                    f"words that the page does not show were left out: “{shown(words)}”",
                    file,
                    text.count("\n", 0, token.offset) + 1,
                    "Take `hidden` or `display: none` away where a reader must see them.",
                )
            )
        pieces += [text[kept : token.offset], "\n" * text.count("\n", token.offset, end)]
        kept = end
    return "".join([*pieces, text[kept:]]), tuple(notes)


def _is_hidden(token: Token) -> bool:
    if token.kind not in {"start", "unknown"} or token.name in {"html", "body"} | VOID:
        return False
    attributes = token.attributes
    state = attributes.get("hidden")
    if "hidden" in attributes and (state or "").lower() != "until-found":
        return True
    return bool(_NONE.search(attributes.get("style") or ""))


def _end(found: list[Token], start: int, length: int) -> tuple[int, int]:
    """Return the index of the token behind an element, and where the element ends."""
    name = found[start].name
    depth = 0
    for index in range(start, len(found)):
        token = found[index]
        if token.name != name:
            continue
        if token.text.startswith("</"):
            depth -= 1
        elif not token.closes_itself:
            depth += 1
        if depth <= 0:
            return index + 1, token.offset + len(token.text)
    # Without an end tag nothing tells where the hidden part stops: only the tag goes.
    return start + 1, found[start].offset + len(found[start].text)

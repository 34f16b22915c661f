"""Parts of a page that no browser shows: menus that wait, dialogs, texts for programs.

HTML living standard, 6.1 "The hidden attribute", and ``display: none`` in an element's own style.
What a style sheet hides is not known here.
"""

from __future__ import annotations

import re

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.readers.html_chunks import OPTIONAL_END
from plainlang.readers.raw_html_tags import VOID, Token, tokens
from plainlang.readers.shown import shown

_NONE = re.compile(r"(?:^|;)\s*display\s*:\s*none\b", re.IGNORECASE)


#: Elements that may be open inside an element that is closed; more are not looked through.
_DEPTH = 200


#: Elements that may stand open inside one that is closed; more are not looked through.
_DEPTH = 200


def without_hidden(text: str, file: str) -> tuple[str, tuple[Diagnostic, ...]]:
    """Return the page without its hidden elements, and a message for each that held words.

    Line breaks stay, so that every line keeps its number.
    """
    found = list(tokens(text))
    ends = _ends(found)
    notes: list[Diagnostic] = []
    pieces: list[str] = []
    kept = 0
    index = 0
    while index < len(found):
        token = found[index]
        if token.offset < kept or not _is_hidden(token):
            index += 1
            continue
        start, stop = index, ends.get(index, index)
        # Without an end nothing tells where the hidden part stops: only the tag goes. The end
        # tag of another element (of the list, behind its last item) stays.
        last = found[stop]
        own = stop == start or (last.text.startswith("</") and last.name == token.name)
        end = last.offset + (len(last.text) if own else 0)
        index = stop + own
        words = " ".join(" ".join(t.text for t in found[start:stop] if t.kind == "text").split())
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


def _ends(found: list[Token]) -> dict[int, int]:
    """Return, by the index of a start tag, the index of the token before which its element ends.

    End tags that may be left out (living standard, 13.1.2.4) are taken as read: a list item ends
    where the next one begins, or where its list ends.
    """
    ends: dict[int, int] = {}
    stack: list[int] = []

    def close(place: int, until: int) -> None:
        for opened in stack[place:]:
            if opened != stack[place] and found[opened].name not in OPTIONAL_END:
                continue  # left open inside: it does not say where it ends
            ends[opened] = until
        del stack[place:]

    for index, token in enumerate(found):
        if token.kind not in {"start", "end", "unknown"} or token.name in VOID:
            continue
        if token.text.startswith("</"):
            names = [found[opened].name for opened in stack[-_DEPTH:]]
            if token.name in names:
                close(len(stack) - 1 - names[::-1].index(token.name), index)
            continue
        if token.closes_itself:
            continue
        if stack and token.name in OPTIONAL_END and found[stack[-1]].name == token.name:
            close(len(stack) - 1, index)
        stack.append(index)
    return ends

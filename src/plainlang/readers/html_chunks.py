"""A page in pieces that are each whole: what goes wrong in one does not touch the others.

The elements that only hold a page together (``<div>``, ``<section>``) are opened up where they say
nothing about their content. The tags of custom elements and of Word (``<o:p>``) are transparent, as
in a browser; other tags that HTML does not know may be text (``<your name>``) and stay.
"""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass

from plainlang.readers.raw_html_tags import KNOWN, REMOVED, VOID, Token

#: Elements that only group; they are opened up unless they state a language or a direction.
_GROUPS = frozenset("article body center div form html main section".split())
#: Custom elements have a hyphen (living standard, 4.13.3), those of other vocabularies a colon.
_CUSTOM = re.compile(r"[-:]")
#: Elements whose end tag may be left out (HTML living standard, 13.1.2.4 "Optional tags").
OPTIONAL_END = frozenset(
    "caption colgroup dd dt li optgroup option p rp rt tbody td tfoot th thead tr".split()
)
#: Elements that begin a piece of their own.
_BLOCKS = frozenset(
    """address aside blockquote details dialog dl fieldset figure footer h1 h2 h3 h4 h5 h6 header
    hgroup hr menu nav ol p pre search table ul""".split()
)


@dataclass(frozen=True, slots=True)
class Chunk:
    """A piece of HTML and where it begins in the page."""

    source: str
    offset: int


def chunks(found: list[Token], text: str, start: int, end: int) -> tuple[list[Chunk], set[str]]:
    """Return the pieces of ``text[start:end]``, and the names of custom elements.

    :param found: the tokens of the whole page.
    """
    inside = [t for t in found if start <= t.offset < end]
    unknown: set[str] = set()
    pieces: list[Chunk] = []
    current: list[str] = []
    began = start
    stack: list[str] = []
    opened: list[bool] = []  # for each group that is open: whether its tags were dropped

    def cut(place: int) -> None:
        nonlocal current, began
        source = "".join(current)
        if source.strip():
            pieces.append(Chunk(source, began))
        current, began = [], place

    for index, token in enumerate(inside):
        after = inside[index + 1].offset if index + 1 < len(inside) else end
        source = text[token.offset : after]
        if token.kind == "unknown" and _CUSTOM.search(token.name):
            unknown.add(token.name)
            current.append(source[len(token.text) :])
            continue
        if token.kind not in {"start", "end", "unknown"} or token.name not in KNOWN:
            current.append(source)
            continue
        if token.name == "img" and not token.attributes.get("src"):
            # A browser shows the description of a picture that is not there.
            alt = html.unescape(token.attributes.get("alt") or "")
            current.append(html.escape(alt) + source[len(token.text) :])
            continue
        if token.kind == "unknown" and token.name in KNOWN:
            source = _known(token) + source[len(token.text) :]
        name, ends = token.name, token.text.startswith("</")
        if name in _GROUPS:
            if ends:
                if opened and opened.pop() and not stack:
                    cut(token.offset)
                    began = after
                    current.append(source[len(token.text) :])
                    continue
            else:
                attributes = token.attributes
                dropped = not stack and not (attributes.get("lang") or attributes.get("dir"))
                opened.append(dropped)
                if dropped:
                    cut(token.offset)
                    current.append(_anchor(attributes) + source[len(token.text) :])
                    continue
                stack.append(name)
                current.append(source)
                continue
            if name in stack:
                _pop(stack, name)
            current.append(source)
            if not stack:
                cut(after)
            continue
        if not ends and name in _BLOCKS and not stack:
            cut(token.offset)
        current.append(source)
        if name in VOID | OPTIONAL_END or token.closes_itself:
            continue
        if ends:
            _pop(stack, name)
            if name in _BLOCKS and not stack:
                cut(after)
        elif name not in REMOVED:
            stack.append(name)
    cut(end)
    return pieces, unknown


def _pop(stack: list[str], name: str) -> None:
    """Close ``name`` and everything that was left open inside it."""
    if name in stack:
        while stack.pop() != name:
            pass


def _anchor(attributes: dict[str, str | None]) -> str:
    """Return what keeps the identifier of a group that is opened up."""
    identifier = attributes.get("id")
    return f'<span id="{html.escape(identifier)}"></span>' if identifier else ""


def _known(token: Token) -> str:
    """Return a tag without attributes that stand alone, which Markdown would take for text."""
    if token.text.startswith("</"):
        return f"</{token.name}>"
    stated = [
        f' {key}="{html.escape(html.unescape(value))}"'
        for key, value in token.attributes.items()
        if value
    ]
    return f"<{token.name}{''.join(stated)}>"


def lines_at(text: str, pieces: list[Chunk]) -> Iterator[int]:
    """Yield the 1-based line at which the content of each piece begins."""
    line, place = 1, 0
    for piece in pieces:
        line += text.count("\n", place, piece.offset)
        place = piece.offset
        yield line

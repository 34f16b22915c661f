"""HTML pages, by the same way that HTML inside Markdown takes.

The page's ``<main>`` is the document; the words outside of it (menus, banners, the foot of a web
site) are left out and named. Without a ``<main>``, all of ``<body>`` is.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block
from plainlang.engines import Engines
from plainlang.readers.base import Parsed
from plainlang.readers.html_chunks import chunks, lines_at
from plainlang.readers.html_hidden import without_hidden
from plainlang.readers.html_properties import page_properties
from plainlang.readers.raw_html import resolve_raw_html
from plainlang.readers.raw_html_tags import Token, after_end, tokens
from plainlang.readers.shown import shown
from plainlang.readers.symbols import SYMBOL_FONT, symbols_refused
from plainlang.readers.text import API_VERSION
from plainlang.readers.word_marks import without_word_marks

#: Elements of the page around the document, by the name that a person gives them (WAI-ARIA
#: landmarks: navigation, banner, contentinfo, complementary).
_LANDMARKS = {"nav": "navigation", "header": "header", "footer": "footer", "aside": "side column"}


@dataclass(frozen=True, slots=True)
class _Region:
    start: int
    end: int


def read_html(text: str, file: str, engines: Engines) -> Parsed:
    """Return the blocks of an HTML page; its head gives the metadata.

    :raises EngineError: if pandoc cannot read it, or it is nested too deep.
    """
    text, marks = without_word_marks(text, 0, file)
    text, hidden = without_hidden(text, file)
    found = list(_tokens(text))
    body = _inside(found, "body", _Region(_head_end(found), len(text)))
    main = _inside(found, "main", body)
    notes: list[Diagnostic] = [*marks, *hidden, *_fonts_and_lists(found, text, file)]
    if main != body:
        notes += _outside(found, text, body, main, file)
    pieces, unknown = chunks(found, text, main.start, main.end)
    raw: tuple[Block, ...] = tuple(
        {"t": "RawBlock", "c": ["html", piece.source], "line": line}
        for piece, line in zip(pieces, lines_at(text, pieces), strict=True)
    )
    blocks, problems = resolve_raw_html(raw, file, engines)
    if unknown:
        notes.append(_unknown(unknown, file))
    values, lines = page_properties(found, text)
    return Parsed(
        blocks=blocks,
        api_version=API_VERSION,
        values=values,
        lines=lines,
        line_offset=0,
        diagnostics=(*notes, *problems),
    )


def _fonts_and_lists(found: list[Token], text: str, file: str) -> Iterator[Diagnostic]:
    """Yield a message for letters that show other signs, and for lists that count backwards."""

    def line(token: Token) -> int:
        return text.count("\n", 0, token.offset) + 1

    for token, following in zip(found, [*found[1:], None], strict=True):
        if token.kind not in {"start", "unknown"}:
            continue
        attributes = token.attributes
        font = SYMBOL_FONT.search(
            (attributes.get("style") or "") + " " + (attributes.get("face") or "")
        )
        if font and following is not None and following.kind == "text" and following.text.strip():
            yield symbols_refused(font[0], following.text, file, line(token))
        if token.name == "ol" and "reversed" in attributes:
            yield Diagnostic(
                Code.LIST_NUMBERS,
                Severity.WARNING,
                "a list that counts backwards counts forwards in the editions",
                file,
                line(token),
                "Write the numbers as text.",
            )


def _unknown(names: set[str], file: str) -> Diagnostic:
    shown_names = ", ".join(f"<{name}>" for name in sorted(names))
    return Diagnostic(
        Code.HTML_REMOVED,
        Severity.INFO,
        f"left out the tags of custom elements, not their words: {shown(shown_names)}",
        file,
    )


def _tokens(text: str) -> Iterator[Token]:
    """Yield the tokens of a page; those of its head too, which is no text inside a document."""
    for token in tokens(text):
        yield token
        if token.kind == "start" and token.name == "head":
            start = token.offset + len(token.text)
            for inner in tokens(text[start : after_end(text, "head", start)]):
                yield replace(inner, offset=inner.offset + start)


def _head_end(found: list[Token]) -> int:
    """Return where the head ends: pages without a ``<body>`` tag still have a head."""
    return max((t.offset + len(t.text) for t in found if t.kind == "end" and t.name == "head"),
               default=0)  # fmt: skip


def _inside(found: list[Token], name: str, around: _Region) -> _Region:
    """Return the region between the first start and the last end of ``name``, else ``around``."""
    starts = [
        t.offset + len(t.text)
        for t in found
        if t.kind == "start" and t.name == name and around.start <= t.offset < around.end
    ]
    if not starts:
        return around
    ends = [
        t.offset
        for t in found
        if t.kind == "end" and t.name == name and starts[0] <= t.offset < around.end
    ]
    return _Region(starts[0], ends[-1] if ends else around.end)


def _outside(
    found: list[Token], text: str, body: _Region, main: _Region, file: str
) -> Iterator[Diagnostic]:
    """Yield a message for each stretch of words that stands beside the main part."""
    landmark = ""
    words: list[str] = []
    line = 1

    def message() -> Diagnostic:
        where = f" ({_LANDMARKS[landmark]})" if landmark else ""
        return Diagnostic(
            Code.SOURCE_TEXT_LEFT_OUT,
            Severity.WARNING,
            f"words outside the main part of the page{where} were left out: "
            f"“{shown(' '.join(words))}”",
            file,
            line,
            "What a reader needs of it belongs inside <main>.",
        )

    for token in found:
        if not body.start <= token.offset < body.end or main.start <= token.offset < main.end:
            continue
        if token.kind in {"start", "end"} and token.name in _LANDMARKS:
            if words:
                yield message()
            words = []
            landmark = token.name if token.kind == "start" else ""
        elif token.kind == "text" and token.text.strip():
            if not words:
                line = text.count("\n", 0, token.offset) + 1
            words += token.text.split()
    if words:
        yield message()

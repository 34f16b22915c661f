"""Raw pieces rewritten as HTML that only has known tags, and what was changed."""

from __future__ import annotations

import html
import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from plainlang.ast import stringify
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.readers.raw_html_tags import (
    APART_WRAPPERS,
    CODE,
    EMBEDDED,
    FOREIGN,
    KEPT,
    REMOVED,
    RENAMED,
    VOID,
    Token,
    after_end,
    tokens,
)
from plainlang.readers.raw_html_words import called, shortened, words_of

#: Elements whose form in the AST has no attributes.
_WITHOUT_ATTRIBUTES = frozenset({"p", "ul", "ol", "li", "dl", "dt", "dd", "blockquote"})
_HINT = "Say in words what it showed, or link to it."
#: A paragraph whose end tag comes before the next paragraph.
_P_ENDS = re.compile(r"(?:(?!<p[\s>/]).)*</p>", re.IGNORECASE | re.DOTALL)


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of cleaned HTML.

    :param event: ``start`` or ``end`` for a tag that has a partner, else empty.
    """

    html: str
    event: str = ""
    name: str = ""


@dataclass(slots=True)
class _State:
    """Where the reading of one list stands."""

    file: str
    last_end: dict[str, int]
    skip: str = ""
    #: What an element that is removed with its content holds, and the message about it.
    words: list[str] = field(default_factory=list)
    pending: str = ""
    pending_line: int | None = None
    foreign: str = ""
    diagnostics: list[Diagnostic] = field(default_factory=list)
    index: int = 0
    source: str = ""
    blocks: bool = False
    marked: int | None = None
    wrapped: bool = False
    line: int | None = None

    def report(self, code: Code, message: str, hint: str = "", *, info: bool = False) -> None:
        severity = Severity.INFO if info else Severity.WARNING
        made = Diagnostic(code, severity, message, self.file, self.line, hint)
        if made not in self.diagnostics[-20:]:
            self.diagnostics.append(made)

    def end_skip(self) -> None:
        """End an element that is removed, and name the words that went with it."""
        self.skip = ""
        if not self.pending:
            return
        words = " ".join(self.words).split()
        message, self.pending, self.words = self.pending, "", []
        if words:
            number = f"{len(words):,} words" if len(words) > 1 else "the word"
            message += f", and with it {number}: “{shortened(' '.join(words))}”"
        line, self.line = self.line, self.pending_line
        self.report(Code.HTML_REMOVED, message, _HINT)
        self.line = line


def is_raw(element: Any) -> bool:
    """Tell whether ``element`` is a raw block or a raw inline."""
    return isinstance(element, dict) and element.get("t") in {"RawBlock", "RawInline"}


def clean_list(
    items: list[Any], file: str
) -> tuple[list[list[Part] | None], tuple[Diagnostic, ...]]:
    """Return the parts of each raw item of ``items``, and what was changed.

    For an item that is not raw the entry is an empty list, or ``None`` where it stands inside an
    element that is removed with its content.
    """
    state = _State(file, _last_ends(items))
    result: list[list[Part] | None] = []
    for index, item in enumerate(items):
        state.index = index
        if not is_raw(item):
            if state.skip:
                state.words.append(stringify(item))
            result.append(None if state.skip else [])
            continue
        state.blocks = item["t"] == "RawBlock"
        result.append(list(_clean(item["c"][1], item.get("line"), state)))
    state.end_skip()
    return result, tuple(state.diagnostics)


def _last_ends(items: list[Any]) -> dict[str, int]:
    """Return for each element that may be left open the index of its last end tag."""
    found: dict[str, int] = {}
    for index, item in enumerate(items):
        if is_raw(item):
            for name in re.findall(r"</([A-Za-z]+)", item["c"][1]):
                if name.lower() in REMOVED | FOREIGN:
                    found[name.lower()] = index
    return found


def _clean(source: str, line: int | None, state: _State) -> Iterator[Part]:
    start = 0
    if state.skip:
        start = after_end(source, state.skip)
        ends = source[start:].lower().startswith("</" + state.skip)
        state.words.append(words_of(source[:start] if ends else source))
        if not ends:
            return
    # A source's own mark must not pose as a placeholder.
    source = re.sub(r"data-plainlang", "data-x", source[start:], flags=re.IGNORECASE)
    state.source, state.wrapped = source, False
    counted, lines = 0, 0
    for token in tokens(source):
        lines += source.count("\n", counted, token.offset)
        counted = token.offset
        state.line = None if line is None else line + lines
        if state.skip:
            # A script without an end: its code is no text, whatever tags it seems to hold.
            if token.kind == "end" and token.name == state.skip:
                state.end_skip()
            elif token.kind == "text":
                state.words.append(token.text)
            continue
        yield from _part(token, state)
    if state.skip and state.last_end.get(state.skip, -1) <= state.index:
        state.end_skip()


def _part(token: Token, state: _State) -> Iterator[Part]:
    kind, name = token.kind, token.name
    shown = " ".join(token.text.split())[:60]
    if kind == "text":
        yield Part(_line_mark(token, state) + token.text.lstrip().replace("<", "&lt;"))
    elif kind == "comment":
        words = " ".join(token.text.removeprefix("<!--").removesuffix("-->").split())
        state.report(Code.HTML_REMOVED, f"left out a comment: “{words[:60]}”", info=True)
    elif kind == "unclosed":
        words = " ".join(token.text.removeprefix("<!--").split())
        state.report(
            Code.HTML_REMOVED,
            f"a comment without --> begins here, everything after it was left out: “{words[:60]}”",
            "Write --> where the comment ends.",
        )
    elif kind == "instruction":
        state.report(Code.HTML_REMOVED, f"left out an instruction for a program: “{shown}”")
    elif kind == "cdata":
        state.report(Code.RAW_CONTENT_REMOVED, f"kept a CDATA passage as text: “{shown}”")
        yield Part(html.escape(token.text))
    elif kind == "declaration":
        if not token.text.lower().startswith("doctype"):
            yield _literal(f"<!{token.text}>", state)
    elif kind == "link":
        address = ("" if ":" in token.text else "mailto:") + token.text
        yield Part(f'<a href="{html.escape(address)}">', "start", "a")
        yield Part(html.escape(token.text))
        yield Part("</a>", "end", "a")
    elif kind == "unknown":
        yield Part(" ") if state.foreign else _literal(token.text, state)
    elif name == "area" and token.attributes.get("href"):
        yield from _area(token)
    elif name in REMOVED or name in EMBEDDED or name in FOREIGN:
        yield from _removed(token, state)
    elif name in KEPT or name in RENAMED:
        yield from _kept(token, state)
    elif name in APART_WRAPPERS:
        yield Part(" ")


def _line_mark(token: Token, state: _State) -> str:
    """Return the space before a text, and a mark of its line where the line is a new one."""
    words = token.text.lstrip()
    space = token.text[: len(token.text) - len(words)]
    if not (words and state.blocks and state.line is not None):
        return space
    line = state.line + space.count("\n")
    if line == state.marked:
        return space
    state.marked = line
    return f'{space}<span data-plainlang="line-{line}"></span>'


def _literal(source: str, state: _State) -> Part:
    state.report(
        Code.RAW_CONTENT_REMOVED,
        f"kept “{' '.join(source.split())[:60]}” as text: it is not HTML",
        "Write \\< for a bracket that is meant as text.",
    )
    return Part(html.escape(source))


def _removed(token: Token, state: _State) -> Iterator[Part]:
    name = token.name
    if token.kind == "end":
        if name == state.foreign:
            state.foreign = ""
        yield Part(" " if name != state.skip else "")
        return
    attributes = token.attributes
    address = attributes.get("src") or attributes.get("data") or attributes.get("href")
    if name == "source" and not address:  # one more size of a picture that is there
        yield Part(" ")
        return
    message = f"removed HTML that no edition can carry: <{name}>"
    if address:
        message += f" ({html.unescape(address)})"
    if name_given := called(attributes):
        message += f", called “{shortened(name_given)}”"
    if name == "math":
        message += "; its words are kept, not how they were set"
    ended = state.last_end.get(name, -1) >= state.index
    if name in REMOVED and not token.closes_itself and (ended or name in CODE):
        state.skip = name
        if not ended:
            message += f", and everything after it in this passage: it has no </{name}>"
    if name in FOREIGN and not token.closes_itself:
        state.foreign = name if ended else ""
    if state.skip and name not in CODE:
        # What stands between the tags in this piece; `tokens` steps over it.
        start = token.offset + len(token.text)
        inside = state.source[start : after_end(state.source, name, start)]
        state.words = [words_of(inside)]
        state.pending, state.pending_line = message, state.line
    else:
        state.report(Code.HTML_REMOVED, message, _HINT)
    yield Part(" ")


def _area(token: Token) -> Iterator[Part]:
    """Yield a part of an image that is a link as a link with its description."""
    attributes = token.attributes
    address = attributes["href"] or ""
    yield Part(f' <a href="{html.escape(html.unescape(address))}">', "start", "a")
    yield Part(html.escape(html.unescape(attributes.get("alt") or address)))
    yield Part("</a>", "end", "a")
    yield Part(" ")


def _kept(token: Token, state: _State) -> Iterator[Part]:
    name = RENAMED.get(token.name, token.name)
    if token.kind == "end":
        if token.name not in VOID:
            yield Part(f"</{name}>", "end", name)
            if name == "p" and state.wrapped:
                state.wrapped = False
                yield Part("</div>", "end", "div")
        elif name == "br":
            yield Part("<br>")
        return
    rest = token.text[len(token.name) + 1 :].rstrip(">").rstrip()
    itself = token.closes_itself
    if itself:
        rest = rest.rstrip("/")
    attributes = token.attributes
    if name == "a" and attributes.get("name") and "id" not in attributes:
        rest = re.sub(r"(?i)(?<=\s)name(?=\s*=)", "id", rest, count=1)
    if name == "li" and attributes.get("value"):
        state.report(
            Code.HTML_REMOVED,
            f"the number {attributes['value']} of a list item was not kept",
            "Write the number in the text, or begin the list with it.",
        )
    rest = re.sub(r"&(?!#?\w+;)", "&amp;", rest)  # a bare & in an address begins no entity
    if name in _WITHOUT_ATTRIBUTES and (attributes.get("lang") or attributes.get("dir")):
        if name == "p" and state.blocks and _P_ENDS.match(state.source, token.offset + 1):
            state.wrapped = True
            yield Part(f"<div{rest}>", "start", "div")
        else:
            state.report(Code.HTML_REMOVED, f"the language or direction of <{name}> was not kept")
    if state.line is not None:
        rest = f' data-plainlang="line-{state.line}"' + rest
    void = name in VOID
    yield Part(f"<{name}{rest}>", "" if void else "start", name)
    if itself and not void:
        yield Part(f"</{name}>", "end", name)

"""The inline codes of a msgid's text form, told apart from the words.

``*emphasis*``, ``**strong**``, ``[text](#1)``, ``<g2>…</g2>``, ``<x3/>``, a backslash before one
of ``\\ * [ ] <`` that stands for itself, and ``\\u{…}`` for a character by its number. Nothing here
raises: what is wrong is collected. A mark of HTML is text in this form, and never what was meant.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from dataclasses import dataclass
from functools import cached_property

#: Parts of the text form. What matches none is text; ``stray`` is what the form does not allow.
_PART = re.compile(
    r"\\(?P<escaped>[\\*\[\]<])"
    r"|\\u\{(?P<code>[0-9A-Fa-f]{1,6})\}"
    r"|(?P<star>\*\*?(?!\*))"
    r"|(?P<link_end>\]\(#(?P<link>[1-9]\d{0,3})\))"
    r"|(?P<link_start>\[)"
    r"|(?P<group_end></g(?P<ended>[1-9]\d{0,3})>)"
    r"|(?P<group_start><g(?P<started>[1-9]\d{0,3})>)"
    r"|(?P<single><x(?P<placed>[1-9]\d{0,3})/>)"
    r"|(?P<stray>\]|\\|\*{3,}|</?[A-Za-z][^<>]*>|</?[gx]\d)"
)


@dataclass(frozen=True, slots=True)
class Token:
    """A piece of a text.

    :param kind: ``text``, ``open``, ``close`` or ``single``.
    :param code: ``**``, ``*``, ``[``, ``g2`` or ``x3``; empty for text and for a link's start.
    :param raw: the characters as they stand.
    :param text: what they say once a backslash is taken away; empty for codes.
    """

    kind: str
    code: str
    raw: str
    text: str = ""


@dataclass(frozen=True)
class Marked:
    """A text in its pieces.

    :param problems: one sentence for each thing that the text form does not allow.
    """

    tokens: tuple[Token, ...]
    problems: tuple[str, ...]

    @cached_property
    def text(self) -> str:
        """The words alone. A placeholder is a space, since it stands for something."""
        return "".join(" " if token.kind == "single" else token.text for token in self.tokens)

    @cached_property
    def codes(self) -> Counter[str]:
        """How often each link, group and placeholder stands there, as people write it."""
        return Counter(
            shown(token.code)
            for token in self.tokens
            if (token.kind == "close" and token.code[0] in "#g") or token.kind == "single"
        )


def shown(code: str) -> str:
    """Return a code in the way a translator sees it."""
    if code.startswith("#"):
        return f"[…]({code})"
    if code.startswith("g"):
        return f"<{code}>…</{code}>"
    return f"<{code}/>" if code.startswith("x") else code


def parse(text: str) -> Marked:
    """Divide ``text`` into words and codes."""
    if not any(mark in text for mark in "\\*[]<"):
        return Marked((Token("text", "", text, text),) if text else (), ())
    tokens: list[Token] = []
    problems: list[str] = []
    opened: list[str] = []
    position = 0
    for match in _PART.finditer(text):
        if match.start() > position:
            piece = text[position : match.start()]
            tokens.append(Token("text", "", piece, piece))
        position = match.end()
        raw = match[0]
        if match["escaped"]:
            tokens.append(Token("text", "", raw, match["escaped"]))
        elif match["code"] and int(match["code"], 16) <= sys.maxunicode:
            tokens.append(Token("text", "", raw, chr(int(match["code"], 16))))
        elif match["star"]:
            tokens.extend(_stars(raw, opened, problems))
        elif match["link_start"]:
            opened.append("[")
            tokens.append(Token("open", "[", raw))
        elif match["group_start"]:
            opened.append(f"g{match['started']}")
            tokens.append(Token("open", opened[-1], raw))
        elif match["link_end"]:
            _close("[", raw, opened, problems)
            tokens.append(Token("close", f"#{match['link']}", raw))
        elif match["group_end"]:
            _close(f"g{match['ended']}", raw, opened, problems)
            tokens.append(Token("close", f"g{match['ended']}", raw))
        elif match["single"]:
            tokens.append(Token("single", f"x{match['placed']}", raw))
        else:
            problems.append(f"{raw} is no code of this form (a backslash makes it text).")
            tokens.append(Token("text", "", raw, raw))
    if position < len(text):
        tokens.append(Token("text", "", text[position:], text[position:]))
    problems.extend(f"{_start(code)} is opened and never closed." for code in opened)
    return Marked(tuple(tokens), tuple(problems))


def _stars(raw: str, opened: list[str], problems: list[str]) -> list[Token]:
    if raw in opened:
        _close(raw, raw, opened, problems)
        return [Token("close", raw, raw)]
    opened.append(raw)
    return [Token("open", raw, raw)]


def _close(code: str, raw: str, opened: list[str], problems: list[str]) -> None:
    if code not in opened:
        problems.append(f"{raw} closes what was not opened.")
        return
    while opened[-1] != code:
        problems.append(f"{_start(opened.pop())} is opened inside {_start(code)} and not closed.")
    opened.pop()


def _start(code: str) -> str:
    return f"<{code}>" if code.startswith("g") else code

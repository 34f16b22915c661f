"""Plain text for a glossary: one line, no markup, only characters that every format can hold."""

from __future__ import annotations

import html
import re

#: White space that a line break or a layout left; a no-break blank is kept (``1 %``).
_BREAKS = re.compile(r"[ \t\n\v\f\r\x1c-\x1f\x85\u2028\u2029]+")
#: Characters that XML 1.0 forbids (section 2.2), and halves of characters.
_FORBIDDEN = re.compile("[\x00-\x08\x0e-\x1b\ufffe\uffff\ud800-\udfff]")

_TAG = re.compile(r"<!--.*?-->|</?[A-Za-z][^<>]*>", re.DOTALL)
_REFERENCE = re.compile(r"&(?:[A-Za-z][A-Za-z0-9]*|#[0-9]+|#[xX][0-9A-Fa-f]+);")
_MARKDOWN_LINK = re.compile(r"!?\[([^\[\]]*)\]\((?:[^()\s]|\([^()\s]*\))*\)")
_MARKDOWN_BOLD = re.compile(r"(?<![\w*])\*\*(?=\S)([^*]+)(?<=\S)\*\*(?![\w*])")
_MARKS = ("<", "&", "**", "](")


def one_line(text: str) -> str:
    """Return ``text`` on one line, without blanks at its ends and what XML forbids."""
    return _BREAKS.sub(" ", _FORBIDDEN.sub("", text)).strip()


def without_markup(text: str) -> str:
    """Return the words of ``text``: tags, character references and Markdown taken away.

    Tags become nothing between letters and a blank where they end a block. The result is stable:
    what is cleaned once is not changed again, so that export and import agree.
    """
    if not any(mark in text for mark in _MARKS):
        return text
    while True:
        cleaned = _REFERENCE.sub(lambda found: html.unescape(found[0]), text)
        cleaned = _TAG.sub(_in_place_of_tag, cleaned)
        cleaned = _MARKDOWN_LINK.sub(r"\1", cleaned)
        cleaned = one_line(_MARKDOWN_BOLD.sub(r"\1", cleaned))
        # A name that HTML does not know stays as it is written (`&foo;`).
        if cleaned == text:
            return cleaned
        text = cleaned


def _in_place_of_tag(found: re.Match[str]) -> str:
    name = re.match(r"</?([A-Za-z0-9]+)", found[0])
    blocks = {"p", "br", "div", "li", "ul", "ol", "dd", "dt", "dl", "td", "th", "tr", "table"}
    return " " if name and name[1].lower() in blocks else ""

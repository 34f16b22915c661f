"""Texts without markup in the text form: a title, an address, what a pointer shows."""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.ast import stringify
from plainlang.catalogs.text_form_write import escape
from plainlang.document import Inline


def write_plain(text: str) -> str:
    """Return ``text`` in the text form; spaces and line breaks stay what they are."""
    rows = text.replace("\r\n", "\n").split("\n")
    return "\n".join(" ".join(escape(word) for word in row.split(" ")) for row in rows)


def read_plain(inlines: Sequence[Inline]) -> str:
    """Return the characters of what was parsed; emphasis has no place in such a text."""
    return stringify(list(inlines))

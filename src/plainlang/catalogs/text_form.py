"""The msgid text form: what a translator sees of a paragraph. Frozen; see :data:`TEXT_FORM`.

``docs/reference/msgid.md`` specifies it. A change in it would make every translation of every
project fuzzy, so a new version needs a migration of catalogs.
"""

from __future__ import annotations

from dataclasses import dataclass, field

from plainlang.catalogs.text_form_tokens import Part, TextFormError, Token, tokens
from plainlang.catalogs.text_form_write import (
    Inlines,
    Written,
    canonical,
    escape,
    is_group,
    with_content,
    write,
)
from plainlang.document import Inline

__all__ = ["TEXT_FORM", "Part", "TextFormError", "Token", "Written", "escape", "parse"]
__all__ += ["tokens", "write"]

#: The version of the text form.
TEXT_FORM = 1

_STARS = {Part.EMPHASIS: "Emph", Part.STRONG: "Strong"}


@dataclass(slots=True)
class _Open:
    """Something that was begun; ``token`` is ``None`` for the text itself."""

    token: Token | None
    inlines: Inlines = field(default_factory=list)


def parse(text: str, template: Written) -> Inlines:
    """Return the inlines of a translation.

    :param template: the source, whose links and placeholders give targets and attributes. Each
        of them must be used exactly once, in any order.
    :raises TextFormError: if ``text`` is not in the text form or does not fit ``template``.
    """
    reader = _Reader(template)
    for token in tokens(text):
        reader.take(token)
    return reader.end(len(text) + 1)


class _Reader:
    def __init__(self, template: Written) -> None:
        self._template = template
        self._stack = [_Open(None)]
        self._links: set[int] = set()
        self._slots: set[int] = set()

    def take(self, token: Token) -> None:
        part = token.part
        here = self._stack[-1].inlines
        if part is Part.TEXT:
            here.append({"t": "Str", "c": token.text})
        elif part is Part.SPACE:
            here.append({"t": "Space"})
        elif part is Part.BREAK:
            here.append({"t": "LineBreak"})
        elif part is Part.EMPTY:
            here.append(self._slot(token, group=False))
        elif part in _STARS:
            self._stars(token)
        elif part is Part.LINK_START:
            self._stack.append(_Open(token))
        elif part is Part.GROUP_START:
            self._slot(token, group=True)
            self._stack.append(_Open(token))
        elif part is Part.GROUP_END:
            inlines = self._close(token, Part.GROUP_START)
            self._add(with_content(self._template.slots[token.number - 1], inlines))
        else:
            inlines = self._close(token, Part.LINK_START)
            link = self._link(token)
            # Without words, it is a link that shows its address.
            self._add(with_content(link, inlines) if inlines else link)

    def end(self, column: int) -> Inlines:
        top = self._stack[-1]
        if top.token is not None:
            raise _unbalanced(top.token)
        for number in range(1, len(self._template.links) + 1):
            if number not in self._links:
                raise _missing(f"[…](#{number})", column)
        for number, slot in enumerate(self._template.slots, 1):
            if number not in self._slots:
                raise _missing(_name(number, slot), column)
        return canonical(top.inlines)

    def _stars(self, token: Token) -> None:
        opened = [entry.token.part for entry in self._stack if entry.token]
        if token.part not in opened:
            self._stack.append(_Open(token))
            return
        inlines = self._close(token, token.part)
        if not inlines:
            raise _unbalanced(token)
        self._add({"t": _STARS[token.part], "c": inlines})

    def _close(self, token: Token, part: Part) -> Inlines:
        top = self._stack[-1]
        if top.token is None:
            raise _unbalanced(token)
        if top.token.part is not part or (
            part is Part.GROUP_START and top.token.number != token.number
        ):
            raise _unbalanced(top.token)
        self._stack.pop()
        return canonical(top.inlines)

    def _add(self, element: Inline) -> None:
        self._stack[-1].inlines.append(element)

    def _link(self, token: Token) -> Inline:
        _once(self._links, token, len(self._template.links))
        return self._template.links[token.number - 1]

    def _slot(self, token: Token, *, group: bool) -> Inline:
        _once(self._slots, token, len(self._template.slots))
        slot = self._template.slots[token.number - 1]
        if is_group(slot) is not group:
            raise TextFormError(
                "malformed",
                f"the source has {_name(token.number, slot)} and not {token.text}",
                token.column,
                "Copy the placeholder from the source.",
            )
        return slot


def _name(number: int, slot: Inline) -> str:
    return f"<g{number}>…</g{number}>" if is_group(slot) else f"<x{number}/>"


def _once(used: set[int], token: Token, known: int) -> None:
    if token.number > known:
        raise TextFormError(
            "unknown",
            f"{token.text} is not in the source",
            token.column,
            "Use the numbers of the source.",
        )
    if token.number in used:
        raise TextFormError(
            "doubled", f"{token.text} stands twice", token.column, "Use every number once."
        )
    used.add(token.number)


def _unbalanced(token: Token) -> TextFormError:
    return TextFormError(
        "unbalanced",
        f"{token.text} has no partner, or stands across another pair",
        token.column,
        "Close what was opened last first; a sign that is meant takes a backslash before it.",
    )


def _missing(name: str, column: int) -> TextFormError:
    return TextFormError(
        "missing", f"{name} is missing", column, "Put it where it belongs in the sentence."
    )

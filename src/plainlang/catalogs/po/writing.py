"""From entries to the bytes of a PO file."""

from __future__ import annotations

import re
from dataclasses import replace

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.po.strings import string_lines


def po_bytes(catalog: Catalog) -> bytes:
    """Return the file of a catalog; entries that nobody changed are the lines that they were.

    One in another charset that does not have a character is written in UTF-8, and its header
    says so.

    :raises UnicodeEncodeError: for half a surrogate pair, which no charset can hold and no
        reader gives.
    """
    messages = list(catalog.messages)
    if catalog.header.msgstr or catalog.header.raw:
        messages.insert(min(catalog.header_at, len(messages)), catalog.header)
    newline = catalog.newline
    parts: list[str] = []
    for message in messages:
        text = entry_text(message, newline)
        if not parts:
            text = text if message.raw and _unchanged(message) else text.lstrip("\r\n")
        elif not parts[-1].endswith(("\n", "\r")):
            text = newline + text
        parts.append(text)
    text = "".join(parts) + catalog.tail
    try:
        return text.encode(catalog.encoding)
    except UnicodeEncodeError:
        if catalog.encoding == "utf-8":
            raise
        header = re.sub(r"(?i)(charset=)[^\s;]*", r"\1UTF-8", catalog.header.msgstr)
        moved = replace(catalog, encoding="utf-8", header=replace(catalog.header, msgstr=header))
        return po_bytes(moved)


def entry_text(message: Message, newline: str = "\n") -> str:
    """Return an entry with the blank line before it and the end of its last line."""
    if _unchanged(message):
        return message.raw
    mark = "#~ " if message.obsolete else ""
    before = "#~| " if message.obsolete else "#| "
    lines = [f"# {comment}".rstrip() for comment in message.comments]
    lines += [f"#. {comment}".rstrip() for comment in message.extracted]
    lines += [f"#: {reference}" for reference in message.references]
    lines += message.others
    if message.flags:
        lines.append("#, " + ", ".join(message.flags))
    for keyword, text in (
        ("msgctxt", message.previous_context),
        ("msgid", message.previous),
        ("msgid_plural", message.previous_plural),
    ):
        if text is not None:
            lines += string_lines(keyword, text, before)
    if message.context is not None:
        lines += string_lines("msgctxt", message.context, mark)
    lines += string_lines("msgid", message.msgid, mark)
    if message.plural is None:
        lines += string_lines("msgstr", message.msgstr, mark)
    else:
        lines += string_lines("msgid_plural", message.plural, mark)
        for number, text in enumerate(message.plurals or (message.msgstr,)):
            lines += string_lines(f"msgstr[{number}]", text, mark)
    return newline + newline.join(lines) + newline


def _unchanged(message: Message) -> bool:
    return bool(message.raw) and message.origin == message

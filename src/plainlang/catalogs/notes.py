"""What an update does with translators' comments and with entries that stand twice."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import replace

from plainlang.catalogs.base import Message

_ACCEPT = re.compile(r"\bplainlang: accept\b")


def voided(comments: Iterable[str]) -> tuple[str, ...]:
    """Return comments of which none accepts a finding any more.

    What was accepted was accepted for the earlier text. Were it to count for the new one, a dose
    that changed would pass the check of numbers.
    """
    return tuple(_ACCEPT.sub("plainlang: accepted for the earlier text:", c) for c in comments)


def single(messages: Iterable[Message]) -> tuple[Message, ...]:
    """Return messages of which no two living ones and no two obsolete ones are of one text.

    A context that is empty is the same as none. The last one counts, at its place; it gets the
    comments of the others, and their translations as comments.
    """
    result: dict[tuple[bool, str, str], Message] = {}
    for message in messages:
        key = (message.obsolete, message.context or "", message.msgid)
        earlier = result.pop(key, None)
        result[key] = message if earlier is None else _joined(message, earlier)
    return tuple(result.values())


def _joined(message: Message, earlier: Message) -> Message:
    texts = earlier.plurals or (earlier.msgstr,)
    notes = [
        "plainlang: translated before as: " + text.replace("\n", "\\n")
        for text in texts
        if text and text not in (message.msgstr, *message.plurals)
    ]
    more = [c for c in (*earlier.comments, *notes) if c not in message.comments]
    if not message.msgstr and earlier.msgstr:
        # Nothing stands against the earlier one.
        return replace(earlier, comments=(*message.comments, *earlier.comments))
    # What was accepted for the earlier translation was not accepted for this one.
    return replace(message, comments=(*message.comments, *voided(more))) if more else message

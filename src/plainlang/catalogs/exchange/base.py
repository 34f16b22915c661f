"""What every exchange format shares: what a file holds, and the fields beside the two texts."""

from __future__ import annotations

import hashlib
import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from plainlang.catalogs.base import Message
from plainlang.diagnostics import Code
from plainlang.exceptions import PlainlangError
from plainlang.languages import matches

Key = tuple[str | None, str]

#: Characters that XML 1.0 cannot hold (§2.2, production 2).
ILLEGAL = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


class ExchangeError(PlainlangError):
    """A file of another tool cannot be read, or an entry cannot be written."""

    exit_status = 3
    default_code = Code.EXCHANGE_INVALID


@dataclass(frozen=True, slots=True)
class Exchange:
    """What an exchange file holds.

    :param messages: the entries in their order; lines are 0, since they stand in no PO file.
    :param source_language: BCP 47 tag; empty where the file does not say.
    :param language: that of the translations; empty where the file does not say.
    :param reviewed: keys of the entries that the file calls reviewed or final.
    """

    messages: tuple[Message, ...]
    source_language: str = ""
    language: str = ""
    reviewed: frozenset[Key] = frozenset()


@dataclass(frozen=True, slots=True)
class Form:
    """One text to translate: a message, or one form of a message with a plural.

    :param number: which form; ``None`` for a message without a plural.
    """

    id: str
    message: Message
    source: str
    target: str
    number: int | None = None

    @property
    def first(self) -> bool:
        """Whether the fields of the message are written here."""
        return not self.number


def forms(messages: Iterable[Message]) -> list[Form]:
    """Return every text to translate. Ids are stable: they change only with context or msgid."""
    found: list[Form] = []
    seen: dict[str, int] = {}
    for message in messages:
        text = message.msgid if message.context is None else f"{message.context}\x04{message.msgid}"
        name = "u" + hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()[:16]
        seen[name] = seen.get(name, 0) + 1
        if seen[name] > 1:  # an obsolete entry beside the living one
            name = f"{name}.{seen[name]}"
        if message.plural is None:
            found.append(Form(name, message, message.msgid, message.msgstr))
            continue
        for number, target in enumerate(message.plurals or ("",)):
            source = message.plural if number else message.msgid
            found.append(Form(f"{name}-{number}", message, source, target, number))
    return found


_LISTS = {
    "comment": "comments",
    "extracted": "extracted",
    "reference": "references",
    "flag": "flags",
}
_TEXTS = {
    "context": "context",
    "plural": "plural",
    "previous-context": "previous_context",
    "previous": "previous",
    "previous-plural": "previous_plural",
}
#: Every kind of field beside the two texts. ``forms`` counts those of a plural, and ``msgstr``
#: stands there only where it is not the first form.
KINDS = (*_TEXTS, *_LISTS, "obsolete", "forms", "msgstr")


def to_fields(message: Message) -> list[tuple[str, str]]:
    """Return everything but ``msgid`` and the translations, as kinds and values."""
    fields = [(k, v) for k, name in _TEXTS.items() if (v := getattr(message, name)) is not None]
    fields += [(kind, value) for kind, name in _LISTS.items() for value in getattr(message, name)]
    if message.obsolete:
        fields.append(("obsolete", "yes"))
    if message.plural is not None:
        fields.append(("forms", str(len(message.plurals))))
        if message.msgstr != (message.plurals[0] if message.plurals else ""):
            fields.append(("msgstr", message.msgstr))
    return fields


def to_message(fields: Sequence[tuple[str, str]], texts: Sequence[tuple[str, str]]) -> Message:
    """Return the message again.

    :param texts: source and translation of its forms; one pair where it has no plural.
    """
    single: Mapping[str, str] = dict(fields)
    message = Message(
        msgid=texts[0][0],
        msgstr=texts[0][1],
        context=single.get("context"),
        plural=single.get("plural"),
        previous_context=single.get("previous-context"),
        previous=single.get("previous"),
        previous_plural=single.get("previous-plural"),
        comments=_all(fields, "comment"),
        extracted=_all(fields, "extracted"),
        references=_all(fields, "reference"),
        flags=_all(fields, "flag"),
        obsolete="obsolete" in single,
    )
    if message.plural is None:
        return message
    targets = tuple(target for _, target in texts)
    if single.get("forms") == "0" and not any(targets):
        targets = ()
    return replace(message, plurals=targets, msgstr=single.get("msgstr", texts[0][1]))


def _all(fields: Sequence[tuple[str, str]], wanted: str) -> tuple[str, ...]:
    return tuple(value for kind, value in fields if kind == wanted)


def with_state(message: Message, *, fuzzy: bool) -> Message:
    """Return the message with or without ``fuzzy``, in the place where it stood."""
    if fuzzy == message.fuzzy:
        return message
    if fuzzy:
        return replace(message, flags=(*message.flags, "fuzzy"))
    return replace(message, flags=tuple(flag for flag in message.flags if flag != "fuzzy"))


def armoured(value: str) -> str | None:
    """Return a value that XML cannot hold as a JSON string; ``None`` where it can hold it."""
    if not ILLEGAL.search(value):
        return None
    return json.dumps(value)


def check_language(
    found: str, wanted: str | None, file: str, *, what: str = "translations"
) -> None:
    """Raise an :class:`ExchangeError` where a file is in another language than is wanted."""
    if not wanted or not found or found == "*all*":
        return
    if not matches(wanted, found) and not matches(found, wanted):
        raise ExchangeError(
            f"its {what} are in “{found}”, not in “{wanted}”",
            file=file or None,
            hint=f"Name the language that the file has, or look for the file of “{wanted}”.",
        )

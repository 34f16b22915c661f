"""Translations from an exchange file into a catalog. Nothing that is there is dropped."""

from __future__ import annotations

from dataclasses import dataclass, replace

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.exchange.base import Exchange, Key, with_state


@dataclass(frozen=True, slots=True)
class MergeReport:
    """What an import did, as keys (context, msgid) in the order of the catalog or the file.

    :param changed: entries that have another translation or state now.
    :param unchanged: entries whose translation was the same.
    :param untranslated: entries that the file knows without a translation; theirs stays.
    :param kept: entries whose usable translation stays, since the file's is fuzzy or has another
        number of plural forms.
    :param unknown: translations of texts that the catalog has not.
    :param conflicting: texts that the file translates in more than one way; the first counts.
    :param reviewed: entries whose translation the file calls reviewed, and that have it now.
    """

    changed: tuple[Key, ...] = ()
    unchanged: tuple[Key, ...] = ()
    untranslated: tuple[Key, ...] = ()
    kept: tuple[Key, ...] = ()
    unknown: tuple[Key, ...] = ()
    conflicting: tuple[Key, ...] = ()
    reviewed: tuple[Key, ...] = ()


def merge(catalog: Catalog, imported: Exchange) -> tuple[Catalog, MergeReport]:
    """Return the catalog with the translations of ``imported``, and what was done.

    An entry is found by its context and msgid. A translation replaces another one only where it
    differs; an empty one replaces nothing, and a fuzzy one no translation that may be used.
    Comments are added, never taken away. A translation that is not fuzzy any more loses its
    ``#|`` lines, as in every PO editor.
    """
    offered: dict[Key, Message] = {}
    conflicting: dict[Key, None] = {}
    # A living entry goes before an obsolete one of the same text.
    for message in sorted(imported.messages, key=lambda m: m.obsolete):
        if not _has_text(message):
            offered.setdefault(message.key, message)
            continue
        there = offered.get(message.key)
        if there is None or not _has_text(there):
            offered[message.key] = message
        elif _text(there) != _text(message) and there.obsolete == message.obsolete:
            conflicting[message.key] = None
    groups: dict[str, list[Key]] = {}
    messages = []
    for message in catalog.messages:
        new = offered.get(message.key)
        outcome, result = ("", message) if new is None else _merged(message, new)
        groups.setdefault(outcome, []).append(message.key)
        if message.key in imported.reviewed and outcome in ("changed", "unchanged"):
            groups.setdefault("reviewed", []).append(message.key)
        messages.append(result)
    known = {message.key for message in catalog.messages}
    report = MergeReport(
        changed=tuple(groups.get("changed", ())),
        unchanged=tuple(groups.get("unchanged", ())),
        untranslated=tuple(groups.get("untranslated", ())),
        kept=tuple(groups.get("kept", ())),
        unknown=tuple(k for k, m in offered.items() if k not in known and _has_text(m)),
        conflicting=tuple(conflicting),
        reviewed=tuple(groups.get("reviewed", ())),
    )
    return replace(catalog, messages=tuple(messages)), report


def _merged(message: Message, new: Message) -> tuple[str, Message]:
    comments = (*message.comments, *(c for c in new.comments if c not in message.comments))
    noted = replace(message, comments=comments)
    if not _has_text(new):
        return "untranslated", noted
    if _text(message) == _text(new) and message.fuzzy == new.fuzzy:
        return "unchanged", noted
    if (new.plural is None) != (message.plural is None):
        return "kept", noted
    if message.plurals and len(message.plurals) != len(new.plurals):
        return "kept", noted
    usable = _has_text(message) and all(message.plurals or (message.msgstr,)) and not message.fuzzy
    if usable and (new.fuzzy or not all(new.plurals or (new.msgstr,))):
        return "kept", noted
    result = replace(noted, msgstr=new.msgstr, plurals=new.plurals)
    result = with_state(result, fuzzy=new.fuzzy)
    if not new.fuzzy:
        result = replace(result, previous=None, previous_context=None, previous_plural=None)
    return "changed", result


def _text(message: Message) -> tuple[str, tuple[str, ...]]:
    return (message.msgstr if message.plural is None else ""), message.plurals


def _has_text(message: Message) -> bool:
    return any(message.plurals) if message.plural is not None else bool(message.msgstr)

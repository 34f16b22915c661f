"""XLIFF 2 of this program and of other tools, read."""

from __future__ import annotations

import json
from dataclasses import dataclass

from lxml import etree

from plainlang.catalogs.base import Message
from plainlang.catalogs.exchange.base import (
    KINDS,
    Exchange,
    ExchangeError,
    Key,
    check_language,
    to_message,
    with_state,
)
from plainlang.catalogs.exchange.xliff2 import NAMESPACE, OWN
from plainlang.catalogs.exchange.xliff2_inline import read_inline
from plainlang.catalogs.exchange.xml_file import local, read_xml

_NS = {"x": NAMESPACE}
_DONE = ("translated", "reviewed", "final")


@dataclass(frozen=True, slots=True)
class _Unit:
    fields: list[tuple[str, str]]
    source: str
    target: str
    states: tuple[str, ...]


def read_xliff2(data: bytes, *, file: str = "", language: str | None = None) -> Exchange:
    """Return what an XLIFF 2 file holds.

    :param language: the language that is wanted; another one is refused.
    :raises ExchangeError: no XLIFF 2, not well-formed, in another language, or a code is lost.
    """
    root = read_xml(data, file)
    name = etree.QName(root)
    if name.localname != "xliff" or name.namespace != NAMESPACE:
        raise ExchangeError(_why_not(root), file=file or None, hint="Export it as XLIFF 2.0.")
    source_language, target_language = root.get("srcLang", ""), root.get("trgLang", "")
    check_language(target_language, language, file)
    messages: list[Message] = []
    reviewed: set[Key] = set()
    for element in root.iterfind("x:file//x:unit", _NS):
        parent = element.getparent()
        in_plural = parent is not None and _is_plural(parent)
        if in_plural and parent is not None and parent.find("x:unit", _NS) is not element:
            continue
        siblings = parent.findall("x:unit", _NS) if in_plural and parent is not None else [element]
        units = [_unit(each, file) for each in siblings]
        message, done = _message(units)
        messages.append(message)
        if done:
            reviewed.add(message.key)
    return Exchange(tuple(messages), source_language, target_language, frozenset(reviewed))


def _why_not(root: etree._Element) -> str:
    if local(root) != "xliff":
        return f"it is no XLIFF: its root is <{local(root)}>"
    return f"it is XLIFF {root.get('version', 'of an unknown version')}, and only 2 is read"


def _is_plural(group: etree._Element) -> bool:
    first = group.find("x:unit", _NS)
    return (
        local(group) == "group"
        and first is not None
        and first.find("x:notes/x:note[@category='forms']", _NS) is not None
    )


def _unit(element: etree._Element, file: str) -> _Unit:
    name = element.get("id", "")
    data = {
        each.get("id", ""): read_inline(each, {}, file, name)
        for each in element.iterfind("x:originalData/x:data", _NS)
    }
    fields = [_field(note) for note in element.iterfind("x:notes/x:note", _NS)]
    source, target, states = [], [], []
    # Other tools may divide a unit into segments; what stands between them is ignorable.
    for part in element.iterfind("*", _NS):
        if local(part) not in ("segment", "ignorable"):
            continue
        own, other = part.find("x:source", _NS), part.find("x:target", _NS)
        text = "" if own is None else read_inline(own, data, file, name)
        source.append(text)
        if other is not None:
            target.append(read_inline(other, data, file, name))
        elif local(part) == "ignorable":
            target.append(text)
        if local(part) == "segment":
            written = other is not None and bool(target[-1])
            states.append(part.get("state", "initial") if written else "")
    translated = "".join(target) if any(states) else ""
    return _Unit(fields, "".join(source), translated, tuple(states))


def _field(note: etree._Element) -> tuple[str, str]:
    text = note.text or ""
    if note.get(f"{{{OWN}}}json") == "yes":
        text = str(json.loads(text))
    # What a translator notes down in another tool is a comment of the entry.
    category = note.get("category", "")
    return (category if category in KINDS else "comment"), text


def _message(units: list[_Unit]) -> tuple[Message, bool]:
    texts = [(unit.source, unit.target) for unit in units]
    fields = [*units[0].fields, *(f for unit in units[1:] for f in unit.fields)]
    message = to_message(fields, texts)
    states = [state for unit in units if unit.target for state in unit.states]
    if not states:
        return message, False
    # A part without a target is no translation of the whole.
    fuzzy = any(state not in _DONE for state in states)
    done = all(state in ("reviewed", "final") for state in states)
    return with_state(message, fuzzy=fuzzy), done

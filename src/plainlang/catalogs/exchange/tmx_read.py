"""TMX of this program and of other tools, read."""

from __future__ import annotations

import json

from lxml import etree

from plainlang.catalogs.base import Message
from plainlang.catalogs.exchange.base import (
    KINDS,
    Exchange,
    ExchangeError,
    Key,
    check_language,
    to_message,
)
from plainlang.catalogs.exchange.tmx import CHARACTER, PREFIX, XML_LANG
from plainlang.catalogs.exchange.xml_file import local, pieces, read_xml
from plainlang.languages import matches


def read_tmx(data: bytes, *, file: str = "", language: str | None = None) -> Exchange:
    """Return what a TMX file holds: the units that are in its source language.

    :param language: the language that is wanted, ``es`` being content with ``es-MX``; without
        it, the first that is not the source's.
    :raises ExchangeError: no TMX, not well-formed, or no unit in the language that is wanted.
    """
    root = read_xml(data, file)
    if local(root) != "tmx":
        raise ExchangeError(f"it is no TMX: its root is <{local(root)}>", file=file or None)
    header = root.find("header")
    default = "" if header is None else header.get("srclang", "")
    found: list[tuple[list[tuple[str, str]], str, str]] = []
    languages: list[str] = []
    for unit in root.iterfind("body/tu"):
        variants = {_language(each): each.find("seg") for each in unit.iterfind("tuv")}
        source_language = unit.get("srclang") or default
        if source_language in ("", "*all*"):
            source_language = next(iter(variants), "")
        source = _pick(variants, source_language)
        others = {name: seg for name, seg in variants.items() if seg is not source}
        target_language = language or next(iter(others), "")
        target = _pick(others, target_language)
        languages += [name for name in others if name not in languages]
        if source is not None:
            found.append((_fields(unit), _text(source), "" if target is None else _text(target)))
    wanted = language or (languages[0] if languages else "")
    if languages and not any(matches(wanted, n) or matches(n, wanted) for n in languages):
        check_language(languages[0], language, file)
    messages, reviewed = _messages(found)
    own = default if default != "*all*" else ""
    actual = next((n for n in languages if matches(wanted, n) or matches(n, wanted)), wanted)
    return Exchange(messages, own, actual, reviewed)


def _language(variant: etree._Element) -> str:
    return variant.get(XML_LANG) or variant.get("lang") or ""


def _pick(variants: dict[str, etree._Element | None], language: str) -> etree._Element | None:
    if variants.get(language) is not None:
        return variants[language]
    for name, segment in variants.items():
        if language and name and (matches(language, name) or matches(name, language)):
            return segment
    return None


def _fields(unit: etree._Element) -> list[tuple[str, str]]:
    fields = []
    for prop in unit.iterfind("prop"):
        kind, text = prop.get("type", ""), prop.text or ""
        if not kind.startswith(PREFIX):
            continue
        kind = kind.removeprefix(PREFIX)
        if kind.startswith("json-"):
            kind, text = kind.removeprefix("json-"), str(json.loads(text))
        if kind in (*KINDS, "form", "state"):
            fields.append((kind, text))
    return fields


def _text(segment: etree._Element) -> str:
    parts = []
    for piece in pieces(segment):
        if isinstance(piece, str):
            parts.append(piece)
        elif piece.get("type") == CHARACTER:
            parts.append(str(json.loads(piece.text or '""')))
        else:
            parts.append(_text(piece))
    return "".join(parts)


def _messages(
    found: list[tuple[list[tuple[str, str]], str, str]],
) -> tuple[tuple[Message, ...], frozenset[Key]]:
    messages: list[Message] = []
    reviewed: set[Key] = set()
    position = 0
    while position < len(found):
        fields, source, target = found[position]
        texts = [(source, target)]
        position += 1
        if "forms" in dict(fields):
            while position < len(found) and dict(found[position][0]).get("form", "0") != "0":
                texts.append(found[position][1:])
                position += 1
        message = to_message(fields, texts)
        messages.append(message)
        if dict(fields).get("state") == "reviewed":
            reviewed.add(message.key)
    return tuple(messages), frozenset(reviewed)

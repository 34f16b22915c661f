"""The elements that both editions of TBX write, under the names of each."""

from __future__ import annotations

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lxml import etree

from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.exchange import tbx
from plainlang.glossary.exchange.xml import XML

#: Makes a data category below an element: parent, kind of element, category, text.
Category = Callable[[etree._Element, str, str, str], etree._Element]


@dataclass(frozen=True, slots=True)
class Names:
    """How an edition of TBX names its elements, with their namespace."""

    concept: str
    language: str
    term_section: str
    term: str
    group: str


def add_concepts(
    body: etree._Element, entries: Sequence[GlossaryEntry], names: Names, category: Category
) -> None:
    """Write the concepts of ``entries``, one language section for each entry."""
    for number, group in enumerate(tbx.grouped(tuple(entries)), 1):
        concept = etree.SubElement(body, names.concept, id=f"c{number}")
        first = group[0]
        if first.dictionary:
            category(concept, "admin", "originatingDatabase", first.dictionary)
        category(concept, "admin", "x-entryId", first.id)
        category(concept, "admin", "x-audience", first.audience)
        for entry in group:
            _add_language(concept, entry, names, category)


def _add_language(
    concept: etree._Element, entry: GlossaryEntry, names: Names, category: Category
) -> None:
    section = etree.SubElement(concept, names.language)
    section.set(f"{XML}lang", entry.language)
    definition = etree.SubElement(section, names.group)
    category(definition, "descrip", "definition", entry.definition)
    if entry.source:
        category(definition, "admin", "source", entry.source)
    if entry.uri:
        reference = category(section, "xref", "externalCrossReference", entry.uri)
        reference.set("target", entry.uri)
    for name in ("licence", "retrieved", "name"):
        if getattr(entry, name):
            category(section, "admin", f"x-{name}", getattr(entry, name))
    for link in entry.links:
        category(section, "admin", tbx.LINK, link)
    if entry.extra:
        written = json.dumps(dict(entry.extra), ensure_ascii=True, sort_keys=True)
        category(section, "admin", "x-extra", written)
    for number, term in enumerate((entry.term, *entry.variants)):
        part = etree.SubElement(section, names.term_section)
        etree.SubElement(part, names.term).text = term
        if number:
            category(part, "termNote", "termType", "variant")
        elif entry.pronunciation:
            category(part, "termNote", "pronunciation", entry.pronunciation)


def to_bytes(root: etree._Element, doctype: str = "") -> bytes:
    """Return the file of a tree."""
    etree.indent(root, " ")
    if doctype:
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8", doctype=doctype)
    else:
        data = etree.tostring(root, xml_declaration=True, encoding="UTF-8")
    return data + b"\n"


def add_source(header: etree._Element, namespace: str) -> None:
    """Write the header's statement of where the terms come from, which the standard demands."""
    description = etree.SubElement(header, f"{namespace}fileDesc")
    source = etree.SubElement(description, f"{namespace}sourceDesc")
    etree.SubElement(source, f"{namespace}p").text = "Exported from a plainlang glossary"

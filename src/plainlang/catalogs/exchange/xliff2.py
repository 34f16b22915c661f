"""XLIFF 2.0 written (OASIS Standard, 5 August 2014); 2.0, 2.1 and 2.2 read.

Codes become ``<pc>`` and ``<ph>`` with their characters in ``<originalData>``; every other field
of an entry is a ``<note>`` whose category names it. States: ``initial`` without a target is
untranslated, ``initial`` with one is fuzzy, ``translated`` is translated, and ``reviewed`` and
``final`` are reviewed.
"""

from __future__ import annotations

from collections.abc import Collection

from lxml import etree

from plainlang.catalogs.base import Catalog
from plainlang.catalogs.exchange.base import Form, Key, armoured, forms, to_fields
from plainlang.catalogs.exchange.xliff2_inline import Codes, write_inline
from plainlang.catalogs.exchange.xml_file import write_xml
from plainlang.languages import direction

NAMESPACE = "urn:oasis:names:tc:xliff:document:2.0"
#: The namespace of our own attributes, which the schema allows beside its own.
OWN = "urn:plainlang:catalog:1"
_PREFIXES: dict[str, str] = {None: NAMESPACE, "plainlang": OWN}  # type: ignore[dict-item]
FUZZY = "plainlang:fuzzy"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"


def write_xliff2(
    catalog: Catalog, source_language: str, language: str, *, reviewed: Collection[Key] = ()
) -> bytes:
    """Return the catalog as XLIFF 2.0.

    :param reviewed: keys of the entries that a person has reviewed.
    """
    root = etree.Element(
        _name("xliff"),
        {"version": "2.0", "srcLang": source_language, "trgLang": language},
        nsmap=_PREFIXES,
    )
    root.text = "\n"
    file = etree.SubElement(root, _name("file"), {"id": "f1", XML_SPACE: "preserve"})
    if catalog.path:
        file.set("original", catalog.path)
    file.set("srcDir", direction(source_language))
    file.set("trgDir", direction(language))
    file.text = file.tail = "\n"
    group = file
    for form in forms(catalog.messages):
        if form.number == 0:
            group = etree.SubElement(file, _name("group"), {"id": f"g{form.id[1:-2]}"})
            group.text = group.tail = "\n"
        unit = _unit(form, reviewed)
        unit.tail = "\n"
        (file if form.number is None else group).append(unit)
    if not catalog.messages:
        # A file must hold something (§4.2.2.2): an empty group says nothing.
        etree.SubElement(file, _name("group"), {"id": "none"})
    return write_xml(root)


def _unit(form: Form, reviewed: Collection[Key]) -> etree._Element:
    unit = etree.Element(_name("unit"), {"id": form.id})
    if form.message.obsolete:
        unit.set("translate", "no")
    fields = to_fields(form.message) if form.first else []
    if fields:
        notes = etree.SubElement(unit, _name("notes"))
        for kind, value in fields:
            note = etree.SubElement(notes, _name("note"), {"category": kind})
            hidden = armoured(value)
            note.text = value if hidden is None else hidden
            if hidden is not None:
                note.set(f"{{{OWN}}}json", "yes")
    codes = Codes()
    source = etree.Element(_name("source"))
    write_inline(source, form.source, codes)
    target = None
    if form.target:
        target = etree.Element(_name("target"))
        write_inline(target, form.target, codes)
    if codes.data:
        original = etree.SubElement(unit, _name("originalData"))
        for raw, name in codes.data.items():
            etree.SubElement(original, _name("data"), {"id": name}).text = raw
    segment = etree.SubElement(unit, _name("segment"))
    segment.append(source)
    if target is None:
        segment.set("state", "initial")
    else:
        segment.append(target)
        if form.message.fuzzy:
            segment.set("state", "initial")
            segment.set("subState", FUZZY)
        else:
            segment.set("state", "reviewed" if form.message.key in reviewed else "translated")
    return unit


def _name(local: str) -> str:
    return f"{{{NAMESPACE}}}{local}"

"""What TBX of 2008 and of 2019 have in common: concept, language, term, and data categories.

A data category that the standard has is used under its name (``definition``, ``source``,
``pronunciation``, ``originatingDatabase``, ``externalCrossReference``); the fields of an entry
that it has not are ``x-…``, which other tools leave alone.
"""

from __future__ import annotations

import json
from collections.abc import Iterator

from lxml import etree

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.exchange.base import Imported
from plainlang.glossary.exchange.xml import XML, line_of, local, parse, text_of
from plainlang.glossary.records import Intake, first_of_each

CONCEPTS = frozenset({"termEntry", "conceptEntry"})
LANGUAGES = frozenset({"langSet", "langSec"})
TERMS = frozenset({"tig", "ntig", "termSec"})
#: Elements whose ``type`` names the data category; in DCT style the element's name is it.
TYPED = frozenset({"descrip", "admin", "termNote", "transac", "xref", "ref", "hi", "adminNote",
                   "descripNote", "transacNote"})  # fmt: skip
#: Data category of a field, by the level at which it stands.
CONCEPT_FIELDS = {
    "originatingDatabase": "dictionary",
    "x-entryId": "id",
    "x-audience": "audience",
}
LANGUAGE_FIELDS = {
    "definition": "definition",
    "source": "source",
    "externalCrossReference": "uri",
    "x-licence": "licence",
    "x-retrieved": "retrieved",
    "x-name": "name",
    "x-extra": "extra",
}
TERM_FIELDS = {"pronunciation": "pronunciation"}
LINK = "x-link"


def read(data: bytes, file: str, dictionary: str = "", language: str = "") -> Imported:
    """Read TBX of either edition, in either style.

    :param dictionary: for entries that name none.
    :param language: only entries in this language are taken; all where it is empty.
    :raises SourceError: if the file is no TBX.
    """
    root = parse(data, file)
    if local(root) not in ("martif", "tbx", "TBX"):
        raise SourceError(
            f"this XML is no TBX: its root is {local(root)!r}",
            code=Code.GLOSSARY_UNREADABLE,
            file=file,
            line=1,
            hint="TBX begins with <martif> (2008) or <tbx> (2019).",
        )
    intake = Intake(file, dictionary)
    main = _language(root)
    entries: list[GlossaryEntry] = []
    for number, concept in enumerate(_named(root, CONCEPTS), 1):
        shared = _categories(concept, CONCEPT_FIELDS, LANGUAGES)
        shared.setdefault("id", concept.get("id") or f"entry-{number}")
        general = _categories(concept, LANGUAGE_FIELDS, LANGUAGES)
        for section in _named(concept, LANGUAGES):
            tag = _language(section)
            if language and tag.lower() != language.lower():
                continue
            # What a concept says in no language's section is in the language of the file.
            own = general if tag == main else {k: v for k, v in general.items() if k == "uri"}
            record = shared | own | {"language": tag} | _section(section)
            entry = intake.entry(record, line_of(section))
            if entry is not None:
                entries.append(entry)
    unique, doubles = first_of_each(entries)
    return Imported(tuple(unique), (*intake.problems, *doubles))


def grouped(entries: tuple[GlossaryEntry, ...]) -> list[list[GlossaryEntry]]:
    """Return entries by what they have in common: dictionary, id and audience."""
    groups: dict[tuple[str, str, str], list[GlossaryEntry]] = {}
    for entry in entries:
        groups.setdefault((entry.dictionary, entry.id, entry.audience), []).append(entry)
    return list(groups.values())


def _section(section: etree._Element) -> dict[str, object]:
    """Return the record of one language of a concept."""
    record: dict[str, object] = dict(_categories(section, LANGUAGE_FIELDS, frozenset()))
    # A source that stands at a term is the term's, not the definition's.
    terms = [text_of(each) for each in section.iter() if _is(each, "term")]
    if terms:
        record["term"], record["variants"] = terms[0], terms[1:]
    record |= _categories(section, TERM_FIELDS, frozenset())
    record["links"] = [text_of(each) for each in section.iter() if _category(each) == LINK]
    if isinstance(record.get("extra"), str):
        try:
            record["extra"] = json.loads(str(record["extra"]))
        except ValueError:
            record["extra"] = {"x-extra": record["extra"]}
    return record


def _categories(
    element: etree._Element, fields: dict[str, str], below: frozenset[str]
) -> dict[str, object]:
    """Return the values of data categories at or under ``element``, the first of each."""
    found: dict[str, object] = {}
    for each in _outside(element, below):
        name = fields.get(_category(each))
        if name == "uri":
            found.setdefault(name, each.get("target") or text_of(each))
        elif name and (name != "source" or not _within(each, TERMS)):
            found.setdefault(name, text_of(each))
    return found


def _outside(element: etree._Element, below: frozenset[str]) -> Iterator[etree._Element]:
    for child in element:
        if isinstance(child.tag, str) and local(child) not in below:
            yield child
            yield from _outside(child, below)


def _within(element: etree._Element, names: frozenset[str]) -> bool:
    return any(local(above) in names for above in element.iterancestors())


def _category(element: etree._Element) -> str:
    if not isinstance(element.tag, str):
        return ""
    name = local(element)
    return element.get("type", "") if name in TYPED else name


def _named(element: etree._Element, names: frozenset[str]) -> Iterator[etree._Element]:
    return (each for each in element.iter() if isinstance(each.tag, str) and local(each) in names)


def _is(element: etree._Element, name: str) -> bool:
    return isinstance(element.tag, str) and local(element) == name


def _language(element: etree._Element) -> str:
    return (element.get(f"{XML}lang") or element.get("lang") or "").strip().replace("_", "-")

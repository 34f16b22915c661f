"""The glossary's terms and definitions as segments, and their translations as entries.

A definition is translated once, in ``translations/<lang>/glossary.po``, and not once in every
document that needs it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from plainlang.catalogs.base import Segment
from plainlang.catalogs.text_form import TextFormError, Written, parse
from plainlang.catalogs.text_form_plain import read_plain, write_plain
from plainlang.glossary.base import GlossaryEntry


def context_of(entry: GlossaryEntry) -> str:
    """Return the msgctxt of an entry's term and definition: ``nci 45793``."""
    return f"{entry.dictionary} {entry.id}"


def glossary_segments(entries: Iterable[GlossaryEntry]) -> tuple[Segment, ...]:
    """Return term and definition of each entry, in their order."""
    segments: list[Segment] = []
    for entry in entries:
        context = context_of(entry)
        segments += (
            Segment("term", write_plain(entry.term), context, targets=(), line=entry.line or None),
            Segment("definition", write_plain(entry.definition), context, (entry.term,)),
        )
    return tuple(segments)


def translated_entries(
    entries: Iterable[GlossaryEntry], translations: Mapping[tuple[str, str], str], language: str
) -> tuple[GlossaryEntry, ...]:
    """Return the entries whose term and definition are both translated, in ``language``.

    How to say a term is said for the readers of its own language and is left out, and so are the
    other forms of the term.

    :param translations: msgstr by (context, msgid).
    """
    found: list[GlossaryEntry] = []
    for entry in entries:
        context = context_of(entry)
        term = _plain(translations.get((context, write_plain(entry.term)), ""))
        definition = _plain(translations.get((context, write_plain(entry.definition)), ""))
        if term and definition:
            found.append(
                replace(
                    entry,
                    term=term,
                    definition=definition,
                    language=language,
                    pronunciation="",
                    name="",
                    variants=(),
                )
            )
    return tuple(found)


def _plain(translation: str) -> str:
    """Return a translation's words; nothing where its markup is wrong, which a check reports."""
    try:
        return read_plain(parse(translation, Written(""))).strip()
    except TextFormError:
        return ""

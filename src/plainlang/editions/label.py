"""A label and its value, as an entry of a definition list."""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.ast import attr, text
from plainlang.document import Inline, Metadata
from plainlang.languages import direction
from plainlang.locales import Words

Entry = tuple[list[Inline], list[Inline]]


def own_words(message: str, words: Words, language: str) -> list[Inline]:
    """Return a message of plainlang as inlines, marked where it is in another language.

    :param language: the language of the edition.
    """
    inlines = text(words(message))
    if _primary(words.language) == _primary(language):
        return inlines
    pairs = [("lang", words.language), ("dir", direction(words.language))]
    return [{"t": "Span", "c": [attr(pairs=pairs), inlines]}]


def field_words(metadata: Metadata, field: str) -> list[Inline]:
    """Return a field's text as inlines, marked where it is not in the document's language."""
    inlines = text(getattr(metadata, field))
    tag = metadata.languages.get(field)
    if not tag:
        return inlines
    pairs = [("lang", tag), ("dir", direction(tag))]
    return [{"t": "Span", "c": [attr(classes=["untranslated"], pairs=pairs), inlines]}]


def definition_list(entries: Sequence[Entry]) -> dict[str, object]:
    """Return a ``DefinitionList`` of labels with one value each."""
    return {
        "t": "DefinitionList",
        "c": [[label, [[{"t": "Plain", "c": value}]]] for label, value in entries],
    }


def _primary(language: str) -> str:
    return language.split("-", 1)[0].lower()

"""The block below the title: how to say it, the language, and how old the text is.

What a reader must be told before the text stands here too: the source's own notice, and what
the edition says of itself.
"""

from __future__ import annotations

from collections.abc import Sequence

from plainlang.ast import div, para, text
from plainlang.document import Block, Document
from plainlang.editions.label import Entry, definition_list, field_words, own_words
from plainlang.languages import format_date, name
from plainlang.locales import Words


def title_block(document: Document, words: Words, notices: Sequence[str] = ()) -> list[Block]:
    """Return the title block as one ``Div.title-block``.

    :param notices: what the edition says of itself, as keys of :mod:`plainlang.locales`.
    """
    metadata = document.metadata
    language = document.language

    def label(message: str) -> list[Block]:
        return own_words(message, words, language)

    entries: list[Entry] = []
    if metadata.pronunciation:
        entries.append((label("How to say it"), field_words(metadata, "pronunciation")))
    entries.append((label("Language"), text(name(language))))
    if metadata.last_reviewed:
        entries.append(
            (label("Last reviewed"), text(format_date(metadata.last_reviewed, language)))
        )
    if metadata.next_review:
        entries.append(
            (label("Next review due"), text(format_date(metadata.next_review, language)))
        )
    blocks: list[Block] = [definition_list(entries)]
    blocks += [para(label(notice)) for notice in notices]
    if metadata.title_derived:
        blocks.append(para(label("The source has no title. This one was taken from its text.")))
    if metadata.notice:
        blocks.append(para(field_words(metadata, "notice")))
    return [div(blocks, ["title-block"])]

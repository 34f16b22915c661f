"""Every text of a document that a translator is to see."""

from __future__ import annotations

from collections.abc import Callable

from plainlang.catalogs.base import Segment
from plainlang.catalogs.extract_metadata import metadata_segments
from plainlang.catalogs.extract_offer import has_words
from plainlang.catalogs.extract_walk import Texts, Walk
from plainlang.document import Document, Inline


def segments_of(document: Document) -> tuple[Segment, ...]:
    """Return the segments of a cleaned document, the same text in the same context once.

    The place is that of the first one. Messages of a catalog have the same order.
    """
    unique: dict[tuple[str, str], Segment] = {}
    for segment in extract(document):
        unique.setdefault((segment.context, segment.text), segment)
    return tuple(unique.values())


def extract(document: Document) -> tuple[Segment, ...]:
    """Return every segment in reading order, each as often as it stands in the document.

    :param document: cleaned (:func:`plainlang.intake.read_clean`), without glosses.
    """
    found: list[Segment] = [s for s in metadata_segments(document.metadata) if has_words(s.text)]

    def keep(segment: Segment, parse: Callable[[str], list[Inline]]) -> None:
        return None

    language = document.language
    Walk(Texts(found.append, keep), language, language).blocks(document.blocks)
    return tuple(found)

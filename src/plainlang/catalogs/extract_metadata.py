"""The texts of the front matter that editions show and that translators see."""

from __future__ import annotations

from plainlang.catalogs.base import Segment
from plainlang.catalogs.text_form_plain import write_plain
from plainlang.document import Metadata

#: The fields, each with its own context. Names, citations and statements of rights are not
#: translated: a reader has to find the source by them, and their wording binds.
FIELDS = ("title", "description", "notice")


def metadata_segments(metadata: Metadata) -> tuple[Segment, ...]:
    """Return the segments of the fields that hold anything."""
    return tuple(
        Segment("metadata", write_plain(value), name, line=metadata.lines.get(name))
        for name in FIELDS
        if (value := getattr(metadata, name)).strip()
    )

"""The name of the website behind a title: “Lenalidomide - NCI”."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from plainlang.ast import stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import Blocks, map_leaves
from plainlang.cleanup.inlines import is_text, split_at, trimmed
from plainlang.cleanup.top import map_top
from plainlang.cleanup.wording import comparable, quoted
from plainlang.document import Block, Change, Document, Metadata

#: What the titles of web pages have between the page's name and the site's.
_SEPARATOR = r"\s+(?:[-–—|·»]|::)\s+"
#: Names that sites put behind the titles of their pages, by the end of the host's name.
SITE_NAMES = {
    "cancer.gov": ("NCI", "National Cancer Institute", "Instituto Nacional del Cáncer"),
    "cdc.gov": ("CDC",),
    "healthcare.gov": ("HealthCare.gov",),
    "cuidadodesalud.gov": ("CuidadoDeSalud.gov",),
    "medlineplus.gov": (
        "MedlinePlus",
        "MedlinePlus en español",
        "MedlinePlus Medical Encyclopedia",
        "MedlinePlus enciclopedia médica",
    ),
    "nhs.uk": ("NHS",),
    "nih.gov": ("NIH",),
    "va.gov": ("Veterans Affairs", "VA"),
}


class SiteSuffix:
    """Cut the publisher's or the website's name off the title and the headings that repeat it."""

    name = "site-suffix"
    summary = "Cut the name of the website off the title."

    def __call__(self, document: Document) -> Result:
        """Return the document with the shorter title and headings."""
        metadata = document.metadata
        names = site_names(metadata)
        if not names:
            return Result(document)
        title = without_suffix(metadata.title, names)
        changes: list[Change] = []
        if title != metadata.title:
            removed = metadata.title[len(title) :].strip()
            message = f"Cut {quoted(removed)}, the name of the website, off the title"
            changes.append(Change(self.name, metadata.lines.get("title"), message))
        given = comparable(metadata.title)

        def visit(block: Block, line: int | None) -> Block:
            if block["t"] != "Header" or comparable(stringify(block["c"][2])) != given:
                return block
            return _shortened(block, line, names, changes)

        def visit_top(run: Blocks) -> Blocks:
            return [_shortened(block, block.get("line"), names, changes) for block in run]

        blocks = map_top(map_leaves(document.blocks, visit), visit_top)
        if not changes:
            return Result(document)
        metadata = replace(metadata, title=title)
        changed = replace(document, metadata=metadata, blocks=tuple(blocks))
        return Result(changed, tuple(changes))


def site_names(metadata: Metadata) -> tuple[str, ...]:
    """Return the names that may stand behind the title: the publisher, the host, the site."""
    names = [metadata.source.strip()]
    try:
        host = (urlsplit(metadata.url).hostname or "").removeprefix("www.")
    except ValueError:  # a malformed address, which the reader of the metadata reports
        host = ""
    names.append(host)
    for end, known in SITE_NAMES.items():
        if host == end or host.endswith("." + end):
            names.extend(known)
    return tuple(name for name in names if name)


def without_suffix(title: str, names: tuple[str, ...]) -> str:
    """Return ``title`` without the site's name, which may stand there more than once."""
    if not names:
        return title
    alternatives = "|".join(re.escape(name) for name in names)
    suffix = re.compile(rf"(?<=\S){_SEPARATOR}(?:{alternatives})\s*$", re.IGNORECASE)
    while found := suffix.search(title):
        title = title[: found.start()]
    return title


def _shortened(
    heading: Block, line: int | None, names: tuple[str, ...], changes: list[Change]
) -> Block:
    level, attributes, inlines = heading["c"]
    text = stringify(inlines)
    kept = without_suffix(text, names)
    if kept == text:
        return heading
    parts = split_at(inlines, len(kept))
    if parts is None or not is_text(parts[1]):  # a link in it: nothing is certain here
        return heading
    removed = text[len(kept) :].strip()
    message = f"Cut {quoted(removed)}, the name of the website, off the heading {quoted(kept)}"
    changes.append(Change("site-suffix", line, message, removed))
    return {**heading, "c": [level, attributes, trimmed(parts[0])]}

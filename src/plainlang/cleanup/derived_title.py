"""A title for documents that have none: every edition needs one."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from plainlang.ast import line_of, stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.blocks import map_leaves
from plainlang.cleanup.site_suffix import site_names, without_suffix
from plainlang.cleanup.wording import quoted
from plainlang.document import Block, Change, Document

#: Characters of a derived title. Longer ones are cut in tables of contents and window titles.
MAX_CHARACTERS = 70
#: A clause shorter than this says too little to stand as a title.
MIN_CHARACTERS = 25
_SENTENCE = re.compile(r"[.!?][\"'”’»)\]]*(?=\s|$)|[。！？][”’」』）]*|\n")
#: Characters before the end of a sentence that stands alone as a title.
MIN_SENTENCE = 8
_CLAUSE = re.compile(r"[,;:，；：、](?=\s|$)|\s[–—-]\s")


class DerivedTitle:
    """Take the title from the first heading, or from the first words; the text stays."""

    name = "derived-title"
    summary = "Derive a title from the text of a document that has none."

    def __call__(self, document: Document) -> Result:
        """Return the document with a title, marked as derived where it was missing."""
        metadata = document.metadata
        if metadata.title.strip():
            return Result(document)
        found = _first(document.blocks)
        if found is None:
            return Result(document)
        block, where = found
        title = shortened(stringify(block["c"], notes=False))
        title = without_suffix(title, site_names(metadata))
        message = (
            f"The document states no title; the edition uses {quoted(title, MAX_CHARACTERS + 1)}, "
            f"from its {where}. To choose another, add `title:` to the front matter"
        )
        change = Change(self.name, line_of(block), message)
        metadata = replace(metadata, title=title, title_derived=True)
        return Result(replace(document, metadata=metadata), (change,))


def _first(blocks: Sequence[Block]) -> tuple[Block, str] | None:
    """Return the first heading with words, else the first paragraph with words."""
    heading: list[Block] = []
    paragraph: list[Block] = []

    def visit(leaf: Block, _line: int | None) -> Block:
        found = heading if leaf["t"] == "Header" else paragraph
        if not found and stringify(leaf, notes=False).strip():
            found.append(leaf)
        return leaf

    map_leaves(blocks, visit)
    if heading:
        return heading[0], "first heading"
    return (paragraph[0], "first words") if paragraph else None


def shortened(text: str) -> str:
    """Return the first sentence of ``text``, cut at a clause or word with "…" if it is long.

    >>> shortened("Radiation therapy kills cancer cells. It is given in many ways.")
    'Radiation therapy kills cancer cells'
    """
    text = text.strip()
    # A full stop after a few letters is more likely an abbreviation's: "Dr. Lee says".
    ends = (found.end() for found in _SENTENCE.finditer(text) if found.start() >= MIN_SENTENCE)
    sentence = " ".join(text[: next(ends, len(text))].split())
    if len(sentence) <= MAX_CHARACTERS:
        if sentence.endswith((":", "：", ",", ";")):
            return sentence.rstrip(" \u00a0:：,;") + "…"
        return sentence.rstrip(".。") or sentence
    clauses = [found.start() for found in _CLAUSE.finditer(sentence[: MAX_CHARACTERS + 1])]
    if clauses and clauses[-1] >= MIN_CHARACTERS:
        return sentence[: clauses[-1]].rstrip() + "…"
    words = sentence[: MAX_CHARACTERS + 1].rsplit(" ", 1)
    kept = words[0] if len(words) == 2 and words[0].strip() else sentence[:MAX_CHARACTERS]
    return kept.rstrip(" ,;:–—-") + "…"

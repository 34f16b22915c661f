"""Markdown (pandoc's ``commonmark_x``) with YAML front matter."""

from __future__ import annotations

from plainlang.ast import transform_structures
from plainlang.document import Block
from plainlang.engines import Engines
from plainlang.readers.base import Parsed
from plainlang.readers.directives import directives, opened
from plainlang.readers.front_matter import split_front_matter
from plainlang.readers.grid_tables import with_grids, without_grids
from plainlang.readers.list_numbers import with_written_numbers
from plainlang.readers.loose_attributes import unknown_classes, with_loose_attributes
from plainlang.readers.missing_notes import missing_notes
from plainlang.readers.raw_html import resolve_raw_html
from plainlang.readers.unused_notes import in_place_of_references, with_references
from plainlang.readers.word_marks import without_word_marks


def read_markdown(text: str, file: str, engines: Engines) -> Parsed:
    """Return the blocks of a Markdown text; raw HTML is turned into blocks too.

    The text of a footnote that nothing refers to stands at the end.

    :raises SourceError: if the front matter is not valid YAML.
    :raises EngineError: if pandoc cannot read the text.
    """
    front = split_front_matter(text, file)
    # Without a line break at the end, pandoc takes the last row of a table for a paragraph.
    body = front.body if front.body.endswith("\n") else front.body + "\n"
    body, word = without_word_marks(body, front.line_offset, file)
    body, loose = with_loose_attributes(body, front.line_offset, file)
    written = body = opened(body)
    body, marks, unused = with_references(body, front.line_offset)
    grids = without_grids(body)
    body = grids.body
    tree = engines.pandoc.read(body + marks)
    blocks, notes = in_place_of_references(
        tuple(tree["blocks"]),
        unused,
        front.line_offset,
        file,
        lambda: tuple(engines.pandoc.read(body)["blocks"]),
    )
    blocks = with_grids(blocks, grids, engines)
    missing = missing_notes(blocks, written, front.line_offset, file)
    blocks, renumbered = with_written_numbers(blocks, body, front.line_offset, file)
    blocks = shift_lines(blocks, front.line_offset)
    unknown = unknown_classes(blocks, file)
    blocks, diagnostics = resolve_raw_html(blocks, file, engines)
    kept = directives(blocks, file)
    return Parsed(
        blocks=blocks,
        api_version=tuple(tree["pandoc-api-version"]),
        values=front.values,
        lines=front.lines,
        line_offset=front.line_offset,
        diagnostics=(
            *front.diagnostics,
            *word,
            *loose,
            *notes,
            *missing,
            *renumbered,
            *unknown,
            *diagnostics,
            *kept,
        ),
    )


def shift_lines(blocks: tuple[Block, ...], offset: int) -> tuple[Block, ...]:
    """Return ``blocks`` with every ``"line"`` moved down by ``offset`` lines."""
    if not offset:
        return blocks
    return tuple(
        transform_structures(
            blocks,
            lambda element: (
                {**element, "line": element["line"] + offset} if "line" in element else element
            ),
        )
    )

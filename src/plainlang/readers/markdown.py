"""Markdown (pandoc's ``commonmark_x``) with YAML front matter."""

from __future__ import annotations

from plainlang.ast import transform
from plainlang.document import Block
from plainlang.engines import Engines
from plainlang.readers.base import Parsed
from plainlang.readers.front_matter import split_front_matter
from plainlang.readers.raw_html import resolve_raw_html


def read_markdown(text: str, file: str, engines: Engines) -> Parsed:
    """Return the blocks of a Markdown text; raw HTML is turned into blocks too.

    :raises SourceError: if the front matter is not valid YAML.
    :raises EngineError: if pandoc cannot read the text.
    """
    front = split_front_matter(text, file)
    tree = engines.pandoc.read(front.body)
    blocks = shift_lines(tuple(tree["blocks"]), front.line_offset)
    blocks, diagnostics = resolve_raw_html(blocks, file, engines)
    return Parsed(
        blocks=blocks,
        api_version=tuple(tree["pandoc-api-version"]),
        values=front.values,
        lines=front.lines,
        line_offset=front.line_offset,
        diagnostics=front.diagnostics + diagnostics,
    )


def shift_lines(blocks: tuple[Block, ...], offset: int) -> tuple[Block, ...]:
    """Return ``blocks`` with every ``"line"`` moved down by ``offset`` lines."""
    if not offset:
        return blocks
    return tuple(
        transform(
            blocks,
            lambda element: (
                {**element, "line": element["line"] + offset} if "line" in element else element
            ),
        )
    )

"""What the readers of DOCX and ODT have in common, once pandoc has read the package."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import PurePosixPath
from typing import Any

from plainlang.ast import Element, para, stringify, transform, walk
from plainlang.ast import text as inlines_of
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Asset, Block
from plainlang.engines import Engines
from plainlang.readers.marks import resolve_marks


def front(tree: dict[str, Any]) -> tuple[tuple[Block, ...], str]:
    """Return the blocks, and the title as plain text.

    pandoc takes paragraphs with the styles Title, Subtitle, Author, Date and Abstract out of the
    text. All but the title are put back where they stood: at the beginning.
    """
    meta = tree["meta"]
    moved: list[Block] = []
    for key in ("subtitle", "author", "date", "abstract"):
        moved += _blocks(meta.get(key))
    inlines = resolve_marks([para(meta.get("title", {}).get("c", []))])
    title = " ".join(stringify(inlines, notes=False).split())
    return (*moved, *tree["blocks"]), title


def _blocks(value: Any) -> list[Block]:
    if value is None:
        return []
    kind, content = value["t"], value["c"]
    if kind == "MetaInlines":
        return [para(content)]
    if kind == "MetaString":
        return [para(inlines_of(content))]
    if kind == "MetaBlocks":
        return list(content)
    return [block for item in content for block in _blocks(item)] if kind == "MetaList" else []


def carried(blocks: Any, find: Callable[[str], bytes | None]) -> tuple[Asset, ...]:
    """Return the pictures that ``blocks`` show, under the names that their targets have."""
    found: dict[str, Asset] = {}
    for element in walk(blocks):
        if element["t"] != "Image":
            continue
        target = element["c"][2][0]
        data = find(target)
        if data is not None and target not in found:
            found[target] = Asset(target, PurePosixPath(target).suffix, data, "")
    return tuple(found.values())


def plain_math(
    blocks: tuple[Block, ...], file: str, engines: Engines
) -> tuple[tuple[Block, ...], tuple[Diagnostic, ...]]:
    """Write every formula as text: ``x² = 2`` where Unicode can say it, else its TeX source."""
    notes: list[Diagnostic] = []

    def visit(element: Element) -> Element:
        if element["t"] != "Math":
            return element
        source = element["c"][1]
        made = engines.pandoc.write(
            [para([{"t": "Math", "c": [{"t": "InlineMath"}, source]}])],
            "plain",
            api_version=(1, 23, 1),
            options={"wrap_text": "none"},
        )
        shown = " ".join(made.decode().split())
        notes.append(
            Diagnostic(
                Code.FORMULA_AS_TEXT,
                Severity.WARNING,
                f"the formula {source} stands as text: “{shown}”",
                file,
                hint="Read it aloud. Where that makes no sense, write it in words.",
            )
        )
        return {"t": "Span", "c": [["", ["math"], []], inlines_of(shown)]}

    return tuple(transform(blocks, visit)), tuple(notes)

"""A source's own metadata and that of its side file, joined."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from typing import Any

from plainlang.diagnostics import Diagnostic
from plainlang.document import Metadata
from plainlang.readers.base import Parsed
from plainlang.readers.front_matter import FrontMatter
from plainlang.readers.metadata import read_metadata
from plainlang.readers.metadata_keys import KEYS
from plainlang.readers.metadata_language import LANGUAGE_KEYS


def joined_metadata(
    parsed: Parsed, file: str, side: FrontMatter | None, side_name: str
) -> tuple[Metadata, str | None, str | None, tuple[Diagnostic, ...]]:
    """Return what :func:`read_metadata` does; a key of the side file goes before the source's.

    Messages name the file in which the key stands. ``Metadata.lines`` has the lines of the
    source's own keys only.

    :raises SourceError: if a stated language is not understood.
    """
    if side is None:
        return read_metadata(parsed.values, parsed.lines, file)
    own = _without(parsed.values, side.values)
    *_, own_problems = read_metadata(own, parsed.lines, file)
    *_, side_problems = read_metadata(side.values, side.lines, side_name)
    metadata, language, identifier, _ = read_metadata({**own, **side.values}, parsed.lines, file)
    lines = {key: line for key, line in parsed.lines.items() if key in own}
    diagnostics = (*side.diagnostics, *side_problems, *own_problems)
    return replace(metadata, lines=lines), language, identifier, diagnostics


def _without(own: Mapping[str, Any], side: Iterable[str]) -> dict[str, Any]:
    """Return ``own`` without the keys that ``side`` has, under whatever of their names."""
    groups = [set(names) for names in (*KEYS.values(), LANGUAGE_KEYS)]
    stated = set(side)
    taken = stated.union(*(group for group in groups if group & stated))
    return {key: value for key, value in own.items() if key not in taken}

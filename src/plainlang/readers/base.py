"""What every reader takes and gives."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Protocol

from plainlang.diagnostics import Diagnostic
from plainlang.document import Asset, Block
from plainlang.engines import Engines


@dataclass(frozen=True, slots=True)
class Parsed:
    """What a reader makes of a source's text.

    :param blocks: Pandoc blocks with ``"line"``; no raw element is left among them.
    :param values: the front matter as YAML gave it; empty where there is none.
    :param lines: line of each key in ``values``.
    :param line_offset: lines before the body.
    :param media: pictures that the source holds itself, named as its image targets name them.
    """

    blocks: tuple[Block, ...]
    api_version: tuple[int, ...]
    values: Mapping[str, Any] = field(default_factory=dict)
    lines: Mapping[str, int] = field(default_factory=dict)
    line_offset: int = 0
    diagnostics: tuple[Diagnostic, ...] = ()
    media: tuple[Asset, ...] = ()


class Reader(Protocol):
    """Turns the text of one source format into blocks."""

    def __call__(self, text: str, file: str, engines: Engines) -> Parsed:
        """Return what was read.

        :raises plainlang.exceptions.PlainlangError: if the text cannot be read.
        """


class PackageReader(Protocol):
    """Turns the bytes of a source that is a package (DOCX, ODT) into blocks."""

    def __call__(self, data: bytes, file: str, engines: Engines, limit: int) -> Parsed:
        """Return what was read; the package may unpack to ``limit`` bytes.

        :raises plainlang.exceptions.PlainlangError: if it cannot be read.
        """

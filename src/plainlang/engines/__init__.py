"""The only places that talk to pandoc and to Typst."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from plainlang.engines.pandoc import PandocWorker
    from plainlang.engines.typst import TypstCompiler

__all__ = ["Engines"]


@dataclass(frozen=True, slots=True)
class Engines:
    """The engines of one process, made once and handed to readers and writers."""

    pandoc: PandocWorker
    typst: TypstCompiler

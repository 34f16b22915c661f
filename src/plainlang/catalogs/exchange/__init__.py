"""Catalogs to and from other tools: XLIFF 2, TMX 1.4 and CSV."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plainlang.catalogs.exchange.base import Exchange, ExchangeError
from plainlang.catalogs.exchange.csv_file import read_csv, write_csv
from plainlang.catalogs.exchange.merging import MergeReport, merge
from plainlang.catalogs.exchange.tmx import write_tmx
from plainlang.catalogs.exchange.tmx_read import read_tmx
from plainlang.catalogs.exchange.xliff2 import write_xliff2
from plainlang.catalogs.exchange.xliff2_read import read_xliff2

__all__ = [
    "FORMATS",
    "Exchange",
    "ExchangeError",
    "Format",
    "MergeReport",
    "merge",
    "read_csv",
    "read_tmx",
    "read_xliff2",
    "write_csv",
    "write_tmx",
    "write_xliff2",
]


@dataclass(frozen=True, slots=True)
class Format:
    """One exchange format.

    :param suffixes: how its files end, the one that is written first.
    :param write: ``(catalog, source_language, language, *, reviewed) -> bytes``.
    :param read: ``(data, *, file, language) -> Exchange``.
    """

    name: str
    suffixes: tuple[str, ...]
    write: Callable[..., bytes]
    read: Callable[..., Exchange]


#: Every format by the name that ``--format`` gives it.
FORMATS: Mapping[str, Format] = {
    "xliff": Format("xliff", (".xlf", ".xliff"), write_xliff2, read_xliff2),
    "tmx": Format("tmx", (".tmx",), write_tmx, read_tmx),
    "csv": Format("csv", (".csv",), write_csv, read_csv),
}

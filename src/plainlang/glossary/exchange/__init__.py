"""Terms from and for other tools: one file per format."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from pathlib import PurePath

from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.exchange import csv, nci_json, omegat, own, tbx, tbx2, tbx3
from plainlang.glossary.exchange.base import Exported, Imported

#: What ``import`` takes: bytes, name of the file, dictionary, language.
Reader = Callable[[bytes, str, str, str], Imported]
READERS: dict[str, Reader] = {
    "tbx": tbx.read,
    "csv": csv.read,
    "omegat": omegat.read,
    "nci-json": nci_json.read,
    "jsonl": own.read,
}

#: What ``export`` gives: entries, and the languages in the order in which they were asked for.
Writer = Callable[[Sequence[GlossaryEntry], Sequence[str]], Exported]
WRITERS: dict[str, Writer] = {
    "tbx": lambda entries, languages: tbx3.write(entries),
    "tbx-dct": lambda entries, languages: tbx3.write(entries, "dct"),
    "tbx2": lambda entries, languages: tbx2.write(entries),
    "csv": lambda entries, languages: csv.write(entries),
    "omegat": omegat.write,
    "jsonl": lambda entries, languages: own.write(entries),
}

_SUFFIXES = {".tbx": "tbx", ".xml": "tbx", ".csv": "csv", ".json": "nci-json",
             ".txt": "omegat", ".tab": "omegat", ".utf8": "omegat"}  # fmt: skip


def form_of(file: str, data: bytes) -> str:
    """Return the name of the reader for a file; empty where neither name nor content tells."""
    suffix = PurePath(file).suffix.lower()
    if suffix == ".jsonl":
        return "nci-json" if b'"termId"' in data[:4096] else "jsonl"
    if suffix == ".tsv":  # OmegaT's has no header row
        header = data[:4096].lower().replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe")
        header = header.split(b"\n", 1)[0]
        return "csv" if b"definition" in header and b"term" in header else "omegat"
    return _SUFFIXES.get(suffix) or _form_by_content(data)


def _form_by_content(data: bytes) -> str:
    start = data[:4096].replace(b"\0", b"").lstrip(b"\xef\xbb\xbf\xff\xfe \t\r\n")
    if start.startswith(b"<"):
        return "tbx"
    if start.startswith((b"{", b"[")):
        return "nci-json" if b'"termId"' in start else "jsonl"
    header = start.split(b"\n", 1)[0].lower()
    return "csv" if b"definition" in header and b"term" in header else ""

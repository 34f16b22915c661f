"""``out/manifest.json``: what stands in the output folder, for programs and for the next build.

Schema ``plainlang.manifest/1`` (``docs/reference/manifest.md``). An entry also keeps what it was
made from (``source_sha256``, ``inputs``, ``fingerprint``), so that the next build can tell which
editions are still true without reading a single source twice.
"""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

SCHEMA = "plainlang.manifest/1"


@dataclass(frozen=True, slots=True)
class Manifest:
    """The parsed manifest; entries are JSON objects as the reference describes them."""

    editions: tuple[dict[str, Any], ...] = ()
    documents: tuple[dict[str, Any], ...] = ()
    failures: tuple[dict[str, Any], ...] = ()
    plainlang: str = field(default="")

    def to_bytes(self) -> bytes:
        """Return the file's content; the same entries always give the same bytes."""
        data = {
            "schema": SCHEMA,
            "plainlang": self.plainlang,
            "editions": sorted(
                self.editions, key=lambda e: (e["document"], e["language"], e["format"])
            ),
            "documents": sorted(self.documents, key=lambda d: d["id"]),
            "failures": sorted(
                self.failures, key=lambda f: (f["source"], f.get("format") or "", f["code"])
            ),
        }
        return (json.dumps(data, ensure_ascii=False, indent=1) + "\n").encode()


def load_manifest(path: Path) -> Manifest:
    """Read a manifest. One that is missing, damaged or of another schema counts as empty.

    That is safe: every edition is then built again.
    """
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError):
        return Manifest()
    if not isinstance(data, dict) or data.get("schema") != SCHEMA:
        return Manifest()
    return Manifest(
        editions=_entries(
            data.get("editions"), ("document", "language", "format", "path", "sha256")
        ),
        documents=_entries(data.get("documents"), ("id",)),
        failures=_entries(data.get("failures"), ("source", "code", "message")),
        plainlang=str(data.get("plainlang", "")),
    )


def _entries(value: object, texts: tuple[str, ...]) -> tuple[dict[str, Any], ...]:
    """Return the objects of a list that have what every entry must have.

    A path must stay in the output folder: the build removes files that the manifest names.
    """
    if not isinstance(value, list):
        return ()
    return tuple(
        entry
        for entry in value
        if isinstance(entry, dict)
        and all(isinstance(entry.get(key), str) for key in texts)
        and not {"", ".", ".."} & set(entry.get("path", "x").split("/"))
        and "\\" not in entry.get("path", "")
        and ":" not in entry.get("path", "")
    )

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
    try:
        return Manifest(
            editions=tuple(
                e for e in data["editions"] if {"document", "path", "format"} <= e.keys()
            ),
            documents=tuple(d for d in data.get("documents", []) if "id" in d),
            failures=tuple(data.get("failures", [])),
            plainlang=str(data.get("plainlang", "")),
        )
    except (KeyError, TypeError, AttributeError):
        return Manifest()

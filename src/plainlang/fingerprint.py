"""What, besides the source and its images, decides how an edition comes out."""

from __future__ import annotations

import importlib.metadata
import json
import os
from functools import lru_cache
from pathlib import Path

from plainlang import __version__
from plainlang.files import sha256
from plainlang.pipeline import Job

#: Distributions whose release changes editions.
_DISTRIBUTIONS = (
    "pypandoc_binary",
    "typst",
    "pikepdf",
    "ftfy",
    "babel",
    "page-validation",
    "pyahocorasick",
    "nh3",
    "lxml",
    "charset-normalizer",
    "fonttools",
    "fontpkg-atkinson-hyperlegible",
    "fontpkg-noto-sans",
    "fontpkg-noto-sans-arabic",
)


@lru_cache(maxsize=1)
def _tools() -> dict[str, str]:
    found = {"plainlang": __version__}
    for name in _DISTRIBUTIONS:
        try:
            found[name] = importlib.metadata.version(name)
        except importlib.metadata.PackageNotFoundError:
            found[name] = ""
    found["pandoc"] = os.environ.get("PLAINLANG_PANDOC", "")
    # In a checkout the code changes without its version: sizes and times tell.
    folder = Path(__file__).parent
    states = sorted(
        (str(path.relative_to(folder)), path.stat().st_size, path.stat().st_mtime_ns)
        for path in folder.rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    )
    found["code"] = sha256(repr(states).encode())
    return found


def fingerprint(job: Job, format_name: str) -> str:
    """Return a digest of the format, the settings and the versions of the tools."""
    data = {
        "format": format_name,
        "language": job.language,
        "rights": job.rights,
        "glossary": job.glossary.facts() if job.glossary else None,
        "release": job.release,
        "overdue_notice": job.overdue_notice,
        "disabled": sorted(job.disabled),
        "tools": _tools(),
    }
    return sha256(json.dumps(data, sort_keys=True).encode())

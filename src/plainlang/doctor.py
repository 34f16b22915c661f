"""What plainlang needs, looked at for real: programs are run, fonts and libraries are found."""

from __future__ import annotations

import importlib.metadata
import platform
import re
import sys
from dataclasses import asdict, dataclass
from typing import Any

from plainlang import __version__
from plainlang.engines.pandoc import MINIMUM_VERSION, find_pandoc, pandoc_version
from plainlang.exceptions import MissingProgramError

#: Distribution, what it is for, and whether a build needs it.
LIBRARIES = (
    ("typst", "typesets PDF", True),
    ("pikepdf", "finishes PDF and reads it back", True),
    ("page-validation", "checks PDF/UA and PDF/A", True),
    ("ftfy", "repairs damaged letters", True),
    ("charset-normalizer", "detects encodings", True),
    ("babel", "dates and names of languages", True),
    ("nh3", "cleans HTML", True),
    ("lxml", "reads and writes EPUB and HTML", True),
    ("fonttools", "finds the characters of a font", True),
    ("sentencex", "finds the ends of sentences", True),
    ("wordfreq", "knows how rare a word is", True),
    ("textstat", "readability, as a cross-check", True),
    ("pyahocorasick", "finds terms that no link marks", True),
    ("rapidfuzz", "finds the older text of a translation", True),
    ("httpx", "fetches definitions (glossary fetch)", False),
    ("fontpkg-atkinson-hyperlegible", "font for Latin script", True),
    ("fontpkg-noto-sans", "font for Latin, Greek, Cyrillic, Vietnamese", True),
    ("fontpkg-noto-sans-arabic", "font for Arabic script", True),
)


@dataclass(frozen=True, slots=True)
class Part:
    """One thing that was looked for.

    :param required: a build needs it; without it ``doctor`` ends with status 4.
    :param advice: how to get it.
    """

    name: str
    purpose: str
    ok: bool
    required: bool
    version: str = ""
    advice: str = ""

    def as_dict(self) -> dict[str, Any]:
        """Return the fields as a JSON object."""
        return asdict(self)


def examine() -> tuple[Part, ...]:
    """Return every part with its state."""
    python = Part(
        "python", "runs plainlang", sys.version_info >= (3, 11), True, platform.python_version(),
        "Install Python 3.11 or later.",
    )  # fmt: skip
    own = Part("plainlang", "this program", True, True, __version__)
    return (own, python, _pandoc(), *(_library(*library) for library in LIBRARIES))


def _pandoc() -> Part:
    purpose = "reads Markdown, writes EPUB and HTML"
    try:
        version = pandoc_version(find_pandoc())
    except MissingProgramError as error:
        return Part("pandoc", purpose, False, True, "", error.diagnostic.hint)
    numbers = tuple(int(part) for part in re.findall(r"\d+", version)[:2])
    minimum = ".".join(map(str, MINIMUM_VERSION))
    return Part(
        "pandoc",
        purpose,
        numbers >= MINIMUM_VERSION,
        True,
        version,
        f"pandoc {minimum} or later is needed. Run: pip install --upgrade pypandoc_binary",
    )


def _library(name: str, purpose: str, required: bool) -> Part:
    try:
        version = importlib.metadata.version(name)
    except importlib.metadata.PackageNotFoundError:
        return Part(name, purpose, False, required, "", f"Run: pip install {name}")
    return Part(name, purpose, True, required, version)

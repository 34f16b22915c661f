"""Where catalogs are kept: one template a document, one folder a language.

Weblate's component discovery (``translations/*/<doc>.po``) and one OmegaT project a language
both fit.
"""

from __future__ import annotations

import glob
from pathlib import Path

#: The name of the catalog of the glossary's definitions; no document may have it as its id.
GLOSSARY = "glossary"


def template_path(folder: str, document: str) -> Path:
    """Return where the template of a document (its id) is kept."""
    return Path(folder) / f"{document}.pot"


def catalog_path(folder: str, language: str, document: str) -> Path:
    """Return where the catalog of a document (its id) for a language is kept."""
    return Path(folder) / language / f"{document}.po"


def glossary_path(folder: str, language: str) -> Path:
    """Return where the translations of the glossary's definitions are kept."""
    return catalog_path(folder, language, GLOSSARY)


def catalog_languages(folder: str, document: str) -> tuple[str, ...]:
    """Return the tags of the languages that a document (its id) has a catalog for."""
    pattern = f"*/{glob.escape(document)}.po"
    return tuple(sorted(path.parent.name for path in Path(folder).glob(pattern)))


def languages(folder: str) -> tuple[str, ...]:
    """Return the tags of the languages that have any catalog."""
    return tuple(sorted({path.parent.name for path in Path(folder).glob("*/*.po")}))

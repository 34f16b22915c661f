"""PO and POT files, read and written so that nothing in them is lost.

An entry that nobody changed is written as the lines that it was read from, whatever tool wrapped
them. The format is that of GNU gettext ("The Format of PO Files", manual of gettext 0.21).
"""

from __future__ import annotations

from pathlib import Path

from plainlang.catalogs.base import Catalog
from plainlang.catalogs.po.reading import parse_po
from plainlang.catalogs.po.writing import po_bytes
from plainlang.exceptions import CatalogError
from plainlang.files import write_if_changed

__all__ = ["parse_po", "po_bytes", "read_po", "save_po"]


def read_po(path: Path) -> Catalog:
    """Return the catalog of a file.

    :raises CatalogError: with the line, if it cannot be read; the file is left as it is.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise CatalogError(
            f"the catalog cannot be read: {error.strerror or error}",
            file=str(path),
            hint="Make it a file that you may read.",
        ) from error
    return parse_po(data, str(path))


def save_po(catalog: Catalog, path: Path) -> bool:
    """Write a catalog, whole or not at all, and tell whether that changed the file.

    :raises OutputError: if it cannot be written; the old file stays.
    """
    return write_if_changed(path, po_bytes(catalog))

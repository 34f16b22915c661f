"""The ZIP container of an EPUB (OCF 3.3), the same bytes for the same files."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable

#: The earliest time that ZIP knows. A real one would make every build differ.
_TIME = (1980, 1, 1, 0, 0, 0)

_CONTAINER = """<?xml version="1.0" encoding="utf-8"?>
<container xmlns="urn:oasis:names:tc:opendocument:xmlns:container" version="1.0">
<rootfiles>
<rootfile full-path="EPUB/package.opf" media-type="application/oebps-package+xml"/>
</rootfiles>
</container>
"""


def build_container(files: Iterable[tuple[str, str | bytes]]) -> bytes:
    """Return an EPUB that holds ``files``, given as path and content.

    ``mimetype`` comes first and is not compressed (OCF 3.3, section 4.3); the package document
    must be ``EPUB/package.opf``.
    """
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        _add(archive, "mimetype", b"application/epub+zip", zipfile.ZIP_STORED)
        _add(archive, "META-INF/container.xml", _CONTAINER.encode(), zipfile.ZIP_DEFLATED)
        for path, content in files:
            data = content.encode() if isinstance(content, str) else content
            _add(archive, path, data, zipfile.ZIP_DEFLATED)
    return buffer.getvalue()


def _add(archive: zipfile.ZipFile, path: str, data: bytes, compression: int) -> None:
    entry = zipfile.ZipInfo(path, _TIME)
    entry.compress_type = compression
    # Regular file, readable by all; and made on the same system everywhere.
    entry.external_attr = 0o100644 << 16
    entry.create_system = 3
    archive.writestr(entry, data)

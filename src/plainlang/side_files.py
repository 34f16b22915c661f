"""Side files: ``NAME.meta.yaml`` beside ``NAME.docx``, for sources that cannot hold front matter.

What a side file says goes before what the source says of itself: it was written for plainlang.
"""

from __future__ import annotations

import os
from pathlib import Path

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.files import file_sha256, sha256
from plainlang.sources import SIDE_SUFFIX, STDIN, read_bytes

#: Bytes of a side file; metadata is never that long.
LIMIT = 1_000_000


def side_file(source: str) -> str | None:
    """Return the path of the side file of ``source``, ``None`` where there is none."""
    if source == STDIN:
        return None
    path = Path(source).with_name(Path(source).stem + SIDE_SUFFIX)
    return str(path) if os.path.lexists(path) else None


def read_side_bytes(source: str) -> tuple[str, bytes] | None:
    """Return the path and the bytes of the side file of ``source``.

    :raises SourceError: if it cannot be read, is too large or is a link out of its folder.
    """
    path = side_file(source)
    if path is None:
        return None
    folder = os.path.realpath(Path(path).parent)
    if not Path(os.path.realpath(path)).is_relative_to(folder):
        raise SourceError(
            "the side file is a link to a file outside the source's folder",
            code=Code.SOURCE_UNREADABLE,
            file=path,
            hint="Put the file itself beside the source.",
        )
    return path, read_bytes(path, LIMIT)


def digest(source_sha256: str, side: bytes | None) -> str:
    """Return the hex digest of a source; where it has a side file, of both."""
    return source_sha256 if side is None else sha256(f"{source_sha256} {sha256(side)}".encode())


def source_digest(source: str) -> str | None:
    """Return the :func:`digest` of a source as it is now, ``None`` where it cannot be read."""
    own = file_sha256(Path(source))
    try:
        side = read_side_bytes(source)
    except SourceError:
        return None
    return own and digest(own, side[1] if side else None)

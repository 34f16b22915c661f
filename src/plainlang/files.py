"""Files that appear whole or not at all."""

from __future__ import annotations

import errno
import hashlib
import os
from contextlib import suppress
from pathlib import Path

from plainlang.diagnostics import Code
from plainlang.exceptions import OutputError

#: ``errno`` values that mean "there is no room": disk, quota, and the process's own limit.
NO_ROOM = frozenset({errno.ENOSPC, errno.EDQUOT, errno.EFBIG})


def sha256(data: bytes) -> str:
    """Return the hex digest of ``data``."""
    return hashlib.sha256(data).hexdigest()


def file_sha256(path: Path) -> str | None:
    """Return the hex digest of a file, ``None`` where it cannot be read."""
    try:
        with path.open("rb") as stream:
            return hashlib.file_digest(stream, "sha256").hexdigest()
    except OSError:
        return None


def make_folder(path: Path) -> None:
    """Make a folder and its parents.

    :raises OutputError: if it cannot be made.
    """
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise output_error(error, path) from error


def write_whole(path: Path, data: bytes) -> None:
    """Write ``data`` beside ``path`` and rename it, so that no reader ever sees half a file.

    :raises OutputError: with the code ``disk-full`` or ``output-unwritable``.
    """
    make_folder(path.parent)
    temporary = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with temporary.open("wb") as stream:
            stream.write(data)
            stream.flush()
            os.fsync(stream.fileno())
        temporary.replace(path)
    except OSError as error:
        raise output_error(error, path) from error
    finally:
        # After the rename there is nothing to remove; after an error or Ctrl-C there is.
        with suppress(OSError):
            temporary.unlink(missing_ok=True)


def write_if_changed(path: Path, data: bytes) -> bool:
    """Write ``data`` unless the file holds just that; tell whether it was written.

    :raises OutputError: as :func:`write_whole`.
    """
    try:
        if path.read_bytes() == data:
            return False
    except OSError:
        pass  # not there, or not readable: writing will tell
    write_whole(path, data)
    return True


def remove(path: Path) -> None:
    """Remove a file if it is there.

    :raises OutputError: if it is there and cannot be removed.
    """
    try:
        path.unlink(missing_ok=True)
    except OSError as error:
        raise output_error(error, path) from error


def output_error(error: OSError, path: Path) -> OutputError:
    """Return the error for a file or folder that cannot be written."""
    if error.errno in NO_ROOM:
        return OutputError(
            f"there is no room to write this file: {error.strerror}",
            code=Code.DISK_FULL,
            file=str(path),
            hint="Free some space and build again; the editions that were finished are whole.",
        )
    return OutputError(
        f"cannot write here: {error.strerror}",
        code=Code.OUTPUT_UNWRITABLE,
        file=str(path),
        hint="Choose another folder with -o, or make this one writable.",
    )

"""One update of the catalogs at a time."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from filelock import FileLock, Timeout

from plainlang.files import make_folder, output_error

#: Seconds after which an update says that it waits for another one.
PATIENCE = 0.5


@contextmanager
def locked(folder: Path, waiting: Callable[[], None] = lambda: None) -> Iterator[None]:
    """Hold the lock of a folder of catalogs; another process waits until this one is done.

    :param waiting: called once where this process has to wait.
    :raises OutputError: if the folder cannot be written.
    """
    make_folder(folder)
    lock = FileLock(folder / ".lock")
    try:
        try:
            lock.acquire(timeout=PATIENCE)
        except Timeout:
            waiting()
            lock.acquire()
    except OSError as error:
        raise output_error(error, folder) from error
    try:
        yield
    finally:
        lock.release()

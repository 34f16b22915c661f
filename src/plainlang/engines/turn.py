"""Work that takes much memory waits for its turn, in threads and in processes."""

from __future__ import annotations

import threading
from contextlib import suppress
from pathlib import Path
from types import TracebackType
from typing import BinaryIO

try:
    import fcntl
except ImportError:  # Windows, where the processes of one document do not wait for one another
    fcntl = None  # type: ignore[assignment,unused-ignore]


class Turn:
    """A lock for threads and, where they share a file, for processes.

    The system takes the lock on the file from a process that is killed.

    :param file: made where it is not there yet.
    """

    def __init__(self, file: Path | None = None) -> None:
        #: The part that other processes do not wait for.
        self.here = threading.Lock()
        self._path = file
        self._file: BinaryIO | None = None

    def __enter__(self) -> Turn:
        self.here.acquire()
        try:
            if self._path is not None and fcntl is not None:
                self._file = self._path.open("ab")
                fcntl.flock(self._file, fcntl.LOCK_EX)
        except OSError:  # a file system without locks: memory is all that is lost
            self._let_go()
        except BaseException:
            self._let_go()
            self.here.release()
            raise
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        self._let_go()
        self.here.release()

    def _let_go(self) -> None:
        file, self._file = self._file, None
        if file is not None:
            with suppress(OSError):
                file.close()

"""A second process for one large document: it writes some editions while this one writes others.

It is started afresh, as those of :mod:`plainlang.executors.processes` are: a copy of this one
would have Typst's threads in name only, and would wait for them for ever.
"""

from __future__ import annotations

import multiprocessing
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from multiprocessing.connection import Connection
from pathlib import Path

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Document
from plainlang.engines import Engines
from plainlang.engines.pandoc import PandocWorker
from plainlang.engines.turn import Turn
from plainlang.engines.typst import TypstCompiler
from plainlang.executors.garbage import rarely_collected
from plainlang.pipeline import Editions, Finished, write_editions
from plainlang.versions import Version

#: Seconds that an ended process has to go by itself. It may be within Typst, which hears nothing.
_PATIENCE = 1.0


class SecondProcess:
    """Writes editions beside this process; see :data:`plainlang.pipeline.Beside`.

    :param timeout: seconds for one conversion by pandoc.
    :param folder: for temporary files; a killed process leaves its own behind.
    :param turn: the file whose lock gives a turn at work that takes much memory.
    """

    def __init__(self, timeout: float, folder: Path, turn: Path) -> None:
        self._timeout = timeout
        self._folder = folder
        self._turn = turn

    @contextmanager
    def __call__(
        self, version: Version, formats: Sequence[str]
    ) -> Iterator[Callable[[], Editions]]:
        """Begin, and give a function that waits for the editions; what is left is ended.

        Where the process is killed, a second one tries again when this process is idle. Where
        that one is killed too, each edition has the error ``worker-killed``. What else goes
        wrong in it is raised here.
        """
        work = (version, tuple(formats), self._timeout, self._folder, self._turn)
        with _started(work) as first:

            def wait() -> Editions:
                editions = _received(first)
                if editions is None:
                    with _started(work) as last:
                        editions = _received(last)
                return _killed(version.document, formats) if editions is None else editions

            yield wait


_Work = tuple[Version, tuple[str, ...], float, Path, Path]


@contextmanager
def _started(work: _Work) -> Iterator[Connection]:
    context = multiprocessing.get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_write, args=(there, *work), daemon=True)
    try:
        process.start()
        there.close()  # else its end would not be heard
        yield here
    finally:
        here.close()
        process.terminate()
        process.join(_PATIENCE)
        if process.exitcode is None:
            process.kill()
            process.join()


def _received(connection: Connection) -> Editions | None:
    """Return what the process wrote, ``None`` where it ended without an answer."""
    try:
        answer: Editions | Exception = connection.recv()
    except EOFError:
        return None
    if isinstance(answer, Exception):
        raise answer
    return answer


def _write(
    answers: Connection,
    version: Version,
    formats: tuple[str, ...],
    timeout: float,
    folder: Path,
    turn: Path,
) -> None:
    """Write editions in the other process."""
    # Ctrl-C reaches the whole process group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    tempfile.tempdir = str(folder)
    answer: Editions | Exception
    try:
        with PandocWorker(timeout) as pandoc, rarely_collected():
            engines = Engines(pandoc=pandoc, typst=TypstCompiler(Turn(turn)))
            answer = write_editions(version, formats, engines)
    except Exception as error:  # noqa: BLE001 - whoever asked for the editions raises it
        error.add_note("".join(traceback.format_exception(error)))
        answer = error
    answers.send(answer)


def _killed(document: Document, formats: Sequence[str]) -> Editions:
    return tuple(
        Finished(
            name,
            document.language,
            b"",
            error=Diagnostic(
                Code.WORKER_KILLED,
                Severity.ERROR,
                "the process that worked on this edition was killed, most likely for lack of "
                "memory",
                document.provenance.source,
                hint="Build it with -j 1, or split it.",
                rule=name,
            ),
        )
        for name in formats
    )

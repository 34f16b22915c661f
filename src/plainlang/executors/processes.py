"""Several jobs at once, each process with its own engines."""

from __future__ import annotations

import multiprocessing
import signal
from collections.abc import Generator, Iterator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor, as_completed
from concurrent.futures.process import BrokenProcessPool
from contextlib import suppress

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.engines import Engines
from plainlang.engines.pandoc import PandocWorker
from plainlang.engines.typst import TypstCompiler
from plainlang.exceptions import MissingProgramError
from plainlang.pipeline import Job, Outcome, process

# The one process-wide value of plainlang: a worker process has one pandoc for all its jobs, and
# the pool gives no other way to hand it to them. Nothing but this module reads it.
_engines: Engines | None = None


def _start(timeout: float) -> None:
    global _engines
    # Ctrl-C reaches the whole process group; the parent decides what it means.
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    _engines = Engines(pandoc=PandocWorker(timeout), typst=TypstCompiler())
    # Where it is missing, the first job says so.
    with suppress(MissingProgramError):
        _engines.pandoc.start()


def _run(job: Job) -> Outcome:
    assert _engines is not None
    return process(job, _engines)


def run_processes(
    jobs: Sequence[Job], workers: int, timeout: float
) -> Generator[Outcome, None, None]:
    """Yield the outcome of each job as it is finished.

    Where a process is killed (out of memory), the jobs that were lost with it run again one by
    one, so that only the job that is to blame fails.
    """
    lost: list[Job] = []
    for job, outcome in _pool(jobs, workers, timeout):
        if outcome is None:
            lost.append(job)
        else:
            yield outcome
    for job in lost:
        for _, outcome in _pool([job], 1, timeout):
            yield outcome or _killed(job)


def _pool(
    jobs: Sequence[Job], workers: int, timeout: float
) -> Iterator[tuple[Job, Outcome | None]]:
    # "spawn" behaves alike on every system and never copies a thread's lock.
    context = multiprocessing.get_context("spawn")
    executor = ProcessPoolExecutor(workers, context, _start, (timeout,))
    try:
        futures: dict[Future[Outcome], Job] = {executor.submit(_run, job): job for job in jobs}
        for future in as_completed(list(futures)):
            try:
                # Popped, so that the bytes of finished editions do not pile up.
                yield futures.pop(future), future.result()
            except BrokenProcessPool:
                yield futures.pop(future), None
    except BaseException:
        for child in multiprocessing.active_children():
            child.terminate()
        executor.shutdown(wait=False, cancel_futures=True)
        raise
    executor.shutdown()


def _killed(job: Job) -> Outcome:
    diagnostic = Diagnostic(
        Code.WORKER_KILLED,
        Severity.ERROR,
        "the process that worked on this document was killed, most likely for lack of memory",
        job.source,
        hint="Build it alone with -j 1, or split it.",
    )
    return Outcome(job.source, "", None, (), (diagnostic,))

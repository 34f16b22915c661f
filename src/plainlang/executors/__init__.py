"""Ways to run jobs: one after another, the large ones in two processes, or in several processes."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from plainlang.executors.processes import run_processes
from plainlang.executors.serial import run_serial
from plainlang.pipeline import Job, Outcome

__all__ = ["run"]

#: Below this many documents a second process costs more than it saves: each one loads
#: pandoc, Typst and the fonts again (0.4 s), and a leaflet takes 0.2 s.
WORTH_A_PROCESS = 4


def run(jobs: Sequence[Job], workers: int | None, timeout: float) -> Generator[Outcome, None, None]:
    """Yield an outcome for each job, as they finish.

    :param workers: number of processes; ``None`` chooses by the number of jobs and cores, and
        gives a large document two.
    :param timeout: seconds for one conversion by pandoc.
    """
    divide = False
    if workers is None:
        import os

        cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
        workers = min(cores or 1, max(1, len(jobs) // WORTH_A_PROCESS))
        divide = (cores or 1) > 1
    if workers <= 1 or len(jobs) <= 1:
        return run_serial(jobs, timeout, divide=divide)
    return run_processes(jobs, min(workers, len(jobs)), timeout)

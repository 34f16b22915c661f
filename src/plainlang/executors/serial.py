"""One job after another, in this process."""

from __future__ import annotations

import tempfile
from collections.abc import Generator, Sequence
from pathlib import Path

from plainlang.engines import Engines
from plainlang.engines.pandoc import PandocWorker
from plainlang.engines.turn import Turn
from plainlang.engines.typst import TypstCompiler
from plainlang.executors.garbage import rarely_collected
from plainlang.executors.second import SecondProcess
from plainlang.pipeline import Job, Outcome, process


def run_serial(
    jobs: Sequence[Job], timeout: float, *, divide: bool = False
) -> Generator[Outcome, None, None]:
    """Yield the outcome of each job in order.

    :param divide: let a second process write some of the editions of a large document.
    """
    with (
        tempfile.TemporaryDirectory(prefix="plainlang-") as name,
        PandocWorker(timeout) as pandoc,
        rarely_collected(),
    ):
        pandoc.start()  # it loads while the first source is read
        folder = Path(name)
        turn = folder / "turn"
        engines = Engines(pandoc=pandoc, typst=TypstCompiler(Turn(turn if divide else None)))
        beside = SecondProcess(timeout, folder, turn) if divide else None
        for job in jobs:
            yield process(job, engines, beside)

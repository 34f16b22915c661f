"""One job after another, in this process."""

from __future__ import annotations

from collections.abc import Generator, Sequence

from plainlang.engines import Engines
from plainlang.engines.pandoc import PandocWorker
from plainlang.engines.typst import TypstCompiler
from plainlang.executors.garbage import rarely_collected
from plainlang.pipeline import Beside, Job, Outcome, process


def run_serial(
    jobs: Sequence[Job], timeout: float, beside: Beside | None = None
) -> Generator[Outcome, None, None]:
    """Yield the outcome of each job in order.

    :param beside: takes some of the formats of large documents.
    """
    with PandocWorker(timeout) as pandoc, rarely_collected():
        pandoc.start()  # it loads while the first source is read
        engines = Engines(pandoc=pandoc, typst=TypstCompiler())
        for job in jobs:
            yield process(job, engines, beside)

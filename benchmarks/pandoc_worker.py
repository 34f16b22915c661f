"""How much faster one long-lived pandoc is than a pandoc for each conversion."""

from __future__ import annotations

import subprocess
import sys
import time
from pathlib import Path

from plainlang.engines.pandoc import MARKDOWN, PandocWorker, find_pandoc

SOURCE = Path(__file__).parent.parent / "seeds" / "axicabtagene-ciloleucel.md"


def main(rounds: int = 20) -> None:
    """Print milliseconds per conversion and the ratio."""
    text = SOURCE.read_text(encoding="utf-8")
    with PandocWorker() as worker:
        tree = worker.read(text)
        start = time.perf_counter()
        for _ in range(rounds):
            worker.read(text, MARKDOWN)
        reading = (time.perf_counter() - start) / rounds
        start = time.perf_counter()
        for _ in range(rounds):
            worker.write(tree["blocks"], "html5", api_version=tree["pandoc-api-version"])
        writing = (time.perf_counter() - start) / rounds
    start = time.perf_counter()
    for _ in range(rounds):
        subprocess.run(
            [str(find_pandoc()), "-f", MARKDOWN, "-t", "html5"],
            input=text.encode(),
            capture_output=True,
            check=True,
        )
    process = (time.perf_counter() - start) / rounds
    sys.stdout.write(
        f"worker: read {reading * 1e3:.1f} ms, write {writing * 1e3:.1f} ms; "
        f"a process for both: {process * 1e3:.1f} ms; "
        f"ratio {process / (reading + writing):.1f}\n"
    )


if __name__ == "__main__":
    main()

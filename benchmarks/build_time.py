"""Start, build, second build, and the longest page of a corpus: seconds, ratios and memory."""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

SEEDS = Path(__file__).parent.parent / "seeds"


def timed(*arguments: str) -> float:
    """Return the seconds that a plainlang command takes from a cold start."""
    start = time.perf_counter()
    subprocess.run([sys.executable, "-m", "plainlang", *arguments], check=True, capture_output=True)
    return time.perf_counter() - start


def main() -> None:
    """Print one line for each measure."""
    sample = str(SEEDS / "axicabtagene-ciloleucel.md")
    with tempfile.TemporaryDirectory() as folder:
        start = min(timed("--help") for _ in range(3))
        first = min(timed("build", "--force", "-q", "-o", folder, sample) for _ in range(3))
        again = min(timed("build", "-q", "-o", folder, sample) for _ in range(3))
    say(f"--help {start:.2f} s; one sample, four formats {first:.2f} s; unchanged {again:.2f} s")
    say(f"ratio of a first to a second build: {first / again:.1f}")
    corpus = os.environ.get("PLAINLANG_CORPUS")
    if corpus:
        largest = max(Path(corpus).rglob("docs/**/*.md"), key=lambda p: p.stat().st_size)
        with tempfile.TemporaryDirectory() as folder:
            took = timed("build", "-q", "-j", "1", "-o", folder, str(largest))
        memory = resource.getrusage(resource.RUSAGE_CHILDREN).ru_maxrss / 1024
        words = len(largest.read_text(encoding="utf-8").split())
        say(f"{words:,} words, four formats: {took:.1f} s, largest process {memory:.0f} MB")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()

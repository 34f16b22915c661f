"""The longest page of a corpus, format by format: seconds of processor, and memory of everything.

A format's time is given as a multiple of that of reading the source alone, so that it can be
compared between machines. PLAINLANG_CORPUS names the corpus.
"""

from __future__ import annotations

import os
import resource
import subprocess
import sys
import tempfile
import time
from pathlib import Path

FORMATS = ("epub", "html", "pdf", "large-print", "giant-print")


def used() -> float:
    """Return the seconds of processor that all finished children took."""
    usage = resource.getrusage(resource.RUSAGE_CHILDREN)
    return usage.ru_utime + usage.ru_stime


def resident(root: int) -> int:
    """Return the bytes that a process and its children hold now (Linux)."""
    total = 0
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            parent = int((folder / "stat").read_text().rpartition(")")[2].split()[1])
            if root in {int(folder.name), parent}:
                total += int((folder / "statm").read_text().split()[1])
        except (OSError, ValueError):
            continue  # it ended meanwhile
    return total * resource.getpagesize()


def measured(*arguments: str) -> tuple[float, float, int]:
    """Return the seconds, the seconds of processor and the most bytes of a plainlang command."""
    before, start, most = used(), time.perf_counter(), 0
    with subprocess.Popen(
        [sys.executable, "-m", "plainlang", *arguments], stdout=subprocess.DEVNULL
    ) as process:
        while process.poll() is None:
            most = max(most, resident(process.pid))
            time.sleep(0.05)
    return time.perf_counter() - start, used() - before, most


def main() -> None:
    """Print one line for the reading, each format, and all formats at once."""
    corpus = os.environ.get("PLAINLANG_CORPUS")
    if not corpus:
        say("PLAINLANG_CORPUS is not set")
        return
    page = max(Path(corpus).rglob("docs/**/*.md"), key=lambda p: p.stat().st_size)
    with tempfile.TemporaryDirectory() as folder:
        _, reading, _ = measured("normalize", "-o", f"{folder}/normalized.md", str(page))
        say(f"{len(page.read_text(encoding='utf-8').split()):,} words; reading: {reading:.1f} s")
        for form in (*FORMATS, ",".join(FORMATS)):
            wall, cpu, most = measured(
                "build", "--force", "-q", "-o", folder, "-f", form, str(page)
            )
            say(f"{form}: {cpu / reading:.1f} times the reading, {wall:.1f} s, {most >> 20} MB")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()

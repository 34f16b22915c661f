"""A catalog of 2,000 texts with 400 changed: updated, checked, and the same with msgmerge.

Times are ratios within one run: to msgmerge where gettext is installed.
"""

from __future__ import annotations

import random
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

from plainlang.catalogs.base import Segment
from plainlang.catalogs.checks import check_catalog
from plainlang.catalogs.po import parse_po, po_bytes
from plainlang.catalogs.update import template, update

TEXTS, CHANGED = 2_000, 400
FORMS = (
    "Take {n} tablets of drug{k} with a glass of water every morning and write the time down.",
    "Do not take drug{k} if you have a fever of more than {n} °C unless your doctor says so.",
    "Call your care team if drug{k} makes you feel sick for {n} days until the next visit.",
    "Store drug{k} in a dry place below {n} °C and away from children in your home.",
)


def texts() -> tuple[list[str], list[str]]:
    """Return the texts before and after."""
    chance = random.Random(1)
    before = [chance.choice(FORMS).format(n=chance.randint(2, 40), k=k) for k in range(TEXTS)]
    after = list(before)
    for place in range(0, TEXTS, TEXTS // CHANGED):
        after[place] = f"{before[place][:-1]}, as agreed today."
    return before, after


def seconds(function: Callable[[], object]) -> float:
    """Return the shortest of three runs."""
    taken = []
    for _ in range(3):
        start = time.perf_counter()
        function()
        taken.append(time.perf_counter() - start)
    return min(taken)


def main() -> None:
    """Print one line for each step."""
    before, after = texts()
    old, new = ([Segment("paragraph", t) for t in some] for some in (before, after))
    facts = {"document": "d", "source": "d.md", "source_language": "en"}
    made = update(None, old, language="es", **facts).catalog
    full = replace(made, messages=tuple(replace(m, msgstr=m.msgid) for m in made.messages))
    data = po_bytes(full)
    pot = po_bytes(template("d", new, source="d.md", source_language="en"))

    def run() -> object:
        return po_bytes(update(parse_po(data), new, language="es", **facts).catalog)

    ours = seconds(run)
    done = update(parse_po(data), new, language="es", **facts)
    right = sum(m.fuzzy and m.previous == before[n] for n, m in enumerate(done.catalog.messages))
    say(f"update: {TEXTS} texts, {CHANGED} changed: {ours:.2f} s, {right} matched to their own")
    checked = seconds(lambda: check_catalog(full, "en", "es"))
    say(f"check: {checked:.2f} s, {checked / ours:.1f} times the update")
    if shutil.which("msgmerge"):
        with tempfile.TemporaryDirectory() as name:
            po, template_file = Path(name, "a.po"), Path(name, "a.pot")
            po.write_bytes(data)
            template_file.write_bytes(pot)
            command = [
                "msgmerge",
                "-q",
                "--previous",
                "-o",
                "/dev/null",
                str(po),
                str(template_file),
            ]
            theirs = seconds(lambda: subprocess.run(command, check=True))
        say(f"msgmerge takes {theirs / ours:.1f} times as long as the update")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()

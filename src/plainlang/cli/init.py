"""``plainlang init``."""

from __future__ import annotations

from pathlib import Path

import click

from plainlang.exceptions import UsageError
from plainlang.files import make_folder, write_whole

CONFIGURATION = """\
# plainlang.toml: the settings of this project. Every line may be left out.

# Where the documents are (files or folders).
sources = ["seeds"]

# Where the editions go.
out = "out"

# The language of documents that do not state their own.
language = "en"

# epub, pdf, large-print (18 pt), giant-print (24 pt), html
formats = ["epub", "pdf", "large-print", "html"]

# What to do where a source reserves all rights: warn, block or allow.
rights = "warn"
"""

SAMPLE = """\
---
title: Taking your temperature at home
language: en
lastReviewed: {today}
reviewFrequency: annual
---

## Before you start

Wash your hands. Clean the tip of the thermometer with soap and cool water.

## How to do it

1. Put the tip under your tongue.
2. Close your lips. Breathe through your nose.
3. Wait for the beep.
4. Read the number and write it down.

**Call your care team if the number is 38 °C (100.4 °F) or higher.**
"""


@click.command("init")
@click.argument("folder", default=".", type=click.Path(file_okay=False))
def command(folder: str) -> int:
    """Begin a new project in FOLDER that builds at once. No file is ever overwritten."""
    from datetime import date

    root = Path(folder)
    target = root / "plainlang.toml"
    if target.exists():
        raise UsageError(
            "this folder is a plainlang project already",
            hint="Choose another folder, or edit plainlang.toml.",
        )
    write_whole(target, CONFIGURATION.encode())
    for name in ("glossary", "translations"):
        make_folder(root / name)
    sample = root / "seeds" / "taking-your-temperature.md"
    if not sample.exists():
        write_whole(sample, SAMPLE.format(today=date.today().isoformat()).encode())
    ignore = root / ".gitignore"
    if not ignore.exists():
        write_whole(ignore, b"/out/\n/translations/.lock\n")
    click.echo(f"A new project is in {root.resolve()}.")
    click.echo("Put your documents into seeds/, then run: plainlang build")
    return 0

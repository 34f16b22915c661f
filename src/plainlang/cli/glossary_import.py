"""``plainlang glossary import``."""

from __future__ import annotations

from dataclasses import replace as changed
from pathlib import Path

import click

from plainlang.cli.console import Console
from plainlang.cli.glossary_files import load_glossary
from plainlang.cli.settings import check_languages, configuration
from plainlang.diagnostics import Code
from plainlang.exceptions import UsageError


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("--format", "form", help="The form of the file, where its name does not tell.")
@click.option("-d", "--dictionary", default="local", help="For entries that name none (local).")
@click.option("-l", "--language", default="", help="For entries that name none.")
@click.option("--licence", default="", help="For entries that state none.")
@click.option("--replace", is_flag=True, help="Replace entries that say something else.")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Show infos too.")
def command(
    file: str,
    form: str | None,
    dictionary: str,
    language: str,
    licence: str,
    replace: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Take the terms of FILE into the glossary: TBX, CSV, OmegaT's form, NCI's answers.

    An entry that is there and says something else stays, and is named (status 1).
    """
    from plainlang.glossary.exchange import READERS, form_of
    from plainlang.glossary.merging import merge, save
    from plainlang.glossary.records import DICTIONARY
    from plainlang.glossary.tables import bytes_of

    if language:
        check_languages([language])
    if not DICTIONARY.fullmatch(dictionary):
        raise UsageError(
            f"{dictionary!r} is no name of a dictionary",
            hint="Small letters, digits and hyphens: `clinic`, `nci-genetics`.",
        )
    console = Console(quiet=quiet, verbose=verbose)
    config = configuration().glossary
    data = bytes_of(Path(file))
    form = form or form_of(file, data)
    if form not in READERS:
        raise UsageError(
            f"unknown format {form!r}" if form else "the form of this file cannot be told",
            code=Code.UNKNOWN_FORMAT,
            file=file,
            hint="Name it with --format: " + ", ".join(READERS) + ".",
        )
    read = READERS[form](data, file, dictionary, language)
    for problem in read.problems:
        console.say(problem)
    entries = [
        entry if entry.licence or not licence else changed(entry, licence=licence)
        for entry in read.entries
    ]
    merged = merge(load_glossary(config, console), entries, replace=replace)
    for problem in merged.conflicts:
        console.say(problem)
    written = save(Path(config.folder), merged.entries)
    refused = sum(problem.code is Code.GLOSSARY_ENTRY_INVALID for problem in read.problems)
    if not quiet:
        console.write(
            f"{len(merged.added):,} added, {len(merged.replaced):,} replaced, "
            f"{merged.same:,} there already, {merged.kept:,} in conflict, {refused:,} not usable"
        )
        for path in written:
            console.write(f"  {path}")
    if refused:
        return 3
    return 1 if merged.kept else 0

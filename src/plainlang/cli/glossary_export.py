"""``plainlang glossary export``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from plainlang.cli.console import Console
from plainlang.cli.glossary_files import chosen_entries, load_glossary
from plainlang.cli.settings import check_languages, configuration
from plainlang.exceptions import UsageError

_FORMS = ("tbx", "tbx-dct", "tbx2", "csv", "omegat", "jsonl")


@click.command("export")
@click.option("--format", "form", type=click.Choice(_FORMS), default="tbx")
@click.option("-d", "--dictionary", "dictionaries", multiple=True, help="Only this dictionary.")
@click.option("-l", "--language", "languages", multiple=True, help="Only this language.")
@click.option("-o", "--out", help="File to write.", type=click.Path(dir_okay=False))
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Show infos too.")
def command(
    form: str,
    dictionaries: tuple[str, ...],
    languages: tuple[str, ...],
    out: str | None,
    quiet: bool,
    verbose: bool,
) -> int:
    """Write the terms for another tool, to standard output or to the file of -o."""
    from plainlang.files import write_whole
    from plainlang.glossary.exchange import WRITERS

    console = Console(quiet=quiet, verbose=verbose)
    glossary = load_glossary(configuration().glossary, console)
    entries = chosen_entries(glossary, dictionaries, languages)
    tags = check_languages(languages)
    if form == "omegat" and len(tags) > 2:
        raise UsageError(
            "OmegaT's form has two columns of terms",
            hint="Name one language, or two: that of the first column, then that of the second.",
        )
    written = WRITERS[form](entries, tags)
    for problem in written.problems:
        console.say(problem)
    if out:
        write_whole(Path(out), written.data)
    else:
        sys.stdout.buffer.write(written.data)
    if not quiet:
        console.write(f"{len(entries):,} {'entry' if len(entries) == 1 else 'entries'} exported")
    return 0

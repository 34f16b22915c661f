"""``plainlang glossary list``."""

from __future__ import annotations

import json

import click

from plainlang.cli.console import Console
from plainlang.cli.glossary_files import chosen_entries, load_glossary, padded
from plainlang.cli.settings import configuration


@click.command("list")
@click.option("-d", "--dictionary", "dictionaries", multiple=True, help="Only this dictionary.")
@click.option("-l", "--language", "languages", multiple=True, help="Only this language.")
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Show infos too.")
def command(
    dictionaries: tuple[str, ...],
    languages: tuple[str, ...],
    form: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """List the terms of the glossary, by dictionary, language and id."""
    from plainlang.glossary.loading import order_of
    from plainlang.glossary.records import record_of
    from plainlang.glossary.tables import write_table

    console = Console(quiet=quiet, verbose=verbose)
    glossary = load_glossary(configuration().glossary, console)
    entries = sorted(
        chosen_entries(glossary, dictionaries, languages),
        key=lambda entry: (entry.dictionary, entry.language, order_of(entry.id, entry.audience)),
    )
    if form == "json":
        records = [
            {**record_of(entry), "file": entry.file, "line": entry.line} for entry in entries
        ]
        shape = {"schema": "plainlang.glossary/1", "entries": records}
        click.echo(json.dumps(shape, ensure_ascii=False, indent=1))
    elif form == "csv":
        click.echo(write_table(entries), nl=False)
    elif entries:
        header = ("dictionary", "language", "id", "audience", "term")
        rows = [tuple(str(getattr(entry, name)) for name in header) for entry in entries]
        click.echo(padded([header, *rows]))
    if not quiet:
        noun = "entry" if len(entries) == 1 else "entries"
        console.write(f"{len(entries):,} {noun}")
    return 0

"""``plainlang catalog export``."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from plainlang.cli.catalog_files import (
    chosen_languages,
    open_catalogs,
    reviews_path,
    with_sources,
)
from plainlang.cli.catalog_texts import read_texts
from plainlang.cli.console import Console
from plainlang.cli.settings import configuration
from plainlang.exceptions import UsageError


@click.command("export")
@with_sources
@click.option(
    "--format",
    "form",
    type=click.Choice(["xliff", "tmx", "csv"]),
    default="xliff",
    help="Form of the file (default: xliff).",
)
@click.option(
    "-o",
    "--out",
    type=click.Path(),
    help="File, or folder for one file per catalog (default: standard output).",
)
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    languages: tuple[str, ...],
    quiet: bool,
    verbose: bool,
    form: str,
    out: str | None,
) -> int:
    """Write catalogs as XLIFF 2, TMX or CSV for other tools."""
    from plainlang.catalogs.exchange import FORMATS
    from plainlang.catalogs.review import load, reviewed
    from plainlang.files import write_whole

    if not languages:
        raise UsageError("an export is of one language", hint="Name it: -l es")
    config = configuration()
    folder = config.translations
    tags = chosen_languages(languages, folder)
    console = Console(quiet=quiet, verbose=verbose)
    read = read_texts(sources, config, console, purpose="export", debug=ctx.obj["debug"])
    opened, failed = open_catalogs(read.texts, tags, folder, console)
    failed = failed or read.failed
    into = out is not None and (len(opened) > 1 or out.endswith(("/", "\\")) or Path(out).is_dir())
    if out is not None and into and Path(out).is_file():
        raise UsageError(
            f"{len(opened)} catalogs do not fit into one file",
            file=out,
            hint="Name a folder with -o, or one document and one language.",
        )
    if out is None and len(opened) > 1:
        raise UsageError(
            f"{len(opened)} catalogs do not fit into one output",
            hint="Name a folder with -o, or one document and one language.",
        )
    written = FORMATS[form]
    for one in opened:
        done = reviewed(one.catalog, load(reviews_path(folder, one.language)))
        data = written.write(one.catalog, one.text.language, one.language, reviewed=done)
        if out is None:
            sys.stdout.buffer.write(data)
            continue
        name = f"{one.text.id}.{one.language}{written.suffixes[0]}"
        path = Path(out) / name if into else Path(out)
        write_whole(path, data)
        if not quiet:
            console.write(f"{path}: {len(one.catalog.messages)} entries of {one.path}")
    return 3 if failed else 0

"""``plainlang catalog status``."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from plainlang.cli.catalog_files import (
    Findings,
    chosen_languages,
    orphans,
    outdated,
    pairs,
    reviews_path,
    with_sources,
)
from plainlang.cli.catalog_texts import read_texts
from plainlang.cli.console import Console
from plainlang.cli.settings import configuration
from plainlang.exceptions import PlainlangError

if TYPE_CHECKING:
    from plainlang.catalogs.status import Status


@click.command("status")
@with_sources
@click.option(
    "--format",
    "form",
    type=click.Choice(["table", "json", "csv"]),
    default="table",
    help="Form of the report.",
)
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    languages: tuple[str, ...],
    quiet: bool,
    verbose: bool,
    form: str,
) -> int:
    """Say how far each translation has come."""
    from plainlang.catalogs.layout import catalog_path
    from plainlang.catalogs.po import read_po
    from plainlang.catalogs.review import load
    from plainlang.catalogs.status import Status, status_of
    from plainlang.cli.catalog_files import Opened

    config = configuration()
    folder = config.translations
    tags = chosen_languages(languages, folder)
    console = Console(quiet=quiet, verbose=verbose)
    read = read_texts(sources, config, console, purpose="translate", debug=ctx.obj["debug"])
    findings = Findings(read.entries, folder)
    failed = read.failed
    states: list[Status] = []
    reviews = {}
    for tag in tags:
        try:
            reviews[tag] = load(reviews_path(folder, tag))
        except PlainlangError as error:
            console.say(error.diagnostic)
            failed = True
    for orphan in () if sources else orphans(read, tags, folder):
        console.say(orphan)
    for text, tag in pairs(read.texts, tags):
        path = catalog_path(folder, tag, text.id)
        segments = len(text.segments_for(tag))
        if not path.exists():
            if segments:
                states.append(Status(text.id, tag, segments, 0, 0, segments, 0, 0, 0))
            continue
        try:
            opened = Opened(text, tag, path, read_po(path))
        except PlainlangError as error:
            console.say(error.diagnostic)
            failed = True
            continue
        stale = outdated(opened)
        if stale is not None:
            console.say(stale)
        states.append(
            status_of(
                opened.catalog,
                reviews.get(tag, {}),
                findings.of(opened),
                document=text.id,
                language=tag,
            )
        )
    _show(states, form)
    return 3 if failed else 0


def _show(states: Sequence[Status], form: str) -> None:
    from plainlang.catalogs.status import to_csv, to_json, to_table

    if form == "table":
        from rich.console import Console as RichConsole

        # A file or another program takes lines as long as they are.
        width = None if sys.stdout.isatty() else 1000
        RichConsole(width=width).print(to_table(states))
        return
    click.echo(to_json(states) if form == "json" else to_csv(states), nl=False)

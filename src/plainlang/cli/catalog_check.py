"""``plainlang catalog check``."""

from __future__ import annotations

import click

from plainlang.cli.catalog_files import (
    Findings,
    chosen_languages,
    count,
    open_catalogs,
    outdated,
    with_sources,
)
from plainlang.cli.catalog_texts import read_texts
from plainlang.cli.console import Console
from plainlang.cli.settings import configuration


@click.command("check")
@with_sources
@click.option(
    "--format",
    "form",
    type=click.Choice(["text", "json", "sarif"]),
    default="text",
    help="Form of the report.",
)
@click.option("--fuzzy", is_flag=True, help="Check also what a person has to look at anyway.")
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    languages: tuple[str, ...],
    quiet: bool,
    verbose: bool,
    form: str,
    fuzzy: bool,
) -> int:
    """Look for mistakes in translations; end with status 1 where one is an error."""
    from plainlang.catalogs.checks import ERROR, CatalogFinding
    from plainlang.catalogs.checks.outputs import OUTPUTS

    config = configuration()
    folder = config.translations
    tags = chosen_languages(languages, folder)
    console = Console(quiet=quiet, verbose=verbose)
    read = read_texts(sources, config, console, purpose="check", debug=ctx.obj["debug"])
    opened, failed = open_catalogs(read.texts, tags, folder, console)
    checks = Findings(read.entries, folder)
    found: list[CatalogFinding] = []
    for one in opened:
        stale = outdated(one)
        if stale is not None:
            console.say(stale)
        found += checks.of(one, fuzzy=fuzzy)
    errors = [finding for finding in found if finding.severity == ERROR]
    shown = errors if quiet and form == "text" else found
    click.echo(OUTPUTS[form](shown, [str(one.path) for one in opened]), nl=False)
    if form == "text" and not quiet:
        warnings = len(found) - len(errors)
        console.write(
            f"Checked {count(len(opened), 'catalog')}: "
            f"{count(len(errors), 'error')}, {count(warnings, 'warning')}."
        )
    if failed or read.failed:
        return 3
    return 1 if errors else 0

"""``plainlang score``."""

from __future__ import annotations

import io
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainlang.cli.score_pages import write_pages
from plainlang.cli.settings import configuration, job_for, sources_of, standard_input
from plainlang.exceptions import PlainlangError
from plainlang.files import write_whole

if TYPE_CHECKING:
    from plainlang.readability.report import Report

_FORMATS = ("table", "json", "csv", "sarif", "annotations", "html")


@click.command("score")
@click.argument("sources", nargs=-1, type=click.Path(allow_dash=True))
@click.option(
    "--format", "form", type=click.Choice(_FORMATS), default="table", help="Form of the report."
)
@click.option(
    "-o",
    "--out",
    type=click.Path(),
    help="File for the report; for HTML of several documents a folder.",
)
@click.option(
    "--fail-above",
    type=float,
    metavar="GRADE",
    help="End with status 1 where a document needs more years of school.",
)
@click.option("-q", "--quiet", is_flag=True, help="No warnings about the sources.")
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    form: str,
    out: str | None,
    fail_above: float | None,
    quiet: bool,
) -> int:
    """Say how easy documents are to read, and what makes them hard.

    SOURCES are files, folders, or - for standard input; without one, the `sources` of
    plainlang.toml. Only what an author can change is scored; the report says what is not.
    """
    from plainlang.engines import Engines
    from plainlang.engines.pandoc import PandocWorker
    from plainlang.engines.typst import TypstCompiler
    from plainlang.intake import read_clean
    from plainlang.reports.readability import Sheet
    from plainlang.reviewer import sheet_of

    config = configuration()
    found = sources_of(sources, config, "score")
    stdin = standard_input(found.files)
    sheets: list[Sheet] = []
    failed = bool(found.problems)
    for problem in found.problems:
        click.echo(problem.format(), err=True)
    with PandocWorker(config.limits.pandoc_timeout) as pandoc:
        engines = Engines(pandoc=pandoc, typst=TypstCompiler())
        for source in found.files:
            job = job_for(source, config, stdin)
            try:
                document, diagnostics = read_clean(job, engines)
            except PlainlangError as error:
                if ctx.obj["debug"]:
                    raise
                problem = error.diagnostic
                click.echo(replace(problem, file=problem.file or source).format(), err=True)
                failed = True
                continue
            for diagnostic in diagnostics:
                if diagnostic.severity == "error" or (
                    diagnostic.severity == "warning" and not quiet
                ):
                    click.echo(diagnostic.format(), err=True)
            if any(diagnostic.severity == "error" for diagnostic in diagnostics):
                failed = True
                continue
            sheets.append(sheet_of(document, diagnostics, config.readability, source=source))
    reports = [sheet.report for sheet in sheets]
    if form == "html":
        write_pages(sheets, out, several=len(found.files) + len(found.problems) > 1)
    else:
        _show(reports, form, out)
    if failed:
        return 3
    return 1 if fail_above is not None and _above(reports, fail_above) else 0


def _show(reports: Sequence[Report], form: str, out: str | None) -> None:
    if form == "table":
        from rich.console import Console

        from plainlang.readability.outputs.table import to_table

        if out is None:
            Console().print(to_table(reports))
            return
        shown = io.StringIO()
        Console(file=shown, width=100).print(to_table(reports))
        write_whole(Path(out), shown.getvalue().encode())
        return
    from plainlang.readability.outputs.annotations import to_annotations
    from plainlang.readability.outputs.csv import to_csv
    from plainlang.readability.outputs.json import to_json
    from plainlang.readability.outputs.sarif import to_sarif

    write = {"json": to_json, "csv": to_csv, "sarif": to_sarif, "annotations": to_annotations}
    text = write[form](reports)
    if out is None:
        click.echo(text.rstrip("\n"))
    else:
        write_whole(Path(out), text.encode())


def _above(reports: Sequence[Report], limit: float) -> bool:
    """Say which documents are above the limit, and which have no grade; tell whether any is."""
    above = False
    for report in reports:
        grade = report.grade
        if grade is None or grade.value is None:
            reason = grade.reason if grade is not None else "its language has no formula for grades"
            click.echo(f"{report.source}: no grade to compare: {reason}", err=True)
        elif grade.value > limit:
            above = True
            click.echo(
                f"{report.source}: {grade.formula} is {grade.value:.1f}, above {limit:g}", err=True
            )
    return above

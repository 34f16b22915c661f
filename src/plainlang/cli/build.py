"""``plainlang build``."""

from __future__ import annotations

import signal
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainlang import clock
from plainlang.cli.console import Console
from plainlang.cli.settings import (
    check_languages,
    chosen_formats,
    configuration,
    job_for,
    sources_of,
    standard_input,
)
from plainlang.config import FORMAT_SUFFIXES
from plainlang.diagnostics import Severity

if TYPE_CHECKING:
    from types import FrameType

    from plainlang.build import Summary


@click.command("build")
@click.argument("sources", nargs=-1, type=click.Path(allow_dash=True))
@click.option("-o", "--out", help="Folder for the editions (default: out).", type=click.Path())
@click.option(
    "-l",
    "--language",
    "languages",
    multiple=True,
    help="The languages wanted, repeated or with commas; all is every one with a catalog; "
    "en-XA and ar-XB are pseudo-translations. Default: a document's own.",
)
@click.option(
    "-f", "--format", "formats", multiple=True,
    help="Formats, repeated or with commas: " + ", ".join(FORMAT_SUFFIXES) + ".",
)  # fmt: skip
@click.option("-j", "--jobs", type=click.IntRange(min=1), help="Documents to build at once.")
@click.option(
    "--release",
    is_flag=True,
    help="Refuse translations that are not complete, free of errors and reviewed.",
)
@click.option("--force", is_flag=True, help="Make every edition again.")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Show also what was changed.")
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    out: str | None,
    languages: tuple[str, ...],
    formats: tuple[str, ...],
    jobs: int | None,
    release: bool,
    force: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Make every edition of every document.

    SOURCES are files, folders, or - for standard input; without one, the `sources` of
    plainlang.toml. Editions that are still true are not built again.
    """
    from plainlang.build import build
    from plainlang.executors import run
    from plainlang.glossary.wanted import problems_of, wanted_glossary

    config = configuration()
    wanted = chosen_formats(formats, config)
    tags = check_languages(languages)
    found = sources_of(sources, config, "build")
    stdin = standard_input(found.files)
    day = clock.today()
    work = [
        replace(
            job_for(source, config, stdin),
            formats=wanted,
            languages=tags,
            release=release,
            debug=ctx.obj["debug"],
            today=day,
            overdue_notice=config.overdue_notice,
        )
        for source in found.files
    ]
    explaining = wanted_glossary(config.glossary)
    work = [replace(job, glossary=explaining) for job in work]
    folder = Path(out if out is not None else config.out)
    # A polite request to end is treated as Ctrl-C: the manifest is written, no half file stays.
    signal.signal(signal.SIGTERM, _interrupt)
    problems = problems_of(explaining) if explaining is not None else ()
    with Console(quiet=quiet, verbose=verbose) as console:
        for problem in problems:
            console.say(problem)
        summary = build(
            work,
            found.problems,
            folder,
            lambda some: run(some, jobs, config.limits.pandoc_timeout),
            console,
            force=force,
            today=day,
        )
    if not quiet:
        for line in _closing(summary, folder, len(found.skipped)):
            console.write(line)
    if any(problem.severity is Severity.ERROR for problem in problems):
        return summary.exit_status or 3  # a file of terms could not be read, the others were
    return summary.exit_status


def _interrupt(signum: int, frame: FrameType | None) -> None:
    raise KeyboardInterrupt


def _closing(summary: Summary, folder: Path, skipped_files: int) -> list[str]:
    lines = [
        f"Built {_count(len(summary.built), 'edition')}, "
        f"{summary.skipped} unchanged, of {_count(summary.documents, 'document')}; "
        f"{_count(len(summary.failures), 'failure')}."
    ]
    if skipped_files:
        lines.append(
            f"Left out {_count(skipped_files, 'file')}: hidden, README, or of a type not read."
        )
    lines.append(f"Look at {folder / 'index.html'}")
    return lines


def _count(number: int, noun: str) -> str:
    return f"{number} {noun}" + ("" if number == 1 else "s")

"""The pages of ``plainlang score --format html``."""

from __future__ import annotations

import urllib.parse
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainlang.exceptions import UsageError
from plainlang.files import make_folder, write_whole

if TYPE_CHECKING:
    from plainlang.reports.readability import Sheet


def write_pages(sheets: Sequence[Sheet], out: str | None, *, several: bool) -> None:
    """Write one page to standard output or a file, or several with an overview into a folder.

    :param several: more than one source was named, whatever became of them.
    :raises UsageError: if there are several documents and ``out`` is no folder.
    :raises OutputError: if a file cannot be written.
    """
    from plainlang.reports.overview import overview_csv, overview_page, summary_of
    from plainlang.reports.readability import readability_page

    if not several and (out is None or not Path(out).is_dir()):
        for sheet in sheets:
            page = readability_page(sheet)
            if out is None:
                click.echo(page)
            else:
                write_whole(Path(out), page.encode())
        return
    if out is None or Path(out).is_file():
        raise UsageError(
            "the pages of several documents need a folder",
            hint="Name one: plainlang score --format html -o DIR.",
        )
    folder = Path(out)
    names = [sheet.report.document for sheet in sheets]
    clash = next((name for name in names if names.count(name) > 1), None)
    if clash is not None:
        raise UsageError(f"two documents have the id {clash!r}", hint="Rename one of them.")
    make_folder(folder)
    summaries = [summary_of(sheet) for sheet in sheets]
    for sheet in sheets:
        path = folder / sheet.report.document / "readability.html"
        write_whole(path, readability_page(sheet).encode())
    page = overview_page(summaries, lambda name: urllib.parse.quote(f"{name}/readability.html"))
    write_whole(folder / "readability.html", page.encode())
    write_whole(folder / "readability.csv", overview_csv(summaries).encode())

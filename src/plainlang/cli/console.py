"""Messages and progress, always on standard error."""

from __future__ import annotations

import os
import sys
from types import TracebackType
from typing import Any

import click

from plainlang.diagnostics import Diagnostic, Severity

_COLOURS = {Severity.ERROR: "red", Severity.WARNING: "yellow", Severity.INFO: "blue"}


def use_colour() -> bool:
    """Whether standard error takes colours: a terminal, and ``NO_COLOR`` not set (no-color.org)."""
    return sys.stderr.isatty() and not os.environ.get("NO_COLOR")


class Console:
    """Passes messages on, and shows a progress bar where standard error is a terminal.

    :param quiet: errors only, no bar, no summary.
    :param verbose: also what was changed (severity ``info``).
    """

    def __init__(self, *, quiet: bool = False, verbose: bool = False) -> None:
        self.quiet, self.verbose = quiet, verbose
        self._progress: Any = None
        self._task: Any = None

    def __enter__(self) -> Console:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        traceback: TracebackType | None,
    ) -> None:
        if self._progress is not None:
            self._progress.stop()
            self._progress = None

    @property
    def has_bar(self) -> bool:
        """Whether a bar shows the progress."""
        return self._progress is not None

    def begin(self, total: int, what: str = "Building") -> None:
        """Show the bar for ``total`` documents or terms."""
        if self.quiet or total == 0 or not sys.stderr.isatty():
            return
        from rich.console import Console as RichConsole
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        self._progress = Progress(
            TextColumn("{task.description}"),
            BarColumn(),
            MofNCompleteColumn(),
            console=RichConsole(stderr=True, no_color=not use_colour()),
            transient=True,
        )
        self._progress.start()
        self._task = self._progress.add_task(what, total=total)

    def finished(self, name: str) -> None:
        """Move the bar and show the document's name."""
        if self._progress is not None:
            from rich.markup import escape

            self._progress.update(self._task, advance=1, description=escape(name[-40:]))

    def say(self, diagnostic: Diagnostic) -> None:
        """Print a message unless it is less than what was asked for."""
        if diagnostic.severity is Severity.INFO and not self.verbose:
            return
        if diagnostic.severity is not Severity.ERROR and self.quiet:
            return
        text = diagnostic.format()
        if use_colour():
            mark = f"{diagnostic.severity}[{diagnostic.code}]"
            text = text.replace(mark, click.style(mark, fg=_COLOURS[diagnostic.severity]), 1)
        self.write(text)

    def write(self, text: str) -> None:
        """Print a line above the bar."""
        if self._progress is not None:
            self._progress.console.file.write("\r\x1b[2K")
        click.echo(text, err=True)

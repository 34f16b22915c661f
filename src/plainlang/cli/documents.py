"""The cleaned documents of a command that makes no editions."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from plainlang.cli.console import Console
from plainlang.cli.settings import job_for, sources_of, standard_input
from plainlang.exceptions import PlainlangError

if TYPE_CHECKING:
    from plainlang.config import Config
    from plainlang.document import Document


class Documents:
    """Reads sources one after the other; says on the console which could not be read.

    :param purpose: what is done with them, for the message where there is none.

    Warnings about the text of a source are left to the commands that are about the text.
    """

    def __init__(
        self, named: Sequence[str], config: Config, console: Console, purpose: str, *, debug: bool
    ) -> None:
        self._config, self._console, self._debug = config, console, debug
        self._found = sources_of(named, config, purpose)
        self.failed = bool(self._found.problems)
        for problem in self._found.problems:
            console.say(problem)

    def __iter__(self) -> Iterator[tuple[str, Document]]:
        from plainlang.engines import Engines
        from plainlang.engines.pandoc import PandocWorker
        from plainlang.engines.typst import TypstCompiler
        from plainlang.intake import read_clean

        stdin = standard_input(self._found.files)
        with PandocWorker(self._config.limits.pandoc_timeout) as pandoc:
            engines = Engines(pandoc=pandoc, typst=TypstCompiler())
            for source in self._found.files:
                try:
                    document = read_clean(job_for(source, self._config, stdin), engines)[0]
                except PlainlangError as error:
                    if self._debug:
                        raise
                    problem = error.diagnostic
                    self._console.say(replace(problem, file=problem.file or source))
                    self.failed = True
                    continue
                yield source, document

"""What a project has to translate: its documents and the definitions of its glossary."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import TYPE_CHECKING

from plainlang.cli.settings import job_for, sources_of
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.exceptions import PlainlangError, UsageError

if TYPE_CHECKING:
    from plainlang.catalogs.base import Segment
    from plainlang.cli.console import Console
    from plainlang.config import Config
    from plainlang.engines import Engines
    from plainlang.glossary.base import GlossaryEntry
    from plainlang.intake import Job


@dataclass(frozen=True, slots=True)
class Text:
    """One document, or all definitions.

    :param id: names its catalogs.
    :param source: the file, or the glossary's folder.
    :param language: BCP 47 tag of the source.
    :param names: names that stay as they are in every language.
    :param covered: for each other language the contexts of the entries that the glossary has in
        that language already: nobody needs to translate them.
    """

    id: str
    source: str
    language: str
    segments: tuple[Segment, ...]
    names: tuple[str, ...] = ()
    covered: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def segments_for(self, language: str) -> tuple[Segment, ...]:
        """Return what is to be translated into ``language``."""
        there = self.covered.get(language, frozenset())
        return tuple(segment for segment in self.segments if segment.context not in there)


@dataclass(frozen=True, slots=True)
class Texts:
    """What was read.

    :param failed: something could not be read, and was reported.
    :param entries: every entry of the glossary, for the approved terms.
    """

    texts: tuple[Text, ...]
    failed: bool
    entries: tuple[GlossaryEntry, ...] = ()


def read_texts(
    named: Sequence[str], config: Config, console: Console, *, purpose: str, debug: bool
) -> Texts:
    """Read the sources that were named; without one all, and the glossary.

    :raises UsageError: if there is nothing at all.
    """
    from plainlang.glossary.store import Glossary

    folder = Path(config.glossary.folder)
    glossary, problems = Glossary.load(folder)
    # Entries that cannot be read must not look as if they were gone.
    damaged = any(problem.severity is Severity.ERROR for problem in problems)
    for problem in problems:
        if problem.severity is Severity.ERROR or console.verbose:
            console.say(problem)
    wanted = [name for name in named if not _is_folder(name, folder)]
    definitions = None
    if not named or len(wanted) < len(named):
        definitions = None if damaged else _definitions(glossary.entries, config)
        if named and definitions is None and not damaged:
            raise UsageError(
                f"the glossary has no definition in “{config.language}”",
                file=str(folder),
                hint="Add one, or leave the folder out.",
            )
    if named and not wanted:
        texts: list[Text] = []
        failed = False
    else:
        try:
            texts, failed = _documents(wanted, config, console, purpose, debug=debug)
        except UsageError:
            if named or (definitions is None and not damaged):
                raise
            texts, failed = [], False  # a glossary alone can be translated too
    if definitions is not None:
        texts.append(definitions)
    return Texts(tuple(texts), failed or damaged, glossary.entries)


def _documents(
    named: Sequence[str], config: Config, console: Console, purpose: str, *, debug: bool
) -> tuple[list[Text], bool]:
    from plainlang.engines import Engines
    from plainlang.engines.pandoc import PandocWorker
    from plainlang.engines.typst import TypstCompiler

    found = sources_of(named, config, purpose)
    if "-" in found.files:
        raise UsageError(
            "a catalog needs a document with a name",
            hint="Name a file: the next version of the text has to be known again.",
        )
    for problem in found.problems:
        console.say(problem)
    failed = bool(found.problems)
    texts: list[Text] = []
    taken: dict[str, str] = {}
    with PandocWorker(config.limits.pandoc_timeout) as pandoc:
        engines = Engines(pandoc=pandoc, typst=TypstCompiler())
        for source in found.files:
            try:
                text = _document(job_for(source, config, None), engines, console)
                if text is not None:
                    _check_id(text, taken)
            except PlainlangError as error:
                if debug:
                    raise
                problem = error.diagnostic
                console.say(replace(problem, file=problem.file or source))
                text = None
            failed = failed or text is None
            if text is not None:
                texts.append(text)
    return texts, failed


def _document(job: Job, engines: Engines, console: Console) -> Text | None:
    """Return one document; ``None`` where something is wrong with it, which is reported."""
    from plainlang.catalogs.extract import segments_of
    from plainlang.catalogs.names import protected_names
    from plainlang.intake import read_clean

    document, diagnostics = read_clean(job, engines)
    for diagnostic in diagnostics:
        # What is to be mended in the source, a build says.
        if diagnostic.severity is Severity.ERROR or console.verbose:
            console.say(diagnostic)
    if any(diagnostic.severity is Severity.ERROR for diagnostic in diagnostics):
        return None
    return Text(
        id=document.id,
        source=job.source,
        language=document.language,
        segments=segments_of(document),
        names=protected_names(document.metadata),
    )


def _check_id(text: Text, taken: dict[str, str]) -> None:
    """Remember an id, in a form that no file system tells apart."""
    from plainlang.catalogs.layout import GLOSSARY
    from plainlang.readers.identifiers import same_name

    if same_name(text.id) == GLOSSARY:
        raise UsageError(
            f"the id “{text.id}” names the catalogs of the definitions",
            code=Code.ID_UNUSABLE,
            file=text.source,
            hint="Rename the file, or give it another `id:` in its front matter.",
        )
    other = taken.setdefault(same_name(text.id), text.source)
    if other != text.source:
        raise UsageError(
            f"the id “{text.id}” is also the id of {other}, whose catalogs it would share",
            code=Code.DUPLICATE_ID,
            file=text.source,
            hint="Rename one of them, or give it an `id:` in its front matter.",
        )


def _definitions(entries: Sequence[GlossaryEntry], config: Config) -> Text | None:
    from plainlang.catalogs.layout import GLOSSARY
    from plainlang.glossary_catalog import context_of, glossary_segments
    from plainlang.languages import matches

    own = [entry for entry in entries if matches(config.language, entry.language)]
    fitting = {
        (entry.dictionary, entry.id) for entry in own if entry.audience == config.glossary.audience
    }
    chosen = [
        entry
        for entry in own
        if entry.audience == config.glossary.audience or (entry.dictionary, entry.id) not in fitting
    ]
    unique: dict[tuple[str, str], Segment] = {}
    for segment in glossary_segments(chosen):
        if segment.text:
            unique.setdefault((segment.context, segment.text), segment)
    if not unique:
        return None
    covered: dict[str, set[str]] = {}
    for entry in entries:
        if entry.language != config.language:
            covered.setdefault(entry.language, set()).add(context_of(entry))
    return Text(
        id=GLOSSARY,
        source=config.glossary.folder,
        language=config.language,
        segments=tuple(unique.values()),
        covered={language: frozenset(contexts) for language, contexts in covered.items()},
    )


def _is_folder(name: str, folder: Path) -> bool:
    return name != "-" and Path(name).resolve() == folder.resolve()


def missing(text: Text, path: Path, language: str) -> Diagnostic:
    """Return the error for a document without a catalog in a language."""
    return Diagnostic(
        Code.CATALOG_MISSING,
        Severity.ERROR,
        f"there is no catalog of “{text.id}” in “{language}”",
        str(path),
        hint=f"Run: plainlang catalog update -l {language}",
    )

"""``plainlang catalog update``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainlang.cli.catalog_files import (
    Findings,
    chosen_languages,
    count,
    pairs,
    waiting,
    with_sources,
)
from plainlang.cli.catalog_texts import Text, read_texts
from plainlang.cli.console import Console
from plainlang.cli.settings import configuration
from plainlang.exceptions import CatalogError

if TYPE_CHECKING:
    from plainlang.catalogs.base import Catalog
    from plainlang.catalogs.update import Remembered


@click.command("update")
@with_sources
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    languages: tuple[str, ...],
    quiet: bool,
    verbose: bool,
) -> int:
    """Bring the catalogs up to date with the sources.

    A language that is named and has no catalogs yet gets them. No translation is ever lost:
    what a source no longer holds is kept as obsolete, and a text that was changed keeps its old
    translation as fuzzy, for a person to look at.
    """
    from plainlang.catalogs.lock import locked

    config = configuration()
    folder = config.translations
    tags = chosen_languages(languages, folder, new=True)
    console = Console(quiet=quiet, verbose=verbose)
    read = read_texts(sources, config, console, purpose="translate", debug=ctx.obj["debug"])
    work = list(pairs(read.texts, tags))
    terms = Findings(read.entries, folder)
    failed = read.failed
    with locked(Path(folder), lambda: waiting(console)):
        for text in read.texts:
            failed = not _write_template(text, folder, console) or failed
        for tag in tags:
            there, broken = _catalogs_of(folder, tag, console)
            failed = failed or bool(broken)
            for text in (text for text, its in work if its == tag):
                if text.id not in broken:
                    done = _update(text, tag, folder, there, terms, console)
                    failed = not done or failed
    return 3 if failed else 0


def _write_template(text: Text, folder: str, console: Console) -> bool:
    """Write a template; tell whether it could be done."""
    from plainlang.catalogs.layout import template_path
    from plainlang.catalogs.po import read_po, save_po
    from plainlang.catalogs.update import template

    path = template_path(folder, text.id)
    try:
        made = template(
            text.id,
            text.segments,
            source=text.source,
            source_language=text.language,
            old=read_po(path) if path.exists() else None,
        )
    except CatalogError as error:
        console.say(error.diagnostic)
        return False
    if save_po(made, path) and not console.quiet:
        click.echo(f"{path}: {count(len(text.segments), 'text')}")
    return True


def _catalogs_of(
    folder: str, language: str, console: Console
) -> tuple[dict[str, Catalog], frozenset[str]]:
    """Return the catalogs of a language by document, and the documents whose cannot be read."""
    from plainlang.catalogs.po import read_po

    there: dict[str, Catalog] = {}
    broken: set[str] = set()
    for path in sorted(Path(folder, language).glob("*.po")):
        try:
            there[path.stem] = read_po(path)
        except CatalogError as error:
            console.say(error.diagnostic)
            broken.add(path.stem)
    return there, frozenset(broken)


def _update(
    text: Text,
    language: str,
    folder: str,
    there: dict[str, Catalog],
    terms: Findings,
    console: Console,
) -> bool:
    """Bring one catalog up to date; tell whether it could be done."""
    from plainlang.catalogs.layout import catalog_path
    from plainlang.catalogs.po import save_po
    from plainlang.catalogs.update import update

    old = there.get(text.id)
    segments = text.segments_for(language)
    if not segments and old is None:
        return True
    path = catalog_path(folder, language, text.id)
    try:
        done = update(
            old,
            segments,
            document=text.id,
            source=text.source,
            source_language=text.language,
            language=language,
            terms={term.source: term.approved[0] for term in terms.terms(text, language)},
            memory=_memory(there, text.id),
        )
    except CatalogError as error:
        console.say(error.diagnostic)
        return False
    save_po(done.catalog, path)
    there[text.id] = done.catalog
    if not console.quiet:
        counts = {
            "new": done.new,
            "filled from other documents": done.filled,
            "fuzzy": done.fuzzy,
            "revived": done.revived,
            "obsolete": done.obsolete,
        }
        told = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
        click.echo(f"{path}: {told or 'nothing changed'}")
    return True


def _memory(there: Mapping[str, Catalog], document: str) -> tuple[Remembered, ...]:
    """Return what the other documents' catalogs translate."""
    from plainlang.catalogs.update import Remembered

    return tuple(
        Remembered(message.context or "", message.msgid, message.msgstr, name)
        for name, catalog in there.items()
        if name != document
        for message in catalog.messages
        if message.translated and message.plural is None
    )

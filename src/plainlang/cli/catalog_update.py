"""``plainlang catalog update``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainlang.cli.catalog_files import (
    Findings,
    chosen_languages,
    count,
    orphans,
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
    from plainlang.catalogs.update import Remembered, Updated


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
            texts = [text for text, its in work if its == tag]
            failed = not _update_language(tag, texts, folder, terms, console) or failed
    for orphan in () if sources else orphans(read, tags, folder):
        console.say(orphan)
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


def _update_language(
    language: str, texts: Sequence[Text], folder: str, terms: Findings, console: Console
) -> bool:
    """Bring the catalogs of a language up to date; tell whether all could be."""
    there, broken = _catalogs_of(folder, language, console)
    old = dict(there)
    done: dict[str, Updated] = {}
    failed = set(broken)

    def update_all() -> None:
        for text in texts:
            if text.id in failed or not (text.segments_for(language) or text.id in old):
                continue
            try:
                done[text.id] = _updated(text, language, old.get(text.id), there, terms)
            except CatalogError as error:
                console.say(error.diagnostic)
                failed.add(text.id)

    update_all()
    if any(one.revived for one in done.values()):
        # What came back in one document fills the others: a second run is to find nothing to do.
        there.update((name, one.catalog) for name, one in done.items())
        update_all()
    for text in texts:
        if text.id in done:
            _save(text, language, folder, done[text.id], console)
    return not failed


def _updated(
    text: Text, language: str, old: Catalog | None, there: Mapping[str, Catalog], terms: Findings
) -> Updated:
    from plainlang.catalogs.update import update

    return update(
        old,
        text.segments_for(language),
        document=text.id,
        source=text.source,
        source_language=text.language,
        language=language,
        terms={term.source: term.approved[0] for term in terms.terms(text, language)},
        memory=_memory(there, text.id),
    )


def _save(text: Text, language: str, folder: str, done: Updated, console: Console) -> None:
    """Write a catalog, and say what is another than before."""
    from plainlang.catalogs.layout import catalog_path
    from plainlang.catalogs.po import save_po

    path = catalog_path(folder, language, text.id)
    written = save_po(done.catalog, path)
    counts = {
        "new": done.new,
        "filled from other documents": done.filled,
        "fuzzy": done.fuzzy,
        "revived": done.revived,
        "obsolete": done.obsolete,
    }
    told = ", ".join(f"{number} {name}" for name, number in counts.items() if number)
    if not console.quiet:
        told = told or ("comments or order changed" if written else "nothing changed")
        click.echo(f"{path}: {told}")


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

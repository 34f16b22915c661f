"""``plainlang catalog import``."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainlang.cli.catalog_files import (
    Findings,
    Opened,
    chosen_languages,
    open_catalogs,
    reviews_path,
    waiting,
)
from plainlang.cli.catalog_review import reasons
from plainlang.cli.catalog_texts import Text, Texts, read_texts
from plainlang.cli.console import Console
from plainlang.cli.settings import configuration
from plainlang.exceptions import UsageError

if TYPE_CHECKING:
    from plainlang.catalogs.base import Message
    from plainlang.catalogs.exchange import Exchange, Format, MergeReport
    from plainlang.catalogs.review import Key

#: What an import did, by the fields of its report, in words.
_DONE = {
    "changed": "taken over",
    "unchanged": "the same already",
    "untranslated": "without a translation in the file",
    "kept": "kept, since the file's is fuzzy or has other plural forms",
    "unknown": "unknown to the catalog",
    "conflicting": "translated in two ways, the first taken",
}


@click.command("import")
@click.argument("file", type=click.Path(exists=True, dir_okay=False))
@click.option("-l", "--language", default="", metavar="TAG", help="The language of the file.")
@click.option(
    "--document", default="", metavar="ID", help="Whose catalog (default: by the file's name)."
)
@click.option("--by", default="", metavar="NAME", help="Who reviewed what the file calls reviewed.")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Name every entry.")
@click.pass_context
def command(
    ctx: click.Context,
    file: str,
    language: str,
    document: str,
    by: str,
    quiet: bool,
    verbose: bool,
) -> int:
    """Take translations from FILE (XLIFF 2, TMX or CSV) into a catalog.

    The file's name says whose they are: `DOCUMENT.LANGUAGE.xlf`. Nothing that is there is
    dropped, and each thing that was done is told.
    """
    from plainlang import clock
    from plainlang.catalogs.exchange import merge
    from plainlang.catalogs.lock import locked
    from plainlang.catalogs.po import save_po
    from plainlang.catalogs.review import load, record, save

    who = " ".join(by.split())
    form = _format_of(file)
    config = configuration()
    folder = config.translations
    console = Console(quiet=quiet, verbose=verbose)
    read = read_texts((), config, console, purpose="import into", debug=ctx.obj["debug"])
    data = Path(file).read_bytes()
    imported = form.read(data, file=file, language=language or None)
    tag = _language(file, language, imported, folder)
    text = _text(file, document, tag, read)
    with locked(Path(folder), lambda: waiting(console)):
        opened, failed = open_catalogs([text], [tag], folder, console)
        if failed:
            return 3
        (one,) = opened
        records = load(reviews_path(folder, tag))  # first: an error here must leave all as it is
        catalog, report = merge(one.catalog, imported)
        save_po(catalog, one.path)
        if not quiet:
            _tell(one, report, verbose=verbose)
        if report.reviewed:
            after = Opened(text, tag, one.path, catalog)
            why = reasons(after, Findings(read.entries, folder))
            messages = _reviewed(after, report, why, who, console)
            records = record(records, messages, by=who, when=clock.moment(), document=text.id)
            if messages:
                save(reviews_path(folder, tag), records)
    return 0


def _format_of(file: str) -> Format:
    from plainlang.catalogs.exchange import FORMATS

    for form in FORMATS.values():
        if file.lower().endswith(form.suffixes):
            return form
    endings = ", ".join(suffix for form in FORMATS.values() for suffix in form.suffixes)
    raise UsageError(
        "this type of file is not read", file=file, hint=f"Its name has to end with {endings}."
    )


def _language(file: str, named: str, imported: Exchange, folder: str) -> str:
    """Return the language of the catalog: as named, by the file's name, or as the file says."""
    from plainlang.catalogs.layout import languages

    there = tuple(languages(folder))
    by_name = Path(file).stem.rpartition(".")[2]
    for tag in (named, by_name if by_name in there else "", imported.language):
        if tag:
            return chosen_languages((tag,), folder)[0]
    raise UsageError("the file does not say its language", file=file, hint="Name it: -l es")


def _text(file: str, named: str, tag: str, read: Texts) -> Text:
    """Return the document whose translations they are."""
    texts = {text.id: text for text in read.texts}
    stem = Path(file).stem
    for name in [named] if named else [stem, stem.removesuffix(f".{tag}")]:
        if name in texts:
            return texts[name]
    raise UsageError(
        f"there is no document “{named}”" if named else "the file's name names no document",
        file=file,
        hint="Say whose translations they are with --document; there are: " + ", ".join(texts),
    )


def _tell(one: Opened, report: MergeReport, *, verbose: bool) -> None:
    click.echo(f"{one.path}:")
    for name, words in _DONE.items():
        keys = getattr(report, name)
        if keys:
            click.echo(f"  {len(keys)} {words}")
        # What the catalog did not take, somebody has to look at.
        for context, msgid in keys if verbose or name in ("unknown", "conflicting", "kept") else ():
            role = f"{context}: " if context else ""
            click.echo(f"    {role}“{' '.join(msgid.split())}”")


def _reviewed(
    one: Opened, report: MergeReport, why: Mapping[Key, str], who: str, console: Console
) -> list[Message]:
    """Return what to record of what the file calls reviewed, and tell what is not recorded."""
    if not who:
        console.write(
            f"{one.path}: the file calls {len(report.reviewed)} of the translations reviewed; "
            'this is not recorded\n  Say who reviewed them: --by "NAME"'
        )
        return []
    for key in report.reviewed:
        if key in why:
            console.write(f"{one.path}: not recorded as reviewed: {why[key]} (“{key[1]}”)")
    keys = set(report.reviewed) - set(why)
    messages = [m for m in one.catalog.messages if m.key in keys and not m.obsolete]
    if not console.quiet:
        console.write(f"{one.path}: {len(messages)} reviewed by {who}.")
    return messages

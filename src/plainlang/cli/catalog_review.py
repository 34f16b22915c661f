"""``plainlang catalog review``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainlang.cli.catalog_files import (
    Findings,
    Opened,
    chosen_languages,
    entry_words,
    open_catalogs,
    reviews_path,
    waiting,
    with_sources,
)
from plainlang.cli.catalog_texts import read_texts
from plainlang.cli.console import Console
from plainlang.cli.settings import configuration
from plainlang.exceptions import UsageError

if TYPE_CHECKING:
    from plainlang.catalogs.base import Message
    from plainlang.catalogs.review import Key, Review


@click.command("review")
@with_sources
@click.option("--by", default="", metavar="NAME", help="Who reviewed.")
@click.option("--all", "everything", is_flag=True, help="Everything that can be reviewed.")
@click.option(
    "--entry",
    "lines",
    multiple=True,
    type=click.IntRange(min=1),
    metavar="LINE",
    help="The entry at this line of the PO file; repeated for more.",
)
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    languages: tuple[str, ...],
    quiet: bool,
    verbose: bool,
    by: str,
    everything: bool,
    lines: tuple[int, ...],
) -> int:
    """Record who reviewed which translation; without --all or --entry list what is to be.

    A review says that a person who knows both languages has read source and translation. An
    edit of either voids it. What is not translated, fuzzy or wrong by the checks is refused.
    """
    from plainlang import clock
    from plainlang.catalogs.lock import locked
    from plainlang.catalogs.review import load, record, save

    recording = everything or bool(lines)
    who = " ".join(by.split())
    _check_use(languages, who, everything, lines)
    config = configuration()
    folder = config.translations
    tags = chosen_languages(languages, folder)
    console = Console(quiet=quiet, verbose=verbose)
    read = read_texts(sources, config, console, purpose="review", debug=ctx.obj["debug"])
    checks = Findings(read.entries, folder)
    refused = 0
    with locked(Path(folder), lambda: waiting(console)):
        opened, failed = open_catalogs(read.texts, tags, folder, console)
        if lines and len(opened) != 1:
            raise UsageError(
                f"--entry names a line, and there are {len(opened)} catalogs",
                hint="Name one document and one language.",
            )
        records = {tag: load(reviews_path(folder, tag)) for tag in tags}
        for one in opened:
            chosen = _at(one, lines) if lines else _waiting(one, records[one.language])
            why = reasons(one, checks)
            fit = [message for message in chosen if message.key not in why]
            for message in chosen:
                if not recording or message.key in why:
                    _tell(one, message, why)
            refused += len(chosen) - len(fit)
            if recording:
                records[one.language] = record(
                    records[one.language], fit, by=who, when=clock.moment(), document=one.text.id
                )
                save(reviews_path(folder, one.language), records[one.language])
                if not quiet:
                    console.write(f"{one.path}: {len(fit)} reviewed by {who}.")
    if failed or read.failed:
        return 3
    return 1 if recording and refused else 0


def reasons(opened: Opened, checks: Findings) -> dict[Key, str]:
    """Return why an entry of a catalog cannot be called reviewed, for each that cannot."""
    from plainlang.catalogs.checks import ERROR

    why: dict[Key, str] = {}
    for message in opened.catalog.messages:
        if message.obsolete:
            why[message.key] = "it is obsolete"
        elif message.fuzzy:
            why[message.key] = "it is fuzzy"
        elif not message.translated:
            why[message.key] = "it is not translated"
    for finding in checks.of(opened):
        if finding.severity == ERROR:
            why.setdefault((finding.context, finding.msgid), f"{finding.check}: {finding.message}")
    return why


def _check_use(languages: Sequence[str], who: str, everything: bool, lines: Sequence[int]) -> None:
    if not languages:
        raise UsageError("a review is of one language", hint="Name it: -l es")
    if everything and lines:
        raise UsageError("--all and --entry exclude each other", hint="Leave one of them out.")
    if (everything or lines) and not who:
        raise UsageError(
            "a review needs the name of a person",
            hint='Say who has read the translations: --by "NAME"',
        )


def _waiting(opened: Opened, records: Mapping[str, Review]) -> list[Message]:
    """Return the living entries that nobody reviewed as they are."""
    from plainlang.catalogs.review import reviewed

    done = reviewed(opened.catalog, records)
    return [m for m in opened.catalog.messages if not m.obsolete and m.key not in done]


def _at(opened: Opened, lines: Sequence[int]) -> list[Message]:
    """Return the entries at some lines, from ``msgctxt`` or ``msgid`` to ``msgstr``.

    :raises UsageError: if there is none at one of them.
    """
    found: dict[Key, Message] = {}
    for line in lines:
        here = [
            m
            for m in opened.catalog.messages
            if m.line - (m.context is not None) <= line <= m.msgstr_line + len(m.plurals)
        ]
        if not here:
            raise UsageError(
                f"no entry stands at line {line}",
                file=str(opened.path),
                line=line,
                hint="Give the line of its msgid or msgstr; without --entry they are listed.",
            )
        found[here[0].key] = here[0]
    return list(found.values())


def _tell(opened: Opened, message: Message, why: Mapping[Key, str]) -> None:
    """Print an entry that waits: to be read, or why it cannot be reviewed."""
    reason = why.get(message.key)
    state = f"cannot be reviewed: {reason}" if reason else "to be reviewed"
    click.echo(f"{opened.path}:{message.line}: {state} (“{entry_words(message)}”)")

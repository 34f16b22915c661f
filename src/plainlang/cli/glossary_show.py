"""``plainlang glossary show``."""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

import click

from plainlang.cli.console import Console
from plainlang.cli.glossary_files import chosen_entries, load_glossary
from plainlang.cli.settings import configuration

if TYPE_CHECKING:
    from plainlang.glossary.base import GlossaryEntry

_FIELDS = ("name", "uri", "source", "licence", "retrieved")


@click.command("show")
@click.argument("term")
@click.option("-l", "--language", "languages", multiple=True, help="Only this language.")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Show infos too.")
def command(term: str, languages: tuple[str, ...], quiet: bool, verbose: bool) -> int:
    """Show every entry with this TERM, id, name or address.

    Ends with status 1 where there is none.
    """
    from plainlang.glossary.search import matching, nearest

    console = Console(quiet=quiet, verbose=verbose)
    glossary = load_glossary(configuration().glossary, console)
    entries = chosen_entries(glossary, (), languages)
    found = matching(entries, term)
    if not found:
        near = nearest(entries, term)
        where = f" in {', '.join(languages)}" if languages else ""
        console.write(
            f"the glossary has no term {term!r}{where}"
            + (f"; nearest: {', '.join(near)}" if near else "")
            + "\n  `plainlang glossary list` names them all; add your own to "
            "glossary/local.<language>.csv."
        )
        return 1
    click.echo("\n\n".join(map(_shown, found)))
    return 0


def _shown(entry: GlossaryEntry) -> str:
    said = f" ({entry.pronunciation})" if entry.pronunciation else ""
    lines = [
        f"{entry.term}{said}",
        f"  {entry.dictionary} {entry.id}, {entry.language}, {entry.audience}",
        f"  {entry.definition}",
    ]
    lines += [f"  {name}: {getattr(entry, name)}" for name in _FIELDS if getattr(entry, name)]
    for name in ("variants", "links"):
        if getattr(entry, name):
            lines.append(f"  {name}: {' | '.join(getattr(entry, name))}")
    lines += [
        f"  {name}: {value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)}"
        for name, value in entry.extra.items()
    ]
    if entry.file:
        lines.append(f"  file: {entry.file}:{entry.line}")
    return "\n".join(lines)

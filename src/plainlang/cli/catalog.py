"""``plainlang catalog``: the translations of the documents, from texts to reviews."""

from __future__ import annotations

import click

from plainlang.cli.lazy import LazyGroup

#: Command name, module, and the line that ``--help`` shows.
COMMANDS = {
    "update": ("plainlang.cli.catalog_update", "Bring the catalogs up to date with the sources."),
    "status": ("plainlang.cli.catalog_status", "Say how far each translation has come."),
    "check": ("plainlang.cli.catalog_check", "Look for mistakes in translations."),
    "review": ("plainlang.cli.catalog_review", "Record who reviewed which translation."),
    "export": ("plainlang.cli.catalog_export", "Write catalogs as XLIFF, TMX or CSV."),
    "import": ("plainlang.cli.catalog_import", "Take translations from XLIFF, TMX or CSV."),
}


@click.group("catalog", cls=LazyGroup, table=COMMANDS)
def command() -> None:
    """Translate documents: one catalog (PO file) for each document and language.

    SOURCES are files or folders; without one, the `sources` of plainlang.toml and the
    glossary. The glossary's folder stands for its definitions.
    """

"""``plainlang glossary``: the group; each of its commands has a module of its own."""

from __future__ import annotations

import click

from plainlang.cli.lazy import LazyGroup

#: As :data:`plainlang.cli.COMMANDS`.
COMMANDS = {
    "list": ("plainlang.cli.glossary_list", "List the terms."),
    "show": ("plainlang.cli.glossary_show", "Show all that is known of a term."),
    "missing": ("plainlang.cli.glossary_missing", "Say what the sources use and no entry has."),
    "import": ("plainlang.cli.glossary_import", "Take terms in from a file of another tool."),
    "export": ("plainlang.cli.glossary_export", "Write terms for another tool."),
    "fetch": ("plainlang.cli.glossary_fetch", "Fetch missing entries from NCI's service."),
}


@click.group("glossary", cls=LazyGroup, table=COMMANDS)
def command() -> None:
    """Keep the terms and definitions that explain hard words.

    Only `fetch` opens a connection.
    """

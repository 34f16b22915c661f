"""``plainlang glossary``: the group; each of its commands has a module of its own."""

from __future__ import annotations

import importlib

import click

#: As :data:`plainlang.cli.COMMANDS`.
COMMANDS = {
    "list": ("plainlang.cli.glossary_list", "List the terms."),
    "show": ("plainlang.cli.glossary_show", "Show all that is known of a term."),
    "missing": ("plainlang.cli.glossary_missing", "Say what the sources use and no entry has."),
    "import": ("plainlang.cli.glossary_import", "Take terms in from a file of another tool."),
    "export": ("plainlang.cli.glossary_export", "Write terms for another tool."),
    "fetch": ("plainlang.cli.glossary_fetch", "Fetch missing entries from NCI's service."),
}


class _LazyGroup(click.Group):
    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        if cmd_name not in COMMANDS:
            return None
        command: click.Command = importlib.import_module(COMMANDS[cmd_name][0]).command
        return command

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section("Commands"):
            formatter.write_dl([(name, text) for name, (_, text) in COMMANDS.items()])


@click.group("glossary", cls=_LazyGroup)
def command() -> None:
    """Keep the terms and definitions that explain hard words.

    Only `fetch` opens a connection.
    """

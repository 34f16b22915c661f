"""``plainlang doctor``."""

from __future__ import annotations

import json
import sys

import click


@click.command("doctor")
@click.option("--format", "form", type=click.Choice(["table", "json"]), default="table")
def command(form: str) -> int:
    """Say what is installed, which version, what is missing and how to get it."""
    from plainlang.doctor import examine

    parts = examine()
    if form == "json":
        click.echo(json.dumps([part.as_dict() for part in parts], ensure_ascii=False, indent=1))
    else:
        width = max(len(part.name) for part in parts)
        for part in parts:
            state = "ok     " if part.ok else "MISSING" if part.required else "absent "
            click.echo(f"{state} {part.name:<{width}}  {part.version or '-':<12} {part.purpose}")
            if not part.ok:
                click.echo(f"        {'':<{width}}  {part.advice}")
    missing = [part for part in parts if not part.ok and part.required]
    if missing:
        click.echo(f"{len(missing)} needed part(s) missing.", err=True)
        return 4
    if sys.stderr.isatty():
        click.echo("Everything that is needed is there.", err=True)
    return 0

"""``plainlang normalize``."""

from __future__ import annotations

import json
from pathlib import Path

import click

from plainlang.cli.settings import configuration, job_for, standard_input


@click.command("normalize")
@click.argument("source", type=click.Path(allow_dash=True))
@click.option("-o", "--out", type=click.Path(dir_okay=False), help="File for the cleaned text.")
@click.option(
    "--explain", type=click.Choice(["text", "json"]), help="Report every change and its reason."
)
def command(source: str, out: str | None, explain: str | None) -> int:
    """Show a source repaired and cleaned, and say why.

    The cleaned Markdown goes to standard output or to the file of -o. With --explain the
    report goes to standard output, and the text only to the file of -o.
    """
    from plainlang.assets import carry_images
    from plainlang.engines import Engines
    from plainlang.engines.pandoc import PandocWorker
    from plainlang.engines.typst import TypstCompiler
    from plainlang.explain import explanation_json, explanation_text
    from plainlang.files import write_whole
    from plainlang.normalize import markdown_of, with_pictures
    from plainlang.pipeline import read_clean

    config = configuration()
    job = job_for(source, config, standard_input([source]))
    with PandocWorker(config.limits.pandoc_timeout) as pandoc:
        engines = Engines(pandoc=pandoc, typst=TypstCompiler())
        document, notes = read_clean(job, engines)
        folder = None if source == "-" else Path(source).resolve().parent
        images = carry_images(document, folder, job.max_image_bytes)
        diagnostics = (*notes, *images.diagnostics)
        carried, pictures = with_pictures(document, images.document, out)
        text = "" if explain and not out else markdown_of(carried, pandoc)
    if out:
        for name, data in pictures.items():
            write_whole(Path(out).parent / name, data)
        write_whole(Path(out), text.encode())
    elif document.assets and not explain:
        click.echo(
            f"{source}: warning: its pictures are not in this text\n"
            "  Name a file with -o: the pictures are written beside it.",
            err=True,
        )
    elif not explain:
        click.echo(text, nl=False)
    if explain == "json":
        click.echo(json.dumps(explanation_json(document), ensure_ascii=False, indent=1))
    elif explain == "text":
        click.echo(explanation_text(document, diagnostics), nl=False)
    errors = [d for d in diagnostics if d.severity == "error"]
    for diagnostic in diagnostics:
        if diagnostic.severity == "error" or (diagnostic.severity == "warning" and not explain):
            click.echo(diagnostic.format(), err=True)
    return 3 if errors else 0

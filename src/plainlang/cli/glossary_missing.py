"""``plainlang glossary missing``."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Sequence
from typing import TYPE_CHECKING

import click

from plainlang.cli.console import Console
from plainlang.cli.documents import Documents
from plainlang.cli.glossary_files import load_glossary, padded
from plainlang.cli.settings import configuration, job_for

if TYPE_CHECKING:
    from plainlang.glossary.missing import Missing, Place

#: Lines of one document that the table names; json and csv name them all.
_LINES = 10


@click.command("missing")
@click.argument("sources", nargs=-1, type=click.Path(allow_dash=True))
@click.option("--format", "form", type=click.Choice(["table", "json", "csv"]), default="table")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Show infos too.")
@click.pass_context
def command(
    ctx: click.Context, sources: tuple[str, ...], form: str, quiet: bool, verbose: bool
) -> int:
    """Say which linked or marked terms of the sources no entry explains.

    SOURCES are files, folders, or - for standard input; without one, the `sources` of
    plainlang.toml. Looks at each document's language and at those that it has a catalog for.
    """
    from plainlang.catalogs.layout import catalog_languages
    from plainlang.glossary.missing import Gaps
    from plainlang.glossary.resolvers import resolve, resolvers_for
    from plainlang.glossary.uses import uses_of

    console = Console(quiet=quiet, verbose=verbose)
    config = configuration()
    glossary = load_glossary(config.glossary, console)
    resolvers = resolvers_for(config.glossary.links)
    gaps = Gaps(glossary, config.glossary.audience)
    documents = Documents(sources, config, console, "look at", debug=ctx.obj["debug"])
    count = 0
    for source, document in documents:
        uses = tuple(uses_of(document, lambda url: resolve(url, resolvers), glossary))
        folder = job_for(source, config, None).catalogs
        gaps.add(source, document.language, uses, catalog_languages(folder, document.id))
        count += 1
    found = gaps.found()
    if form == "json":
        shape = {"schema": "plainlang.glossary-missing/1", "missing": [_record(g) for g in found]}
        click.echo(json.dumps(shape, ensure_ascii=False, indent=1))
    elif form == "csv":
        click.echo(_csv(found), nl=False)
    elif found:
        click.echo(_table(found))
    if not quiet:
        console.write(
            f"{len(found):,} {'term is' if len(found) == 1 else 'terms are'} missing "
            f"in {count:,} {'document' if count == 1 else 'documents'}"
        )
    return 3 if documents.failed else 0


def _record(gap: Missing) -> dict[str, object]:
    return {
        "kind": gap.kind,
        "dictionary": gap.reference.dictionary,
        "key": gap.reference.key,
        "by": gap.reference.by,
        "term": gap.term,
        "language": gap.language,
        "found": gap.found,
        "count": gap.count,
        "documents": [
            {"source": place.source, "count": place.count, "lines": list(place.lines)}
            for place in gap.places
        ],
    }


def _csv(found: Sequence[Missing]) -> str:
    out = io.StringIO(newline="")
    names = ("kind", "dictionary", "key", "by", "term", "language", "found")
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow([*names, "source", "count", "lines"])
    for gap in found:
        record = _record(gap)
        for place in gap.places:
            lines = " ".join(map(str, place.lines))
            writer.writerow([*(record[n] for n in names), place.source, place.count, lines])
    return out.getvalue()


def _table(found: Sequence[Missing]) -> str:
    rows = [("missing", "language", "times", "entry", "term", "where")]
    for gap in found:
        what = gap.kind if not gap.found else f"{gap.kind} (has {gap.found})"
        entry = f"{gap.reference.dictionary or '-'} {gap.reference.key}"
        places = "; ".join(map(_place, gap.places))
        rows.append((what, gap.language, f"{gap.count:,}", entry, gap.term, places))
    return padded(rows)


def _place(place: Place) -> str:
    shown = ", ".join(map(str, place.lines[:_LINES]))
    more = f" and {len(place.lines) - _LINES} more" if len(place.lines) > _LINES else ""
    return f"{place.source}:{shown}{more}" if shown else place.source

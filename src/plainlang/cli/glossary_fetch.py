"""``plainlang glossary fetch``: the only command that opens a connection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from plainlang import clock
from plainlang.cli.console import Console
from plainlang.cli.documents import Documents
from plainlang.cli.glossary_files import load_glossary, padded
from plainlang.cli.settings import configuration, split_names
from plainlang.exceptions import UsageError

if TYPE_CHECKING:
    from plainlang.glossary.fetch import Fetched
    from plainlang.glossary.fetch_plan import Target

#: Targets after which a line is written where there is no bar.
_REPORT_EVERY = 25


@click.command("fetch")
@click.argument("sources", nargs=-1, type=click.Path(allow_dash=True))
@click.option(
    "-l", "--language", "languages", multiple=True, help="Also in this language (en, es)."
)
@click.option("--api", help="The service's address, in place of the configuration's.")
@click.option("--dry-run", is_flag=True, help="Only list what would be asked.")
@click.option("-q", "--quiet", is_flag=True, help="Show errors only.")
@click.option("-v", "--verbose", is_flag=True, help="Show infos too.")
@click.pass_context
def command(
    ctx: click.Context,
    sources: tuple[str, ...],
    languages: tuple[str, ...],
    api: str | None,
    dry_run: bool,
    quiet: bool,
    verbose: bool,
) -> int:
    """Fetch the entries that SOURCES link and the glossary lacks, from NCI's Glossary API.

    No entry that is there is changed. What came is saved as it comes: run the command again
    after an interruption.
    """
    from plainlang.glossary.fetch import Fetching
    from plainlang.glossary.fetch_absent import Absent
    from plainlang.glossary.fetch_client import Service
    from plainlang.glossary.fetch_plan import Plan
    from plainlang.glossary.resolvers import resolve, resolvers_for
    from plainlang.glossary.uses import uses_of

    others = _languages(languages)
    configured = configuration()
    config = configured.glossary
    address = _address(api, config.api)
    console = Console(quiet=quiet, verbose=verbose)
    glossary = load_glossary(config, console)
    resolvers = resolvers_for(config.links)
    plan = Plan(glossary, config.audience, others)
    documents = Documents(sources, configured, console, "look at", debug=ctx.obj["debug"])
    for source, document in documents:
        uses = uses_of(document, lambda url: resolve(url, resolvers), glossary)
        plan.add(source, document.language, uses)
    targets = list(plan.targets.values())
    for tag in sorted(plan.unserved) if not quiet else ():
        console.write(f"The service has no entries in {tag!r}; -l en fetches the English ones.")
    if dry_run:
        if targets:
            click.echo(_listed(targets))
        return 3 if documents.failed else 0
    absent = Absent.load(Path(config.folder), clock.today(), config.absent_days)
    if absent.problem is not None:
        console.say(absent.problem)
    with console, Service(address, config.rate, config.timeout, config.retries) as service:
        console.begin(len(targets), "Fetching")
        fetching = Fetching(
            service, Path(config.folder), glossary.entries, config.audience, absent, console.say
        )
        result = fetching.run(targets, _reporter(console, len(targets)))
    if not quiet:
        console.write(_summary(result))
    if result.stopped:
        console.write(f"Stopped: {result.stopped}.")
    return 3 if documents.failed or result.failed or result.not_asked else 0


def _languages(named: Iterable[str]) -> list[str]:
    from plainlang.glossary.fetch_client import LANGUAGES

    tags: list[str] = []
    for name in split_names(named):
        if name != "all" and name not in LANGUAGES:
            raise UsageError(
                f"the service has no entries in {name!r}",
                hint="Languages: " + ", ".join(LANGUAGES) + ".",
            )
        tags += LANGUAGES if name == "all" else [name]
    return list(dict.fromkeys(tags))


def _address(named: str | None, configured: str) -> str:
    address = configured if named is None else named
    if not address.startswith(("http://", "https://")) or any(c in address for c in "?# \t\n"):
        raise UsageError(
            f"--api: {address!r} is no address of a service",
            hint="It begins with http:// or https:// and has no ? or #.",
        )
    return address


def _reporter(console: Console, total: int) -> Callable[[Target], None]:
    done = 0

    def report(target: Target) -> None:
        nonlocal done
        done += 1
        console.finished(target.shown)
        if done % _REPORT_EVERY == 0 and not (console.quiet or console.has_bar):
            console.write(f"{done:,} of {total:,} terms")

    return report


def _listed(targets: Sequence[Target]) -> str:
    rows = [("dictionary", "entry", "languages", "term", "where")]
    for target in targets:
        where = target.source + (f":{target.line}" if target.line else "")
        reference = target.reference
        tags = ",".join(target.languages)
        rows.append((reference.dictionary, reference.key, tags, target.shown, where))
    return padded(rows)


def _summary(result: Fetched) -> str:
    parts = [f"{result.found:,} fetched", f"{result.absent:,} not known to the service"]
    if result.remembered:
        parts.append(f"{result.remembered:,} not asked again (not known lately)")
    parts.append(f"{result.failed:,} failed")
    if result.not_asked:
        parts.append(f"{result.not_asked:,} not asked")
    return ", ".join(parts)

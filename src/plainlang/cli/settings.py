"""From options and configuration to jobs."""

from __future__ import annotations

import difflib
import sys
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from plainlang.config import FORMAT_SUFFIXES, Config, find_config, load_config
from plainlang.diagnostics import Code
from plainlang.exceptions import ConfigError, UsageError
from plainlang.sources import STDIN, Found, find_sources

if TYPE_CHECKING:
    from plainlang.intake import Job


def configuration() -> Config:
    """Return the configuration of the current folder.

    :raises ConfigError: if it is not valid; rule names and language are checked here too.
    """
    from plainlang.cleanup import RULE_NAMES
    from plainlang.languages import is_known

    path = find_config(Path())
    config = load_config(path)
    for rule in config.cleanup.disable:
        if rule not in RULE_NAMES:
            raise ConfigError(
                f"[cleanup] disable: there is no rule {rule!r}",
                file=str(path),
                hint=_suggest(rule, RULE_NAMES, "Rules"),
            )
    if config.language != "en" and not is_known(config.language):
        raise ConfigError(
            f"language: {config.language!r} is not the tag of a known language",
            code=Code.UNKNOWN_LANGUAGE,
            file=str(path),
            hint="Write a BCP 47 tag such as `en`, `es` or `zh-Hans`.",
        )
    return config


def split_names(values: Iterable[str]) -> list[str]:
    """Return the names of ``-f a,b -f c`` in order, each once."""
    names = [part.strip() for value in values for part in value.split(",")]
    return list(dict.fromkeys(name for name in names if name))


def chosen_formats(values: Sequence[str], config: Config) -> tuple[str, ...]:
    """Return the formats that were asked for, else the configured ones.

    :raises UsageError: if one is not known.
    """
    names = split_names(values)
    for name in names:
        if name not in FORMAT_SUFFIXES:
            raise UsageError(
                f"unknown format {name!r}",
                code=Code.UNKNOWN_FORMAT,
                hint=_suggest(name, FORMAT_SUFFIXES, "Known formats"),
            )
    return tuple(names) or config.formats


def check_languages(values: Sequence[str]) -> tuple[str, ...]:
    """Return the languages that were asked for.

    :raises UsageError: if one is not known.
    """
    from plainlang.languages import is_known

    names = split_names(values)
    for name in names:
        if name != "all" and not is_known(name):
            raise UsageError(
                f"unknown language {name!r}",
                code=Code.UNKNOWN_LANGUAGE,
                hint="Write a BCP 47 tag such as `en`, `es` or `zh-Hans`.",
            )
    return tuple(names)


def standard_input(sources: Iterable[str]) -> bytes | None:
    """Read standard input once if ``-`` is among the sources."""
    return sys.stdin.buffer.read() if STDIN in sources else None


def sources_of(named: Sequence[str], config: Config, purpose: str) -> Found:
    """Return the sources that were named, else the configured ones.

    :param purpose: what is to be done with them, for the message where there is none.
    :raises UsageError: if there is none.
    """
    from plainlang.readers import SUFFIXES

    named = named or config.sources
    found = find_sources(named, SUFFIXES)
    if not found.files and not found.problems:
        raise UsageError(
            f"there is no document to {purpose} in " + ", ".join(named),
            hint="Name a file or folder, or put documents there: " + ", ".join(SUFFIXES) + ".",
        )
    return found


def job_for(source: str, config: Config, stdin: bytes | None) -> Job:
    """Return the job that reads ``source`` as the configuration says, and writes nothing."""
    from plainlang.intake import Job

    return Job(
        source=source,
        formats=(),
        language=config.language,
        languages=(),
        rights=config.rights,
        disabled=frozenset(config.cleanup.disable),
        max_source_bytes=config.limits.source_bytes,
        max_image_bytes=config.limits.image_bytes,
        max_unpacked_bytes=config.limits.unpacked_bytes,
        stdin=stdin if source == STDIN else None,
        catalogs=config.translations,
        readability=config.readability,
    )


def _suggest(name: str, known: Iterable[str], label: str) -> str:
    names = list(known)
    near = difflib.get_close_matches(name, names, n=1)
    return f"Did you mean {near[0]!r}?" if near else f"{label}: " + ", ".join(names) + "."

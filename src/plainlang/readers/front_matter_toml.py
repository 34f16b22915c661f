"""A mapping in TOML, each value as the YAML reader would give it, each key with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterator
from datetime import date, datetime, time
from typing import Any

from plainlang.exceptions import SourceError
from plainlang.readers.front_matter_base import NO_CHARACTER, Mapping, Place, invalid

_HINT = "Quote every text. See https://toml.io for how values are written."
#: A line that sets a key or opens a table: bare, quoted and dotted keys (TOML 1.0, "Keys").
_KEY = r"""(?:[A-Za-z0-9_-]+|"(?:[^"\\]|\\.)*"|'[^']*')"""
_SETS = re.compile(rf"\s*({_KEY})\s*(?:\.\s*{_KEY}\s*)*=\s*(.*)")
_TABLE = re.compile(rf"\s*\[{{1,2}}\s*({_KEY})")
#: A whole number with a comment or nothing behind it; ``tomllib`` forgets how it was written.
_INTEGER = re.compile(r"([+-]?[0-9][0-9A-Fa-fxob_]*)\s*(?:#.*)?")


def looks_like_toml(source: str) -> bool:
    """Tell whether any line sets a key or opens a table."""
    return any(_SETS.match(line) or _TABLE.match(line) for line in source.split("\n"))


def parse_toml(source: str, place: Place) -> Mapping:
    """Return the mapping that ``source`` holds.

    Numbers, dates and truth values are texts as they were written, so that ``1.10`` stays 1.10.

    :raises SourceError: with the line, if it is not valid TOML, or a key stands twice.
    """
    try:
        values = tomllib.loads(source, parse_float=str)
    except (tomllib.TOMLDecodeError, RecursionError, ValueError) as error:
        raise _error(error, source, place) from error
    lines: dict[str, int] = {}
    written: dict[str, str] = {}
    for key, line, value in _keys(source):
        if key in values and key not in lines:
            lines[key] = place.first_line + line
            written[key] = value
    made: dict[str, Any] = {}
    for key, value in values.items():
        number = _INTEGER.fullmatch(written.get(key, ""))
        whole = isinstance(value, int) and not isinstance(value, bool) and number
        made[key] = number[1] if whole and number else _as_text(value)
        if any(NO_CHARACTER.search(text) for text in (key, *_texts(made[key]))):
            message = f"{key!r} holds a character that no text can hold"
            raise invalid(f"{place.what} is not valid: {message}", place, lines.get(key), _HINT)
    return Mapping(made, lines)


def _error(error: Exception, source: str, place: Place) -> SourceError:
    problem = str(error).split("\n")[0]
    found = re.search(r"\(at line (\d+), column \d+\)", problem)
    line = place.first_line + int(found[1]) - 1 if found else None
    if "(at end of document)" in problem:
        line = place.first_line + source.rstrip("\n").count("\n")
    # The line stands at the front of the message, counted in the file.
    problem = re.sub(r" \(at (line \d+, column \d+|end of document)\)", "", problem)
    if problem == "Cannot overwrite a value":
        problem = "the key stands twice"
    return invalid(f"{place.what} is not valid TOML: {problem}", place, line, _HINT)


def _keys(source: str) -> Iterator[tuple[str, int, str]]:
    """Yield each top-level key, its 0-based line, and what stands behind its ``=``.

    ``tomllib`` tells no positions. Lines within texts of several lines are passed over.
    """
    quotes = ""
    in_table = False
    for number, line in enumerate(source.split("\n")):
        if not quotes:
            table = _TABLE.match(line)
            found = table or (None if in_table else _SETS.match(line))
            in_table = in_table or table is not None
            if found:
                yield _name(found[1]), number, "" if table else found[2]
        for mark in re.findall(r"\"\"\"|'''", line):
            if not quotes:
                quotes = mark
            elif mark == quotes:
                quotes = ""


def _name(key: str) -> str:
    if key.startswith(('"', "'")):
        return next(iter(tomllib.loads(f"{key} = 0")))
    return key


def _as_text(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _as_text(item) for key, item in value.items()}
    if isinstance(value, list):
        return [_as_text(item) for item in value]
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (datetime, date, time)):
        return value.isoformat()
    return str(value)


def _texts(value: Any) -> Iterator[str]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield key
            yield from _texts(item)
    elif isinstance(value, list):
        for item in value:
            yield from _texts(item)
    else:
        yield value

"""What every form of front matter has in common: its result and its errors."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.exceptions import SourceError

#: Characters that no text can hold (XML 1.0, section 2.2); escapes can write them.
NO_CHARACTER = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The front matter of a source.

    :param values: the mapping; a scalar is the text as it was written.
    :param lines: 1-based line of each top-level key in the file.
    :param body: the text after it.
    :param line_offset: number of lines before ``body``.
    """

    values: dict[str, Any]
    lines: dict[str, int]
    body: str
    line_offset: int
    diagnostics: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class Place:
    """Where a piece of YAML or TOML stands.

    :param file: the file as the user gave it.
    :param first_line: 1-based line of the file at which the piece begins.
    :param what: what messages call it.
    :param mark: 1-based line of the mark that opens it, for errors that have no line.
    """

    file: str
    first_line: int
    what: str
    mark: int


@dataclass(frozen=True, slots=True)
class Mapping:
    """A parsed piece. ``values`` is ``None`` where it is no mapping."""

    values: dict[str, Any] | None
    lines: dict[str, int]
    diagnostics: tuple[Diagnostic, ...] = ()


def invalid(message: str, place: Place, line: int | None, hint: str) -> SourceError:
    """Return the error for front matter that cannot be read."""
    return SourceError(
        message,
        code=Code.FRONT_MATTER_INVALID,
        file=place.file,
        line=place.mark if line is None else line,
        hint=hint,
    )


def stands_twice(key: str, first: int, second: int, place: Place) -> Diagnostic:
    """Return the warning for a key that stands twice."""
    return Diagnostic(
        Code.METADATA_INVALID,
        Severity.WARNING,
        f"the key {key!r} stands twice in {place.what} (lines {first} and {second}); "
        "the second is used",
        place.file,
        second,
        "Remove one of them.",
    )

"""The errors that plainlang raises for a reason a user can act on.

Each class carries the exit status that the command line ends with when the error reaches it
(``docs/reference/exit-status.md``). An error carries a :class:`~plainlang.diagnostics.Diagnostic`,
so that it prints in the same form as every other message.
"""

from __future__ import annotations

from plainlang.diagnostics import Code, Diagnostic, Severity


class PlainlangError(Exception):
    """Base of all expected errors. ``exit_status`` is what the program ends with."""

    exit_status = 3
    default_code = Code.INTERNAL

    def __init__(
        self,
        message: str,
        *,
        code: Code | None = None,
        file: str | None = None,
        line: int | None = None,
        hint: str = "",
    ) -> None:
        super().__init__(message)
        self.diagnostic = Diagnostic(
            code=code or self.default_code,
            severity=Severity.ERROR,
            message=message,
            file=file,
            line=line,
            hint=hint,
        )

    def __reduce__(self) -> tuple[object, ...]:
        # Exceptions with keyword-only arguments do not pickle by default, and worker processes
        # must be able to send them home.
        return (_rebuild, (type(self), self.diagnostic))


def _rebuild(cls: type[PlainlangError], diagnostic: Diagnostic) -> PlainlangError:
    return cls(
        diagnostic.message,
        code=diagnostic.code,
        file=diagnostic.file,
        line=diagnostic.line,
        hint=diagnostic.hint,
    )


class UsageError(PlainlangError):
    """Wrong use: an unknown format, language or option, or no source at all."""

    exit_status = 2
    default_code = Code.USAGE


class ConfigError(PlainlangError):
    """``plainlang.toml`` is not valid."""

    exit_status = 2
    default_code = Code.CONFIG_INVALID


class OutputError(PlainlangError):
    """The output folder cannot be written, or the disk is full."""

    exit_status = 2
    default_code = Code.OUTPUT_UNWRITABLE


class SourceError(PlainlangError):
    """One source cannot be processed; the others can."""

    exit_status = 3
    default_code = Code.SOURCE_UNREADABLE


class CatalogError(PlainlangError):
    """A translation catalog cannot be read; it is left as it is."""

    exit_status = 3
    default_code = Code.CATALOG_INVALID


class CheckError(PlainlangError):
    """What was made is not good enough for what was asked: a gate is closed."""

    exit_status = 1
    default_code = Code.CHECK_FAILED


class EngineError(PlainlangError):
    """An engine (pandoc, Typst) failed on one document."""

    exit_status = 3
    default_code = Code.PANDOC_FAILED


class MissingProgramError(PlainlangError):
    """A program or font that plainlang needs is not installed."""

    exit_status = 4
    default_code = Code.PANDOC_MISSING

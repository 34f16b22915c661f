from __future__ import annotations

import pickle

from plainlang.diagnostics import Code, Diagnostic, Severity, worst
from plainlang.exceptions import EngineError, MissingProgramError, SourceError, UsageError


def test_a_message_has_the_documented_form() -> None:
    diagnostic = Diagnostic(
        Code.IMAGE_NOT_FOUND, Severity.ERROR, "no such image", "a/b.md", 7, "Add the file."
    )
    assert diagnostic.format() == (
        "a/b.md:7: error[image-not-found]: no such image\n  Add the file."
    )
    assert Diagnostic(Code.USAGE, Severity.WARNING, "hm").format() == "warning[usage]: hm"


def test_worst_is_the_highest() -> None:
    def make(severity: Severity) -> Diagnostic:
        return Diagnostic(Code.CLEANUP, severity, "")

    assert worst([]) is None
    assert (
        worst([make(Severity.INFO), make(Severity.ERROR), make(Severity.WARNING)]) is Severity.ERROR
    )


def test_errors_come_home_from_another_process() -> None:
    for kind in (SourceError, UsageError, EngineError, MissingProgramError):
        error = kind("bad", file="x.md", line=3, hint="do this")
        again = pickle.loads(pickle.dumps(error))
        assert type(again) is kind
        assert again.diagnostic == error.diagnostic


def test_exit_statuses_are_the_documented_ones() -> None:
    assert UsageError.exit_status == 2
    assert SourceError.exit_status == 3
    assert EngineError.exit_status == 3
    assert MissingProgramError.exit_status == 4

"""What the fuzzing programs share."""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path

import atheris

from plainlang.exceptions import PlainlangError


def run(test: Callable[[bytes], None], name: str) -> None:
    """Fuzz ``test``: an error for the user is right, anything else is a finding."""

    def one(data: bytes) -> None:
        try:
            test(data)
        except PlainlangError as error:
            assert error.diagnostic.message
            assert error.diagnostic.hint

    folder = Path(__file__).parent / "found" / name
    folder.mkdir(parents=True, exist_ok=True)
    atheris.Setup(sys.argv if len(sys.argv) > 1 else [sys.argv[0], str(folder)], one)
    atheris.Fuzz()

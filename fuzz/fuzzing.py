"""What the fuzzing programs share."""

from __future__ import annotations

import hashlib
import sys
from collections.abc import Callable
from pathlib import Path

import atheris

from plainlang.exceptions import PlainlangError


def run(test: Callable[[bytes], None], name: str) -> None:
    """Fuzz ``test``: an error for the user is right, anything else is a finding."""

    def one(data: bytes) -> None:
        try:
            try:
                test(data)
            except PlainlangError as error:
                assert error.diagnostic.message
                assert error.diagnostic.hint
        except BaseException:
            # libFuzzer does not always come to write it.
            found = folder / f"finding-{hashlib.sha256(data).hexdigest()[:12]}"
            found.write_bytes(data)
            print(f"written to {found}", file=sys.stderr)  # noqa: T201
            raise

    folder = Path(__file__).parent / "found"
    (folder / name).mkdir(parents=True, exist_ok=True)
    atheris.Setup(sys.argv if len(sys.argv) > 1 else [sys.argv[0], str(folder / name)], one)
    atheris.Fuzz()

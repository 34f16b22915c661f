"""Runs the real command line, as a user does."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

GOOD = """\
---
title: Your new inhaler
language: en
---

Breathe out. Put the inhaler to your lips. Breathe in slowly.
"""


@dataclass(frozen=True)
class Ran:
    """What a command printed and how it ended."""

    status: int
    out: str
    err: str
    folder: Path

    def manifest(self) -> dict[str, Any]:
        loaded: dict[str, Any] = json.loads((self.folder / "out/manifest.json").read_text())
        return loaded

    def editions(self) -> list[str]:
        return sorted(
            str(path.relative_to(self.folder / "out"))
            for path in (self.folder / "out").rglob("*")
            if path.is_file()
            and path.name not in {"manifest.json", "index.html", ".lock"}
            and path.stem != "readability"  # a report is no edition
        )


Run = Callable[..., Ran]


@pytest.fixture
def run(tmp_path: Path) -> Run:
    """Run ``plainlang`` in a folder of its own; a good document is in ``seeds/``."""
    seeds = tmp_path / "seeds"
    seeds.mkdir()
    (seeds / "good.md").write_text(GOOD, encoding="utf-8")

    def call(*arguments: str, stdin: bytes = b"", **environment: str) -> Ran:
        done = subprocess.run(
            [sys.executable, "-m", "plainlang", *arguments],
            cwd=tmp_path,
            input=stdin,
            capture_output=True,
            timeout=120,
            check=False,
            env={**os.environ, "NO_COLOR": "1", **environment},
        )
        ran = Ran(done.returncode, done.stdout.decode(), done.stderr.decode(), tmp_path)
        assert "Traceback" not in ran.err, ran.err
        assert not list(tmp_path.rglob("*.part")), "a half-written file was left behind"
        return ran

    return call

"""What every test shares: engines that are started once, and a network that refuses."""

from __future__ import annotations

import os
import socket
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from plainlang.engines import Engines
from plainlang.engines.pandoc import PandocWorker
from plainlang.engines.typst import TypstCompiler

REPOSITORY = Path(__file__).resolve().parent.parent
_LOOPBACK = {"127.0.0.1", "::1", "localhost"}


@pytest.fixture(autouse=True)
def _no_network(monkeypatch: pytest.MonkeyPatch) -> None:
    """Refuse every connection that does not stay on this machine."""
    connect = socket.socket.connect

    def guarded(self: socket.socket, address: Any) -> Any:
        local = self.family == getattr(socket, "AF_UNIX", None) or (
            isinstance(address, tuple) and address[0] in _LOOPBACK
        )
        if not local:
            raise AssertionError(f"a test tried to connect to {address!r}")
        return connect(self, address)

    monkeypatch.setattr(socket.socket, "connect", guarded)


@pytest.fixture(scope="session")
def engines() -> Iterator[Engines]:
    """The real pandoc and the real Typst, started once."""
    with PandocWorker() as pandoc:
        yield Engines(pandoc=pandoc, typst=TypstCompiler())


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of the checkout."""
    return REPOSITORY


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder that is the current one."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def corpus_folders() -> list[Path]:
    """The folders of real documents that the environment names."""
    named = [os.environ.get("PLAINLANG_CORPUS"), os.environ.get("PLAINLANG_SAMPLES")]
    return [Path(name) for name in named if name]

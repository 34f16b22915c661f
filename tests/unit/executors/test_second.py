"""A large document is written in two processes: the same editions, whatever becomes of one."""

from __future__ import annotations

import multiprocessing
import threading
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from plainlang.diagnostics import Code
from plainlang.document import Document
from plainlang.engines import Engines
from plainlang.executors import run
from plainlang.executors.second import SecondProcess
from plainlang.pipeline import Job, read, write
from plainlang.versions import Version

TEXT = "---\ntitle: A long leaflet\nlanguage: en\n---\n\n" + "\n\n".join(
    f"## Part {number}\n\nTake one tablet on day {number}. " + "Drink water with it. " * 60
    for number in range(90)
)


def job(folder: Path, *formats: str) -> Job:
    source = folder / "long.md"
    source.write_text(TEXT, encoding="utf-8")
    return Job(
        source=str(source),
        formats=formats,
        language="en",
        languages=(),
        rights="warn",
        disabled=frozenset(),
        max_source_bytes=10_000_000,
        max_image_bytes=1_000_000,
    )


@pytest.fixture
def document(tmp_path: Path, engines: Engines) -> Document:
    return read(job(tmp_path), engines)[0]


@contextmanager
def killing(times: int) -> Iterator[list[int]]:
    """Kill so many child processes, each as soon as it is there."""
    killed: list[int] = []
    over = threading.Event()

    def watch() -> None:
        while not over.is_set() and len(killed) < times:
            for child in multiprocessing.active_children():
                if child.pid is not None and child.pid not in killed:
                    child.kill()
                    killed.append(child.pid)
            time.sleep(0.01)

    watcher = threading.Thread(target=watch)
    watcher.start()
    try:
        yield killed
    finally:
        over.set()
        watcher.join()


def test_two_processes_write_what_one_writes(tmp_path: Path) -> None:
    wanted = job(tmp_path, "html", "epub")
    (alone,) = run([wanted], 1, 60)
    (divided,) = run([wanted], None, 60)
    assert [edition.format for edition in divided.editions] == ["html", "epub"]
    assert divided.editions == alone.editions
    assert all(edition.data and not edition.failed for edition in divided.editions)


def test_a_killed_process_is_replaced(tmp_path: Path, document: Document, engines: Engines) -> None:
    begin = SecondProcess(60, tmp_path, tmp_path / "turn")
    with killing(1) as killed, begin(Version(document), ["html"]) as wait:
        (edition,) = wait()
    assert len(killed) == 1
    assert edition == write(document, "html", engines)


def test_an_edition_that_kills_twice_fails_alone(tmp_path: Path, document: Document) -> None:
    begin = SecondProcess(60, tmp_path, tmp_path / "turn")
    with killing(2) as killed, begin(Version(document), ["html"]) as wait:
        (edition,) = wait()
    assert len(killed) == 2
    assert edition.failed
    assert edition.error is not None
    assert edition.error.code is Code.WORKER_KILLED
    assert "-j 1" in edition.error.hint


def test_a_defect_is_raised_here(tmp_path: Path, document: Document) -> None:
    begin = SecondProcess(60, tmp_path, tmp_path / "turn")
    with begin(Version(document), ["no-such-format"]) as wait, pytest.raises(KeyError):
        wait()


def test_an_interrupt_ends_the_process(tmp_path: Path, document: Document) -> None:
    begin = SecondProcess(60, tmp_path, tmp_path / "turn")

    def interrupted() -> None:
        with begin(Version(document), ["html"]):
            assert multiprocessing.active_children()
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        interrupted()
    assert not multiprocessing.active_children()

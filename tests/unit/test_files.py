from __future__ import annotations

import hashlib
import os
import resource
import subprocess
import sys
from pathlib import Path

import pytest

from plainlang.diagnostics import Code
from plainlang.exceptions import OutputError
from plainlang.files import file_sha256, remove, write_if_changed, write_whole


def test_a_file_is_written_whole_and_nothing_else_stays(tmp_path: Path) -> None:
    path = tmp_path / "a" / "b" / "c.txt"
    write_whole(path, b"hello")
    assert path.read_bytes() == b"hello"
    assert os.listdir(path.parent) == ["c.txt"]
    assert file_sha256(path) == hashlib.sha256(b"hello").hexdigest()
    assert file_sha256(tmp_path / "none") is None


def test_unchanged_content_is_not_written(tmp_path: Path) -> None:
    path = tmp_path / "x"
    assert write_if_changed(path, b"1")
    stamp = path.stat().st_mtime_ns
    assert not write_if_changed(path, b"1")
    assert path.stat().st_mtime_ns == stamp
    assert write_if_changed(path, b"2")
    assert path.read_bytes() == b"2"


def test_a_folder_in_the_way_is_an_output_error(tmp_path: Path) -> None:
    (tmp_path / "x").mkdir()
    with pytest.raises(OutputError) as caught:
        write_whole(tmp_path / "x", b"1")
    assert caught.value.diagnostic.code is Code.OUTPUT_UNWRITABLE
    assert os.listdir(tmp_path) == ["x"]
    (tmp_path / "f").write_text("")
    with pytest.raises(OutputError):
        write_whole(tmp_path / "f" / "g", b"1")


def test_no_room_leaves_the_old_file_and_no_part(tmp_path: Path) -> None:
    path = tmp_path / "x"
    path.write_bytes(b"old")
    # The system's own limit on file sizes stands for a full disk; it counts for one process.
    code = (
        "import pathlib, sys\n"
        "from plainlang.files import write_whole\n"
        "from plainlang.exceptions import OutputError\n"
        "try:\n write_whole(pathlib.Path(sys.argv[1]), b'y' * 100_000)\n"
        "except OutputError as error:\n print(error.diagnostic.code)\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", code, str(path)],
        capture_output=True,
        text=True,
        check=True,
        preexec_fn=lambda: resource.setrlimit(resource.RLIMIT_FSIZE, (10_000, 10_000)),
    )
    assert done.stdout.strip() == "disk-full"
    assert path.read_bytes() == b"old"
    assert os.listdir(tmp_path) == ["x"]


def test_removing_what_is_not_there_is_fine(tmp_path: Path) -> None:
    remove(tmp_path / "none")
    (tmp_path / "d").mkdir()
    with pytest.raises(OutputError):
        remove(tmp_path / "d")

from __future__ import annotations

from pathlib import Path

import pytest

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.sources import find_sources, read_bytes

SUFFIXES = (".md", ".txt")


def names(paths: tuple[str, ...]) -> list[str]:
    return [Path(path).name for path in paths]


def test_a_folder_is_walked_in_order_and_counts_what_it_leaves_out(tmp_path: Path) -> None:
    for name in (
        "b.md",
        "a.md",
        "README.md",
        "readme.txt",
        ".hidden.md",
        "pic.png",
        "sub/c.TXT",
        ".git/x.md",
    ):
        path = tmp_path / name
        path.parent.mkdir(exist_ok=True)
        path.write_text("x")
    found = find_sources([str(tmp_path)], SUFFIXES)
    assert names(found.files) == ["a.md", "b.md", "c.TXT"]
    assert sorted(names(found.skipped)) == [".hidden.md", "README.md", "pic.png", "readme.txt"]
    assert found.problems == ()


def test_a_file_named_itself_is_taken_and_only_once(tmp_path: Path) -> None:
    path = tmp_path / "README.md"
    path.write_text("x")
    found = find_sources([str(path), str(tmp_path / "." / "README.md"), "-", "-"], SUFFIXES)
    assert found.files == (str(path), "-")


def test_a_missing_source_is_a_problem_and_stops_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.md").write_text("x")
    found = find_sources([str(tmp_path / "none.md"), str(tmp_path)], SUFFIXES)
    assert names(found.files) == ["a.md"]
    assert [p.code for p in found.problems] == [Code.SOURCE_MISSING]


def test_a_large_source_is_refused_with_the_limits_name(tmp_path: Path) -> None:
    path = tmp_path / "a.md"
    path.write_bytes(b"x" * 11)
    assert read_bytes(str(path), 11) == b"x" * 11
    with pytest.raises(SourceError, match="limits.source-bytes") as caught:
        read_bytes(str(path), 10)
    assert caught.value.diagnostic.code is Code.SOURCE_TOO_LARGE
    with pytest.raises(SourceError):
        read_bytes("-", 2, b"abc")


def test_a_folder_or_pipe_is_not_read(tmp_path: Path) -> None:
    with pytest.raises(SourceError, match="not a regular file"):
        read_bytes(str(tmp_path), 10)

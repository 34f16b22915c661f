"""Any front matter, in YAML or TOML, and any side file."""

from __future__ import annotations

import atheris

with atheris.instrument_imports(include=["plainlang"]):
    from plainlang.exceptions import PlainlangError
    from plainlang.readers.front_matter import read_side_file, split_front_matter
    from plainlang.readers.metadata import read_metadata

from fuzzing import run


def test(data: bytes) -> None:
    text = data.decode("utf-8", "replace").replace("\r", "\n")
    try:
        read_side_file(text, "a.meta.yaml")
    except PlainlangError:
        pass
    for mark in ("", "---\n", "+++\n"):
        found = split_front_matter(mark + text + "\n" + mark, "a.md")
        metadata, *_ = read_metadata(found.values, found.lines, "a.md")
        assert isinstance(metadata.title, str)


run(test, "front-matter")

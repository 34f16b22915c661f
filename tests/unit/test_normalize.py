from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path

import pytest
from tests.office import png, word_leaflet

from plainlang.ast import stringify
from plainlang.diagnostics import Code
from plainlang.document import Document
from plainlang.engines import Engines
from plainlang.exceptions import SourceError
from plainlang.normalize import markdown_of
from plainlang.pipeline import Job, read_clean
from plainlang.readers.front_matter import split_front_matter


def cleaned(path: str, engines: Engines, disabled: frozenset[str] = frozenset()) -> Document:
    job = Job(path, (), "en", (), "warn", disabled, 10_000, 10_000)
    return read_clean(job, engines)[0]


def normalized(path: Path, source: str, engines: Engines) -> str:
    path.write_text(source, encoding="utf-8")
    document = cleaned(str(path), engines)
    return markdown_of(document, engines.pandoc)


def test_images_stay_as_the_author_named_them(tmp_path: Path, engines: Engines) -> None:
    source = "# T\n\n![a pen](pics/pen.png)\n\n![a leaf](https://x.org/leaf.png)\n"
    made = normalized(tmp_path / "a.md", source, engines)
    assert "![a pen](pics/pen.png)" in made
    assert "![a leaf](https://x.org/leaf.png)" in made


def test_a_stated_id_and_values_as_written_are_kept(tmp_path: Path, engines: Engines) -> None:
    front = (
        "title: A\nid: 1.10\nlanguage: no\nrights: CC BY\ncopyright: B\nnotice: Not advice.\n"
        "version: 1.10\nlastReviewed: 2025-12-30\nstart: 12:30\nlicense: x\nlicence: y\n"
    )
    made = normalized(tmp_path / "a.md", f"---\n{front}---\n\nText.\n", engines)
    assert split_front_matter(made, "a.md").values == {
        "title": "A", "id": "1.10", "language": "no", "rights": "CC BY; B",
        "notice": "Not advice.", "version": "1.10", "lastReviewed": "2025-12-30",
        "start": "12:30", "license": "x", "licence": "y",
    }  # fmt: skip
    assert normalized(tmp_path / "a.md", made, engines) == made


def test_a_title_that_was_derived_is_not_written(tmp_path: Path, engines: Engines) -> None:
    made = normalized(tmp_path / "a.md", "---\nlanguage: en\n---\nTake it daily.\n", engines)
    assert split_front_matter(made, "a.md").values == {"language": "en"}
    assert "Take it daily." in made


def test_a_language_that_was_assumed_is_not_written(tmp_path: Path, engines: Engines) -> None:
    made = normalized(tmp_path / "a.md", "---\ntitle: A\n---\nTake it daily.\n", engines)
    assert split_front_matter(made, "a.md").values == {"title": "A"}
    bare = normalized(tmp_path / "b.md", "Take it daily.\n", engines)
    assert bare == "Take it daily.\n"


def test_toml_becomes_yaml_with_the_same_values(tmp_path: Path, engines: Engines) -> None:
    front = 'title = "A"\nlanguage = "ES"\nversion = 1.10\nrights-basis = "permission of B"\n'
    made = normalized(tmp_path / "a.md", f"+++\n{front}+++\nTexto.\n", engines)
    assert split_front_matter(made, "a.md").values == {
        "title": "A", "language": "es", "version": "1.10", "rights-basis": "permission of B",
    }  # fmt: skip


def test_changes_are_known(tmp_path: Path, engines: Engines) -> None:
    path = tmp_path / "a.md"
    path.write_text("Take it daily.\n", encoding="utf-8")
    document = cleaned(str(path), engines)
    assert [c.rule for c in document.provenance.changes] == ["derived-title"]
    disabled = frozenset({"derived-title"})
    document = cleaned(str(path), engines, disabled)
    assert document.provenance.changes == ()


def test_a_missing_file_is_called_missing(tmp_path: Path, engines: Engines) -> None:
    with pytest.raises(SourceError) as caught:
        cleaned(str(tmp_path / "none.md"), engines)
    assert caught.value.diagnostic.code is Code.SOURCE_MISSING


def test_the_pictures_of_a_word_document_are_written_beside_the_text(
    project: Path, engines: Engines
) -> None:
    (project / "a.docx").write_bytes(word_leaflet(language="en"))
    command = [sys.executable, "-m", "plainlang", "normalize", "a.docx"]
    done = subprocess.run([*command, "-o", "new/leaflet.md"], capture_output=True, check=False)
    assert done.returncode == 0, done.stderr
    text = (project / "new/leaflet.md").read_text()
    pictures = re.findall(r"\]\((leaflet-pictures/[^)]+)\)", text)
    assert [(project / "new" / p).read_bytes() for p in pictures] == [png(), png(128)]
    # What was written is a source with the same words.
    job = Job("new/leaflet.md", (), "en", (), "warn", frozenset(), 100_000, 100_000)
    assert "Do not drink alcohol." in stringify(list(read_clean(job, engines)[0].blocks))
    shown = subprocess.run(command, capture_output=True, check=True)
    assert b"pictures are not in this text" in shown.stderr

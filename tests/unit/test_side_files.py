from __future__ import annotations

from pathlib import Path

import pytest
from tests.office import word_leaflet

from plainlang.diagnostics import Code
from plainlang.engines import Engines
from plainlang.exceptions import PlainlangError
from plainlang.pipeline import Job, read_clean
from plainlang.side_files import side_file, source_digest
from plainlang.sources import find_sources

OWN = (
    "---\ntitle: Own\nlicence: public_domain\nlanguage: en\nversion: '2'\n---\n\nTake one tablet.\n"
)


def job(path: Path) -> Job:
    return Job(str(path), (), "en", (), "warn", frozenset(), 1_000_000, 1_000_000)


def test_a_side_file_goes_before_what_the_source_says(tmp_path: Path, engines: Engines) -> None:
    source = tmp_path / "a.md"
    source.write_text(OWN)
    (tmp_path / "a.meta.yaml").write_text("title: Side\nlicense: CC BY 4.0\nlang: en-GB\n")
    document, notes = read_clean(job(source), engines)
    metadata = document.metadata
    # `license` and `lang` are other names of keys that the source has.
    assert (metadata.title, metadata.licence, metadata.version) == ("Side", "CC BY 4.0", "2")
    assert document.language == "en-GB"
    assert set(metadata.lines) == {"version"}
    assert not [n for n in notes if n.code is Code.METADATA_INVALID]


def test_a_word_document_gets_its_metadata(tmp_path: Path, engines: Engines) -> None:
    source = tmp_path / "a.docx"
    source.write_bytes(word_leaflet())
    (tmp_path / "a.meta.yaml").write_text("lastReviewed: 2026-01-02\nrights: City hospital\n")
    metadata = read_clean(job(source), engines)[0].metadata
    assert str(metadata.last_reviewed) == "2026-01-02"
    assert metadata.rights == "City hospital"
    assert metadata.title == "Your new tablets"


def test_messages_name_the_side_file_and_its_line(tmp_path: Path, engines: Engines) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Take one tablet.")
    side = tmp_path / "a.meta.yaml"
    side.write_text("language: en\nlastReviewed: soon\n")
    notes = read_clean(job(source), engines)[1]
    wrong = [n for n in notes if n.code is Code.METADATA_INVALID]
    assert [(n.file, n.line) for n in wrong] == [(str(side), 2)]


@pytest.mark.parametrize(
    ("content", "line"), [("- a\n- b\n", 1), ("a: 'x\n", None), ("a: 1\nb: [\n", None)]
)
def test_a_side_file_that_is_not_valid(
    tmp_path: Path, engines: Engines, content: str, line: int | None
) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Take one tablet.")
    (tmp_path / "a.meta.yaml").write_text(content)
    with pytest.raises(PlainlangError) as caught:
        read_clean(job(source), engines)
    diagnostic = caught.value.diagnostic
    assert diagnostic.code is Code.FRONT_MATTER_INVALID
    assert diagnostic.file == str(tmp_path / "a.meta.yaml")
    assert diagnostic.line is not None
    assert line in {None, diagnostic.line}


def test_the_digest_changes_with_the_side_file(tmp_path: Path) -> None:
    source = tmp_path / "a.txt"
    source.write_text("Take one tablet.")
    alone = source_digest(str(source))
    (tmp_path / "a.meta.yaml").write_text("title: A\n")
    first = source_digest(str(source))
    (tmp_path / "a.meta.yaml").write_text("title: B\n")
    assert len({alone, first, source_digest(str(source))}) == 3
    assert source_digest(str(tmp_path / "none.txt")) is None
    assert side_file("-") is None


def test_side_files_and_folders_of_editions_are_no_sources(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("x")
    (tmp_path / "a.meta.yaml").write_text("title: A\n")
    out = tmp_path / "out"
    out.mkdir()
    (out / "manifest.json").write_text('{\n "schema": "plainlang.manifest/1"')
    (out / "a.en.html").write_text("x")
    other = tmp_path / "site"
    other.mkdir()
    (other / "manifest.json").write_text('{"name": "a web app"}')
    (other / "b.html").write_text("x")
    found = find_sources([str(tmp_path)], {".txt", ".html"})
    assert [Path(f).name for f in found.files] == ["a.txt", "b.html"]
    assert [Path(f).name for f in found.skipped] == ["manifest.json"]

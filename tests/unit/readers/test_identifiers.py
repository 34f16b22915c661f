from __future__ import annotations

import pytest

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.readers import document_id, quick_id
from plainlang.readers.identifiers import MAX_BYTES, clean_id, same_name
from plainlang.readers.metadata import read_metadata


@pytest.mark.parametrize(
    ("raw", "expected"),
    [
        ("asthma", "asthma"),
        ("5 mg: daily?", "5-mg-daily"),
        ("name. ", "name"),
        ("..", "document"),
        ("a\u202eb", "ab"),
        ("cafe\u0301", "café"),
        ("می\u200cخواهم", "می\u200cخواهم"),
        ("v1.10", "v1.10"),
    ],
)
def test_an_id_is_a_name_for_every_system(raw: str, expected: str) -> None:
    assert clean_id(raw) == expected
    assert clean_id(expected) == expected


@pytest.mark.parametrize(
    "name",
    ["manifest.json", "Index.HTML", ".lock", "CON", "nul", "aux.v2", "COM1", "lpt¹", "x" * 201, "é" * 101],
)  # fmt: skip
def test_a_name_that_cannot_be_used_is_refused(name: str) -> None:
    with pytest.raises(SourceError) as caught:
        document_id("folder/a.md", name)
    assert caught.value.diagnostic.code is Code.ID_UNUSABLE
    assert caught.value.diagnostic.file == "folder/a.md"
    with pytest.raises(SourceError):
        document_id(f"folder/{name}.md", None)
    assert quick_id("a.md", name) == clean_id(name)


@pytest.mark.parametrize("name", ["console", "com", "com10", "manifest", "x" * MAX_BYTES])
def test_names_that_only_resemble_them_are_taken(name: str) -> None:
    assert document_id("a.md", name) == name


def test_a_stated_id_is_refused_with_its_line() -> None:
    with pytest.raises(SourceError) as caught:
        read_metadata({"title": "A", "id": "NUL"}, {"title": 2, "id": 3}, "a.md")
    assert caught.value.diagnostic.line == 3


def test_a_stated_id_that_is_changed_is_told() -> None:
    metadata, _, identifier, problems = read_metadata({"id": "a/b."}, {"id": 2}, "a.md")
    assert identifier == metadata.id_stated == "a/b."
    (problem,) = problems
    assert (problem.code, problem.line) == (Code.METADATA_INVALID, 2)
    assert "'a-b' is used" in problem.message
    assert metadata.extra == {}
    assert read_metadata({"id": "cafe\u0301"}, {}, "a.md")[3] == ()


def test_ids_that_some_file_system_takes_for_one() -> None:
    assert same_name("Café") == same_name("cafe\u0301")
    assert same_name("Straße") == same_name("STRASSE")
    assert same_name("a") != same_name("b")

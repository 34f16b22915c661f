"""The files of a glossary's folder, good and bad."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from plainlang.diagnostics import Code
from plainlang.glossary.base import Reference
from plainlang.glossary.loading import load_folder, read_file, to_json_lines
from plainlang.glossary.store import Glossary

GOOD: dict[str, Any] = {"id": "7", "term": "graft", "definition": "Skin that is moved."}


def lines(folder: Path, *records: Any, name: str = "nci.en.jsonl") -> Path:
    path = folder / name
    texts = [r if isinstance(r, str) else json.dumps(r, ensure_ascii=False) for r in records]
    path.write_text("\n".join(texts) + "\n", encoding="utf-8")
    return path


def said(folder: Path) -> list[tuple[str, int | None]]:
    return [(str(d.code), d.line) for d in load_folder(folder)[1]]


def test_every_field_comes_back(tmp_path: Path) -> None:
    record = {
        "dictionary": "nci", "id": "7", "term": "graft", "language": "en", "audience": "patient",
        "definition": "Skin.", "pronunciation": "graft", "uri": "https://example.org/7",
        "source": "NCI", "licence": "CC0-1.0", "retrieved": "2026-01-20", "name": "graft",
        "variants": ["a", "b"], "links": ["8"], "extra": {"media": [{"Ref": "x"}]},
    }  # fmt: skip
    lines(tmp_path, record)
    entries, problems = load_folder(tmp_path)
    assert problems == ()
    assert json.loads(to_json_lines(entries)) == record
    assert (entries[0].file, entries[0].line) == (str(tmp_path / "nci.en.jsonl"), 1)


def test_the_file_s_name_and_defaults_complete_an_entry(tmp_path: Path) -> None:
    lines(tmp_path, {**GOOD, "id": 7}, {"term": "Skin flap, two", "definition": "Some skin."})
    first, second = load_folder(tmp_path)[0]
    assert (first.dictionary, first.language, first.audience) == ("nci", "en", "patient")
    assert (first.id, second.id) == ("7", "skin-flap-two")


@pytest.mark.parametrize(
    ("bad", "message"),
    [
        ("{", "no JSON"),
        ("nonsense", "no JSON"),
        ("[" * 100_000, "nested too deep"),
        ("[1]", "no JSON object"),
        ({"id": "1", "definition": "x"}, "has no term"),
        ({"id": "1", "term": " ", "definition": "x"}, "has no term"),
        ({"id": "1", "term": "scan"}, "the definition of 'scan' is empty"),
        ({"id": "1", "term": "scan", "definition": None}, "is empty"),
        ({"id": "1", "term": "scan", "definition": " \n"}, "is empty"),
        ({"id": "1", "term": "scan", "definition": "<b></b>"}, "is empty"),
        ({"id": "1", "term": "scan", "definition": "\u00a0\u3000"}, "is empty"),
        ({"id": "1", "term": "scan", "definition": "Scan."}, "only repeats the term"),
        ({"id": "1", "term": ["scan"], "definition": "A picture."}, "'term' is no text"),
        ({"id": True, "term": "scan", "definition": "A picture."}, "'id' is no text"),
        ({"term": "scan", "definition": "A picture.", "variants": "x"}, "no list of texts"),
        ({"term": "scan", "definition": "A picture.", "links": [7]}, "no list of texts"),
        ({"term": "scan", "definition": "A picture.", "extra": "x"}, "no table"),
        ({"term": "scan", "definition": "A picture.", "audience": "all"}, "no audience 'all'"),
        ({"term": "scan", "definition": "A picture.", "dictionary": "../x"}, "no name of a dict"),
        ({"term": "scan", "definition": "A picture.", "language": "e/n"}, "no tag of a language"),
    ],
)
def test_a_bad_line_is_said_and_the_others_are_loaded(
    tmp_path: Path, bad: Any, message: str
) -> None:
    path = lines(tmp_path, GOOD, "", bad, {**GOOD, "id": "8", "term": "flap"})
    entries, problems = load_folder(tmp_path)
    assert [entry.id for entry in entries] == ["7", "8"]
    (problem,) = [d for d in problems if d.code is Code.GLOSSARY_ENTRY_INVALID]
    assert message in problem.message
    assert problem.format().startswith(f"{path}:3: warning[glossary-entry-invalid]")


def test_the_first_of_a_key_counts(tmp_path: Path) -> None:
    lines(tmp_path, GOOD, {**GOOD, "term": "other"}, {**GOOD, "audience": "health-professional"})
    entries, problems = load_folder(tmp_path)
    assert [entry.term for entry in entries] == ["graft", "graft"]
    (problem,) = problems
    assert (problem.code, problem.line) == (Code.GLOSSARY_ENTRY_DUPLICATE, 2)
    assert "'7' stands in line 1 already" in problem.message


def test_a_duplicate_in_another_file_names_it(tmp_path: Path) -> None:
    lines(tmp_path, {**GOOD, "dictionary": "nci", "language": "en"}, name="a.en.jsonl")
    lines(tmp_path, GOOD)
    assert said(tmp_path) == [("glossary-entry-invalid", 1), ("glossary-entry-duplicate", 1)]
    assert "a.en.jsonl" in load_folder(tmp_path)[1][1].message


def test_a_file_that_is_not_utf8_is_said_and_the_others_are_loaded(tmp_path: Path) -> None:
    lines(tmp_path, GOOD)
    bad = tmp_path / "old.en.jsonl"
    bad.write_bytes(b'{"term": "scan", "definition": "A picture."}\n{"term": "caf\xe9"}\n')
    entries, (problem,) = load_folder(tmp_path)
    assert len(entries) == 1
    assert problem.format().startswith(f"{bad}:2: error[glossary-unreadable]")


@pytest.mark.parametrize("name", ["nci.jsonl", "NCI.en.jsonl", "nci.e_n.jsonl", "local.csv"])
def test_a_name_that_says_nothing_is_said(tmp_path: Path, name: str) -> None:
    lines(tmp_path, GOOD, name=name)
    assert said(tmp_path) == [("glossary-unreadable", None)]


@pytest.mark.parametrize("name", ["README.md", ".absent.json", ".nci.en.jsonl", "words.csv"])
def test_other_files_are_left_alone(tmp_path: Path, name: str) -> None:
    lines(tmp_path, "nonsense", name=name)
    assert load_folder(tmp_path) == ([], ())


def test_a_folder_with_the_name_of_a_file_is_said(tmp_path: Path) -> None:
    (tmp_path / "nci.en.jsonl").mkdir()
    assert said(tmp_path) == [("glossary-unreadable", None)]


@pytest.mark.parametrize(
    ("written", "plain"),
    [
        ("Moved <b>skin</b>.", "Moved skin."),
        ("<p>One.</p><p>Two.</p>", "One. Two."),
        ("Fish &amp; chips &#233; x", "Fish & chips é x"),
        ("Of [skin](https://example.org/a_(b)) there.", "Of skin there."),
        ("Very **bold** skin.", "Very bold skin."),
        ("a<script>x</script>b is it", "axb is it"),
        ("&amp;lt;b&amp;gt;Skin is moved", "Skin is moved"),
    ],
)
def test_markup_in_a_definition_is_taken_away_and_said(
    tmp_path: Path, written: str, plain: str
) -> None:
    lines(tmp_path, {**GOOD, "definition": written})
    (entry,), (problem,) = load_folder(tmp_path)
    assert entry.definition == plain
    assert (problem.code, problem.line) == (Code.GLOSSARY_ENTRY_CLEANED, 1)


@pytest.mark.parametrize("text", ["Fewer than 5 < 6 & more.", "A 2**3 power.", "AT&T; a firm"])
def test_signs_that_are_no_markup_stay(tmp_path: Path, text: str) -> None:
    lines(tmp_path, {**GOOD, "definition": text})
    (entry,), problems = load_folder(tmp_path)
    assert (entry.definition, problems) == (text, ())


def test_hard_line_breaks_are_blanks(tmp_path: Path) -> None:
    lines(tmp_path, {**GOOD, "definition": "Skin\r\n that is\nmoved.\u2028More."})
    assert load_folder(tmp_path)[0][0].definition == "Skin that is moved. More."


def test_an_unknown_field_is_kept_and_said_once_a_file(tmp_path: Path) -> None:
    lines(tmp_path, {**GOOD, "colour": "red"}, {**GOOD, "id": "8", "colour": "blue"})
    entries, (problem,) = load_folder(tmp_path)
    assert [entry.extra for entry in entries] == [{"colour": "red"}, {"colour": "blue"}]
    assert "no field 'colour'" in problem.message


# a user's own table


def table(folder: Path, data: bytes, name: str = "local.en.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


@pytest.mark.parametrize(
    "data",
    [
        b"term,definition\r\nscan,A picture.\r\n",
        b"\xef\xbb\xbfterm,definition\nscan,A picture.\n",
        b"term;definition\nscan;A picture.\n",
        b"term\tdefinition\nscan\tA picture.\n",
        "term\tdefinition\r\nscan\tA picture.\r\n".encode("utf-16"),
        b"\n Term , DEFINITION ,\nscan,A picture.,\n,,\n\n",
        b'"definition","term"\n"A picture.","scan"',
    ],
)
def test_a_table_as_a_spreadsheet_writes_it(tmp_path: Path, data: bytes) -> None:
    table(tmp_path, data)
    (entry,), problems = load_folder(tmp_path)
    assert (entry.dictionary, entry.id, entry.term, entry.definition) == (
        "local", "scan", "scan", "A picture.",
    )  # fmt: skip
    assert problems == ()


def test_quoted_line_breaks_keep_the_lines_right(tmp_path: Path) -> None:
    table(tmp_path, b'term,definition,variants\nscan,"A picture,\nin two lines.",a | b\nx,\n')
    entries, (problem,) = load_folder(tmp_path)
    assert entries[0].definition == "A picture, in two lines."
    assert entries[0].variants == ("a", "b")
    assert (problem.code, problem.line) == (Code.GLOSSARY_ENTRY_INVALID, 4)


@pytest.mark.parametrize(
    ("data", "line"),
    [
        (b"", 1),
        (b"scan,A picture.\n", 1),
        (b"term,meaning\nscan,A picture.\n", 1),
        (b"term,definition,term\n", 1),
        (b"term,definition\nscan,caf\xe9\n", 2),
        (b"term,definition\nscan," + b"a" * 200_000 + b"\n", 2),
    ],
)
def test_a_table_that_is_none_is_said(tmp_path: Path, data: bytes, line: int) -> None:
    table(tmp_path, data)
    assert said(tmp_path) == [("glossary-unreadable", line)]


def test_cells_beyond_the_header_are_kept_and_said(tmp_path: Path) -> None:
    table(tmp_path, b"term,definition\nscan,A picture, of the body\n")
    (entry,), (problem,) = load_folder(tmp_path)
    assert entry.extra == {"columns without a name": [" of the body"]}
    assert problem.code is Code.GLOSSARY_FIELD_UNKNOWN


def test_a_user_s_own_term_wins(tmp_path: Path) -> None:
    lines(tmp_path, {**GOOD, "name": "graft"})
    table(tmp_path, b"term,definition\nGraft,In our words.\n")
    glossary, _ = Glossary.load(tmp_path)
    for reference in (Reference("nci", "7", "id"), Reference("nci", "graft", "name")):
        entry = glossary.find(reference, "en").entry
        assert entry is not None
        assert entry.definition == "In our words."


def test_an_entry_that_says_another_language_than_its_file_is_believed_and_said(
    tmp_path: Path,
) -> None:
    path = lines(tmp_path, {**GOOD, "language": "es"})
    entries, problems = read_file(path)
    assert entries[0].language == "es"
    assert "the entry's language is 'es', the file's 'en'" in problems[0].message


def test_sixteen_thousand_entries_load_whole(tmp_path: Path) -> None:
    records = [
        {**GOOD, "id": str(n), "term": f"term {n}", "definition": f"What {n} means here. " * 6}
        for n in range(16_000)
    ]
    lines(tmp_path, *records)
    glossary, problems = Glossary.load(tmp_path)
    assert (len(glossary), problems) == (16_000, ())
    found = glossary.by_term("term 15999", "en")
    assert found is not None
    assert found.id == "15999"


def test_a_thousand_lookups_read_no_file(tmp_path: Path) -> None:
    path = lines(tmp_path, *({**GOOD, "id": str(n), "term": f"term {n}"} for n in range(1_000)))
    glossary, problems = Glossary.load(tmp_path)
    path.unlink()
    found = [glossary.find(Reference("nci", str(n), "id"), "en").entry for n in range(1_000)]
    assert [entry.id if entry else "" for entry in found] == [str(n) for n in range(1_000)]
    assert problems == ()

"""The commands of the glossary, called as a shell calls them."""

from __future__ import annotations

import csv
import io
import json
from pathlib import Path

import pytest
from tests.unit.glossary.terms import entry

from plainlang.cli import main
from plainlang.cli.glossary import COMMANDS
from plainlang.glossary.search import nearest

POPUP = "https://www.cancer.gov/Common/PopUps/popDefinition.aspx?id={}&version=Patient"

EN = """\
{"id": "7", "term": "graft", "definition": "Skin that is moved.", "name": "graft", "variants": ["skin graft"]}
{"id": "45793", "term": "lymph node", "definition": "A small organ that filters lymph.", "pronunciation": "limf nohd"}
{"id": "9", "term": "stage", "audience": "health-professional", "definition": "How far it has spread."}
"""
ES = '{"id": "7", "term": "injerto", "definition": "Piel que se traslada."}\n'


@pytest.fixture
def words(project: Path) -> Path:
    folder = project / "glossary"
    folder.mkdir()
    (folder / "nci.en.jsonl").write_text(EN, encoding="utf-8")
    (folder / "nci.es.jsonl").write_text(ES, encoding="utf-8")
    (folder / "local.en.csv").write_text(
        "term,definition\nbiopsy,A test of a small piece of tissue.\n", encoding="utf-8"
    )
    return folder


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(["glossary", *arguments])
    captured = capsys.readouterr()
    return int(stopped.value.code or 0), captured.out, captured.err


def test_help_names_every_command(capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, "--help")
    assert status == 0
    assert all(name in out for name in COMMANDS)
    for name in COMMANDS:
        assert run(capsys, name, "--help")[0] == 0
    assert run(capsys, "lst")[0] == 2


# list


def test_list_is_sorted_by_dictionary_language_and_number(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "list")
    rows = [line.split(maxsplit=4) for line in out.splitlines()]
    assert status == 0
    assert rows[1:] == [
        ["local", "en", "biopsy", "patient", "biopsy"],
        ["nci", "en", "7", "patient", "graft"],
        ["nci", "en", "9", "health-professional", "stage"],
        ["nci", "en", "45793", "patient", "lymph node"],
        ["nci", "es", "7", "patient", "injerto"],
    ]
    assert err == "5 entries\n"


def test_list_can_be_narrowed(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "list", "-d", "nci", "-l", "es", "--format", "json", "-q")
    assert (status, err) == (0, "")
    found = json.loads(out)
    assert found["schema"] == "plainlang.glossary/1"
    (entry,) = found["entries"]
    assert (entry["term"], entry["file"], entry["line"]) == ("injerto", "glossary/nci.es.jsonl", 1)


def test_list_as_csv_is_a_table_that_import_takes(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(capsys, "list", "--format", "csv", "-l", "en,es")[1]
    rows = list(csv.DictReader(io.StringIO(out)))
    assert [row["term"] for row in rows] == ["biopsy", "graft", "stage", "lymph node", "injerto"]
    assert rows[1]["variants"] == "skin graft"


def test_list_of_nothing(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run(capsys, "list") == (0, "", "0 entries\n")


@pytest.mark.parametrize(
    ("option", "value", "message"),
    [("-d", "ncl", "no dictionary 'ncl'"), ("-l", "xx-what", "unknown language")],
)
def test_list_of_what_is_not_there_is_wrong_use(
    words: Path, capsys: pytest.CaptureFixture[str], option: str, value: str, message: str
) -> None:
    status, out, err = run(capsys, "list", option, value)
    assert (status, out) == (2, "")
    assert message in err


def test_problems_of_the_files_are_said_once(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (words / "nci.en.jsonl").write_text(EN + "broken\n", encoding="utf-8")
    for command in (["list"], ["show", "graft"], ["export"]):
        status, _, err = run(capsys, *command)
        assert status == 0
        assert err.count("glossary/nci.en.jsonl:4: warning[glossary-entry-invalid]") == 1


# show


@pytest.mark.parametrize(
    "wanted", ["graft", "GRAFT", "Skin  Graft", "7", "CDR0000000007", POPUP.format(7)]
)
def test_show_finds_a_term_by_whatever_is_known(
    words: Path, capsys: pytest.CaptureFixture[str], wanted: str
) -> None:
    status, out, err = run(capsys, "show", wanted, "-l", "en")
    assert (status, err) == (0, "")
    assert out.startswith("graft\n  nci 7, en, patient\n  Skin that is moved.\n")
    assert "file: glossary/nci.en.jsonl:1" in out


def test_show_shows_every_language_and_what_is_known(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    out = run(capsys, "show", "7")[1]
    assert "graft\n" in out
    assert "injerto\n" in out
    assert "lymph node (limf nohd)" in run(capsys, "show", "lymph node")[1]


def test_show_names_the_nearest(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, err = run(capsys, "show", "lymf nodes")
    assert (status, out) == (1, "")
    assert err.startswith("the glossary has no term 'lymf nodes'; nearest: lymph node")
    none = run(capsys, "show", "qqqqqq", "-l", "en")[2]
    assert none.startswith("the glossary has no term 'qqqqqq' in en\n  `plainlang glossary list`")


def test_short_terms_are_near_nothing_that_only_has_their_letters() -> None:
    entries = [entry("1", "ER", "A part of a hospital."), entry("2", "chemotherapy", "Drugs.")]
    assert nearest(entries, "chemoterapy") == ["chemotherapy"]


# missing


@pytest.fixture
def leaflet(words: Path) -> Path:
    path = words.parent / "a.md"
    path.write_text(
        "---\ntitle: A\nlanguage: en\n---\n\n"
        f"The [graft]({POPUP.format(7)}) and the [stage]({POPUP.format(9)}).\n\n"
        f"A [zig]({POPUP.format(1)}).\n\nAgain a [zig]({POPUP.format(1)}), a [zag]{{.term}},\n\n"
        "and [biopsies]{.term}.\n",
        encoding="utf-8",
    )
    return path


def test_missing_says_what_where_and_how_often(
    leaflet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "missing", "a.md", "--format", "json")
    assert status == 0
    found = json.loads(out)
    assert found["schema"] == "plainlang.glossary-missing/1"
    assert [
        (gap["kind"], gap["key"], gap["by"], gap["term"], gap["language"], gap["found"])
        for gap in found["missing"]
    ] == [
        ("unknown", "1", "id", "zig", "en", ""),
        ("unknown", "zag", "term", "zag", "en", ""),
        ("other-audience", "9", "id", "stage", "en", "health-professional"),
    ]
    assert found["missing"][0]["documents"] == [{"source": "a.md", "count": 2, "lines": [8, 10]}]
    assert err == "3 terms are missing in 1 document\n"


def test_missing_looks_at_the_languages_of_the_catalogs(
    leaflet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for language in ("es", "ar"):
        folder = Path("translations", language)
        folder.mkdir(parents=True)
        (folder / "a.po").touch()
    gaps = json.loads(run(capsys, "missing", "a.md", "--format", "json")[1])["missing"]
    assert [
        (g["key"], g["language"], g["found"]) for g in gaps if g["kind"] == "other-language"
    ] == [
        ("biopsy", "ar", "en"),
        ("biopsy", "es", "en"),
        ("7", "ar", "en"),
        ("9", "ar", "en"),
        ("9", "es", "en"),
    ]
    assert [g["language"] for g in gaps if g["kind"] == "unknown"] == ["en", "en"]


def test_missing_gathers_documents(leaflet: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("b.md").write_text(leaflet.read_text(encoding="utf-8"), encoding="utf-8")
    out = run(capsys, "missing", "a.md", "b.md", "--format", "csv")[1]
    rows = [row for row in csv.DictReader(io.StringIO(out)) if row["key"] == "1"]
    assert [(row["source"], row["count"], row["lines"]) for row in rows] == [
        ("a.md", "2", "8 10"),
        ("b.md", "2", "8 10"),
    ]
    table = run(capsys, "missing", "a.md", "b.md")[1]
    assert "a.md:8, 10; b.md:8, 10" in table
    assert "other-audience (has health-professional)" in table


def test_missing_says_what_it_could_not_read(
    leaflet: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("b.md").write_text("---\na: b: c\n---\n")
    status, out, err = run(capsys, "missing", "b.md", "a.md", "none.md", "--format", "json")
    assert status == 3
    assert len(json.loads(out)["missing"]) == 3
    assert "b.md:2: error[front-matter-invalid]" in err
    assert "none.md: error[source-missing]" in err


def test_nothing_is_missing(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("c.md").write_text("---\ntitle: C\nlanguage: en\n---\n\nNo term.\n")
    assert run(capsys, "missing", "c.md") == (0, "", "0 terms are missing in 1 document\n")


# import and export


@pytest.mark.parametrize("form", ["tbx", "tbx-dct", "tbx2", "csv", "jsonl"])
def test_what_is_exported_is_there_already(
    words: Path, capsys: pytest.CaptureFixture[str], form: str
) -> None:
    name = {"csv": "out.csv", "jsonl": "out.jsonl"}.get(form, "out.tbx")
    before = {path.name: path.read_bytes() for path in words.iterdir()}
    assert run(capsys, "export", "--format", form, "-o", name) == (0, "", "5 entries exported\n")
    status, out, err = run(capsys, "import", name)
    assert (status, out) == (0, "")
    assert "0 added, 0 replaced, 5 there already, 0 in conflict" in err
    assert {path.name: path.read_bytes() for path in words.iterdir()} == before


def test_export_goes_to_standard_output(
    words: Path, capfdbinary: pytest.CaptureFixture[bytes]
) -> None:
    with pytest.raises(SystemExit):
        main(["glossary", "export", "--format", "jsonl", "-l", "es", "-q"])
    assert json.loads(capfdbinary.readouterr().out)["term"] == "injerto"


def test_omegat_says_what_it_cannot_hold(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(
        capsys, "export", "--format", "omegat", "-l", "en", "-l", "es", "-o", "o.txt"
    )
    assert (status, out) == (0, "")
    lines = Path("o.txt").read_text(encoding="utf-8").splitlines()
    assert lines[1:] == ["graft\tinjerto\tPiel que se traslada."]
    assert (
        "warning[glossary-not-exported]"
        in run(capsys, "export", "--format", "omegat", "-l", "en", "-o", "o.txt")[2]
    )
    assert run(capsys, "export", "--format", "omegat", "-l", "en,es,fr")[0] == 2


def test_import_adds_what_is_new(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("new.csv").write_text(
        "term,definition\nscan,A picture.\nagar,A jelly.\n", encoding="utf-8"
    )
    status, _, err = run(
        capsys, "import", "new.csv", "-d", "clinic", "-l", "en", "--licence", "CC0-1.0"
    )
    assert status == 0
    assert "2 added" in err
    lines = (words / "clinic.en.jsonl").read_text(encoding="utf-8").splitlines()
    assert [json.loads(line)["id"] for line in lines] == ["agar", "scan"]
    assert {json.loads(line)["licence"] for line in lines} == {"CC0-1.0"}


def test_import_never_overwrites_silently(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("new.jsonl").write_text(
        '{"dictionary": "nci", "id": "7", "term": "graft", "language": "en", "definition": "Else."}\n'
        '{"dictionary": "local", "id": "biopsy", "term": "biopsy", "language": "en", "definition": "A cut."}\n'
        '{"dictionary": "nci", "id": "8", "term": "new", "language": "en", "definition": "New here."}\n',
        encoding="utf-8",
    )
    status, _, err = run(capsys, "import", "new.jsonl")
    assert status == 1
    assert "glossary/nci.en.jsonl:1: warning[glossary-conflict]: 'graft'" in err
    assert "differs in definition, name, variants; that one stays" in err
    text = (words / "nci.en.jsonl").read_text(encoding="utf-8")
    first, second, third, fourth = text.splitlines()
    assert [first, third, fourth] == [EN.splitlines()[0], EN.splitlines()[2], EN.splitlines()[1]]
    assert json.loads(second)["id"] == "8"
    status, _, err = run(capsys, "import", "new.jsonl", "--replace")
    assert status == 1  # a person's own CSV is never changed
    assert "1 replaced" in err
    assert "It is a term of your own" in err
    assert "Else." in (words / "nci.en.jsonl").read_text(encoding="utf-8")
    assert "piece of tissue" in (words / "local.en.csv").read_text(encoding="utf-8")


def test_import_keeps_lines_that_it_cannot_use(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (words / "nci.en.jsonl").write_text("broken\n" + EN, encoding="utf-8")
    Path("new.csv").write_text("id,term,definition\n1,scan,A picture.\n", encoding="utf-8")
    assert run(capsys, "import", "new.csv", "-d", "nci", "-l", "en")[0] == 0
    lines = (words / "nci.en.jsonl").read_text(encoding="utf-8").splitlines()
    assert len(lines) == 5
    assert lines[-1] == "broken"


def test_import_does_not_touch_a_file_that_is_not_utf8(
    words: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    damaged = EN.encode() + b'{"id": "1", "term": "caf\xe9", "definition": "A place."}\n'
    (words / "nci.en.jsonl").write_bytes(damaged)
    Path("new.csv").write_text("id,term,definition\n1,scan,A picture.\n", encoding="utf-8")
    status, _, err = run(capsys, "import", "new.csv", "-d", "nci", "-l", "en")
    assert status == 3
    assert "glossary/nci.en.jsonl:4: error[glossary-unreadable]" in err
    assert (words / "nci.en.jsonl").read_bytes() == damaged


def test_import_names_what_it_cannot_use(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    Path("new.csv").write_text("term,definition\nscan,\nagar,A jelly.\n", encoding="utf-8")
    status, _, err = run(capsys, "import", "new.csv", "-l", "en")
    assert status == 3
    assert "new.csv:2: warning[glossary-entry-invalid]: the definition of 'scan' is empty" in err
    assert "1 added" in err


@pytest.mark.parametrize(
    ("name", "data", "status"),
    [
        ("a.tbx", b"<tbx><unclosed></tbx>", 3),
        ("a.csv", b"one,two\n1,2\n", 3),
        ("a.json", b"{", 3),
        ("a.doc", b"what is this", 2),
    ],
)
def test_import_of_no_terms(
    words: Path, capsys: pytest.CaptureFixture[str], name: str, data: bytes, status: int
) -> None:
    Path(name).write_bytes(data)
    got, out, err = run(capsys, "import", name)
    assert (got, out) == (status, "")
    assert err.startswith(name)
    assert "error[" in err


@pytest.mark.parametrize(
    "wrong",
    [
        ["none.csv"],
        ["a.csv", "-d", "Our Words"],
        ["a.csv", "-l", "xx-what"],
        ["a.csv", "--format", "doc"],
    ],
)
def test_import_wrong_use(
    words: Path, capsys: pytest.CaptureFixture[str], wrong: list[str]
) -> None:
    Path("a.csv").write_text("term,definition\nscan,A picture.\n", encoding="utf-8")
    assert run(capsys, "import", *wrong)[0] == 2


def test_the_content_tells_the_form(words: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "export", "--format", "tbx", "-o", "terms.dat")
    assert "5 there already" in run(capsys, "import", "terms.dat")[2]
    run(capsys, "export", "--format", "csv", "-o", "terms")
    assert "5 there already" in run(capsys, "import", "terms")[2]

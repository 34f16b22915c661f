"""The commands for translations, called as a shell calls them, on real documents and files."""

from __future__ import annotations

import csv
import io
import json
import re
import subprocess
import sys
import time
from pathlib import Path

import pytest

from plainlang.catalogs.base import Message
from plainlang.catalogs.po import read_po
from plainlang.cli import main
from plainlang.cli.catalog import COMMANDS

FEVER = """\
---
title: Fever in children
language: en
protected-names: [Zolmarin]
---

## What to do

Give 150 mg of Zolmarin. Do not give more than 4 doses a day.

Call [your care team](https://example.org/call) if the fever stays.
"""
COUGH = """\
---
title: Cough
language: en
---

Drink water.

Call [your care team](https://example.org/cough) if the fever stays.
"""
GIVE = "Give 150 mg of Zolmarin. Do not give more than 4 doses a day."
CALL = "Call [your care team](#1) if the fever stays."
SPANISH = {
    "Fever in children": "Fiebre en los niños",
    "What to do": "Qué hacer",
    GIVE: "Dé 150 mg de Zolmarin. No dé más de 4 dosis al día.",
    CALL: "Llame a [su equipo médico](#1) si la fiebre sigue.",
}
PO = Path("translations/es/fever.po")


def run(capsys: pytest.CaptureFixture[str], *arguments: str) -> tuple[int, str, str]:
    with pytest.raises(SystemExit) as stopped:
        main(["catalog", *arguments])
    captured = capsys.readouterr()
    return int(stopped.value.code or 0), captured.out, captured.err


def translate(texts: dict[str, str], path: Path = PO) -> None:
    """Write translations into a PO file as a person with an editor does."""
    po = path.read_text(encoding="utf-8")
    for source, text in texts.items():
        pattern = r'(msgid (?:""\n)?(?:"[^\n]*"\n)*?)msgstr ""\n(?="|\n|$)'
        found = [
            m for m in re.finditer(pattern, po) if "".join(re.findall(r'"(.*)"', m[1])) == source
        ]
        (one,) = found
        po = po[: one.start()] + one[1] + f'msgstr "{text}"\n' + po[one.end() :]
    path.write_text(po, encoding="utf-8")


def entry(source: str, path: Path = PO) -> Message:
    (one,) = [m for m in read_po(path).messages if m.msgid == source]
    return one


@pytest.fixture
def fever(project: Path) -> Path:
    (project / "seeds").mkdir()
    (project / "seeds" / "fever.md").write_text(FEVER, encoding="utf-8")
    return project


@pytest.fixture
def spanish(fever: Path, capsys: pytest.CaptureFixture[str]) -> Path:
    assert run(capsys, "update", "-l", "es")[0] == 0
    translate(SPANISH)
    return fever


def states(capsys: pytest.CaptureFixture[str], *arguments: str) -> dict[str, dict[str, int]]:
    status, out, _ = run(capsys, "status", "--format", "json", *arguments)
    assert status == 0
    return {f"{c['document']} {c['language']}": c for c in json.loads(out)["catalogs"]}


def test_a_new_language_gets_a_folder_a_template_and_catalogs(
    fever: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, out, err = run(capsys, "update", "-l", "es,zh-hans")
    assert (status, err) == (0, "")
    assert out.splitlines() == [
        "translations/fever.pot: 4 texts",
        "translations/es/fever.po: 4 new",
        "translations/zh-Hans/fever.po: 4 new",
    ]
    assert [m.msgid for m in read_po(PO).messages] == list(SPANISH)
    assert subprocess.run(["msgfmt", "-c", "-o", "-", PO], capture_output=True).returncode == 0


def test_a_second_update_changes_no_byte(spanish: Path, capsys: pytest.CaptureFixture[str]) -> None:
    def files() -> dict[str, bytes]:
        return {str(p): p.read_bytes() for p in Path("translations").rglob("*.po*")}

    before = files()
    status, out, _ = run(capsys, "update")
    assert (status, out) == (0, "translations/es/fever.po: nothing changed\n")
    assert files() == before
    assert len(before) == 2


def test_translate_check_review_edit(spanish: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert states(capsys)["fever es"] == {
        "document": "fever", "language": "es", "segments": 4, "translated": 4, "fuzzy": 0,
        "untranslated": 0, "reviewed": 0, "errors": 0, "warnings": 0,
    }  # fmt: skip
    assert run(capsys, "check")[0] == 0
    status, out, _ = run(capsys, "review", "-l", "es")
    assert status == 0
    assert out.count("to be reviewed") == 4
    status, _, err = run(capsys, "review", "-l", "es", "--by", " Ana  Ruiz ", "--all")
    assert (status, err) == (0, "translations/es/fever.po: 4 reviewed by Ana Ruiz.\n")
    assert states(capsys)["fever es"]["reviewed"] == 4
    assert run(capsys, "review", "-l", "es")[1] == ""

    PO.write_text(PO.read_text(encoding="utf-8").replace("Qué hacer", "Lo que puede hacer"))
    assert states(capsys)["fever es"]["reviewed"] == 3
    line = entry("What to do").line
    status, out, _ = run(capsys, "review", "-l", "es")
    assert out == f"translations/es/fever.po:{line}: to be reviewed (“What to do”)\n"
    status, _, err = run(capsys, "review", "-l", "es", "--by", "Ana", "--entry", str(line + 1))
    assert (status, err) == (0, "translations/es/fever.po: 1 reviewed by Ana.\n")
    assert states(capsys)["fever es"]["reviewed"] == 4


def test_a_changed_dose_is_fuzzy_and_its_review_void(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "review", "-l", "es", "--by", "Ana", "--all")
    (spanish / "seeds/fever.md").write_text(FEVER.replace("150", "100"), encoding="utf-8")
    status, out, err = run(capsys, "status")
    assert status == 0
    assert "translations/es/fever.po: warning[catalog-outdated]: seeds/fever.md has 1 text" in err
    status, out, _ = run(capsys, "update")
    assert "translations/es/fever.po: 1 fuzzy\n" in out
    changed = entry(GIVE.replace("150", "100"))
    assert (changed.fuzzy, changed.previous) == (True, GIVE)
    now = states(capsys)["fever es"]
    assert (now["translated"], now["fuzzy"], now["reviewed"]) == (3, 1, 3)
    assert run(capsys, "check")[0] == 0
    status, out, _ = run(capsys, "check", "--fuzzy")
    assert status == 1
    assert f"translations/es/fever.po:{changed.msgstr_line}: error[number]:" in out
    status, out, _ = run(capsys, "review", "-l", "es", "--by", "Ana", "--all")
    assert status == 1
    assert "cannot be reviewed: it is fuzzy" in out
    (spanish / "seeds/fever.md").write_text(FEVER, encoding="utf-8")


def test_what_is_wrong_is_found_named_and_not_reviewed(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PO.read_text(encoding="utf-8").replace("150 mg de Zolmarin", "100 mg de Zolmarina")
    PO.write_text(text, encoding="utf-8")
    line = entry(GIVE).msgstr_line
    status, out, err = run(capsys, "check")
    assert status == 1
    assert f"translations/es/fever.po:{line}: error[number]" in out
    assert "error[name]: The name Zolmarin is missing" in out
    assert err == "Checked 1 catalog: 2 errors, 0 warnings.\n"
    status, out, _ = run(capsys, "check", "--format", "sarif", "-q")
    assert status == 1
    (found,) = {
        r["locations"][0]["physicalLocation"]["region"]["startLine"]
        for r in json.loads(out)["runs"][0]["results"]
    }
    assert found == line
    assert states(capsys)["fever es"]["errors"] == 2
    status, out, err = run(capsys, "review", "-l", "es", "--by", "Ana", "--all")
    assert status == 1
    assert "cannot be reviewed: number: " in out
    assert "3 reviewed by Ana" in err
    status, out, _ = run(capsys, "review", "-l", "es", "--by", "Ana", "--entry", str(line))
    assert status == 1
    assert states(capsys)["fever es"]["reviewed"] == 3


def test_what_another_document_translates_is_filled_in(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (spanish / "seeds/cough.md").write_text(COUGH, encoding="utf-8")
    status, out, _ = run(capsys, "update")
    assert status == 0
    assert "translations/es/cough.po: 2 new, 1 filled from other documents\n" in out
    filled = entry(CALL, Path("translations/es/cough.po"))
    assert filled.translated
    assert filled.msgstr == SPANISH[CALL]
    assert "#1 = https://example.org/cough" in filled.extracted


def test_what_comes_back_fills_others_at_once(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fever = spanish / "seeds/fever.md"
    fever.write_text(FEVER.split("Call [")[0], encoding="utf-8")
    assert "fever.po: 1 obsolete\n" in run(capsys, "update")[1]
    fever.write_text(FEVER, encoding="utf-8")
    # Comes first, and knows the translation only once it is back in the other catalog.
    (spanish / "seeds/cough.md").write_text(COUGH, encoding="utf-8")
    out = run(capsys, "update")[1]
    assert "cough.po: 2 new, 1 filled from other documents\n" in out
    assert "fever.po: 1 revived\n" in out
    before = {str(p): p.read_bytes() for p in Path("translations").rglob("*.po*")}
    assert "nothing changed" in run(capsys, "update")[1]
    assert {str(p): p.read_bytes() for p in Path("translations").rglob("*.po*")} == before


def test_one_document_and_one_language_can_be_named(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (spanish / "seeds/cough.md").write_text(COUGH, encoding="utf-8")
    run(capsys, "update", "-q", "-l", "es,fr")
    assert set(states(capsys)) == {"cough es", "fever es", "cough fr", "fever fr"}
    assert set(states(capsys, "-l", "fr", "seeds/cough.md")) == {"cough fr"}
    assert set(states(capsys, "-l", "all", "seeds/cough.md")) == {"cough es", "cough fr"}
    rows = list(csv.DictReader(io.StringIO(run(capsys, "status", "--format", "csv")[1])))
    assert len(rows) == 4
    table = run(capsys, "status")[1].splitlines()
    assert table[0].split()[:3] == ["document", "language", "texts"]
    assert len(table) == 5


def test_a_renamed_document_keeps_its_translations(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("seeds/fever.md").rename("seeds/high-temperature.md")
    status, out, err = run(capsys, "update")
    assert status == 0
    assert "translations/es/high-temperature.po: 4 filled from other documents\n" in out
    assert "translations/es/fever.po: warning[catalog-outdated]: no source has the id" in err
    assert "no source has the id “fever”" in run(capsys, "status")[2]
    assert states(capsys)["high-temperature es"]["translated"] == 4
    assert PO.exists()


# --- errors -------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (["update"], "there are no catalogs in translations yet"),
        (["status"], "Name the languages to translate into: plainlang catalog update -l es"),
        (["update", "-l", "spanish"], "unknown language 'spanish'"),
        (["update", "-l", "../es"], "unknown language '../es'"),
        (["check", "-l", "es"], "Run: plainlang catalog update -l es"),
        (["update", "-l", "en"], "every document is in “en” already"),
        (["update", "-l", "es", "-"], "a catalog needs a document with a name"),
        (["review", "-l", "es", "--all"], 'Say who has read the translations: --by "NAME"'),
        (["review", "-l", "es", "--all", "--by", "  "], "a review needs the name of a person"),
        (["review"], "a review is of one language"),
        (["review", "-l", "es", "--by", "A", "--all", "--entry", "3"], "exclude each other"),
        (["export"], "an export is of one language"),
        (["import", "seeds/fever.md"], "Its name has to end with .xlf"),
    ],
)
def test_wrong_use_is_named(
    fever: Path, capsys: pytest.CaptureFixture[str], arguments: list[str], words: str
) -> None:
    status, out, err = run(capsys, *arguments)
    assert (status, out) == (2, "")
    assert words in err
    assert not Path("translations/es").exists()


def test_without_a_source_there_is_nothing_to_do(
    project: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _, err = run(capsys, "update", "-l", "es")
    assert status == 3
    assert "seeds: error[source-missing]" in err


def test_a_catalog_that_cannot_be_read_is_left_alone_and_the_others_are_done(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (spanish / "seeds/cough.md").write_text(COUGH, encoding="utf-8")
    broken = PO.read_bytes().replace(b'msgstr "Fiebre en los ni', b'msgstr "Fiebre"en los ni')
    PO.write_bytes(broken)
    for command in (["update"], ["status"], ["check"], ["export", "-l", "es", "-o", "x/"]):
        status, _, err = run(capsys, *command)
        assert status == 3, command
        assert re.search(r"translations/es/fever\.po:\d+: error\[catalog-invalid\]", err), command
    assert PO.read_bytes() == broken
    assert Path("translations/es/cough.po").exists()
    assert Path("x/cough.es.xlf").exists()


def test_another_version_of_the_text_form_is_refused(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    text = PO.read_text(encoding="utf-8").replace("Text-Form: 1", "Text-Form: 2")
    PO.write_text(text, encoding="utf-8")
    status, _, err = run(capsys, "update")
    assert status == 3
    assert "the catalog is in version 2 of the text form" in err
    assert PO.read_text(encoding="utf-8") == text


def test_reviews_that_cannot_be_read_are_left_alone(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = Path("translations/es/review.json")
    path.write_text("{\n<<<<<<<\n")
    for command in (["status"], ["review", "-l", "es", "--by", "Ana", "--all"]):
        status, _, err = run(capsys, *command)
        assert status == 3
        assert "translations/es/review.json:2: error[reviews-invalid]" in err
    assert path.read_text() == "{\n<<<<<<<\n"


def test_two_sources_do_not_share_a_catalog(
    fever: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (fever / "seeds/second").mkdir()
    (fever / "seeds/second/Fever.md").write_text(COUGH, encoding="utf-8")
    (fever / "seeds/glossary.md").write_text(COUGH, encoding="utf-8")
    status, _, err = run(capsys, "update", "-l", "es")
    assert status == 3
    assert "seeds/second/Fever.md: error[duplicate-id]" in err
    assert "seeds/glossary.md: error[id-unusable]" in err
    assert [p.name for p in Path("translations/es").iterdir()] == ["fever.po"]


def test_a_document_without_a_catalog_is_named(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (spanish / "seeds/cough.md").write_text(COUGH, encoding="utf-8")
    status, _, err = run(capsys, "check")
    assert status == 3
    assert "translations/es/cough.po: error[catalog-missing]" in err
    assert states(capsys)["cough es"]["untranslated"] == 3


def test_a_line_without_an_entry(spanish: Path, capsys: pytest.CaptureFixture[str]) -> None:
    status, _, err = run(capsys, "review", "-l", "es", "--by", "Ana", "--entry", "1")
    assert status == 2
    assert "translations/es/fever.po:1: error[usage]: no entry stands at line 1" in err
    (spanish / "seeds/cough.md").write_text(COUGH, encoding="utf-8")
    run(capsys, "update")
    status, _, err = run(capsys, "review", "-l", "es", "--by", "Ana", "--entry", "20")
    assert status == 2
    assert "there are 2 catalogs" in err


def test_two_updates_wait_for_each_other(spanish: Path, capsys: pytest.CaptureFixture[str]) -> None:
    from plainlang.catalogs.lock import locked

    (spanish / "seeds/fever.md").write_text(FEVER.replace("a day", "in a day"), encoding="utf-8")
    before = PO.read_bytes()
    with locked(Path("translations")):
        other = subprocess.Popen(
            [sys.executable, "-m", "plainlang", "catalog", "update"],
            stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True,
        )  # fmt: skip
        assert other.stderr is not None
        assert "waiting for it" in other.stderr.readline()
        time.sleep(0.3)
        assert PO.read_bytes() == before
    assert other.wait(timeout=60) == 0
    assert other.stdout is not None
    assert "1 fuzzy" in other.stdout.read()
    other.stdout.close()
    other.stderr.close()


# --- the glossary -------------------------------------------------------------------------------

TERMS = "id,term,definition\n1,fever,A body temperature of 38 °C or more.\n2,care team,The people who treat you.\n"


def test_definitions_have_a_catalog_of_their_own(
    fever: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (fever / "glossary").mkdir()
    (fever / "glossary/local.en.csv").write_text(TERMS, encoding="utf-8")
    (fever / "glossary/local.es.csv").write_text(
        "id,term,definition\n1,fiebre,Una temperatura de 38 °C o más.\n", encoding="utf-8"
    )
    status, out, _ = run(capsys, "update", "-l", "es,fr")
    assert status == 0
    assert "translations/glossary.pot: 4 texts" in out
    # What the glossary has in Spanish nobody needs to translate.
    assert "translations/es/glossary.po: 2 new" in out
    assert "translations/fr/glossary.po: 4 new" in out
    assert "Term: fever = fiebre" in entry(CALL).extracted
    own = Path("translations/es/glossary.po")
    translate({"care team": "equipo médico"}, own)
    assert "translations/es/fever.po: comments or order changed\n" in run(capsys, "update")[1]
    assert "Term: care team = equipo médico" in entry(CALL).extracted
    assert set(states(capsys, "glossary", "-l", "es")) == {"glossary es"}
    translate({CALL: "Llame a [sus doctores](#1) si la fiebre sigue."})
    status, out, _ = run(capsys, "check")
    assert status == 0
    assert "warning[term]: The approved term for “care team” is “equipo médico”." in out


def test_a_glossary_that_cannot_be_read_makes_nothing_obsolete(
    fever: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    (fever / "glossary").mkdir()
    (fever / "glossary/local.en.csv").write_text(TERMS, encoding="utf-8")
    run(capsys, "update", "-l", "es")
    before = Path("translations/es/glossary.po").read_bytes()
    (fever / "glossary/local.en.csv").write_text("nonsense", encoding="utf-8")
    status, out, err = run(capsys, "update")
    assert status == 3
    assert "glossary/local.en.csv:1: error[glossary-" in err
    assert out == "translations/es/fever.po: nothing changed\n"
    assert Path("translations/es/glossary.po").read_bytes() == before


# --- exchange -----------------------------------------------------------------------------------


@pytest.mark.parametrize(("form", "suffix"), [("xliff", "xlf"), ("tmx", "tmx"), ("csv", "csv")])
def test_a_round_trip_loses_nothing(
    spanish: Path, capsys: pytest.CaptureFixture[str], form: str, suffix: str
) -> None:
    before = PO.read_bytes()
    file = f"fever.es.{suffix}"
    status, out, err = run(capsys, "export", "-l", "es", "--format", form, "-o", file)
    assert (status, out) == (0, "")
    assert f"{file}: 4 entries of translations/es/fever.po" in err
    status, out, _ = run(capsys, "import", file)
    assert (status, out) == (0, "translations/es/fever.po:\n  4 the same already\n")
    assert PO.read_bytes() == before

    Path("translations/es/fever.po").unlink()
    run(capsys, "update", "-l", "es")
    status, out, _ = run(capsys, "import", file)
    assert (status, out) == (0, "translations/es/fever.po:\n  4 taken over\n")
    assert {m.msgid: m.msgstr for m in read_po(PO).messages} == SPANISH
    assert all(m.translated for m in read_po(PO).messages)


def test_export_to_standard_output_and_into_a_folder(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    export = [sys.executable, "-m", "plainlang", "catalog", "export", "-l", "es"]
    done = subprocess.run([*export, "--format", "csv"], capture_output=True, check=True)
    assert done.stderr == b""
    assert SPANISH["What to do"].encode() in done.stdout
    (spanish / "seeds/cough.md").write_text(COUGH, encoding="utf-8")
    run(capsys, "update")
    status, out, err = run(capsys, "export", "-l", "es")
    assert (status, out) == (2, "")
    assert "2 catalogs do not fit into one output" in err
    assert run(capsys, "export", "-l", "es", "-o", "sent")[0] == 0
    assert sorted(p.name for p in Path("sent").iterdir()) == ["cough.es.xlf", "fever.es.xlf"]


def test_a_review_by_another_tool_needs_a_person(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    run(capsys, "export", "-l", "es", "-o", "fever.es.xlf")
    xliff = Path("fever.es.xlf").read_text(encoding="utf-8")
    xliff = xliff.replace('state="translated"', 'state="final"')
    Path("fever.es.xlf").write_text(xliff.replace("Dé 150", "Dé 100"), encoding="utf-8")
    status, _, err = run(capsys, "import", "fever.es.xlf")
    assert status == 0
    assert "calls 4 of the translations reviewed; this is not recorded" in err
    assert states(capsys)["fever es"]["reviewed"] == 0
    assert not Path("translations/es/review.json").exists()
    status, _, err = run(capsys, "import", "fever.es.xlf", "--by", "Ana")
    assert status == 0
    assert "3 reviewed by Ana" in err
    assert "not recorded as reviewed: number: " in err
    assert states(capsys)["fever es"]["reviewed"] == 3


def test_an_export_says_what_is_reviewed(spanish: Path, capsys: pytest.CaptureFixture[str]) -> None:
    run(capsys, "review", "-l", "es", "--by", "Ana", "--entry", str(entry("What to do").line))
    run(capsys, "export", "-l", "es", "-o", "fever.es.xlf")
    xliff = Path("fever.es.xlf").read_text(encoding="utf-8")
    assert (xliff.count('state="reviewed"'), xliff.count('state="translated"')) == (1, 3)


def test_what_an_import_does_not_take_is_named(
    spanish: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    Path("more.csv").write_text(
        "source,translation\nWhat to do,Qué se puede hacer\nWhat to do,Otra\n"
        "Nobody wrote this,Nadie\n",
        encoding="utf-8",
    )
    status, out, err = run(capsys, "import", "more.csv", "-l", "es")
    assert status == 2
    assert "the file's name names no document" in err
    assert "there are: fever" in err
    status, out, err = run(capsys, "import", "more.csv", "-l", "es", "--document", "../x")
    assert status == 2
    status, out, err = run(capsys, "import", "more.csv", "--document", "fever")
    assert status == 2
    assert "the file does not say its language" in err
    status, out, _ = run(capsys, "import", "more.csv", "-l", "es", "--document", "fever")
    assert status == 0
    assert "  1 unknown to the catalog\n    “Nobody wrote this”\n" in out
    assert "  1 translated in two ways, the first taken\n    “What to do”\n" in out
    assert entry("What to do").msgstr == "Qué se puede hacer"


def test_a_folder_by_another_name(fever: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (fever / "plainlang.toml").write_text('translations = "po"\n')
    assert run(capsys, "update", "-l", "es")[0] == 0
    assert not Path("translations").exists()
    translate(SPANISH, Path("po/es/fever.po"))
    with pytest.raises(SystemExit) as stopped:
        main(["build", "-q", "-f", "html", "-l", "es"])
    assert stopped.value.code in (0, None)
    page = Path("out/fever/es/fever.es.html").read_text(encoding="utf-8")
    assert "No dé más de 4 dosis" in page


def test_help_imports_no_command() -> None:
    code = (
        "import sys; from plainlang.cli.catalog import command\n"
        "import click; command.get_help(click.Context(command))\n"
        "print(*(m for m in sys.modules if m.startswith('plainlang.catalogs')))"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == ""


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_has_help(name: str, capsys: pytest.CaptureFixture[str]) -> None:
    status, out, _ = run(capsys, name, "--help")
    assert status == 0
    assert f"Usage: plainlang catalog {name}" in out

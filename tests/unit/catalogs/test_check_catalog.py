"""Whole catalogs through the checks, and what comes out for people and programs."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.checks import CHECKS, check_catalog
from plainlang.catalogs.checks.outputs import OUTPUTS, to_json, to_sarif, to_text

SOURCE = "Do not take more than 150 mg of [this drug](#1)."
RIGHT = "No tome más de 150 mg de [este medicamento](#1)."
WRONG = "No tome más de 100 mg de [este medicamento](#1)."


def catalog(*messages: Message) -> Catalog:
    return Catalog(Message("", "Language: es\n"), messages, path="translations/es/a b.po")


def test_a_finding_names_entry_file_and_line() -> None:
    found = check_catalog(
        catalog(Message(SOURCE, WRONG, context="note", line=6, msgstr_line=7)), "en", "es"
    )
    (one,) = found
    assert (one.check, one.severity) == ("number", "error")
    assert (one.file, one.line, one.context, one.msgid) == (
        "translations/es/a b.po",
        7,
        "note",
        SOURCE,
    )
    assert "150 mg" in one.message
    assert "100 mg" in one.message


@pytest.mark.parametrize(
    "message",
    [
        Message(SOURCE, ""),
        Message(SOURCE, WRONG, obsolete=True),
        Message(SOURCE, WRONG, flags=("fuzzy",)),
        Message("https://example.org/en/1", "https://example.org/es/2", context="link"),
        Message(SOURCE, RIGHT),
    ],
    ids=["untranslated", "obsolete", "fuzzy", "link", "right"],
)
def test_what_is_not_published_is_not_checked(message: Message) -> None:
    assert check_catalog(catalog(message), "en", "es") == ()


def test_fuzzy_entries_are_checked_where_it_is_asked_for() -> None:
    fuzzy = Message(SOURCE, WRONG, flags=("fuzzy",))
    (one,) = check_catalog(catalog(fuzzy), "en", "es", fuzzy=True)
    assert one.check == "number"
    assert not check_catalog(catalog(Message(SOURCE, "", flags=("fuzzy",))), "en", "es", fuzzy=True)


def test_each_form_of_a_plural_is_checked() -> None:
    def plural(*forms: str) -> tuple[str, ...]:
        message = Message("Take 1 tablet.", forms[0], plural="Take 2 tablets.", plurals=forms)
        return tuple(f.message for f in check_catalog(catalog(message), "en", "es"))

    assert plural("Tome 1 tableta.", "Tome 2 tabletas.") == ()
    assert plural("Tome 2 tabletas.", "Tome 1 tableta.") == ()
    (one,) = plural("Tome 1 tableta.", "Tome 3 tabletas.")
    assert one.startswith("Form 1: ")


def test_text_output() -> None:
    found = check_catalog(catalog(Message(SOURCE, WRONG, msgstr_line=7)), "en", "es")
    text = to_text(found)
    assert text.startswith("translations/es/a b.po:7: error[number]: The source has 150 mg")
    assert text.count("\n") == 1


def test_json_output() -> None:
    wrong = Message(SOURCE, WRONG + " ", msgstr_line=7)
    data = json.loads(
        to_json(check_catalog(catalog(wrong), "en", "es"), ["translations/es/a b.po"])
    )
    assert (data["schema"], data["errors"], data["warnings"]) == ("plainlang.catalog-check/1", 1, 1)
    assert {f["check"] for f in data["findings"]} == {"number", "whitespace"}
    assert data["files"] == ["translations/es/a b.po"]


def test_sarif_output() -> None:
    found = check_catalog(catalog(Message(SOURCE, WRONG, msgstr_line=7)), "en", "es")
    (run,) = json.loads(to_sarif(found, ["clean.po"]))["runs"]
    (one,) = run["results"]
    place = one["locations"][0]["physicalLocation"]
    assert place["artifactLocation"]["uri"] == "translations/es/a%20b.po"
    assert place["region"] == {"startLine": 7}
    assert run["tool"]["driver"]["rules"][one["ruleIndex"]]["id"] == one["ruleId"] == "number"
    uris = [artifact["location"]["uri"] for artifact in run["artifacts"]]
    assert uris == ["clean.po", "translations/es/a%20b.po"]


def test_no_finding_is_an_empty_output() -> None:
    assert to_text(()) == ""
    assert json.loads(to_json(()))["findings"] == []
    assert json.loads(to_sarif(()))["runs"][0]["results"] == []
    assert list(OUTPUTS) == ["text", "json", "sarif"]


def test_every_check_is_documented_with_its_severity() -> None:
    page = Path(__file__).resolve().parents[3] / "docs" / "reference" / "catalog-checks.md"
    errors, warnings = page.read_text(encoding="utf-8").split("## Errors")[1].split("## Warnings")
    for severity, text in (("error", errors), ("warning", warnings)):
        named = set(re.findall(r"^\| `([a-z-]+)` \|", text, re.MULTILINE))
        assert named == {check.name for check in CHECKS if check.severity == severity}

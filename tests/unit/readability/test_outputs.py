"""The report in every form, each a pure function of the same data."""

from __future__ import annotations

import csv
import io
import json
import re
from dataclasses import replace
from typing import Any
from urllib.parse import unquote

import pytest
from rich.console import Console
from test_report import measured, report

from plainlang.readability.assess import Settings, assess
from plainlang.readability.outputs.annotations import to_annotations
from plainlang.readability.outputs.csv import FIRST, to_csv
from plainlang.readability.outputs.findings import RULES, findings
from plainlang.readability.outputs.sarif import to_sarif
from plainlang.readability.outputs.table import to_table
from plainlang.readability.report import Report

STRICT = Settings(targets={"flesch-kincaid-grade": (0, 1)})


def rows(*reports: Report) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(to_csv(reports), newline="")))


def shown(*reports: Report, **given: Any) -> str:
    console = Console(file=io.StringIO(), width=160, **given)
    console.print(to_table(reports))
    assert isinstance(console.file, io.StringIO)
    return console.file.getvalue()


def test_csv_has_one_row_a_document_and_a_column_for_each_formula() -> None:
    english, spanish = rows(report(), report("es"))
    assert english["id"] == "sleep"
    assert float(english["flesch-kincaid-grade"]) > 0
    assert english["szigriszt-pazos"] == ""
    assert float(spanish["szigriszt-pazos"]) > 0
    assert spanish["flesch-kincaid-grade"] == ""
    assert "gulpease" not in english
    assert int(english["words"]) - int(english["scored"]) == 52


def test_csv_says_why_there_is_no_number() -> None:
    (short,) = rows(assess(measured(plain=2), document="s", source="s.md"))
    assert "too few" in short["reason"]
    assert short["flesch-kincaid-grade"] == ""
    (chinese,) = rows(report("zh"))
    assert "No settled formula" in chinese["reason"]


def test_csv_without_reports_is_a_header() -> None:
    assert to_csv([]) == ",".join(FIRST) + "\r\n"


def test_csv_quotes_and_disarms_names() -> None:
    (row,) = rows(replace(report(), document="=1+1", source='a, "b".md'))
    assert row["id"] == "'=1+1"
    assert row["source"] == 'a, "b".md'


def test_findings_mark_the_verdict_sentences_and_terms() -> None:
    found = list(findings(report(settings=STRICT)))
    assert {f.rule for f in found} >= {"readability-score", "hard-sentence", "unexplained-term"}
    assert {f.rule for f in found} <= set(RULES)
    assert found[0].rule == "readability-score"
    assert found[0].line is None
    hard = next(f for f in found if f.rule == "hard-sentence")
    assert hard.line == 3
    assert "24 words" in hard.message
    mild = [
        f.rule
        for f in findings(report(settings=Settings(targets={"flesch-kincaid-grade": (90, 99)})))
    ]
    assert "readability-score" not in mild


def test_sarif_has_what_the_standard_requires() -> None:
    """Required by SARIF 2.1.0: version and runs (§3.13), tool.driver.name (§3.18.2, §3.19.8), the
    message of a result (§3.27.11), unique rule ids, and indices that point into the arrays."""
    log = json.loads(to_sarif([report(settings=STRICT), report("es", settings=STRICT)]))
    assert log["version"] == "2.1.0"
    (run,) = log["runs"]
    driver = run["tool"]["driver"]
    assert driver["name"] == "plainlang"
    ids = [rule["id"] for rule in driver["rules"]]
    assert len(set(ids)) == len(ids)
    assert len({a["location"]["uri"] for a in run["artifacts"]}) == len(run["artifacts"])
    assert run["results"]
    for result in run["results"]:
        assert ids[result["ruleIndex"]] == result["ruleId"]
        assert result["level"] in {"none", "note", "warning", "error"}
        assert result["message"]["text"].endswith(".")
        place = result["locations"][0]["physicalLocation"]
        assert place["artifactLocation"]["uri"] == "seeds/sleep.md"
        assert place.get("region", {"startLine": 1})["startLine"] >= 1
    lines = {
        r["locations"][0]["physicalLocation"].get("region", {}).get("startLine")
        for r in run["results"]
    }
    assert {3, None} <= lines


def test_sarif_without_findings_is_whole() -> None:
    (run,) = json.loads(to_sarif([]))["runs"]
    assert run["results"] == []


def test_sarif_names_files_by_uri() -> None:
    odd = replace(report(), source="leaf lets\\é 100%.md")
    uri = json.loads(to_sarif([odd]))["runs"][0]["artifacts"][0]["location"]["uri"]
    assert uri == "leaf%20lets/%C3%A9%20100%25.md"
    assert unquote(uri) == "leaf lets/é 100%.md"


def test_annotations_are_one_command_a_line() -> None:
    lines = to_annotations([report(settings=STRICT)]).splitlines()
    assert lines
    for line in lines:
        assert re.fullmatch(
            r"::(warning|notice) file=seeds/sleep\.md(,line=\d+)?,title=[a-z-]+::.+", line
        )
    assert any(",line=3," in line for line in lines)


def test_no_text_can_start_another_command() -> None:
    odd = replace(report(), source="a,line=1::error::\n::set-output.md")
    for line in to_annotations([odd]).splitlines():
        assert line.startswith(
            ("::warning file=a%2Cline=1%3A%3A", "::notice file=a%2Cline=1%3A%3A")
        )
        assert line.count("::") == 2


def test_the_table_shows_scores_verdicts_and_what_was_left_out() -> None:
    text = shown(report(settings=STRICT))
    assert "seeds/sleep.md (en)" in text
    assert "legal 40, link-list 12" in text
    assert re.search(r"flesch-kincaid-grade +\d+\.\d +-?\d+\.\d to \d+\.\d +hard", text)
    assert "line 3" in text
    assert "not explained: " in text
    assert "\x1b" not in text


def test_the_table_has_colours_on_a_terminal() -> None:
    assert "\x1b[" in shown(report(), force_terminal=True)


@pytest.mark.parametrize("language", ["zh", "ar"])
def test_the_table_gives_the_reason_and_the_means(language: str) -> None:
    text = shown(report(language))
    assert "formula" in text
    assert "words a sentence" in text


def test_names_are_not_read_as_markup() -> None:
    assert "[bold]x.md" in shown(replace(report(), source="[bold]x.md"))

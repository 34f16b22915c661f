"""The project's own definitions: complete for the samples, short, and in plain words."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from plainlang.ast import para, text
from plainlang.document import Document, Metadata, Provenance
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.store import Glossary
from plainlang.readability.assess import Settings, assess
from plainlang.readability.measure import measure

REPOSITORY = Path(__file__).resolve().parents[3]
GLOSSARY, PROBLEMS = Glossary.load(REPOSITORY / "glossary")
ENTRIES = [entry for entry in GLOSSARY.entries if entry.source == "plainlang contributors"]


def linked() -> set[str]:
    found: set[str] = set()
    for path in (REPOSITORY / "seeds").glob("*.md"):
        found |= set(re.findall(r"popDefinition\.aspx\?id=(\d+)", path.read_text("utf-8")))
    return found


def test_the_files_have_no_problem() -> None:
    assert PROBLEMS == ()


@pytest.mark.parametrize("language", ["en", "es"])
def test_every_term_that_a_sample_links_to_is_defined(language: str) -> None:
    assert len(linked()) == 13
    assert linked() == {entry.id for entry in ENTRIES if entry.language == language}


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.language}-{entry.id}")
def test_a_definition_is_plain_and_begins_with_a_gloss(entry: GlossaryEntry) -> None:
    first = re.split(r"(?<=[.!?]) ", entry.definition)[0]
    assert len(first.split()) <= 15
    assert first.endswith(".")
    blocks = (para(text(entry.definition)),)
    document = Document(
        "d", entry.language, Metadata(), blocks, (1, 23, 1), Provenance("d.md", "markdown", "")
    )
    report = assess(
        measure(document), document="d", source="d.md", settings=Settings(minimum_words=1)
    )
    scores = {score.formula: score.value for score in report.scores}
    if entry.language == "en":
        assert scores["flesch-kincaid-grade"] is not None
        assert scores["flesch-kincaid-grade"] <= 8
    else:
        assert scores["szigriszt-pazos"] is not None
        assert scores["szigriszt-pazos"] >= 55


@pytest.mark.parametrize("entry", ENTRIES, ids=lambda entry: f"{entry.language}-{entry.id}")
def test_an_entry_says_where_it_comes_from(entry: GlossaryEntry) -> None:
    assert f"id={entry.id}&" in entry.uri
    assert entry.licence == "MIT"

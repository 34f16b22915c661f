"""Characters that a reference or an escape stands for, through the real reader."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainlang.ast import stringify
from plainlang.diagnostics import Code, Severity
from plainlang.document import Document
from plainlang.engines import Engines
from plainlang.pipeline import Job, process, read_clean


def job(path: Path, text: str, *formats: str) -> Job:
    path.write_text(text, encoding="utf-8")
    return Job(str(path), formats, "en", (), "warn", frozenset(), 10_000, 10_000, debug=True)


def read(path: Path, text: str, engines: Engines) -> tuple[Document, list[tuple[Code, str, int]]]:
    document, notes = read_clean(job(path, f"---\nlanguage: en\n{text}", "html"), engines)
    return document, [(n.code, str(n.severity), n.line or 0) for n in notes]


def test_every_edition_of_a_text_with_such_references_is_made(
    tmp_path: Path, engines: Engines
) -> None:
    text = (
        "---\ntitle: A\nlanguage: en\n---\n\nTake&#7; it&#xFFFE; now&#x81;. `a&#7;` "
        '[our page](https://x.org/a&#7;b "t&#7;")\n\n<p title="x&#7;">Then&#7; rest.&#12;</p>\n'
    )
    outcome = process(job(tmp_path / "a.md", text, "html", "epub", "pdf"), engines)
    assert [edition.failed for edition in outcome.editions] == [False, False, False]
    assert {(d.code, d.line) for d in outcome.diagnostics} == {
        (Code.TEXT_REPAIRED, 6),
        (Code.TEXT_REPAIRED, 8),
    }


def test_a_number_is_not_joined_by_what_is_removed(tmp_path: Path, engines: Engines) -> None:
    document, notes = read(tmp_path / "a.md", "title: A\n---\n\n- Take 10&#30;20 mg\n", engines)
    assert "10\ufffd20 mg" in stringify(document.blocks)
    assert (Code.ENCODING_DAMAGED, "warning", 6) in notes


@pytest.mark.parametrize("source", ["Take &#x202E;10 and 250 mg", "Take &#8238;*250* mg"])
def test_a_number_that_a_reference_turns_round_ends_the_document(
    source: str, tmp_path: Path, engines: Engines
) -> None:
    outcome = process(
        job(tmp_path / "a.md", f"---\ntitle: A\nlanguage: en\n---\n{source}\n", "html"), engines
    )
    assert outcome.editions == ()
    (error,) = [d for d in outcome.diagnostics if d.severity is Severity.ERROR]
    assert (error.code, error.line) == (Code.TEXT_DIRECTION, 5)
    assert "“250” was shown as “052”" in error.message


def test_an_escape_in_the_front_matter_is_found(tmp_path: Path, engines: Engines) -> None:
    document, notes = read(tmp_path / "a.md", 'title: "A \\u202Edcb"\n---\nText.\n', engines)
    assert document.metadata.title == "A dcb"
    assert (Code.TEXT_DIRECTION, "warning", 3) in notes


def test_other_references_stay(tmp_path: Path, engines: Engines) -> None:
    document, notes = read(
        tmp_path / "a.md", "title: A\n---\n5&#160;mg &#x2265; 3&#8206;\n", engines
    )
    assert stringify(document.blocks).strip() == "5\u00a0mg ≥ 3\u200e"
    assert notes == []

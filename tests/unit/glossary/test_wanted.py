from __future__ import annotations

import json
import pickle
from pathlib import Path

from tests.unit.glossary.terms import document, paragraph

from plainlang.ast import stringify
from plainlang.config import GlossaryConfig
from plainlang.glossary.wanted import digest_of, explain_terms, wanted_glossary
from plainlang.locales import words_for

LINK = "/Common/PopUps/popDefinition.aspx?id=7&version=Patient&language=English"


def made(folder: Path, definition: str) -> GlossaryConfig:
    row = {"dictionary": "nci", "id": "7", "term": "graft", "language": "en"}
    text = json.dumps({**row, "audience": "patient", "definition": definition})
    (folder / "nci.en.jsonl").write_text(text + "\n", encoding="utf-8")
    return GlossaryConfig(folder=str(folder))


def test_a_changed_entry_is_another_glossary(tmp_path: Path) -> None:
    before = wanted_glossary(made(tmp_path, "Moved skin."))
    after = wanted_glossary(made(tmp_path, "Skin that is moved."))
    assert before is not None
    assert after is not None
    assert before.facts() != after.facts()
    assert pickle.loads(pickle.dumps(after)) == after


def test_the_folder_s_terms_explain_a_document(tmp_path: Path) -> None:
    settings = wanted_glossary(made(tmp_path, "Moved skin."))
    assert settings is not None
    link = {"t": "Link", "c": [["", [], []], [{"t": "Str", "c": "graft"}], [LINK, ""]]}
    result = explain_terms(document(paragraph("A ", link, ".")), settings, words_for("en"))
    assert stringify(result.document.blocks[0]).strip() == "A graft (moved skin)."


def test_no_mode_explains_nothing() -> None:
    assert wanted_glossary(GlossaryConfig(expand=())) is None


def test_a_folder_that_is_not_there_is_an_empty_glossary(tmp_path: Path) -> None:
    assert digest_of(tmp_path / "none") == digest_of(tmp_path)

"""What is never released, and what does not stand on once its catalog is gone."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.unit.test_translated_builds import SPANISH, Project, Silent

from plainlang.build import Summary, build
from plainlang.catalogs.layout import glossary_path
from plainlang.catalogs.po import read_po, save_po
from plainlang.catalogs.review import FILE_NAME, load, record, save
from plainlang.catalogs.update import update
from plainlang.config import GlossaryConfig
from plainlang.engines import Engines
from plainlang.glossary.store import Glossary
from plainlang.glossary.wanted import wanted_glossary
from plainlang.glossary_catalog import glossary_segments
from plainlang.pipeline import process

LEAFLET = "---\ntitle: Your tablets\nlanguage: en\n---\n\nCall your [care team]{.term} now.\n"
TEXTS = {
    "Your tablets": "Sus tabletas",
    "Call your <g1>care team</g1> now.": "Llame ahora a su <g1>equipo médico</g1>.",
}
WORDS = {"care team": "equipo médico", "The people who treat you.": "Las personas que le tratan."}


@pytest.fixture
def leaflet(tmp_path: Path, engines: Engines) -> Project:
    (tmp_path / "leaflet.md").write_text(LEAFLET, "utf-8")
    return Project(tmp_path, engines, [])


def _reviewed(path: Path) -> None:
    records = load(path.with_name(FILE_NAME))
    save(
        path.with_name(FILE_NAME),
        record(records, read_po(path).messages, by="Ana", document=path.stem,
               when=datetime(2026, 1, 2, tzinfo=UTC)),
    )  # fmt: skip


def _explained(project: Project, *, release: bool) -> Summary:
    settings = wanted_glossary(GlossaryConfig(folder=str(project.folder / "glossary")))
    assert settings is not None
    job = replace(project.job, languages=("es",), release=release, glossary=settings)
    listener = Silent()
    summary = build([job], [], project.folder / "out",
                    lambda jobs: (process(j, project.engines) for j in jobs), listener)  # fmt: skip
    project.said = listener.said
    return summary


def test_an_explanation_that_nobody_reviewed_is_not_released(leaflet: Project) -> None:
    folder = leaflet.folder / "glossary"
    folder.mkdir()
    (folder / "local.en.csv").write_text(
        "id,term,definition\n1,care team,The people who treat you.\n", "utf-8"
    )
    leaflet.translate(TEXTS)
    _reviewed(leaflet.catalog)
    definitions = Path(glossary_path(str(leaflet.folder / "translations"), "es"))
    made = update(
        None, glossary_segments(Glossary.load(folder)[0].entries), document="glossary",
        source="glossary", source_language="en", language="es",
    ).catalog  # fmt: skip
    messages = tuple(replace(m, msgstr=WORDS[m.msgid]) for m in made.messages)
    save_po(replace(made, messages=messages), definitions)

    assert _explained(leaflet, release=False).exit_status == 0
    assert "Las personas que le tratan." in leaflet.words()
    assert "1 explanation from the glossary not reviewed" in str(leaflet.said)
    draft = leaflet.words()
    refused = _explained(leaflet, release=True)
    assert refused.failures[0]["code"] == "release-refused"
    assert "(the first: “equipo médico”)" in refused.failures[0]["message"]
    assert not leaflet.has("es")

    _reviewed(definitions)
    assert _explained(leaflet, release=True).exit_status == 0
    assert "Las personas que le tratan." in leaflet.words()
    assert len(leaflet.words()) < len(draft)  # without the notice


def test_a_pseudo_translation_is_not_released(leaflet: Project) -> None:
    refused = leaflet.build("en-XA", release=True)
    assert refused.failures[0]["code"] == "release-refused"
    assert not leaflet.has("en-XA")


@pytest.mark.parametrize("asked", [(), ("en",), ("es",), ("all",)])
def test_an_edition_goes_when_its_catalog_has_gone(
    leaflet: Project, asked: tuple[str, ...]
) -> None:
    leaflet.translate({**SPANISH, **TEXTS})
    leaflet.build("en", "es")
    assert leaflet.has("es")
    leaflet.catalog.unlink()
    leaflet.build(*asked)
    assert not leaflet.has("es")
    assert leaflet.has("en")
    assert leaflet.build("en").skipped == 1

"""Editions in other languages: what is translated is shown, and nothing else is."""

from __future__ import annotations

import json
import re
import struct
import warnings
import zipfile
import zlib
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from html import unescape
from pathlib import Path

import pytest

from plainlang.build import Summary, build
from plainlang.catalogs.extract import segments_of
from plainlang.catalogs.layout import catalog_path
from plainlang.catalogs.po import read_po, save_po
from plainlang.catalogs.review import FILE_NAME, record, save
from plainlang.catalogs.update import update
from plainlang.config import GlossaryConfig
from plainlang.diagnostics import Code, Diagnostic
from plainlang.engines import Engines
from plainlang.glossary.wanted import wanted_glossary
from plainlang.intake import read_clean
from plainlang.pipeline import Job, process
from plainlang.writers import FORMATS


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


#: One grey pixel.
PNG = (
    b"\x89PNG\r\n\x1a\n"
    + _chunk(b"IHDR", struct.pack(">IIBBBBB", 1, 1, 8, 0, 0, 0, 0))
    + _chunk(b"IDAT", zlib.compress(b"\0\x80"))
    + _chunk(b"IEND", b"")
)
LEAFLET = """---
title: Your tablets
language: en
notice: Not medical advice.
---

Take **150 mg** every morning. Do not drive.

## Side effects

See [this page](https://clinic.example/effects) when you feel sick.
"""
SPANISH = {
    "Your tablets": "Sus tabletas",
    "Not medical advice.": "No es consejo médico.",
    "Take **150 mg** every morning. Do not drive.": "Tome **150 mg** cada mañana. No conduzca.",
    "Side effects": "Efectos secundarios",
    "See [this page](#1) when you feel sick.": "Vea [esta página](#1) si se siente mal.",
}


class Silent:
    def __init__(self) -> None:
        self.said: list[Diagnostic] = []

    def begin(self, total: int) -> None:
        pass

    def finished(self, name: str) -> None:
        pass

    def write(self, text: str) -> None:
        pass

    def say(self, diagnostic: Diagnostic) -> None:
        self.said.append(diagnostic)


@dataclass
class Project:
    folder: Path
    engines: Engines
    said: list[Diagnostic]

    @property
    def job(self) -> Job:
        return Job(
            str(self.folder / "leaflet.md"), ("html",), "en", (), "warn", frozenset(), 10**7, 10**7,
            debug=True, catalogs=str(self.folder / "translations"),
        )  # fmt: skip

    @property
    def catalog(self) -> Path:
        return catalog_path(str(self.folder / "translations"), "es", "leaflet")

    def translate(self, texts: dict[str, str], fuzzy: str = "", comment: str = "") -> None:
        document, _ = read_clean(self.job, self.engines)
        made = update(None, segments_of(document), document="leaflet", source="leaflet.md",
                      source_language="en", language="es").catalog  # fmt: skip
        messages = [
            replace(
                m,
                msgstr=texts.get(m.msgid, ""),
                flags=("fuzzy",) if m.msgid == fuzzy else (),
                comments=(comment,) if comment else (),
            )
            for m in made.messages
        ]
        save_po(replace(made, messages=tuple(messages)), self.catalog)

    def review(self) -> None:
        records = record({}, read_po(self.catalog).messages, by="Ana", document="leaflet",
                         when=datetime(2026, 1, 2, tzinfo=UTC))  # fmt: skip
        save(self.catalog.with_name(FILE_NAME), records)

    def build(self, *languages: str, release: bool = False) -> Summary:
        listener = Silent()
        job = replace(self.job, languages=languages, release=release)
        summary = build([job], [], self.folder / "out",
                        lambda jobs: (process(j, self.engines) for j in jobs), listener)  # fmt: skip
        self.said = listener.said
        return summary

    def page(self, language: str = "es") -> str:
        return (self.folder / f"out/leaflet/{language}/leaflet.{language}.html").read_text("utf-8")

    def words(self, language: str = "es") -> str:
        body = self.page(language).split("<body", 1)[1]
        return " ".join(unescape(re.sub(r"<[^>]+>", " ", body)).split())

    def has(self, language: str) -> bool:
        return (self.folder / f"out/leaflet/{language}/leaflet.{language}.html").exists()


@pytest.fixture
def leaflet(tmp_path: Path, engines: Engines) -> Project:
    (tmp_path / "leaflet.md").write_text(LEAFLET, "utf-8")
    return Project(tmp_path, engines, [])


def test_an_edition_is_in_the_language_that_was_asked_for(leaflet: Project) -> None:
    leaflet.translate(SPANISH)
    summary = leaflet.build("es")
    assert [e.path for e in summary.built] == ["leaflet/es/leaflet.es.html"]
    words = leaflet.words()
    for translated in ("Sus tabletas", "150 mg", "cada mañana", "Efectos secundarios"):
        assert translated in words
    assert '<html lang="es"' in leaflet.page()
    assert "Esta es una traducción provisional" in words
    assert "no están traducidas" not in words
    assert "Not medical" not in words


def test_all_means_the_own_language_and_every_catalog(leaflet: Project) -> None:
    leaflet.translate(SPANISH)
    built = leaflet.build("all").built
    assert sorted(e.language for e in built) == ["en", "es"]


@pytest.mark.parametrize("how", ["missing", "fuzzy", "other dose", "lost link"])
def test_what_may_not_be_used_shows_the_source_and_says_so(leaflet: Project, how: str) -> None:
    dose = "Take **150 mg** every morning. Do not drive."
    link = "See [this page](#1) when you feel sick."
    texts = dict(SPANISH)
    if how == "missing":
        del texts[dose]
    elif how == "other dose":
        texts[dose] = "Tome **100 mg** cada mañana. No conduzca."
    elif how == "lost link":
        texts[link] = "Vea esta página si se siente mal."
    leaflet.translate(texts, fuzzy=dose if how == "fuzzy" else "")
    summary = leaflet.build("es")
    assert summary.exit_status == 0
    words = leaflet.words()
    shown = "when you feel sick" if how == "lost link" else "every morning"
    assert shown in words
    assert "100 mg" not in words
    assert "Partes de este texto aún no están traducidas" in words
    start = leaflet.page().index("See " if how == "lost link" else "Take ")
    assert 'lang="en"' in leaflet.page()[start - 120 : start]
    codes = {d.code for d in leaflet.said}
    assert Code.TRANSLATION_INCOMPLETE in codes
    if how in {"other dose", "lost link"}:
        (withheld,) = [d for d in leaflet.said if d.code is Code.TRANSLATION_WITHHELD]
        assert withheld.file == str(leaflet.catalog)
        assert withheld.line


def test_a_translator_can_accept_a_finding(leaflet: Project) -> None:
    texts = {**SPANISH, "Side effects": "Efectos 2 secundarios"}
    leaflet.translate(texts)
    leaflet.build("es")
    assert "Efectos 2" not in leaflet.words()
    leaflet.translate(texts, comment="Sí. plainlang: accept number")
    leaflet.build("es")
    assert "Efectos 2" in leaflet.words()


def test_a_release_needs_every_text_translated_and_reviewed(leaflet: Project) -> None:
    leaflet.translate({k: v for k, v in SPANISH.items() if k != "Side effects"})
    refused = leaflet.build("es", release=True)
    assert refused.exit_status == 1
    assert refused.failures[0]["code"] == "release-refused"
    assert "1 text not translated (the first: “Side effects”)" in refused.failures[0]["message"]
    assert "4 texts not reviewed" in refused.failures[0]["message"]
    assert not leaflet.has("es")
    leaflet.translate(SPANISH)
    assert leaflet.build("es", release=True).exit_status == 1
    leaflet.review()
    assert leaflet.build("es", release=True).exit_status == 0
    manifest = json.loads((leaflet.folder / "out/manifest.json").read_text())
    assert [e["state"] for e in manifest["editions"]] == ["release"]
    assert "provisional" not in leaflet.words()


def test_an_edited_translation_is_not_reviewed_any_more(leaflet: Project) -> None:
    leaflet.translate(SPANISH)
    leaflet.review()
    leaflet.translate({**SPANISH, "Side effects": "Otros efectos"})
    assert "1 text not reviewed" in leaflet.build("es", release=True).failures[0]["message"]


def test_a_changed_catalog_makes_its_editions_again_and_no_others(leaflet: Project) -> None:
    leaflet.translate(SPANISH)
    leaflet.build("en", "es")
    assert leaflet.build("en", "es").skipped == 2
    leaflet.translate({**SPANISH, "Side effects": "Otros efectos"})
    leaflet.build("en", "es")
    assert "Otros efectos" in leaflet.words()


def test_a_changed_source_changes_the_translated_edition_too(leaflet: Project) -> None:
    leaflet.translate(SPANISH)
    leaflet.build("en", "es")
    source = leaflet.folder / "leaflet.md"
    source.write_text(LEAFLET.replace("150 mg", "100 mg"), "utf-8")
    leaflet.build()  # asked for in its own language only
    assert "100 mg" in leaflet.words()
    assert "150 mg" not in leaflet.words()


def test_a_damaged_catalog_costs_its_language_only(leaflet: Project) -> None:
    leaflet.translate(SPANISH)
    leaflet.build("en", "es")
    data = leaflet.catalog.read_bytes()
    leaflet.catalog.write_bytes(data + b'msgid "open\n')
    summary = leaflet.build("en", "es")
    assert summary.exit_status == 3
    assert summary.failures[0]["code"] == "catalog-invalid"
    assert leaflet.has("en")
    assert not leaflet.has("es")
    assert leaflet.catalog.read_bytes() == data + b'msgid "open\n'


def test_a_language_without_a_catalog_is_an_error(leaflet: Project) -> None:
    summary = leaflet.build("vi")
    assert summary.failures[0]["code"] == "translation-missing"
    assert not leaflet.has("vi")


def text_of(path: Path) -> str:
    """What a reader of the file sees, navigation and page furniture too."""
    if path.suffix == ".pdf":
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            from pdfminer.high_level import extract_text

            return str(extract_text(path))
    if path.suffix == ".epub":
        with zipfile.ZipFile(path) as book:
            pages = [
                book.read(n).decode() for n in book.namelist() if n.endswith((".xhtml", ".ncx"))
            ]
    else:
        pages = [path.read_text("utf-8")]
    bodies = [re.sub(r"<(style|head)\b.*?</\1>", " ", page, flags=re.DOTALL) for page in pages]
    said = re.findall(r'(?:alt|aria-label|title)="([^"]*)"', " ".join(bodies))
    return unescape(" ".join([*(re.sub(r"<[^>]+>", " ", body) for body in bodies), *said]))


@pytest.mark.parametrize("form", ["html", "epub", "large-print"])
@pytest.mark.parametrize("tag", ["en-XA", "ar-XB"])
def test_a_pseudo_translation_leaves_no_english_word(
    leaflet: Project, tag: str, form: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = (
        LEAFLET + "\nA note.[^1]\n\n[^1]: Ask us.\n\n![](pen.png)\n\n# Second part\n\nAn end.\n"
    )
    (leaflet.folder / "pen.png").write_bytes(PNG)
    (leaflet.folder / "leaflet.md").write_text(
        source.replace(
            "language: en\n",
            "language: en\nlastReviewed: '2020-01-02'\nreviewFrequency: yearly\n"
            "url: https://clinic.example/\nlicense: public_domain\n",
        ),
        "utf-8",
    )
    job = replace(leaflet.job, formats=(form,), languages=(tag,), overdue_notice=True)
    (finished,) = process(job, leaflet.engines).editions
    assert not finished.failed, finished
    path = leaflet.folder / f"pseudo{FORMATS[form].suffix}"
    path.write_bytes(finished.data)
    words = re.sub(r"https?:\S+|clinic\.example/?\w*|\bmg\b", " ", text_of(path))
    # The name of the language and the dates come from CLDR, which has no pseudo-languages.
    left = set(re.findall(r"[A-Za-z]{2,}", words)) - {"English", "January"}
    assert left == set()


def test_a_pseudo_translation_runs_the_way_of_its_tag(leaflet: Project) -> None:
    for tag in ("en-XA", "ar-XB"):
        leaflet.build(tag)
        assert f'lang="{tag}"' in leaflet.page(tag)
        assert ('dir="rtl"' in leaflet.page(tag)) == (tag == "ar-XB")


def with_a_term(leaflet: Project, *languages: str) -> Project:
    """The leaflet with one term, which the glossary explains in these languages."""
    folder = leaflet.folder / "glossary"
    folder.mkdir(exist_ok=True)
    says = {"en": ("tablet", "A small pill."), "es": ("tableta", "Una píldora pequeña.")}
    for language in languages:
        term, definition = says[language]
        (folder / f"local.{language}.csv").write_text(
            f"id,term,definition\n7,{term},{definition}\n", "utf-8"
        )
    (leaflet.folder / "leaflet.md").write_text(
        LEAFLET.replace("Take **150 mg**", "Take a [tablet]{.term} of **150 mg**"), "utf-8"
    )
    return leaflet


TERM = "Take a <g1>tablet</g1> of **150 mg** every morning. Do not drive."


@pytest.mark.parametrize("languages", [("en",), ("en", "es")])
def test_a_release_needs_its_definitions_in_its_language(
    leaflet: Project, languages: tuple[str, ...], engines: Engines
) -> None:
    with_a_term(leaflet, *languages)
    texts = {**SPANISH, TERM: "Tome una <g1>tableta</g1> de **150 mg** cada mañana. No conduzca."}
    leaflet.translate(texts)
    leaflet.review()
    config = GlossaryConfig(folder=str(leaflet.folder / "glossary"))
    job = replace(leaflet.job, languages=("es",), release=True, glossary=wanted_glossary(config))
    outcome = process(job, engines)
    errors = [d for d in outcome.diagnostics if d.code is Code.RELEASE_REFUSED]
    if languages == ("en",):
        assert "1 explanation from the glossary not translated" in errors[0].message
        assert outcome.editions == ()
    else:
        assert errors == []
        assert [e.language for e in outcome.editions] == ["es"]


def test_a_fuzzy_text_is_never_released(leaflet: Project) -> None:
    leaflet.translate(SPANISH)
    leaflet.review()
    assert leaflet.build("es", release=True).exit_status == 0
    leaflet.translate(SPANISH, fuzzy="Take **150 mg** every morning. Do not drive.")
    refused = leaflet.build("es", release=True)
    assert refused.exit_status == 1
    assert "1 text not translated (the first: “Take **150 mg**" in refused.failures[0]["message"]
    assert not leaflet.has("es")

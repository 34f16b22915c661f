"""What translators see of a document, and what comes back."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from segment_documents import document, normal

from plainlang.ast import stringify, walk
from plainlang.catalogs.apply import apply
from plainlang.catalogs.base import Catalog, Segment
from plainlang.catalogs.extract import extract, segments_of
from plainlang.catalogs.update import Updated, update
from plainlang.diagnostics import Code
from plainlang.document import Document
from plainlang.editions import assemble
from plainlang.engines import Engines
from plainlang.exceptions import SourceError
from plainlang.locales import words_for
from plainlang.pipeline import Job, read_clean

CASES = Path(__file__).resolve().parents[2] / "cases" / "segments"


def read(path: Path, engines: Engines) -> Document:
    return read_clean(
        Job(str(path), (), "en", (), "warn", frozenset(), 20_000_000, 20_000_000, debug=True),
        engines,
    )[0]


def parsed(markdown: str, engines: Engines, **metadata: Any) -> Document:
    return document(engines.pandoc.read(markdown)["blocks"], **metadata)


def same(found: Document) -> dict[tuple[str, str], str]:
    return {(s.context, s.text): s.text for s in segments_of(found)}


def test_every_leaf_of_the_rich_sample_is_a_segment(engines: Engines) -> None:
    found = segments_of(read(CASES / "rich.md", engines))
    assert {segment.kind for segment in found} == {
        "metadata", "heading", "paragraph", "term", "definition", "table-cell", "note", "list-item", "alternative-text",
    }  # fmt: skip
    texts = {segment.text: segment for segment in found}
    assert texts["Ask us when you forget one."].kind == "note"
    assert texts["Keep the tablets *<g1>dry</g1>*."].context == "box"
    assert texts["A white tablet"].context == "alt"
    assert "2.5 mg" in texts
    assert "12" not in texts
    assert texts["150 mg"].trail == ("Before you start",)
    assert texts["150 mg"].line
    first = next(s for s in found if s.targets)
    assert first.targets == ("https://clinic.example/list",)
    assert not [
        t for t in texts if any(m in t for m in ("|", ":::", "{#", "---", "clinic.example"))
    ]


def _updated(old: Catalog | None, segments: Sequence[Segment]) -> Updated:
    return update(old, segments, document="d", source="d.md", source_language="en", language="es")


def test_one_changed_cell_makes_one_fuzzy_entry(engines: Engines) -> None:
    table = "| Dose | Food |\n|---|---|\n| 150 mg each day | with breakfast or lunch |\n"
    before = segments_of(parsed(table, engines))
    after = segments_of(parsed(table.replace("150", "100"), engines))
    made = _updated(None, before).catalog
    full = replace(made, messages=tuple(replace(m, msgstr=f"ES {m.msgid}") for m in made.messages))
    updated = _updated(full, after)
    (fuzzy,) = [m for m in updated.catalog.messages if m.fuzzy]
    assert (fuzzy.previous, fuzzy.msgid) == ("150 mg each day", "100 mg each day")
    assert sum(m.translated for m in updated.catalog.messages) == len(before) - 1
    assert not updated.new + updated.obsolete


@pytest.mark.parametrize("name", ["rich.md", "plain.md"])
def test_identity_on_the_samples(name: str, engines: Engines) -> None:
    source = read(CASES / name, engines)
    applied = apply(source, same(source), "en")
    assert normal(applied.document.blocks) == normal(source.blocks)
    assert applied.document.metadata == source.metadata
    assert not applied.untranslated
    assert not applied.diagnostics


@pytest.mark.parametrize("name", ["rich.md", "plain.md"])
def test_mdpo_loses_blocks_where_the_identity_holds(
    name: str, engines: Engines, tmp_path: Path
) -> None:
    from mdpo.md2po import markdown_to_pofile
    from mdpo.po2md import pofile_to_markdown

    source = CASES / name
    po = markdown_to_pofile(str(source))
    for entry in po:
        entry.msgstr = entry.msgid
    file = tmp_path / "x.po"
    po.save(str(file))
    output = pofile_to_markdown(str(source), str(file))
    before = engines.pandoc.read(source.read_text(encoding="utf-8").split("---\n", 2)[2])
    after = normal(engines.pandoc.read(output)["blocks"])
    lost = [block for block in normal(before["blocks"]) if block not in after]
    assert len(lost) >= {"rich.md": 2, "plain.md": 1}[name]


@pytest.mark.skipif(shutil.which("po4a-updatepo") is None, reason="po4a is not installed")
def test_po4a_loses_blocks_of_the_rich_sample(engines: Engines, tmp_path: Path) -> None:
    source, po, out = CASES / "rich.md", tmp_path / "x.po", tmp_path / "x.md"
    form = ["-f", "text", "-o", "markdown", "-M", "UTF-8", "-m", str(source)]
    subprocess.run(["po4a-updatepo", *form, "-p", str(po)], check=True, capture_output=True)
    subprocess.run(["msgen", str(po), "-o", str(po)], check=True, capture_output=True)
    assert "Ask us when" in po.read_text(encoding="utf-8")
    subprocess.run(
        ["po4a-translate", *form, "-p", str(po), "-l", str(out), "-k", "0"],
        check=True,
        capture_output=True,
    )
    body = source.read_text(encoding="utf-8").split("---\n", 2)[2]
    after = out.read_text(encoding="utf-8").split("---\n", 2)[2]
    assert normal(engines.pandoc.read(after)["blocks"]) != normal(
        engines.pandoc.read(body)["blocks"]
    )


CONSTRUCTS = [
    "para *a **b** c* d", "a***b***c", "**a***b*", "# Head [l](u) {#i .c k=v}", "Setext\n===",
    "- a\n\n  b\n- c", "1. a\n   - b", "> a\n>\n> > b", "```\ncode\n```", "    code", "a\\\nb\nc",
    "![alt *x*](i.png \"Tip here\")", "[a](u \"Tip here\") <https://a.example/x_y>", "`c` and $m$",
    "a[^1] b\n\n[^1]: note *x*\n\n    more", "Term\n: one\n: two", "| a | b |\n|---|---|\n| 1 | x\\|y |",
    "| line *one*\n| line two", "[s]{.c lang=es} ~~no~~", "::: {.d}\n# in\n\ntext\n:::", "***", "&lt;x1/&gt; \\[a\\](#1)",
    "a&nbsp;b &#9; c", "- [ ] do\n- [x] done", "[ref]\n\n[ref]: https://r.example 'T'",
]  # fmt: skip


@pytest.mark.parametrize("markdown", CONSTRUCTS)
def test_identity_of_every_construct(markdown: str, engines: Engines) -> None:
    source = parsed(markdown, engines)
    applied = apply(source, same(source), "en")
    assert normal(applied.document.blocks) == normal(source.blocks)
    assert not applied.diagnostics


def test_what_is_missing_shows_the_source_with_its_language(engines: Engines) -> None:
    source = parsed(
        "# Dose {#dose}\n\nTake one.[^1]\n\nStop.\n\n- rest\n\n[^1]: A note.",
        engines,
        title="Title",
    )
    given = {("", "A note."): "Nota.", ("", "Stop."): "قف."}
    applied = apply(source, given, "ar")
    heading, first, second, _ = applied.document.blocks
    assert heading["c"][1][0] == "dose"
    span = heading["c"][2][0]
    assert span["c"][0] == ["", ["untranslated"], [["lang", "en"], ["dir", "ltr"]]]
    assert first["t"] == "Para"
    assert [item["t"] for item in first["c"]] == ["Span", "Note"]
    assert stringify(first["c"][1]).strip() == "Nota."
    assert stringify(second).strip() == "قف."
    assert applied.document.language == "ar"
    assert applied.document.metadata.languages == {"title": "en"}
    edition = assemble(applied.document, words_for("ar"), print_format=False)
    title = edition.blocks[0]["c"][2][0]
    assert title["c"][0][2] == [["lang", "en"], ["dir", "ltr"]]
    assert [s.text for s in applied.untranslated] == ["Title", "Dose", "Take one.<x1/>", "rest"]


def test_captions_short_and_long_are_segments() -> None:
    words = [{"t": "Plain", "c": [{"t": "Str", "c": "Long"}]}]
    figure = {"t": "Figure", "c": [["", [], []], [[{"t": "Str", "c": "Short"}], words], []]}
    found = extract(document([figure]))
    assert [(s.kind, s.text) for s in found] == [("caption", "Short"), ("caption", "Long")]


@pytest.mark.parametrize("bad", ["**Llame [aquí](#1)", "Llame", "[a](#1)[b](#1)", "[a](#1) <x9/>"])
def test_a_spoiled_translation_is_not_half_applied(bad: str, engines: Engines) -> None:
    source = parsed("Call [here](https://a.example).", engines)
    key = ("", "Call [here](#1).")
    applied = apply(source, {key: bad}, "es", {key: ("es/d.po", 12)})
    (problem,) = applied.diagnostics
    assert problem.code is Code.TRANSLATION_MARKUP
    assert (problem.file, problem.line) == ("es/d.po", 12)
    assert "Call [here](#1)." in problem.message
    (box,) = applied.document.blocks
    assert box["t"] == "Div"
    assert box["c"][1] == list(source.blocks)
    assert len(applied.untranslated) == 1


def test_an_address_is_not_in_the_text_and_follows_the_source(engines: Engines) -> None:
    before, after = (parsed(f"Go [there](https://{n}.example).", engines) for n in "ab")
    assert [s.text for s in extract(before)] == [s.text for s in extract(after)]
    applied = apply(after, {("", "Go [there](#1)."): "Vaya [allí](#1)."}, "es")
    links = [e["c"][2][0] for e in walk(applied.document.blocks) if e["t"] == "Link"]
    assert links == ["https://b.example"]


def test_an_address_that_differs_by_language_is_an_entry(engines: Engines) -> None:
    source = parsed("Go [there](https://a.example/x_*y){.localize}.", engines)
    entry = next(s for s in extract(source) if s.context == "link")
    applied = apply(source, {("link", entry.text): "https://es.example"}, "es")
    assert "https://es.example" not in str(applied.document.blocks)  # its sentence has none yet
    given = {("link", entry.text): "https://es.example", ("", "Go [there](#1)."): "[Ir](#1)"}
    assert "https://es.example" in str(apply(source, given, "es").document.blocks)


def test_rights_and_other_languages_stay(engines: Engines) -> None:
    source = parsed(
        "::: rights\nAll rights.\n:::\n\n::: {lang=es}\nHola.\n:::\n\n[Hola]{lang=es}\n\n12",
        engines,
    )
    assert not extract(source)
    rights, spanish, *_ = apply(source, {}, "vi").document.blocks
    assert ["lang", "en"] in rights["c"][0][2]
    assert spanish == source.blocks[1]


def test_the_same_text_twice_is_one_segment(engines: Engines) -> None:
    source = parsed("Rest.\n\nRest.", engines)
    assert len(extract(source)) == 2
    assert len(segments_of(source)) == 1


@pytest.mark.corpus
@pytest.mark.skipif("PLAINLANG_CORPUS" not in os.environ, reason="PLAINLANG_CORPUS is not set")
def test_identity_on_real_documents(engines: Engines) -> None:
    paths = sorted((Path(os.environ["PLAINLANG_CORPUS"]) / "docs").rglob("*.md"))
    failed, segments = [], 0
    for path in paths:
        if path.name.lower().startswith("readme"):
            continue
        try:
            source = read(path, engines)
        except SourceError:  # nothing but front matter
            continue
        applied = apply(source, same(source), source.language)
        segments += len(segments_of(source))
        if (
            normal(applied.document.blocks) != normal(source.blocks)
            or applied.diagnostics
            or applied.untranslated
        ):
            failed.append(path.name)
    assert not failed
    assert segments > 1000

"""Identifiers before writing: unique, safe, and links that still lead to the same place."""

from __future__ import annotations

from html_samples import make, settings
from lxml import html as lxml_html

from plainlang.ast import attr_of, walk
from plainlang.engines import Engines
from plainlang.writers.html import write_html
from plainlang.writers.html_prepare import prepare


def header(identifier: str, words: str = "x") -> dict[str, object]:
    return {"t": "Header", "c": [2, [identifier, [], []], [{"t": "Str", "c": words}]]}


def link(target: str) -> dict[str, object]:
    shown = [{"t": "Str", "c": "go"}]
    return {"t": "Para", "c": [{"t": "Link", "c": [["", [], []], shown, [target, ""]]}]}


def identifiers(blocks: list[dict[str, object]]) -> list[str]:
    return [a[0] for e in walk(blocks) if (a := attr_of(e)) is not None and e["t"] == "Header"]


def targets(blocks: list[dict[str, object]]) -> list[str]:
    return [e["c"][2][0] for e in walk(blocks) if e["t"] == "Link"]


def test_the_first_of_two_keeps_its_identifier() -> None:
    done = prepare([header("dose"), header("dose"), header("dose-2"), link("#dose")])
    first, second, third = identifiers(done)
    assert (first, third) == ("dose", "dose-2")
    assert second not in {first, third}
    assert targets(done) == ["#dose"]


def test_headings_get_an_identifier() -> None:
    assert identifiers(prepare([header(""), header(""), header("section")])) == [
        "section-2",
        "section-3",
        "section",
    ]


def test_identifiers_of_notes_are_not_taken() -> None:
    done = prepare([header("fn1"), header("fnref12"), header("page-main"), link("#fn1")])
    assert identifiers(done) == ["id_fn1", "id_fnref12", "id_page-main"]
    assert targets(done) == ["#id_fn1"]


def test_names_that_xml_does_not_allow() -> None:
    done = prepare(
        [header("1st"), header("a b(c)"), header("qué"), link("#1st"), link("#qu%C3%A9")]
    )
    assert identifiers(done) == ["id_1st", "a-b-c-", "qué"]
    assert targets(done) == ["#id_1st", "#qué"]


def test_other_links_are_left_alone() -> None:
    done = prepare([header("a"), link("https://example.org/#a"), link("#nowhere")])
    assert targets(done) == ["https://example.org/#a", "#nowhere"]


def test_the_input_is_not_changed() -> None:
    blocks = [header(""), link("#x")]
    prepare(blocks)
    assert blocks == [header(""), link("#x")]


def test_lines_of_one_definition_do_not_run_together(engines: Engines) -> None:
    document = make(engines, "Fever\n:   one\n\n    two\n")
    root = lxml_html.document_fromstring(write_html(document, settings(), engines).data.decode())
    assert [p.text for p in root.xpath("//main//dd/p")] == ["one", "two"]


def test_a_single_line_stays_plain() -> None:
    item = [{"t": "Plain", "c": [{"t": "Str", "c": "x"}]}]
    assert prepare([{"t": "BulletList", "c": [item]}]) == [{"t": "BulletList", "c": [item]}]


def test_a_link_to_a_heading_named_like_a_note_does_not_lead_to_the_note(engines: Engines) -> None:
    body = "## Doses {#fn1}\n\nSee [doses](#fn1).[^1]\n\n[^1]: A note.\n"
    root = lxml_html.document_fromstring(
        write_html(make(engines, body), settings(), engines).data.decode()
    )
    (target,) = root.xpath("//main//p/a[text()='doses']/@href")
    assert [e.text for e in root.xpath(f"//*[@id='{target[1:]}']")] == ["Doses"]

"""All rules together, on the repository's own samples and on what one rule leaves another."""

from __future__ import annotations

import doctest
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from plainlang import encoding
from plainlang.ast import has_class, stringify, walk
from plainlang.cleanup import RULE_NAMES, RULES, clean, derived_title, pronunciation
from plainlang.document import Document, Provenance
from plainlang.engines import Engines
from plainlang.readers import read_document


@pytest.fixture(scope="module")
def sample(engines: Engines, repository: Path) -> Callable[[str], Document]:
    def read(name: str) -> Document:
        path = repository / "seeds" / name
        decoded = encoding.decode(path.read_bytes(), file=name)
        reading = read_document(
            decoded.text,
            file=name,
            provenance=Provenance(name, "", ""),
            default_language="en",
            engines=engines,
        )
        return reading.document

    return read


def elements(document: Document, kind: str) -> list[Any]:
    return [element for element in walk(document.blocks) if element["t"] == kind]


def test_names_are_kebab_case_and_differ() -> None:
    assert len(set(RULE_NAMES)) == len(RULES)
    assert all(name == name.lower().replace("_", "-") for name in RULE_NAMES)
    assert all(rule.summary.endswith(".") for rule in RULES)


def test_drug_page_with_a_flattened_list(sample: Callable[[str], Document]) -> None:
    result = clean(sample("axicabtagene-ciloleucel.md"))
    document = result.document
    assert document.metadata.title == "Axicabtagene Ciloleucel"
    assert document.metadata.pronunciation == "AK-see-KAB-tuh-jeen sy-loh-LOO-sel"
    assert document.blocks[0]["t"] == "Para"
    [labels] = elements(document, "DefinitionList")
    assert [stringify(term) for term, _ in labels["c"]] == ["US Brand Name(s)", "FDA Approved"]
    lists = elements(document, "BulletList")
    assert [len(found["c"]) for found in lists] == [1, 5, 1, 6, 5]
    [note] = elements(document, "Note")
    assert stringify(note).strip().startswith("The approval for this type")
    [links] = [found for found in elements(document, "Div") if has_class(found, "link-list")]
    assert len(links["c"][1][0]["c"]) == 5
    assert all("://" in link["c"][2][0] for link in elements(document, "Link"))
    assert {heading["c"][0] for heading in elements(document, "Header")} == {2}
    assert "Placeholder" not in stringify(document.blocks)
    flattened = [change for change in result.changes if change.rule == "flattened-list"]
    assert [change.line for change in flattened] == [48]
    assert "please check" in flattened[0].message


def test_journal_abstract(sample: Callable[[str], Document]) -> None:
    result = clean(sample("car-t-myeloma-consensus.txt"))
    document = result.document
    prose, disclosure, rights = document.blocks
    assert prose["t"] == "Para"
    assert stringify(prose).rstrip().endswith("medicines against myeloma.")
    assert has_class(disclosure, "disclosure")
    assert stringify(disclosure).startswith("Competing Interests: ")
    assert has_class(rights, "rights")
    assert has_class(rights, "legal")
    assert document.metadata.rights.startswith("Copyright © 2026")
    assert document.metadata.title_derived
    assert document.metadata.title.endswith("…")
    assert stringify(prose).startswith(document.metadata.title[:-1])
    assert [change.removed for change in result.changes] == [",", ",", ""]


@pytest.mark.parametrize(
    "name",
    ["axicabtagene-ciloleucel.md", "ciltacabtagene-autoleucel.md", "car-t-myeloma-consensus.txt"],
)
def test_samples_lose_only_what_is_said(name: str, sample: Callable[[str], Document]) -> None:
    before = sample(name)
    result = clean(before)
    # The mark of a footnote is removed from within a word, so characters are counted.
    removed = [change.removed for change in result.changes]
    for value in removed:
        assert all(word in stringify(before.blocks) for word in value.split())
    old = sum(len(word) for word in stringify(before.blocks).split())
    new = sum(len(word) for word in stringify(result.document.blocks).split())
    assert old - new == sum(len(word) for value in removed for word in value.split())
    assert clean(result.document).document == result.document


def test_one_rule_can_be_switched_off(sample: Callable[[str], Document]) -> None:
    document = sample("axicabtagene-ciloleucel.md")
    result = clean(document, frozenset({"placeholder", "flattened-list"}))
    assert "Placeholder slot" in stringify(result.document.blocks)
    assert not {change.rule for change in result.changes} & {"placeholder", "flattened-list"}
    assert result.document.metadata.title == "Axicabtagene Ciloleucel"


def test_changes_of_a_rule_come_in_the_order_of_lines(read: Callable[[str], Document]) -> None:
    result = clean(read("> Placeholder slot\n>\n> Sleep.\n\nRest.\n\n{: .wide}\n"))
    assert [change.line for change in result.changes if change.rule == "placeholder"] == [1, 7]


def test_nothing_to_do_gives_the_same_document(read: Callable[[str], Document]) -> None:
    document = read("---\ntitle: Sleep\n---\n\nRest well.\n\n## Naps\n\nShort ones help.\n")
    result = clean(document)
    assert result.document == document
    assert result.changes == ()


@pytest.mark.parametrize(
    ("source", "left"),
    [
        ("##\n\nPlaceholder slot\n\nRest.\n", ["Para"]),
        ("# Sleep\n\n(SLEE-ping-well)\n\n# Sleep\n\nRest.\n", ["Para"]),
        ("##\n\n## Naps\n\nRest.\n", ["Header", "Para"]),
        ("[a](javascript:x)\n\n[b](https://example.org)\n\nRest.\n", ["Para", "Para", "Para"]),
    ],
)
def test_one_rule_sees_what_another_left(
    source: str, left: list[str], read: Callable[[str], Document]
) -> None:
    assert [block["t"] for block in clean(read(source)).document.blocks] == left


def test_plain_text_is_no_markup(engines: Engines) -> None:
    reading = read_document(
        "##Rest\n\n**Rest.**Sleep\n\n[a\n\nb](https://example.org)\n",
        file="a.txt",
        provenance=Provenance("a.txt", "", ""),
        default_language="en",
        engines=engines,
    )
    result = clean(reading.document)
    assert {change.rule for change in result.changes} == {"derived-title"}


def test_lists_nested_deep_are_cleaned(read: Callable[[str], Document]) -> None:
    result = clean(read("- " * 120 + "Placeholder slot\n"))
    assert result.document.blocks == ()


@pytest.mark.parametrize("module", [pronunciation, derived_title], ids=lambda m: m.__name__)
def test_examples_in_docstrings(module: Any) -> None:
    failed, tried = doctest.testmod(module)
    assert tried
    assert not failed

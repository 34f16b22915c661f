from __future__ import annotations

from typing import Any

import pytest

from plainlang.ast import para, text
from plainlang.diagnostics import Code, Severity
from plainlang.document import Document, Metadata, Provenance
from plainlang.readers.front_matter import split_front_matter
from plainlang.readers.metadata import read_metadata
from plainlang.rights import check_rights


def document(front: str, body: str = "x") -> Document:
    split = split_front_matter(f"---\n{front}\n---\n", "d.md")
    metadata = read_metadata(split.values, split.lines, "d.md")[0]
    blocks = (para(text(body), 9),)
    return Document("d", "en", metadata, blocks, (1, 23, 1), Provenance("d.md", "markdown", ""))


@pytest.mark.parametrize(
    "front",
    [
        "x: 1\nrights: All rights reserved",
        "rights: CC BY\ncopyright: © A. All rights reserved.",
        "rights: {en: x}\ncopyright: all rights reserved",
        "x: 1\nlicence: Tous droits réservés",
        "license: MIT\nlicence: ALL RIGHTS RESERVED",
        "x: 1\nnotice: [Sample, all rights reserved]",
        "x: 1\ncitation: A Journal. All rights reserved.",
        "x: 1\nterms: {web: [{en: Todos los derechos reservados}]}",
        "x: 1\nterms: |\n  All\n  rights reserved",
        "x: 1\ntags: {All rights reserved: yes}",
    ],
)
def test_a_reservation_is_found_wherever_the_front_matter_says_it(front: str) -> None:
    (found,) = check_rights(document(front), "warn")
    assert (found.code, found.severity) == (Code.RIGHTS_RESERVED, Severity.WARNING)
    assert found.line in {2, 3}
    assert check_rights(document(front), "block")[0].severity is Severity.ERROR
    assert check_rights(document(front), "allow") == ()


def test_a_reservation_in_the_text_has_its_line() -> None:
    (found,) = check_rights(document("title: A", "© B. All rights reserved"), "warn")
    assert found.line == 9
    assert check_rights(document("title: A\nrights: CC BY"), "warn") == ()


def test_a_value_that_holds_itself_is_searched_once() -> None:
    loop: dict[str, Any] = {"note": "Alle Rechte vorbehalten"}
    loop["self"] = [loop]
    made = Document(
        "d", "en", Metadata(extra={"x": loop}), (), (1, 23, 1), Provenance("d.md", "markdown", "")
    )
    assert len(check_rights(made, "warn")) == 1


@pytest.mark.parametrize(
    ("front", "shown"),
    [("rights: All rights reserved", True), ("terms: All rights reserved", False)],
)
def test_it_is_said_whether_an_edition_shows_the_notice(front: str, shown: bool) -> None:
    (found,) = check_rights(document(front), "warn")
    assert ("stands in every edition" in found.hint) is shown
    assert ("`rights:`" in found.hint) is not shown


@pytest.mark.parametrize(
    ("policy", "severity"), [("warn", Severity.INFO), ("block", Severity.WARNING)]
)
def test_a_recorded_basis_lets_the_document_through_and_is_named(
    policy: str, severity: Severity
) -> None:
    front = "rights: All rights reserved.\nrights-basis: Marrakesh Treaty exception"
    (found,) = check_rights(document(front), policy)
    assert (found.code, found.severity) == (Code.RIGHTS_RESERVED, severity)
    assert "Marrakesh Treaty exception" in found.message
    assert check_rights(document(front), "allow") == ()


def test_a_basis_that_is_empty_is_none() -> None:
    (found,) = check_rights(document("rights: All rights reserved.\nrights-basis:"), "block")
    assert found.severity is Severity.ERROR
    assert "rights-basis" in found.hint

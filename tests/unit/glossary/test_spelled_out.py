from __future__ import annotations

from tests.unit.glossary.terms import header, paragraph

from plainlang.ast import has_class, stringify, structures
from plainlang.glossary.spelled_out import mark_abbreviations


def test_later_uses_are_marked_and_the_definition_is_not() -> None:
    one = paragraph("A chimeric antigen receptor (CAR) is made.")
    blocks, found = mark_abbreviations([one, header("CAR"), paragraph("CARs and CAR-T, a CAR.")])
    assert found == {"CAR": "chimeric antigen receptor"}
    marked = [e for e in structures(blocks) if e["t"] == "Span" and has_class(e, "abbr")]
    assert [stringify(e) for e in marked] == ["CAR", "CAR"]
    assert {dict(e["c"][0][2])["title"] for e in marked} == {"chimeric antigen receptor"}
    assert blocks[0] == one
    assert stringify(blocks) == stringify([one, header("CAR"), paragraph("CARs and CAR-T, a CAR.")])


def test_what_is_never_used_again_is_not_listed() -> None:
    assert mark_abbreviations([paragraph("A body mass index (BMI) is a number.")])[1] == {}


def test_two_meanings_are_left_alone() -> None:
    blocks = [
        paragraph("Multiple sclerosis (MS) and mass spectrometry (MS)."),
        paragraph("The MS is done."),
    ]
    assert mark_abbreviations(blocks) == (blocks, {})

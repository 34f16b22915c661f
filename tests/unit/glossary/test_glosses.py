from __future__ import annotations

import pytest
from tests.unit.glossary.terms import entry

from plainlang.glossary.gloss import first_sentence, gloss


@pytest.mark.parametrize(
    ("term", "definition", "expected"),
    [
        ("graft", "Healthy skin. It grows.", "healthy skin"),
        ("graft", "A graft is a piece of skin.", "a piece of skin"),
        ("Cell line (CL)", "Cell line (CL) means cells in a dish.", "cells in a dish"),
        ("graft", "Also called transplant.", ""),
        ("stage I", "The tumor is small.", ""),
        ("stage I", "Stage I may be small or large.", ""),
        ("grade", "One of: (1) low; (2) high.", ""),
        ("dermal", "Refers to the skin.", "the skin"),
        ("dermal", "Having to do with the skin.", "having to do with the skin"),
        ("CT", "X-rays in slices.", "X-rays in slices"),
        ("vector", "DNA that carries genes.", "DNA that carries genes"),
        ("pox", "Kaposi Sarcoma of the skin.", "Kaposi Sarcoma of the skin"),
        (
            "tall",
            "Taller than most people in the U.S. today. More.",
            "taller than most people in the U.S. today",
        ),
        ("long", "One two three four five six seven eight nine ten 11 12 13 14 15 16.", ""),
    ],
)
def test_gloss(term: str, definition: str, expected: str) -> None:
    assert gloss(entry("x", term, definition), 15) == expected


def test_german_nouns_keep_their_capitals() -> None:
    noun = entry("x", "Wort", "Gewebe, das heilt.", language="de")
    assert gloss(noun, 15) == "Gewebe, das heilt"
    assert gloss(entry("x", "Wort", "Ein Gewebe.", language="de"), 15) == "ein Gewebe"


def test_spanish() -> None:
    assert gloss(entry("x", "ganglio", "Órgano pequeño.", language="es"), 15) == "órgano pequeño"
    assert gloss(entry("x", "ganglio", "El tumor es pequeño.", language="es"), 15) == ""


def test_a_sentence_does_not_end_at_an_abbreviation() -> None:
    assert first_sentence("Food, e.g. Bread or rice. More.") == "Food, e.g. Bread or rice."


@pytest.mark.parametrize(
    ("definition", "language", "expected"),
    [
        ("A statistics term. The middle value of a set.", "en", "the middle value of a set"),
        ("Término estadístico. El valor del medio.", "es", "el valor del medio"),
        ("A general term for a tumor.", "en", "a general term for a tumor"),
    ],
)
def test_the_name_of_a_field_is_no_meaning(definition: str, language: str, expected: str) -> None:
    assert gloss(entry("x", "median", definition, language=language), 15) == expected


@pytest.mark.parametrize(
    ("definition", "language"),
    [
        ("Describes a tumor that grows quickly.", "en"),
        ("Describe un tumor que crece rápido.", "es"),
        ("In medicine, describes a tumor that grows quickly.", "en"),
    ],
)
def test_what_a_word_describes_is_no_meaning_that_fits_behind_it(
    definition: str, language: str
) -> None:
    assert gloss(entry("x", "aggressive", definition, language=language), 15) == ""

"""Terms: what stands out, and what explains it."""

from __future__ import annotations

import pytest
from made import sentence

from plainlang.readability.abbreviations import abbreviations, expanded, stands_for
from plainlang.readability.jargon import explained_in, terms_of
from plainlang.readability.report import Kind, Status


def status(text: str, term: str, **given: object) -> str:
    found = {t.term: t for t in terms_of([sentence(text)], "en", **given)}  # type: ignore[arg-type]
    return found[term].status


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("OSA and two MRIs.", ["OSA", "MRI"]),
        ("Stage II and stage IV of CKD.", ["CKD"]),
        ("COVID-19 and T2DM and a B cell.", ["COVID", "T2DM"]),
        ("DO NOT STOP THIS MEDICINE. Ask about CPAP.", ["CPAP"]),
        ("I am OK, Mr A.", ["OK"]),
        ("HbA1c is no word in capitals, nor is pH.", []),
    ],
)
def test_abbreviations(text: str, found: list[str]) -> None:
    assert list(abbreviations(text)) == found


@pytest.mark.parametrize(
    ("text", "short"),
    [
        ("Obstructive sleep apnoea (OSA) is common.", "OSA"),
        ("A machine for CPAP (continuous positive airway pressure) helps.", "CPAP"),
        ("We use magnetic resonance imaging (MRI).", "MRI"),
        ("Ask the Medicines and Healthcare products Regulatory Agency (MHRA).", "MHRA"),
    ],
)
def test_the_text_spells_it_out(text: str, short: str) -> None:
    assert expanded([text]) == {short}


def test_other_brackets_spell_nothing_out() -> None:
    assert expanded(["See the other page (OSA).", "OSA (see below)", "Take CPAP (50 mg)."]) == set()


def test_letters_must_stand_in_order_and_the_first_at_a_word() -> None:
    assert stands_for("OSA", "obstructive sleep apnoea")
    assert not stands_for("ASO", "obstructive sleep apnoea")
    assert not stands_for("BS", "obstructive sleep")
    assert not stands_for("OSA", "")


def test_statuses_of_an_abbreviation() -> None:
    assert status("We use CPAP at night.", "CPAP") is Status.UNEXPLAINED
    assert status("We use CPAP.", "CPAP", glossary={"cpap": True}) is Status.DEFINED
    assert status("We use CPAP.", "CPAP", glossary={"CPAP": False}) is Status.MISSING
    heading = ["Continuous positive airway pressure (CPAP)"]
    assert status("We use CPAP.", "CPAP", others=heading) is Status.DEFINED


def test_lay_abbreviations_are_left_out() -> None:
    assert terms_of([sentence("Call the NHS or your GP in the UK.")], "en") == ()


@pytest.mark.parametrize(
    ("text", "explained"),
    [
        ("You may have apnoea (pauses in your breathing).", True),
        ("Pauses in your breathing are called apnoea.", True),
        ("Pauses in breathing (apnoea) are common.", True),
        ("An apnoea is when you stop breathing.", True),
        ("Apnoea means that you stop breathing.", True),
        ("You may have apnoea at night.", False),
        ("Ask about apnoea (50).", False),
    ],
)
def test_rare_words_that_the_text_explains(text: str, explained: bool) -> None:
    assert ("apnoea" in explained_in(text, "en")) is explained
    (term,) = (t for t in terms_of([sentence(text)], "en") if t.term.casefold() == "apnoea")
    assert (term.status is Status.DEFINED) is explained


def test_terms_are_counted_and_the_most_frequent_come_first() -> None:
    made = [sentence("Apnoea, apnoea.", 3), sentence("The titration of apnoea.", 9)]
    found = terms_of(made, "en")
    assert [(t.term, t.count, t.line) for t in found] == [("apnoea", 3, 3), ("titration", 1, 9)]


def test_a_word_that_is_always_written_with_a_capital_is_a_name() -> None:
    (term,) = terms_of([sentence("Ask Doctor Titration.")], "en")
    assert term.kind is Kind.NAME
    (german,) = terms_of([sentence("Fragen Sie nach der Titration.")], "de")
    assert german.kind is Kind.RARE_WORD


def test_nothing_rare_means_no_terms() -> None:
    assert terms_of([sentence("Drink a glass of water.")], "en") == ()

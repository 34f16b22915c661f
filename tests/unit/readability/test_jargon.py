"""Terms: what stands out, and what explains it."""

from __future__ import annotations

import pytest
from made import sentence

from plainlang.readability.abbreviations import abbreviations, expansions
from plainlang.readability.jargon import explained_in, terms_of
from plainlang.readability.reasons.rare_words import rare
from plainlang.readability.report import How, Kind, Status


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
    ("text", "short", "long"),
    [
        ("Obstructive sleep apnoea (OSA) is common.", "OSA", "Obstructive sleep apnoea"),
        (
            "A machine for CPAP (continuous positive airway pressure) helps.",
            "CPAP",
            "continuous positive airway pressure",
        ),
        ("We use magnetic resonance imaging (MRI).", "MRI", "magnetic resonance imaging"),
        ("They have chimeric antigen receptors (CARs).", "CAR", "chimeric antigen receptors"),
    ],
)
def test_the_text_spells_it_out(text: str, short: str, long: str) -> None:
    assert expansions([text]) == {short: long}
    (term,) = (t for t in terms_of([sentence(text)], "en") if t.term == short)
    assert (term.status, term.how, term.expansion) == (Status.DEFINED, How.TEXT, long)


def test_other_brackets_spell_nothing_out() -> None:
    texts = ["See the other page (OSA).", "OSA (see below)", "Take CPAP (50 mg)."]
    assert expansions(texts) == {}


def test_words_of_the_title_are_what_the_document_is_about() -> None:
    made = [sentence("Apnoea needs titration. Ask about CPAP.")]
    found = {t.term: t for t in terms_of(made, "en", title="Apnoea and CPAP (AP-nee-uh)")}
    assert (found["Apnoea"].status, found["Apnoea"].how) == (Status.DEFINED, How.TITLE)
    assert (found["titration"].status, found["titration"].how) == (Status.UNEXPLAINED, How.NOTHING)
    assert found["CPAP"].status is Status.UNEXPLAINED  # a title uses it and does not explain it


def test_the_publisher_is_noted_and_needs_no_explanation() -> None:
    (found,) = terms_of([sentence("Call CPAPA at night.")], "en", publisher="CPAPA")
    assert (found.term, found.status, found.how) == ("CPAPA", Status.DEFINED, How.SOURCE)


def test_marked_terms_are_listed_although_they_are_common() -> None:
    made = [sentence("Your bone marrow and bone marrow.", 4), sentence("A blood test.", 5)]
    given = {"bone marrow": True, "Blood Test": False, "elsewhere": False, "absent": True}
    found = {t.term: t for t in terms_of(made, "en", given)}
    assert set(found) == {"bone marrow", "blood test", "elsewhere"}
    marrow = found["bone marrow"]
    assert (marrow.kind, marrow.count, marrow.line) == (Kind.MARKED, 2, 4)
    assert (marrow.status, marrow.how) == (Status.DEFINED, How.GLOSSARY)
    assert found["blood test"].status is Status.MISSING
    assert (found["elsewhere"].count, found["elsewhere"].line) == (0, None)


def test_a_rare_word_of_a_defined_phrase_is_defined() -> None:
    glossary = {"apnoea titration": True}
    assert status("An apnoea titration.", "titration", glossary=glossary) is Status.DEFINED


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


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "nurse’s therapies summaries slows"),
        ("es", "causarle juzgarlos saludablemente propaguen relacionamos aliviarlos"),
        ("fr", "limitera déclarez recevras l’intervention vacciné·e sante.fr vaccinées"),
        ("de", "untersuchtest behandelten einzunehmen"),
        ("ar", "وبالمستشفى وللطبيب أعراضهم"),
    ],
)
def test_forms_of_common_words_and_addresses_are_no_jargon(language: str, words: str) -> None:
    for word in words.split():
        made = sentence(word, zipf={word: 1.0})
        assert rare(made, language) == (word,)
        assert terms_of([made], language) == ()


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "proteasome thrombocytopenia"),
        ("es", "colitis trombosis poliuretano"),
        ("fr", "myocardite asymptomatiques"),
        ("de", "thrombozytopenie"),
        ("ar", "ريمديسيفير"),
    ],
)
def test_rare_words_stay_jargon(language: str, words: str) -> None:
    for word in words.split():
        (found,) = terms_of([sentence(word, zipf={word: 1.0})], language)
        assert (found.term, found.kind) == (word, Kind.RARE_WORD)


@pytest.mark.parametrize(
    ("language", "text", "shown", "count"),
    [
        ("ar", "ريمديسيفير وريمديسيفير بريمديسيفير لريمديسيفير", "ريمديسيفير", 4),
        ("en", "proteasomes proteasome proteasome's", "proteasome", 3),
        ("fr", "myocardite l’myocardite d’myocardite", "myocardite", 3),
    ],
)
def test_forms_of_one_word_are_one_term(language: str, text: str, shown: str, count: int) -> None:
    made = sentence(text, zipf=dict.fromkeys(text.split(), 1.0))
    (found,) = terms_of([made], language)
    assert (found.term, found.count) == (shown, count)


def test_a_name_keeps_its_inner_capitals() -> None:
    (found,) = terms_of([sentence("MedlinePlus helps.", zipf={"medlineplus": 1.0})], "en")
    assert (found.term, found.kind) == ("MedlinePlus", Kind.NAME)

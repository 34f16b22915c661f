from __future__ import annotations

import itertools
import pickle
from pathlib import Path
from typing import Any

import pytest

from plainlang.glossary.base import GlossaryEntry, Reference
from plainlang.glossary.store import Glossary

HP = "health-professional"


def made(dictionary: str = "nci", identifier: str = "7", **more: Any) -> GlossaryEntry:
    given: dict[str, Any] = {"term": "graft", "language": "en", "definition": "Moved skin."}
    return GlossaryEntry(dictionary, identifier, **{**given, **more})


REFERENCE = Reference("nci", "7", "id", "patient", "en")

#: NCI's own order for a patient's term (``useFallback=true``).
ORDER = [
    ("nci", "patient"),
    ("nci", HP),
    ("nci-notset", "patient"),
    ("nci-notset", HP),
    ("nci-genetics", "patient"),
    ("nci-genetics", HP),
]


@pytest.mark.parametrize(("first", "second"), list(itertools.combinations(ORDER, 2)), ids="-".join)
@pytest.mark.parametrize("turned", [False, True])
def test_the_order_of_falling_back_is_nci_s(
    first: tuple[str, str], second: tuple[str, str], turned: bool
) -> None:
    entries = [made(dictionary, audience=audience) for dictionary, audience in (first, second)]
    found = Glossary(reversed(entries) if turned else entries).find(REFERENCE, "en").entry
    assert found is not None
    assert (found.dictionary, found.audience) == first


def test_the_whole_order() -> None:
    left = [made(dictionary, audience=audience) for dictionary, audience in ORDER]
    left.sort(key=lambda entry: entry.definition)
    order = []
    while left:
        entry = Glossary(left).find(REFERENCE, "en").entry
        assert entry is not None
        order.append((entry.dictionary, entry.audience))
        left.remove(entry)
    assert order == ORDER


@pytest.mark.parametrize(
    ("entry", "language", "audience", "problem"),
    [
        (made(), "en", "patient", ""),
        (made(language="en-GB"), "en-GB", "patient", ""),
        (made(), "en-GB", "patient", ""),
        (made(language="es-ES"), "es-MX", "patient", ""),
        (made(), "es", "patient", "other-language"),
        (made(language="zh-Hans"), "zh-Hant", "patient", "other-language"),
        (made(audience=HP), "en", "patient", "other-audience"),
        (made(), "en", HP, "other-audience"),
        (made(audience=HP), "en", HP, ""),
        (made(audience=HP), "es", "patient", "other-language"),
    ],
)
def test_what_is_shown_in_the_place_of_something_else_is_said(
    entry: GlossaryEntry, language: str, audience: str, problem: str
) -> None:
    found = Glossary([entry]).find(REFERENCE, language, audience)
    assert (found.entry, found.problem) == (entry, problem)


def test_what_is_not_there_is_unknown() -> None:
    found = Glossary([made(identifier="8"), made("clinic")]).find(REFERENCE, "en")
    assert (found.entry, found.problem) == (None, "unknown")


def test_the_language_goes_before_dictionary_and_audience() -> None:
    spanish = made("nci-genetics", audience=HP, language="es")
    assert Glossary([made(), spanish]).find(REFERENCE, "es").entry == spanish


def test_of_other_languages_the_link_s_goes_first_then_english() -> None:
    entries = [made(language=tag) for tag in ("ar", "en", "es")]
    spanish = Reference("nci", "7", "id", "patient", "es")
    assert Glossary(entries).find(spanish, "vi").entry == entries[2]
    assert Glossary(entries[:2]).find(spanish, "vi").entry == entries[1]
    assert Glossary(entries[:1]).find(spanish, "vi").entry == entries[0]


@pytest.mark.parametrize("by", ["id", "name", "term"])
def test_a_user_s_own_entry_wins_by_the_term(by: str) -> None:
    own = made("local", "my-graft", definition="In our words.")
    reference = Reference("nci", {"id": "7", "name": "graft-2", "term": "graft"}[by], by)
    assert Glossary([made(name="graft-2"), own]).find(reference, "en").entry == own


def test_a_user_s_own_entry_wins_by_the_id() -> None:
    own = made("local", term="other words")
    assert Glossary([made(), own]).find(REFERENCE, "en").entry == own


def test_a_user_s_own_entry_in_another_language_does_not_win() -> None:
    own = made("local", language="es")
    assert Glossary([made(), own]).find(REFERENCE, "en").entry == made()


def test_a_name_leads_to_the_entry_in_every_language() -> None:
    english, spanish = made(name="graft"), made(name="injerto", term="injerto", language="es")
    glossary = Glossary([english, spanish])
    assert glossary.find(Reference("nci", "GRAFT", "name"), "es").entry == spanish
    assert glossary.find(Reference("nci", "injerto", "name"), "en").entry == english


@pytest.mark.parametrize("written", ["Graft", "the  Graft", "crohn’s disease", "CROHN'S DISEASE"])
def test_terms_are_compared_without_case_and_kind_of_apostrophe(written: str) -> None:
    entry = made(term="Crohn’s disease", variants=("graft", "The graft"))
    glossary = Glossary([entry])
    assert glossary.by_term(written, "en") == entry
    assert glossary.find(Reference("", written, "term"), "en").entry == entry
    assert glossary.by_term(written, "es") is None


def test_a_glossary_can_be_sent_to_another_process() -> None:
    glossary = Glossary([made(), made(language="es")])
    again = pickle.loads(pickle.dumps(glossary))
    assert again.entries == glossary.entries
    assert again.find(REFERENCE, "es").entry == made(language="es")


def test_no_folder_is_an_empty_glossary(tmp_path: Path) -> None:
    glossary, problems = Glossary.load(tmp_path / "none")
    assert (len(glossary), problems) == (0, ())


def test_a_user_s_own_entries_are_listed_first() -> None:
    own = made("local")
    assert Glossary([made(), own]).entries == (own, made())

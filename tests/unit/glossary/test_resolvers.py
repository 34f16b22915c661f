from __future__ import annotations

import pickle

import pytest

from plainlang.config import GlossaryLink
from plainlang.glossary.base import Reference
from plainlang.glossary.resolvers import resolve, resolvers_for

POPUP = "/Common/PopUps/popDefinition.aspx"
PRETTY = "/publications/dictionaries/cancer-terms/def/"
BONITA = "/espanol/publicaciones/diccionarios/diccionario-cancer/def/"


@pytest.mark.parametrize(
    "url",
    [
        f"{POPUP}?id=45793&version=Patient&language=English",
        f"{POPUP}?id=CDR0000045793&version=Patient&language=English",
        f"{POPUP}?id=cdr45793&version=patient&language=en",
        f"{POPUP}?id=0045793&version=PATIENT&language=ENGLISH",
        f"{POPUP}?ID=45793&Version=Patient&Language=En",
        f"{POPUP}?language=English&version=Patient&id=45793",
        f"{POPUP}?id=45793&amp;version=Patient&amp;language=English",
        f"{POPUP}?id=45793&amp;amp;version=Patient&amp;amp;language=English",
        f"{POPUP}?id=45793#38;version=Patient#38;language=English",
        f"{POPUP}?id=45793&#38;version=Patient&#38;language=English",
        f"{POPUP}?id=45793&amp;#38;version=Patient&amp;#38;language=English",
        f"{POPUP}?id=45793&#x26;version=Patient&#x26;language=English",
        f"{POPUP}?id=45793&version=Patient&language=English&dictionary=Cancer.gov",
        f"https://www.cancer.gov{POPUP}?id=45793&version=Patient&language=English",
        f"http://cancer.gov{POPUP}?id=45793&version=Patient&language=English",
        f"HTTPS://WWW.CANCER.GOV{POPUP}?id=45793&version=Patient&language=English",
        f"//www.cancer.gov{POPUP}?id=45793&version=Patient&language=English",
        f"  {POPUP.lower()}?id=45793&version=Patient&language=English ",
        "popDefinition.aspx?id=45793&version=Patient&language=English",
        "../PopUps/popDefinition.aspx?id=45793&version=Patient&language=English",
        "/common/popups/popDefinition?id=45793&version=Patient&language=English",
        f"{PRETTY}45793",
        f"{PRETTY}CDR0000045793/",
    ],
)
def test_every_form_names_one_entry(url: str) -> None:
    assert resolve(url) == Reference("nci", "45793", "id", "patient", "en")


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("id=7", Reference("nci", "7", "id")),
        ("id=7&version=HealthProfessional&language=Spanish",
         Reference("nci", "7", "id", "health-professional", "es")),
        ("id=7&version=healthprofessional&language=ES",
         Reference("nci", "7", "id", "health-professional", "es")),
        ("id=7&version=Other&language=Klingon", Reference("nci", "7", "id")),
        ("id=7&dictionary=genetic", Reference("nci-genetics", "7", "id")),
        ("id=7&dictionary=Genetics", Reference("nci-genetics", "7", "id")),
        ("id=7&dictionary=NotSet", Reference("nci-notset", "7", "id")),
        ("term=lymph%20node&version=Patient", Reference("nci", "lymph node", "term", "patient")),
    ],
)  # fmt: skip
def test_what_a_link_says_beside_the_number(query: str, expected: Reference) -> None:
    assert resolve(f"{POPUP}?{query}") == expected


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        (PRETTY + "Fatigue", Reference("nci", "fatigue", "name", "patient", "en")),
        (f"https://www.cancer.gov{PRETTY}fatigue?redirect=true#top",
         Reference("nci", "fatigue", "name", "patient", "en")),
        (BONITA + "cansancio", Reference("nci", "cansancio", "name", "patient", "es")),
        (BONITA + "c%C3%A1ncer", Reference("nci", "cáncer", "name", "patient", "es")),
        ("/espanol/publicaciones/diccionario/diccionario-cancer/def/7",
         Reference("nci", "7", "id", "patient", "es")),
        ("/publications/dictionaries/genetics-dictionary/def/allele",
         Reference("nci-genetics", "allele", "name", "health-professional", "en")),
        ("/espanol/publicaciones/diccionarios/diccionario-genetica/def/alelo",
         Reference("nci-genetics", "alelo", "name", "health-professional", "es")),
        ("/publications/dictionaries/cancer-terms?cdrid=7",
         Reference("nci", "7", "id", "patient", "en")),
    ],
)  # fmt: skip
def test_pretty_addresses(url: str, expected: Reference) -> None:
    assert resolve(url) == expected


@pytest.mark.parametrize(
    "url",
    [
        "",
        "#popDefinition.aspx?id=7",
        "mailto:popDefinition.aspx?id=7",
        "javascript:popDefinition.aspx?id=7",
        f"https://example.org{POPUP}?id=7",
        f"https://notcancer.gov{POPUP}?id=7",
        f"https://cancer.gov.example.org{POPUP}?id=7",
        f"https://[cancer.gov{POPUP}?id=7",
        POPUP,
        f"{POPUP}?id=",
        f"{POPUP}?id=0",
        f"{POPUP}?id=seven",
        f"{POPUP}?id=99999999999",
        "/publications/dictionaries/cancer-terms",
        PRETTY,
        "/publications/dictionaries/cancer-drug/def/aspirin",
        PRETTY + "a/b",
        "https://www.cancer.gov/about-cancer",
    ],
)
def test_other_links_name_nothing(url: str) -> None:
    assert resolve(url) is None


LINKS = (
    GlossaryLink(prefix="https://example.org/words/", dictionary="example"),
    GlossaryLink(prefix="https://example.org/terms?no=", dictionary="numbers", by="id"),
)


@pytest.mark.parametrize(
    ("url", "expected"),
    [
        ("https://example.org/words/Skin%20Graft", Reference("example", "skin graft", "name")),
        (" https://example.org/words/graft/more?x=1#y ", Reference("example", "graft", "name")),
        ("https://example.org/terms?no=AB-7&lang=en", Reference("numbers", "AB-7", "id")),
        ("https://example.org/words/", None),
        ("https://example.org/words/#graft", None),
        ("https://example.org/other/graft", None),
        (f"{POPUP}?id=7", Reference("nci", "7", "id")),
    ],
)
def test_configured_prefixes(url: str, expected: Reference | None) -> None:
    assert resolve(url, resolvers_for(LINKS)) == expected


def test_a_configured_prefix_goes_before_the_built_in() -> None:
    own = GlossaryLink(prefix=f"https://www.cancer.gov{PRETTY}", dictionary="mine")
    found = resolve(f"https://www.cancer.gov{PRETTY}fatigue", resolvers_for([own]))
    assert found == Reference("mine", "fatigue", "name")


def test_resolvers_can_be_sent_to_another_process() -> None:
    resolvers = resolvers_for(LINKS)
    assert pickle.loads(pickle.dumps(resolvers)) == resolvers

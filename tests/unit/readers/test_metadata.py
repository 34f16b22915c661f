from __future__ import annotations

from datetime import date

import pytest

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.readers.front_matter import parse_date, split_front_matter
from plainlang.readers.metadata import add_months, canonical_tag, read_metadata


def read(**values: object) -> tuple:
    return read_metadata(values, {key: n for n, key in enumerate(values, 2)}, "f.md")


def test_metadata_is_typed_and_unknown_keys_are_kept() -> None:
    metadata, language, identifier, problems = read(
        title="A  long\ntitle", language="es_MX", lastReviewed="2025-12-30",
        reviewFrequency="quarterly", license="public_domain", tags=["a", 2], cancerTypes=["x"],
        url="https://x.org/y", version=1, id="my-id",
    )  # fmt: skip
    assert problems == ()
    assert metadata.title == "A long title"
    assert (language, identifier) == ("es-MX", "my-id")
    assert metadata.last_reviewed == date(2025, 12, 30)
    assert metadata.next_review == date(2026, 3, 30)
    assert metadata.tags == ("a", "2")
    assert metadata.version == "1"
    assert metadata.extra == {"cancerTypes": ["x"]}


@pytest.mark.parametrize(
    ("key", "value", "words"),
    [
        ("lastReviewed", "December 2025", "not a date"),
        ("lastReviewed", "2025-02-30", "not a date"),
        ("reviewFrequency", "now and then", "not a known frequency"),
        ("title", ["a", "b"], "not a list"),
        ("url", "www.cancer.gov", "not a web address"),
        ("tags", {"a": 1}, "list of texts"),
        ("description", True, "not yes or no"),
    ],
)
def test_a_wrong_value_is_reported_and_kept(key: str, value: object, words: str) -> None:
    metadata, *_, problems = read(**{key: value})
    assert [p.code for p in problems] == [Code.METADATA_INVALID]
    assert words in problems[0].message
    assert problems[0].message.startswith(key)
    assert problems[0].line == 2
    if key not in {"reviewFrequency", "url"}:
        assert metadata.extra == {key: value}


def test_months_end_where_the_month_ends() -> None:
    assert add_months(date(2025, 11, 30), 3) == date(2026, 2, 28)
    assert add_months(date(2024, 1, 31), 1) == date(2024, 2, 29)
    assert add_months(date(2025, 12, 1), 12) == date(2026, 12, 1)


def test_dates_are_read_in_one_form_only() -> None:
    assert parse_date(date(2025, 1, 2)) == date(2025, 1, 2)
    assert parse_date("2025-01-02") == date(2025, 1, 2)
    assert parse_date("02/01/2025") is None
    assert parse_date(20250102) is None
    assert parse_date("2025-02-30") is None
    assert parse_date("2025-01-02T10:30:00Z") == date(2025, 1, 2)
    assert parse_date("2025-01-02 10:30") == date(2025, 1, 2)
    assert parse_date("2025-01-02 or so") is None


def test_an_impossible_date_is_reported_with_its_line() -> None:
    front = split_front_matter("---\ntitle: A\nlastReviewed: 2025-02-30\n---\n", "f.md")
    metadata, *_, problems = read_metadata(front.values, front.lines, "f.md")
    assert [(p.code, p.line) for p in problems] == [(Code.METADATA_INVALID, 3)]
    assert metadata.last_reviewed is None
    assert metadata.extra == {"lastReviewed": "2025-02-30"}


def test_a_review_after_the_last_year_is_reported() -> None:
    metadata, *_, problems = read(lastReviewed="9999-12-31", reviewFrequency="annual")
    assert [p.code for p in problems] == [Code.METADATA_INVALID]
    assert "9999" in problems[0].message
    assert (metadata.last_reviewed, metadata.next_review) == (date(9999, 12, 31), None)


def test_what_two_keys_say_is_joined() -> None:
    metadata, *_, problems = read(
        rights=["© 2024 Someone", "Do not copy"], copyright="All rights reserved",
        authors=["A", "B"], author="C", notice=["Sample text.", "Not medical advice."],
        tags="x", keywords=["x", "y"],
    )  # fmt: skip
    assert problems == ()
    assert metadata.rights == "© 2024 Someone; Do not copy; All rights reserved"
    assert metadata.authors == ("A", "B", "C")
    assert metadata.notice == "Sample text. Not medical advice."
    assert metadata.tags == ("x", "y")
    assert metadata.extra == {}


@pytest.mark.parametrize(
    ("used", "other"),
    [
        ("license", "licence"),
        ("description", "meta-description"),
        ("source", "publisher"),
        ("language", "lang"),
    ],
)
def test_what_cannot_be_joined_is_reported_and_kept(used: str, other: str) -> None:
    metadata, *_, problems = read(**{used: "en", other: "fr"})
    assert [(p.code, p.line) for p in problems] == [(Code.METADATA_INVALID, 3)]
    assert used in problems[0].message
    assert metadata.extra == {other: "fr"}
    assert read(**{used: "en", other: "en"})[-1] == ()


@pytest.mark.parametrize(
    "url",
    ["https://x.org/a b", "https://x.org/a\u00a0b", "http://[bad/x", "https://", "ftp://x.org"],
)
def test_what_is_no_address_is_reported_and_kept(url: str) -> None:
    metadata, *_, problems = read(url=url)
    assert [p.code for p in problems] == [Code.METADATA_INVALID]
    assert metadata.url == ""
    assert metadata.extra == {"url": url}


def test_a_space_that_holds_words_together_is_kept() -> None:
    assert read(title=" 5\u00a0mg \n daily ")[0].title == "5\u00a0mg daily"


@pytest.mark.parametrize(
    ("written", "tag"),
    [("ES", "es"), ("es_mx", "es-MX"), ("ZH-hANS-cn", "zh-Hans-CN"), ("es-419", "es-419"),
     ("EN-x-US", "en-x-us"), ("sl-ROZAJ-biske", "sl-rozaj-biske")],
)  # fmt: skip
def test_language_tags_get_their_customary_case(written: str, tag: str) -> None:
    assert read(language=written)[1] == tag
    assert canonical_tag(tag) == tag


def test_an_id_that_is_no_text_is_reported() -> None:
    metadata, _, identifier, problems = read(id=["a"])
    assert identifier is None
    assert metadata.extra == {"id": ["a"]}
    assert [p.code for p in problems] == [Code.METADATA_INVALID]
    assert read(id=" 1.10 ")[0].id_stated == "1.10"


@pytest.mark.parametrize(
    ("key", "meant"),
    [
        ("lastReveiwed", "lastReviewed"),
        ("Title", "title"),
        ("reviewfrequency", "reviewFrequency"),
        ("Review Frequency", "reviewFrequency"),
        ("languge", "language"),
        ("titel", "title"),
        ("RIGHTS_BASIS", "rights-basis"),
        ("sources", "source"),
        ("ID", "id"),
    ],
)
def test_a_misspelt_key_is_reported_and_kept(key: str, meant: str) -> None:
    metadata, _, _, problems = read(**{"description": "x", key: "value"})
    (problem,) = problems
    assert problem.code is Code.METADATA_INVALID
    assert problem.message.startswith(f"{key}: the key is not known")
    assert problem.hint == f"Did you mean {meant!r}?"
    assert problem.line == 3
    assert metadata.extra == {key: "value"}


@pytest.mark.parametrize(
    ("key", "value"),
    [
        ("licence", "x"),
        ("cancerTypes", "x"),
        ("published", "true"),
        ("seo-keywords", "a, b"),
        ("sources", [{"author": "A"}]),
        ("subtitle", "x"),
        ("tag", "x"),
        ("Title", ""),
    ],
)
def test_a_key_that_is_near_no_known_one_is_kept_in_silence(key: str, value: object) -> None:
    assert read(**{key: value})[3] == ()


def test_a_key_beside_the_one_it_is_near_is_another_key() -> None:
    assert read(source="NCI", sources="A, B")[3] == ()
    # but one that differs in its case only is the same key written twice
    assert len(read(title="A", Title="B")[3]) == 1


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("Spanish", "es"),
        ("Español", "es"),
        ("espanol", "es"),
        ("Spansih", "es"),
        ("anglais", "en"),
        ("spa", "es"),
        ("spa-MX", "es-MX"),
        ("English (US)", "en-US"),
        ("en_US.UTF-8", "en-US"),
        ("Portuguese (Brazil)", "pt-BR"),
        ("Chinese (Simplified)", "zh-Hans"),
        ("Farsi", "fa"),
        ("العربية", "ar"),
    ],
)
def test_a_language_by_its_name_is_refused_with_its_tag(written: str, meant: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(title="A", language=written)
    diagnostic = caught.value.diagnostic
    assert diagnostic.code is Code.UNKNOWN_LANGUAGE
    assert (diagnostic.file, diagnostic.line) == ("f.md", 3)
    assert diagnostic.hint == f"Did you mean `language: {meant}`?"


@pytest.mark.parametrize(
    "written", ["xx", "und", "mul", "English, Spanish", ["en", "es"], {"a": "b"}, "qwertz", "e"]
)
def test_a_language_that_nobody_knows_is_refused(written: object) -> None:
    with pytest.raises(SourceError) as caught:
        read(lang=written)
    diagnostic = caught.value.diagnostic
    assert diagnostic.code is Code.UNKNOWN_LANGUAGE
    assert "BCP 47" in diagnostic.hint
    assert diagnostic.message.startswith("lang: ")


def test_no_language_is_none() -> None:
    assert read(language="")[1] is None
    assert read(language="  ", title="A")[1] is None
    assert read(language="", lang="ES")[1] == "es"


def test_the_basis_of_the_rights_is_a_text() -> None:
    assert read(**{"rights-basis": "Marrakesh  Treaty exception"})[0].rights_basis == (
        "Marrakesh Treaty exception"
    )

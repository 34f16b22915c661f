"""The cross-check with textstat: real values, no language of another, and never a download."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from typing import Any

import nltk
import pytest
from made import sentence

from plainlang.readability import textstat_check
from plainlang.readability.languages import LANGUAGES
from plainlang.readability.report import CrossCheck
from plainlang.readability.scoring import scores_of
from plainlang.readability.textstat_check import LIMIT, NO_DICTIONARY, TOO_LONG, cross_checks

TEXT = [sentence(f"Take one tablet on day {n} with a glass of water.") for n in range(12)]


@pytest.fixture(autouse=True)
def _no_download(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: Any, **__: Any) -> None:
        raise AssertionError("a download was tried")

    monkeypatch.setattr(nltk, "download", refuse)
    monkeypatch.setattr(nltk.downloader.Downloader, "download", refuse)


def values(language: str) -> dict[str, CrossCheck]:
    return {check.formula: check for check in cross_checks(TEXT, language)}


@pytest.mark.parametrize("language", [*LANGUAGES, "en-GB", "cs", "es_MX"])
def test_nothing_is_downloaded_and_every_answer_is_a_value_or_a_note(language: str) -> None:
    found = values(language)
    assert all((check.value is None) == bool(check.note) for check in found.values())
    primary = language.replace("_", "-").split("-")[0]
    known = LANGUAGES[primary].formulas if primary in LANGUAGES else ()
    assert set(found) <= set(known)


@pytest.mark.parametrize("language", ["tr", "pt", "ar", "zh", "vi", "cs", "pl"])
def test_a_language_that_textstat_lacks_gets_nothing(language: str) -> None:
    assert values(language) == {}


def test_english_syllables_wait_for_the_dictionary(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(textstat_check, "has_dictionary", lambda: False)
    found = values("en")
    waiting = {name for name, check in found.items() if check.note == NO_DICTIONARY}
    assert waiting == {
        "flesch-kincaid-grade",
        "flesch-reading-ease",
        "smog",
        "gunning-fog",
        "dale-chall",
    }
    assert found["lix"].value is not None


def test_a_missing_dictionary_is_seen_as_missing(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Any
) -> None:
    monkeypatch.setattr(nltk.data, "path", [str(tmp_path)])
    assert not textstat_check.has_dictionary()


@pytest.mark.parametrize("language", ["en", "sv", "es"])
def test_formulas_without_syllables_agree_with_ours(language: str) -> None:
    ours = {s.formula: s.value for s in scores_of(TEXT, LANGUAGES[language])}
    theirs = values(language)
    same = {"lix", "rix", "gutierrez-polini"} & set(theirs)
    assert same
    for name in same:
        assert theirs[name].value == pytest.approx(ours[name], abs=0.05), name


def test_coleman_liau_differs_by_their_constant() -> None:
    ours = {s.formula: s.value for s in scores_of(TEXT, LANGUAGES["en"])}["coleman-liau"]
    theirs = values("en")["coleman-liau"].value
    letters = sum(s.counts.letters for s in TEXT) / sum(s.counts.words for s in TEXT)
    assert ours is not None
    assert theirs is not None
    assert ours - theirs == pytest.approx(0.08 * letters, abs=0.05)


def test_the_readability_index_differs_by_the_full_stops() -> None:
    """textstat counts marks at the end of sentences as characters; the paper does not."""
    ours = {s.formula: s.value for s in scores_of(TEXT, LANGUAGES["en"])}
    theirs = values("en")["automated-readability-index"].value
    words = sum(s.counts.words for s in TEXT)
    assert theirs == pytest.approx(
        (ours["automated-readability-index"] or 0) + 4.71 * len(TEXT) / words, abs=0.01
    )


def test_languages_do_not_disturb_each_other_in_threads() -> None:
    languages = ["es", "de", "it", "fr", "nl", "ru"] * 6
    alone = {language: values(language) for language in set(languages)}
    with ThreadPoolExecutor(6) as pool:
        assert list(pool.map(values, languages)) == [alone[language] for language in languages]


def test_a_long_text_is_not_given_to_it() -> None:
    long = [sentence("Drink water. " * (LIMIT // 12))]
    assert {check.note for check in cross_checks(long, "sv")} == {TOO_LONG}


def test_no_text_has_no_cross_check() -> None:
    assert cross_checks([], "en") == ()

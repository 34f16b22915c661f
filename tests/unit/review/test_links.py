from __future__ import annotations

import pytest

from plainlang.ast import attr, div, para, text
from plainlang.diagnostics import SHOWN, Code, Severity
from plainlang.document import Block, Document, Metadata, Provenance
from plainlang.review import review
from plainlang.review.link_vague import checked_languages, folded, phrases_of


def link(words: str, target: str = "https://example.org/a", line: int | None = None) -> Block:
    made: Block = {"t": "Link", "c": [attr(), text(words), [target, ""]]}
    return made if line is None else {**made, "line": line}


def make(*blocks: Block, language: str = "en") -> Document:
    return Document(
        "d", language, Metadata(title="t"), blocks, (1, 23, 1), Provenance("d.md", "markdown", "")
    )


def told(*blocks: Block, language: str = "en") -> list[tuple[str, str, int | None]]:
    return [
        (d.code.value, d.severity.value, d.line) for d in review(make(*blocks, language=language))
    ]


def test_a_link_without_text_is_a_warning_with_its_line_and_target() -> None:
    (found,) = review(make(para([link("", line=7)])))
    assert (found.code, found.severity, found.line) == (Code.LINK_TEXT_EMPTY, Severity.WARNING, 7)
    assert "https://example.org/a" in found.message
    assert found.file == "d.md"


def test_a_link_takes_the_line_of_its_paragraph() -> None:
    assert told(div([para([link("")], 4)])) == [("link-text-empty", "warning", 4)]


def test_an_image_names_its_link_by_its_description() -> None:
    def pictured(alt: str) -> Block:
        image = {"t": "Image", "c": [attr(), text(alt), ["a.png", ""]]}
        return para([{"t": "Link", "c": [attr(), [image], ["https://example.org/a", ""]]}])

    assert told(pictured("Map of the clinic")) == []
    (found,) = review(make(pictured("")))
    assert "image without a description" in found.message


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "here"),
        ("en", "Click here!"),
        ("en", "Read more »"),
        ("en-GB", "Learn more…"),
        ("es", "aquí"),
        ("es-MX", "Haga clic aquí"),
        ("es", "Más información"),
        ("fr", "Cliquez ici"),
        ("fr", "ici"),
        ("fr", "→ En savoir plus"),
        ("fr", "Plus d’informations"),
        ("de", "hier"),
        ("de", "Weitere Informationen"),
        ("pt-BR", "Saiba mais"),
        ("it", "Scopri di più"),
        ("nl", "lees verder"),
    ],
)
def test_a_text_that_says_nothing_is_a_warning(language: str, words: str) -> None:
    assert told(para([link(words, line=3)]), language=language) == [
        ("link-text-vague", "warning", 3)
    ]


@pytest.mark.parametrize(
    ("language", "words"),
    [
        ("en", "Learn more about sleep"),
        ("en", "Here be dragons"),
        ("en", "aquí"),
        ("es", "here"),
        ("xx", "here"),
        ("it", "more"),
    ],
)
def test_other_texts_are_left_alone(language: str, words: str) -> None:
    assert told(para([link(words)]), language=language) == []


def test_a_text_in_a_note_or_table_is_found() -> None:
    note = {"t": "Note", "c": [para([link("here", line=9)])]}
    assert told(para([*text("a"), note])) == [("link-text-vague", "warning", 9)]


def test_many_of_one_kind_are_summed_up_and_each_is_still_told() -> None:
    blocks = [para([link("here", f"https://example.org/{n}", n)]) for n in range(1, 41)]
    found = [d for d in review(make(*blocks)) if d.code is Code.LINK_TEXT_VAGUE]
    warnings = [d for d in found if d.severity is Severity.WARNING]
    assert [d.line for d in warnings] == [1, 2, 3, 4, 5, 6]
    assert "and 35 more links" in warnings[-1].message
    assert "-v" in warnings[-1].message
    infos = [d for d in found if d.severity is Severity.INFO]
    assert [d.line for d in infos] == list(range(SHOWN + 1, 41))
    assert all(f"https://example.org/{d.line}" in d.message for d in infos)


def test_one_more_than_is_shown_is_shown_too() -> None:
    blocks = [para([link("here", line=n)]) for n in range(1, SHOWN + 2)]
    assert [s for _, s, _ in told(*blocks)] == ["warning"] * (SHOWN + 1)


@pytest.mark.parametrize(
    ("words", "expected"),
    [
        ("https://example.org/a/b?c=1", True),
        ("www.example.org/sleep", True),
        ("example.org", False),
        ("https://example.org", False),
        ("https://www.example.org/", False),
        ("see https://example.org/a", False),
        ("me@example.org", False),
        ("and/or", False),
    ],
)
def test_an_address_with_a_path_as_text_is_told(words: str, expected: bool) -> None:
    found = [("link-text-address", "info", 2)] if expected else []
    assert told(para([link(words, line=2)])) == found


def test_one_text_for_several_places_names_all_of_them() -> None:
    blocks = [para([link("Abstract", f"https://example.org/{n}", n)]) for n in range(1, 7)]
    (found,) = review(make(*blocks, para([link("abstract", "https://example.org/1/", 8)])))
    assert (found.code, found.severity, found.line) == (
        Code.LINK_TEXT_AMBIGUOUS,
        Severity.INFO,
        1,
    )
    assert "6 different places" in found.message
    assert "https://example.org/3 (line 3); lines 4, 5, 6" in found.message


def test_one_place_linked_twice_is_fine() -> None:
    assert told(para([link("Sleep"), link("Sleep")])) == []


def test_a_vague_text_is_told_once_and_not_as_ambiguous_too() -> None:
    pair = para([link("here", "https://a.org"), link("here", "https://b.org")])
    assert {code for code, _, _ in told(pair)} == {"link-text-vague"}


@pytest.mark.parametrize("language", checked_languages())
def test_phrases_of_a_language_are_clean(language: str) -> None:
    from pathlib import Path

    import plainlang.review.link_vague as module

    lines = (Path(module.__file__).parent / "vague" / f"{language}.txt").read_text("utf-8")
    phrases = [line for line in lines.splitlines() if line and not line.startswith("#")]
    assert len(phrases) > 30
    assert phrases == [line.strip() for line in phrases]
    keys = [folded(phrase) for phrase in phrases]
    assert all(keys)
    assert phrases_of(language) == set(keys)
    assert len(set(phrases)) == len(phrases)


def test_the_languages_that_are_checked() -> None:
    assert {"en", "es", "fr", "de", "pt", "it"} <= set(checked_languages())


def test_numbers_of_sources_may_lead_to_several_places() -> None:
    assert told(para([link("[1]", "https://a.org"), link("1", "https://b.org")])) == []

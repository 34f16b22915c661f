from __future__ import annotations

from plainlang.ast import para, text
from plainlang.readers.marks import description, in_language, resolve_marks, without_marks

LANG = ["", [], [["lang", "es"]]]


def span(*inlines: dict[str, object]) -> dict[str, object]:
    return {"t": "Span", "c": [LANG, list(inlines)]}


def word(value: str) -> dict[str, object]:
    return {"t": "Str", "c": value}


SPACE = {"t": "Space"}


def resolved(value: str) -> object:
    return resolve_marks([para(text(value))])[0]


def test_a_stretch_becomes_a_span() -> None:
    made = resolved(f"say {in_language('buenos días', 'es')} now")
    assert made == para(
        [word("say"), SPACE, span(word("buenos"), SPACE, word("días")), SPACE, word("now")]
    )


def test_neighbours_in_one_language_are_joined() -> None:
    made = resolved(f"x {in_language('a', 'es')}{in_language('b', 'es')} {in_language('c', 'es')}")
    assert made == para([word("x"), SPACE, span(word("a"), word("b"), SPACE, word("c"))])


def test_a_whole_paragraph_becomes_a_part_in_the_language() -> None:
    made = resolved(in_language("buenos días", "es"))
    assert made == {"t": "Div", "c": [LANG, [para([word("buenos"), SPACE, word("días")])]]}


def test_what_has_no_letter_has_no_language() -> None:
    assert in_language("5–10", "es") == "5–10"


def test_a_description_goes_to_the_image_behind_it() -> None:
    image = {"t": "Image", "c": [["", [], []], [], ["a.png", ""]]}
    other = {"t": "Image", "c": [["", [], []], [], ["b.png", ""]]}
    made = resolve_marks([para([*text(description("a red pen")), image, other])])[0]
    assert made["c"][0]["c"][1] == text("a red pen")
    assert made["c"][1]["c"][1] == []


def test_a_source_cannot_set_marks() -> None:
    assert without_marks("a\ufdd0es\ufdd1b\ufdd2") == "aesb"
    assert description("  ") == ""

from __future__ import annotations

import pytest

from plainlang.ast import attr, div, para, text
from plainlang.editions.directions import direct_passages


@pytest.mark.parametrize(
    ("page", "pairs", "stated"),
    [
        ("en", [("lang", "ar")], "rtl"),
        ("ar", [("lang", "en-GB")], "ltr"),
        ("en", [("lang", "es")], None),
        ("en", [("lang", "ar"), ("dir", "ltr")], "ltr"),
        ("ar", [("lang", "he")], None),
        ("en", [], None),
    ],
)
def test_a_passage_gets_the_direction_of_its_language(
    page: str, pairs: list[tuple[str, str]], stated: str | None
) -> None:
    (made,) = direct_passages((div([para(text("x"))], pairs=pairs),), page)
    assert dict(made["c"][0][2]).get("dir") == stated


def test_numbers_of_an_arabic_passage_are_set_apart() -> None:
    passage = div([para(text("خذ 5-10 mg"))], pairs=[("lang", "ar")])
    (made,) = direct_passages((passage,), "en")
    spans = [i for i in made["c"][1][0]["c"] if i["t"] == "Span"]
    assert [s["c"][0] for s in spans] == [attr(classes=["number"], pairs=[("dir", "ltr")])]

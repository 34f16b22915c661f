from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from plainlang.short_forms.abbreviations import find_abbreviations


@pytest.mark.parametrize(
    ("text", "short", "long"),
    [
        ("a chimeric antigen receptor (CAR) on it", "CAR", "chimeric antigen receptor"),
        ("chimeric antigen receptors (CARs)", "CARs", "chimeric antigen receptors"),
        ("chimeric antigen receptor (CAR; also a word)", "CAR", "chimeric antigen receptor"),
        ("the CAR (chimeric antigen receptor) here", "CAR", "chimeric antigen receptor"),
        ("the barrier (blood-brain barrier, BBB)", "BBB", "blood-brain barrier"),
        ("an odds ratio (OR = 2.1)", "OR", "odds ratio"),
        ("the (95% confidence interval [CI])", "CI", "confidence interval"),
        ("interferon-α (IFN-α)", "IFN-α", "interferon-α"),
        ("three-dimensional (3D)", "3D", "three-dimensional"),
        ("2,6-diaminopurine (DAP)", "DAP", "2,6-diaminopurine"),
        ("en Estados Unidos (EE. UU.)", "EE. UU.", "Estados Unidos"),
        (
            "El VIH (virus de la inmunodeficiencia humana)",
            "VIH",
            "virus de la inmunodeficiencia humana",
        ),
        ("la pression artérielle (PA)", "PA", "pression artérielle"),
    ],
)
def test_definitions(text: str, short: str, long: str) -> None:
    (found,) = find_abbreviations(text)
    assert (found.short, found.long) == (short, long)
    assert text[found.short_start :].startswith(short)
    assert text[found.long_start :].startswith(long)


@pytest.mark.parametrize(
    "text",
    [
        "a difference (P < 0.05)",
        "we saw it (see below)",
        "patients were treated with drugs (that is, pills)",
        "a dose of iron (10 mg)",
        "the third stage (III)",
        "nothing fits here (XQZ)",
        "the CAR (CAR)",
    ],
)
def test_other_brackets(text: str) -> None:
    assert find_abbreviations(text) == ()


@given(st.text(alphabet="aA bB(c[C])1,;.-α\n", max_size=80))
def test_offsets_are_places(text: str) -> None:
    for found in find_abbreviations(text):
        assert text[found.short_start :].startswith(found.short)
        assert text[found.long_start :].startswith(found.long)

"""The measures of the print profiles agree with the guidelines that they name."""

from __future__ import annotations

import pytest

from plainlang.writers.profiles import LARGE_PRINT, PROFILES, at_size, points, text_area


@pytest.mark.parametrize("profile", PROFILES.values(), ids=lambda p: p.name)
def test_measures_are_within_the_guidelines(profile: object) -> None:
    assert profile.size >= 12  # type: ignore[attr-defined]  # RNIB: the minimum for everybody
    assert profile.uniform  # type: ignore[attr-defined]
    assert 1.25 <= 1 + profile.leading <= 1.5  # type: ignore[attr-defined]  # APH; ACB
    sizes = profile.heading_sizes  # type: ignore[attr-defined]
    assert list(sizes) == sorted(sizes, reverse=True)
    assert min(sizes) >= 1
    assert profile.source  # type: ignore[attr-defined]


def test_sizes_are_those_that_are_promised() -> None:
    assert {name: p.size for name, p in PROFILES.items()} == {
        "pdf": 12,
        "large-print": 18,
        "giant-print": 24,
    }
    # ACB: headings of 22 and 20 pt, margins of one inch.
    assert [round(s * 18) for s in LARGE_PRINT.heading_sizes[1:3]] == [22, 20]
    assert points(LARGE_PRINT.margin) == 72


def test_lines_of_clear_print_hold_60_to_70_characters() -> None:
    width, _ = text_area(PROFILES["pdf"])
    # Letters, spaces and punctuation of running English have half an em on average.
    assert 60 <= width / 0.5 <= 75


def test_a_reader_may_ask_for_another_size() -> None:
    larger = at_size(LARGE_PRINT, 20)
    assert (larger.size, larger.margin) == (20, LARGE_PRINT.margin)
    with pytest.raises(ValueError, match="below 12"):
        at_size(LARGE_PRINT, 11)


@pytest.mark.parametrize(
    ("length", "expected"), [("1in", 72), ("2.54cm", 72), ("72pt", 72), ("25.4mm", 72)]
)
def test_lengths(length: str, expected: float) -> None:
    assert points(length) == pytest.approx(expected)


def test_relative_lengths_are_refused() -> None:
    with pytest.raises(ValueError, match="2em"):
        points("2em")

"""Families are found where pip puts them; a missing one says how to get it."""

from __future__ import annotations

from dataclasses import replace

import pytest

from plainlang.diagnostics import Code
from plainlang.exceptions import MissingProgramError
from plainlang.fonts import FAMILIES, metrics


@pytest.mark.parametrize(
    "family", [f for f in FAMILIES if not f.optional], ids=lambda family: family.name
)
def test_required_families_are_installed(family: object) -> None:
    assert family.installed()  # type: ignore[attr-defined]
    assert family.regular_file().is_file()  # type: ignore[attr-defined]


def test_a_family_that_is_not_installed_says_how_to_install_it() -> None:
    absent = replace(FAMILIES[0], modules=("fontpkg_that_nobody_installed",))
    assert absent.folders() == ()
    assert not absent.installed()
    with pytest.raises(MissingProgramError) as caught:
        metrics(absent)
    diagnostic = caught.value.diagnostic
    assert diagnostic.code is Code.FONT_MISSING
    assert "fontpkg-atkinson-hyperlegible" in diagnostic.hint
    assert caught.value.exit_status == 4


def test_widths_are_those_of_the_font() -> None:
    # Atkinson Hyperlegible: 1,000 units per em; "i" is narrower than "m".
    face = metrics(FAMILIES[0])
    assert face.width("m") > 2 * face.width("i") > 0
    assert face.width("mm") == pytest.approx(2 * face.width("m"))
    assert face.width("m", bold=True) > face.width("m")
    assert face.width("漢") == 1.0  # another font will set it

"""Families are found where pip puts them; a missing one says how to get it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

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


def test_a_collection_of_the_system_stands_in_for_the_package(tmp_path: Path) -> None:
    from fontTools.ttLib import TTCollection, TTFont

    whole = TTCollection()
    whole.fonts = [TTFont(FAMILIES[n].regular_file()) for n in (1, 0)]
    path = tmp_path / "Both-Regular.ttc"
    whole.save(path)
    family = replace(FAMILIES[0], modules=("fontpkg_that_nobody_installed",), collections=(path,))
    assert family.installed()
    assert family.folders() == (tmp_path,)
    assert metrics(family).width("m") == metrics(FAMILIES[0]).width("m")
    assert not metrics(family).has("Ж")  # Noto Sans, the other font in the file, has it

"""A CID-keyed font whose widths are right passes, one whose stated widths are wrong does not."""

from __future__ import annotations

import io
from collections import Counter

import pikepdf
import pytest

from plainlang.engines.typst import TypstCompiler
from plainlang.fonts import choose
from plainlang.validators.cff_widths import cff_widths_agree
from plainlang.validators.page import check_page

_CHOICE = choose(Counter("请每天服用片毫克"))

pytestmark = pytest.mark.skipif(bool(_CHOICE.missing), reason="Noto Sans CJK is not installed")


def _pdf() -> bytes:
    source = (
        '#set document(title: "剂量")\n#set text(font: "Noto Sans CJK SC", lang: "zh")\n'
        "请每天服用 2 片 (2.5 毫克)"
    )
    return TypstCompiler().compile(source, fonts=_CHOICE.folders())


def test_right_widths_agree_and_the_checker_is_not_believed() -> None:
    data = _pdf()
    assert cff_widths_agree(data)
    assert not [f for f in check_page(data) if "WIDTH" in f.code]


def test_a_wrong_width_is_found() -> None:
    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(_pdf())) as pdf:
        for item in pdf.objects:
            if isinstance(item, pikepdf.Dictionary) and item.get("/Subtype") == "/CIDFontType0":
                item.W = pikepdf.Array([0, pikepdf.Array([1000, 500])])
        pdf.save(out)
    assert not cff_widths_agree(out.getvalue())
    assert [f for f in check_page(out.getvalue()) if "WIDTH" in f.code]

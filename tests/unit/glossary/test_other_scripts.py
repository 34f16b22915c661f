"""Terms are explained in Arabic, Vietnamese and Chinese sentences too, with the marks of each."""

from __future__ import annotations

import pytest

from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.gloss import gloss
from plainlang.glossary.lookup import names
from plainlang.glossary.spots import marked, spot


def explained(text: str, term: str, definition: str, language: str) -> str:
    """The text with its gloss, as the paragraph would have it."""
    entry = GlossaryEntry("nci", "1", term, language, definition)
    start = text.index("[")
    end = text.index("]") - 1
    whole = text.replace("[", "").replace("]", "")
    place = spot(whole, start, end, language)
    if place is None or not names(whole[start:end], entry, language):
        return whole
    signs = marked(place, gloss(entry, 15), whole, language)
    assert signs is not None
    return whole[: place.place] + "".join(signs) + whole[place.place :]


@pytest.mark.parametrize(
    ("text", "term", "definition", "language", "result"),
    [
        (
            "以前患过[滤泡性淋巴瘤]的人", "滤泡性淋巴瘤", "一种大多生长缓慢的 B 细胞癌症。癌细胞成团。", "zh-Hans",
            "以前患过滤泡性淋巴瘤（一种大多生长缓慢的 B 细胞癌症）的人",
        ),
        (
            "[B 细胞淋巴瘤] (NHL)，包括", "B 细胞淋巴瘤", "一组癌症。", "zh-Hans",
            "B 细胞淋巴瘤 (NHL；一组癌症)，包括",
        ),
        (
            "من أصيبوا [باللمفومة الجريبية] من قبل", "اللمفومة الجريبية", "سرطان ينمو ببطء. قد يعود.", "ar",
            "من أصيبوا باللمفومة الجريبية (سرطان ينمو ببطء) من قبل",
        ),
        (
            "[لمفومة لاهودجكين] (NHL)، ومنها", "لمفومة لاهودجكين", "مجموعة من السرطانات. ينمو بعضها.", "ar",
            "لمفومة لاهودجكين (NHL؛ مجموعة من السرطانات)، ومنها",
        ),
        (
            "[u lympho lan tỏa] (DLBCL)", "u lympho lan tỏa", "Ung thư phát triển nhanh. Bệnh hiếm gặp.", "vi",
            "u lympho lan tỏa (DLBCL; ung thư phát triển nhanh)",
        ),
    ],
)  # fmt: skip
def test_a_gloss_has_the_marks_of_its_language(
    text: str, term: str, definition: str, language: str, result: str
) -> None:
    assert explained(text, term, definition, language) == result

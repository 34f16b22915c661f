"""The page about readability: verdict, drawings, escaping, and what is said without a number."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Change, Repair
from plainlang.readability.base import Counts, Measured, Passage, Role, Score
from plainlang.readability.languages import Target
from plainlang.readability.report import HardSentence, Kind, Report, Status, Suggestion, Term
from plainlang.readability.targets import verdict
from plainlang.reports.overview import overview_csv, overview_page, summary_of
from plainlang.reports.readability import Sheet, readability_page
from plainlang.reports.readability_bands import WIDTH, drawing
from plainlang.reports.readability_text import LONGEST, shown_text
from plainlang.reports.readability_words import verdict_sentence

GRADE = "flesch-kincaid-grade"
EASE = "flesch-reading-ease"
TARGETS = {GRADE: Target(6, 8), EASE: Target(80, 60)}
EVIL = '<script>alert("x")</script>'


def report(*scores: Score, language: str = "en", **changes: object) -> Report:
    made = Report(
        document="a",
        source="a.md",
        language=language,
        audience="patient",
        measured=Measured(language, (), (), {Role.LEGAL: 7}),
        counts=Counts(sentences=10, words=120, rare=6),
        scores=scores,
        verdicts=tuple(verdict(score, TARGETS.get(score.formula)) for score in scores),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def graded(value: float, low: float, high: float) -> Report:
    return report(Score(GRADE, value, low, high, "grade"))


def page(of: Report, **changes: object) -> str:
    return readability_page(Sheet(of, "A title", TARGETS, **changes))  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("value", "low", "high", "said"),
    [
        (5.04, 4.2, 5.9, "This text reads at grade 5.0 (likely 4.2 to 5.9): good for patients; "
         "the target is grade 6."),
        (7.9, 7.1, 7.99, "This text reads at grade 7.9 (likely 7.1 to 8.0): acceptable for "
         "patients; the target is grade 6."),
        (7.9, 7.1, 8.6, "This text reads at grade 7.9 (likely 7.1 to 8.6): acceptable for "
         "patients; the target is grade 6. The likely range reaches beyond the limit, grade 8."),
        (9.4, 8.1, 10.0, "This text reads at grade 9.4 (likely 8.1 to 10.0): too hard for "
         "patients; the target is grade 6, the limit grade 8."),
    ],
)  # fmt: skip
def test_the_verdict_is_a_plain_sentence(value: float, low: float, high: float, said: str) -> None:
    assert verdict_sentence(graded(value, low, high), TARGETS) == said
    assert f"<strong>{said}</strong>" in page(graded(value, low, high))


def test_a_scale_on_which_more_is_easier() -> None:
    said = verdict_sentence(report(Score(EASE, 55.0, 50.0, 61.0, "points")), TARGETS)
    assert "Flesch reading ease, where more is easier: too hard" in said
    assert said.endswith("the target is 80 or more, the limit 60 or more.")


def test_without_a_number_the_reason_stands_first() -> None:
    short = report(Score(GRADE, None, None, None, "grade", reason="only 20 words, 100 needed"))
    assert "No score is given for this text. Only 20 words, 100 needed." in page(short)
    withheld = Score("osman", None, None, None, "points", reason="it needs vowel marks")
    arabic = report(withheld, language="ar", without="No formula applies to Arabic.")
    html = page(arabic)
    assert "No score is given for this text (Arabic). No formula applies to Arabic." in html
    assert '<bdi lang="ar" dir="rtl">A title</bdi>' in html
    assert "12.0 words, and 5.0 % of the words are rare" in html
    assert "it needs vowel marks" in html
    assert "<svg" not in html


def test_a_drawing_says_the_same_in_words() -> None:
    html = page(graded(7.9, 7.1, 8.6))
    svg = re.search(r"<svg.*?</svg>", html, re.DOTALL)
    assert svg is not None
    labels = re.search(r'aria-labelledby="([^"]+)"', svg[0])
    assert labels is not None
    assert 'role="img"' in svg[0]
    for name in labels[1].split():
        assert f'id="{name}"' in svg[0]
    assert "Flesch-Kincaid grade 7.9, likely 7.1 to 8.6. Good: 6 or less." in svg[0]


def test_easier_is_on_the_left_on_every_scale() -> None:
    grade = drawing(Score(GRADE, 5.0, 4.0, 6.0, "grade"), TARGETS[GRADE])
    ease = drawing(Score(EASE, 90.0, 85.0, 95.0, "points"), TARGETS[EASE])
    beyond = drawing(Score(GRADE, 30.0, 25.0, 35.0, "grade"), TARGETS[GRADE])
    assert grade is not None
    assert ease is not None
    assert beyond is not None
    for one in (grade, ease, beyond):
        assert [zone.name for zone in one.zones] == ["good", "acceptable", "hard"]
        assert sum(zone.width for zone in one.zones) == pytest.approx(WIDTH)
        assert 0 <= one.low <= one.value <= one.high <= WIDTH
    assert grade.value < grade.zones[0].width
    assert ease.value < ease.zones[0].width
    assert beyond.value > beyond.zones[2].x


def full() -> Sheet:
    """A page on which every text is an attack."""
    hard = HardSentence(EVIL, 3, 31, 80, ("31 words", EVIL))
    of = replace(
        graded(9.0, 8.0, 10.0),
        document=EVIL, source=EVIL, sentences=(hard,), every_sentence=(hard,), notes=(EVIL,),
        terms=(Term(EVIL, Kind.RARE_WORD, 2, Status.MISSING, 3),),
        suggestions=(Suggestion(EVIL, (EVIL,), 3, 1, EVIL),),
    )  # fmt: skip
    return Sheet(
        of, EVIL, TARGETS,
        passages=(Passage(Role.HEADING, EVIL, 1), Passage(Role.PROSE, EVIL, 3),
                  Passage(Role.LEGAL, EVIL, 4)),
        repairs=(Repair(2, EVIL, "b", (EVIL,)),), changes=(Change("x", 2, EVIL),),
        diagnostics=(Diagnostic(Code.LINK_TEXT_VAGUE, Severity.WARNING, EVIL, EVIL, 4, EVIL),
                     Diagnostic(Code.CLEANUP, Severity.WARNING, EVIL, EVIL, 4, EVIL)),
        explained=of,
    )  # fmt: skip


def test_nothing_of_a_document_becomes_markup() -> None:
    for html in (readability_page(full()), overview_page([summary_of(full())], lambda _: "x")):
        assert "<script" not in html
        assert "&lt;script&gt;" in html
        assert not re.search(r"""(?:src|href|url)\s*[=(]\s*["']?(?:https?:)?//""", html)


class Outline(HTMLParser):
    """Collects what must hold of any page."""

    def __init__(self) -> None:
        super().__init__()
        self.headings: list[int] = []
        self.ids: list[str] = []
        self.targets: list[str] = []
        self.regions: list[dict[str, str | None]] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        found = dict(attrs)
        if re.fullmatch("h[1-6]", tag):
            self.headings.append(int(tag[1]))
        if found.get("id"):
            self.ids.append(found["id"] or "")
        if (found.get("href") or "").startswith("#"):
            self.targets.append((found["href"] or "")[1:])
        if found.get("class") == "scroll":
            self.regions.append(found)


def test_headings_ids_and_links_hold_together() -> None:
    seen = Outline()
    seen.feed(readability_page(full()))
    assert seen.headings[0] == 1
    assert seen.headings.count(1) == 1
    assert all(b - a <= 1 for a, b in zip(seen.headings, seen.headings[1:], strict=False))
    assert len(seen.ids) == len(set(seen.ids))
    assert set(seen.targets) <= set(seen.ids)
    assert seen.regions
    assert all(r["tabindex"] == "0" and r["aria-labelledby"] in seen.ids for r in seen.regions)


def test_a_hard_sentence_is_marked_with_its_reason_and_linked() -> None:
    html = readability_page(full())
    assert 'href="#s0"' in html
    assert '<mark class="hard" id="s0">' in html
    assert "hard: 31 words; " in html
    assert "legal:" in html


def test_before_and_after_the_explanations() -> None:
    before = replace(
        graded(7.0, 6.5, 7.5), terms=(Term("x", Kind.RARE_WORD, 1, Status.MISSING, 1),)
    )
    html = page(before, explained=graded(8.0, 7.5, 8.5), unexplained_without=4)
    rows = re.findall(
        r'<th scope="row">([^<]+)</th><td class="n">([^<]+)</td><td class="n">([^<]+)<', html
    )
    assert ("Flesch-Kincaid grade", "7.0", "8.0") in rows
    assert ("Unexplained terms", "4", "1") in rows
    assert "Before and after" not in page(before)


def test_long_numbers_are_grouped_everywhere() -> None:
    hard = HardSentence("Hard indeed.", 2, 2, 90, ())
    terms = tuple(Term(f"t{n}", Kind.RARE_WORD, 1, Status.MISSING, 1) for n in range(1200))
    of = replace(
        graded(9.0, 8.0, 10.0), sentences=(hard,), every_sentence=(hard,) * 1052, terms=terms
    )
    html = page(of, explained=graded(8.0, 7.5, 8.5), unexplained_without=3400)
    for said in ("1,052 of 1,052 sentences", "and 1,197 more", ">3,400<"):
        assert said in html
    row = dict(summary_of(Sheet(of, "T", TARGETS, explained=of, unexplained_without=3400)))
    assert "1,200 " in (listed := overview_page([row], str))
    assert "(3,400 without explanations)" in listed


def test_names_from_right_to_left_stand_below_their_column() -> None:
    report = replace(
        graded(9.0, 8.0, 10.0),
        language="ar",
        terms=(Term("كلمة", Kind.RARE_WORD, 1, Status.MISSING, 1),),
    )
    html = page(report)
    assert '<th scope="row"><bdi lang="ar" dir="rtl">كلمة</bdi></th>' in html


def test_a_long_text_is_limited_and_says_so() -> None:
    easy = Passage(Role.PROSE, "word " * (LONGEST + 1), 1)
    sentence = HardSentence("Hard indeed.", 2, 2, 90, ())
    shown, said = shown_text((easy, Passage(Role.PROSE, "Hard indeed.", 2)), (sentence,))
    assert [passage.text for passage in shown] == ["Hard indeed."]
    assert "Shown are 1 of the 1 passages" in said


def overview() -> list[dict[str, object]]:
    found = []
    for name, value, terms in (("b", 12.0, 0), ("a", 5.0, 3), ("c", 9.0, 1)):
        made = replace(
            graded(value, value, value), document=name,
            terms=tuple(Term(f"t{n}", Kind.RARE_WORD, 1, Status.MISSING, 1) for n in range(terms)),
        )  # fmt: skip
        found.append(dict(summary_of(Sheet(made, f"=T{name}", TARGETS))))
    return found


def test_the_overview_has_three_orders() -> None:
    html = overview_page(overview(), lambda name: f"{name}/p.html")
    tables = [re.findall(r'href="(\w)/p.html"', part) for part in html.split("<section")[1:]]
    assert tables == [["b", "c", "a"], ["a", "c", "b"], ["a", "b", "c"]]
    assert "2 too hard, 0 acceptable, 1 good, 0 no score" in html


def test_the_table_for_a_spreadsheet() -> None:
    lines = overview_csv(overview()).splitlines()
    assert lines[0].startswith("id,source,language,verdict,")
    assert lines[0].endswith(GRADE)
    assert [line[0] for line in lines[1:]] == ["a", "b", "c"]
    assert lines[2].endswith(",12.0")

"""Whatever is counted: a score is a finite number within its interval, or a reason."""

from __future__ import annotations

import json
import math

from hypothesis import given, settings
from hypothesis import strategies as st

from plainlang.readability.assess import assess
from plainlang.readability.base import Counts, Measured, Sentence
from plainlang.readability.languages import LANGUAGES, language_of
from plainlang.readability.outputs.csv import to_csv
from plainlang.readability.outputs.json import to_json
from plainlang.readability.outputs.sarif import to_sarif
from plainlang.readability.scoring import scores_of


@st.composite
def counted(draw: st.DrawFn) -> Sentence:
    words = draw(st.integers(1, 60))
    part = st.integers(0, words)
    counts = Counts(
        sentences=1,
        words=words,
        syllables=words + draw(st.integers(0, 4 * words)),
        monosyllables=draw(part),
        polysyllables=draw(part),
        polysyllables4=draw(part),
        complex_words=draw(part),
        letters=draw(st.integers(words, 20 * words)),
        characters=draw(st.integers(words, 20 * words)),
        long_words=draw(part),
        unfamiliar=draw(part),
        rare=draw(part),
    )
    text = draw(st.text(max_size=40))
    return Sentence(text, draw(st.none() | st.integers(1, 99)), -1, counts, tuple(text.split()))


texts = st.lists(counted(), max_size=50)
tags = st.sampled_from([*LANGUAGES, "cs", "es-MX", ""])


@given(texts, tags)
@settings(max_examples=60, deadline=None)
def test_a_score_is_a_number_in_its_interval_or_a_reason(
    sentences: list[Sentence], tag: str
) -> None:
    for score in scores_of(sentences, language_of(tag)):
        if score.value is None:
            assert score.reason
            assert score.low is score.high is None
        else:
            assert not score.reason
            assert math.isfinite(score.value)
            if score.low is not None and score.high is not None:
                assert score.low <= score.value <= score.high


@given(texts, tags)
@settings(max_examples=40, deadline=None)
def test_every_output_can_be_made_of_every_report(sentences: list[Sentence], tag: str) -> None:
    report = assess(Measured(tag, tuple(sentences), (), {}), document="d", source="d.md")
    assert json.loads(to_json([report]))["documents"][0]["id"] == "d"
    assert json.loads(to_sarif([report]))["version"] == "2.1.0"
    assert to_csv([report]).count("\r\n") == 2
    assert len(report.scores) == len(report.verdicts)

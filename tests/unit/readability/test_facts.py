"""What is counted of a single word."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainlang.ast import para, text
from plainlang.document import Document, Metadata, Provenance
from plainlang.readability.base import Counts
from plainlang.readability.facts import Lexicon, facts_of, summed, unpacked
from plainlang.readability.familiar import familiar_words, is_compound, is_familiar
from plainlang.readability.frequency import has_frequencies, zipf
from plainlang.readability.letters import lower
from plainlang.readability.measure import measure

NAMES = Counts._fields[1:]


def fact(word: str, name: str, language: str = "en", **options: bool) -> int:
    return unpacked(Lexicon(language, **options)[word])[NAMES.index(name)]


def test_the_list_of_dale_and_chall_is_there() -> None:
    assert 2900 < len(familiar_words()) < 3100


@pytest.mark.parametrize(
    "word", ["stopped", "babies", "biggest", "likely", "don't", "girl's", "37"]
)
def test_inflections_of_familiar_words_are_familiar(word: str) -> None:
    assert is_familiar(word)


@pytest.mark.parametrize("word", ["reptilian", "hybrid", "lenalidomide", "treatment"])
def test_other_words_are_unfamiliar(word: str) -> None:
    assert not is_familiar(word)
    assert fact(word, "unfamiliar") == 1


@pytest.mark.parametrize(
    ("word", "is_complex"),
    [
        ("medicine", 1),
        ("including", 0),  # two syllables without -ing
        ("diseases", 0),
        ("continuing", 1),
        ("butterfly", 0),  # two short words
        ("comfortable", 1),
        ("Colorado", 0),  # a name, where it does not begin the sentence
    ],
)
def test_gunnings_complex_words(word: str, is_complex: int) -> None:
    assert fact(word, "complex_words") == is_complex


def test_a_capital_at_the_beginning_of_a_sentence_makes_no_name() -> None:
    assert fact("Medicine", "complex_words") == 0
    assert fact("Medicine", "complex_words", first=True) == 1
    assert fact("Medizinische", "complex_words", "de") == 1  # nor any capital in German


def test_a_marked_name_is_neither_complex_nor_unfamiliar_nor_rare() -> None:
    for name in ("complex_words", "unfamiliar", "rare"):
        assert fact("Abecma", name, first=True, names=True) == 0
    assert fact("Abecma", "words", names=True) == 1
    assert fact("Abecma", "syllables", names=True) == 3


def test_rare_words() -> None:
    assert fact("neutropenia", "rare") == 1
    assert fact("doctor", "rare") == 0
    assert zipf("dizzy", "en") < 3.5
    assert fact("dizzy", "rare") == 0  # what people say all the same
    assert zipf("handkerchief", "en") < 3.5
    assert fact("handkerchief", "rare") == 0  # on the list of Dale and Chall
    assert fact("2.5", "rare") == 0
    assert fact("neutropenia", "rare", "xx") == 0  # no list, no claim


def test_zipf_values_are_those_of_the_scale() -> None:
    assert 7.5 < zipf("the", "en") < 8
    assert zipf("qqqzzx", "en") == 0
    assert zipf("l'hôpital", "fr") > 3.5
    assert has_frequencies("tr")
    assert not has_frequencies("xx")


def test_compounds() -> None:
    assert is_compound("butterfly")
    assert not is_compound("comfortable")


SEEDS = sorted((Path(__file__).parents[3] / "seeds").glob("[!R]*.*"))


@pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.name)
def test_the_fast_way_counts_what_the_plain_way_counts(path: Path) -> None:
    """A number packed from all counts of a word, kept between documents, adds up to the same."""
    passages = [" ".join(p.split()) for p in path.read_text(encoding="utf-8").split("\n\n")]
    blocks = tuple(para(text(passage)) for passage in passages if passage)
    document = Document("seed", "en", Metadata(), blocks, (1, 23), Provenance("seed", "", ""))
    measured = measure(document)
    assert len(measured.sentences) > 5
    for sentence in measured.sentences:
        sums = [0] * len(NAMES)
        for place, word in enumerate(sentence.words):
            facts = unpacked(facts_of.__wrapped__(word, "en", place == 0, False))
            sums = [one + other for one, other in zip(sums, facts, strict=True)]
        assert sentence.counts == Counts(1, *sums)
        assert sentence.zipf == tuple(zipf(lower(word, "en"), "en") for word in sentence.words)


def test_a_sentence_of_a_million_words_overflows_nothing() -> None:
    word = Lexicon("en")["thrombocytopenia"]
    one = summed([word])
    many = summed(word for _ in range(1_000_000))
    assert (many.words, many.letters) == (1_000_000, 16_000_000)
    assert many.syllables == one.syllables * 1_000_000


def test_nothing_sums_to_one_empty_sentence() -> None:
    assert summed([]) == Counts(1)

"""The counts of whole documents."""

from __future__ import annotations

import json
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainlang.ast import para, text
from plainlang.document import Document, Metadata, Provenance
from plainlang.readability.assess import assess
from plainlang.readability.base import Counts, Role, total
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.measure import measure
from plainlang.readability.outputs.json import to_json
from plainlang.readability.passages import passages_of

Read = Callable[..., Document]
SEEDS = Path(__file__).resolve().parents[3] / "seeds"
BODY = "Maria takes 2.5 mg of the medicine. She feels well, e.g. at night.\n\n- Drink water.\n"


def counts(document: Document) -> Counts:
    return total(sentence.counts for sentence in measure(document).sentences)


def test_counts_by_hand(read: Read) -> None:
    found = counts(read("The doctor gave Maria 10 tablets. It helped."))
    # the doc-tor gave Ma-ri-a 10 tab-lets it helped; a number counts one
    assert found == Counts(
        sentences=2,
        words=8,
        syllables=12,
        monosyllables=5,
        polysyllables=1,
        polysyllables4=0,
        complex_words=0,  # Maria is a name: a capital within the sentence
        letters=35,
        characters=35,
        long_words=1,
        unfamiliar=0,  # tablet is on Dale and Chall's list; the name is left out
        rare=0,
    )


@pytest.mark.parametrize(
    "addition",
    [
        "\n\nCompeting interests: the authors were paid by a company that makes the medicine.",
        "\n\n© 2023 The publisher. All rights reserved. No part may be copied.",
        "\n\n## References\n\n1. Lee A. A long and complicated investigation. 2020.",
        "\n\n[A page about something else entirely](https://a.example/b)",
        "\n\n::: {.no-score}\nTechnical considerations are discussed elsewhere.\n:::",
        "\n\n    an_identifier = 1",
    ],
)
def test_what_an_author_cannot_change_changes_no_count(read: Read, addition: str) -> None:
    plain, more = measure(read(BODY)), measure(read(BODY + addition))
    assert more.sentences == plain.sentences
    assert sum(more.excluded.values()) > sum(plain.excluded.values())


def test_targets_of_links_and_front_matter_change_no_count(read: Read) -> None:
    links = BODY.replace("the medicine", "[the medicine](https://a.example/very-long/address)")
    matter = "---\ntitle: An extraordinarily complicated title\ndescription: Words, words.\n---\n\n"
    assert counts(read(links)) == counts(read(BODY))
    assert counts(read(matter + BODY)) == counts(read(BODY))


def test_the_competing_interests_of_an_abstract_change_no_count(read: Read) -> None:
    abstract = "Many people were well. Some were not."
    tail = " Competing Interests: A. Lee was paid by a company., (Copyright © 2024 The publisher.)"
    assert counts(read(abstract + tail)) == counts(read(abstract))


def test_a_marked_name_is_a_word_and_no_hard_one(read: Read) -> None:
    plain, marked = counts(read("Evangelina sleeps.")), counts(read("[Evangelina]{.name} sleeps."))
    assert (plain.complex_words, plain.unfamiliar, plain.rare) == (1, 1, 1)
    assert marked == plain._replace(complex_words=0, unfamiliar=0, rare=0)


def test_addresses_in_prose_are_left_out_and_counted(read: Read) -> None:
    found = measure(read("Visit www.clinic.example for help.[3]"))
    assert found.sentences[0].words == ("Visit", "for", "help")
    assert found.excluded == {Role.CODE: 2}


def test_each_word_has_its_frequency(read: Read) -> None:
    (sentence,) = measure(read("The neutropenia went away.")).sentences
    assert len(sentence.zipf) == len(sentence.words) == 4
    assert sentence.zipf[0] > 7 > 3.5 > sentence.zipf[1]
    assert sentence.counts.rare == 1


def test_chinese_and_arabic_have_words_and_sentences(read: Read) -> None:
    chinese = counts(read("请每天服药。你好吗？", language="zh-Hans"))
    assert (chinese.sentences, chinese.words, chinese.syllables) == (2, 5, 0)
    arabic = counts(read("هل تشعر بألم؟ اتصل بالطبيب.", language="ar"))
    assert (arabic.sentences, arabic.words, arabic.syllables) == (2, 5, 0)


def test_threads_in_two_languages_give_what_one_gives(read: Read) -> None:
    english = read(BODY * 20)
    spanish = read("Beba agua, p. ej. dos vasos. El médico vive en EE. UU.\n\n" * 20, "es-MX")
    documents = [english, spanish] * 16
    alone = [measure(document) for document in documents]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(measure, documents)) == alone


def test_an_empty_document_has_no_counts() -> None:
    assert counts(_document([], "en")) == Counts()


_TEXT = st.text(st.sampled_from("aeiou bcdrst AM.?!,-’'0123\u0301é中。[]@/:"), max_size=80)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(_TEXT, max_size=4), st.sampled_from(["en", "es", "zh", "hi", "xx"]))
def test_counts_are_sums_and_never_contradict(texts: list[str], language: str) -> None:
    document = _document(texts, language)
    measured = measure(document)
    whole = total(sentence.counts for sentence in measured.sentences)
    assert whole.sentences == len(measured.sentences)
    assert whole.words == sum(len(sentence.words) for sentence in measured.sentences)
    assert whole.polysyllables4 <= whole.polysyllables <= whole.words
    assert whole.complex_words <= whole.words
    assert whole.letters <= whole.characters
    for sentence in measured.sentences:
        assert sentence.counts.sentences == 1
        assert sentence.counts.words == len(sentence.words) == len(sentence.zipf) > 0


def _document(texts: list[str], language: str) -> Document:
    blocks = tuple(para(text(each)) for each in texts)
    return Document("a", language, Metadata(), blocks, (1, 23), Provenance("a", "", ""))


def test_a_sentence_in_a_wrapped_paragraph_has_its_own_line(read: Read) -> None:
    source = """---
title: Sleep
---

Sleep well. Ask your
doctor about it. Do not
smoke at *night.
Drink* water with short-
term effects. Rest now. Eat
your meals. It helps.

- Walk every
  day. Stand up
  often.
"""
    measured = measure(read(source))
    assert [(sentence.text.split()[0], sentence.line) for sentence in measured.sentences] == [
        ("Sleep", 5),
        ("Ask", 5),
        ("Do", 6),
        ("Drink", 8),
        ("Rest", 9),
        ("Eat", 9),
        ("It", 10),
        ("Walk", 12),
        ("Stand", 13),
    ]


def test_the_platypus_gets_its_published_values_from_its_text(read: Read) -> None:
    """Flesch reading ease 37.5 and grade 11.3: Wikipedia, Flesch–Kincaid readability tests."""
    found = counts(
        read("The Australian platypus is seemingly a hybrid of a mammal and reptilian creature.")
    )
    assert FORMULAS["flesch-reading-ease"].value(found) == pytest.approx(37.5, abs=0.05)
    assert FORMULAS["flesch-kincaid-grade"].value(found) == pytest.approx(11.3, abs=0.05)


def test_the_disclosures_of_the_sample_change_no_count(read: Read) -> None:
    """The sample has the form of a registry's abstract: interests and rights run on behind it."""
    sample = (SEEDS / "car-t-myeloma-consensus.txt").read_text(encoding="utf-8")
    before, mark, after = sample.partition("Competing Interests")
    assert mark, "the sample has a statement of interests"
    assert "Copyright" in after
    shorter = before.rstrip(" (.,") + "."
    assert counts(read(sample)) == counts(read(shorter))
    assert sum(measure(read(sample)).excluded.values()) > len(after.split()) / 2


def test_whole_reports_in_eight_threads_and_two_languages(read: Read) -> None:
    english = read(BODY * 20)
    spanish = read("Beba agua, p. ej. dos vasos. El médico vive en EE. UU.\n\n" * 20, "es-MX")

    def report(document: Document) -> str:
        passages, _ = passages_of(document)
        made = assess(measure(document), document="d", source="d.md", passages=passages)
        return to_json([made])

    documents = [english, spanish] * 8
    alone = [report(document) for document in documents]
    assert alone[0] != alone[1]
    with ThreadPoolExecutor(8) as pool:
        assert list(pool.map(report, documents)) == alone


def test_the_json_has_every_sentence_in_order_and_word_for_word(read: Read) -> None:
    document = read(
        "# Sleep\n\nRest now (it helps). Take 2.5 mg, e.g. at\nnight.\n\n- Walk *far* today.\n- soap\n"
    )
    report = assess(measure(document), document="d", source="d.md")
    (data,) = json.loads(to_json([report]))["documents"]
    assert [(each["text"], each["line"], each["words"]) for each in data["sentences"]] == [
        ("Rest now (it helps).", 3, 4),
        ("Take 2.5 mg, e.g. at night.", 3, 6),
        ("Walk far today.", 6, 3),
    ]
    assert set(data["hardest"]) <= {each["text"] for each in data["sentences"]}
    values = {each["text"]: each["difficulty"] for each in data["sentences"]}
    ranked = [values[text] for text in data["hardest"]]
    assert ranked == sorted(ranked, reverse=True)
    for each in data["sentences"]:
        assert set(each) == {"text", "line", "words", "difficulty", "reasons"}

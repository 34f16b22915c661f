from __future__ import annotations

import pytest

from plainlang.ast import attr, div, para, text
from plainlang.diagnostics import Code, Severity
from plainlang.document import Block, Document, Metadata, Provenance
from plainlang.rights import check_rights
from plainlang.rights.third_party import third_party_notices


def document(*blocks: Block) -> Document:
    return Document("d", "en", Metadata(), blocks, (1, 23, 1), Provenance("d.md", "markdown", ""))


@pytest.mark.parametrize(
    "notice",
    [
        "Reprinted from A Journal, volume 3.",
        "Reprinted, with permission, from the Sleep Registry.",
        "Reproduced by kind permission of the Sleep Clinic.",
        "Pictures here are used with permission of the artist.",
        "Adapted from Someone AB, Another C: Sleep and you.",
        "Adapted with permission from the Clinic.",
        "© 2020 Somebody",
        "(c) 2019-2021 The Sleep Clinic",
        "Copyright © 2015 Someone et al.",
        "Copyright Sleep Press Ltd, 2014",
        "© Some Artist",
        "SLEEPWELL is a registered trademark of A Company.",
        "A and B are trademarks.",
        "Reproducido con permiso de la clínica.",
        "SUEÑO es una marca registrada de una empresa.",
        "Adaptado de Alguien y otros, 2019.",
        "Reproduit avec l’autorisation de la clinique.",
    ],
)
def test_a_notice_is_reported_with_its_line_and_words(notice: str) -> None:
    (found,) = third_party_notices(document(para(text(f"First words. {notice}"), 7)))
    assert (found.code, found.severity) == (Code.THIRD_PARTY_NOTICE, Severity.WARNING)
    assert (found.file, found.line) == ("d.md", 7)
    assert found.message == f"this part may belong to somebody else: “{notice}”"


@pytest.mark.parametrize(
    "words",
    [
        "Take Sleepwell® and Wakeup™ with water.",
        "PDQ® cancer information",
        "Ask permission before you touch the drip.",
        "The dose is adapted from time to time.",
        "This diet is adapted from a traditional one.",
        "With your permission, we will call your family.",
        "Vitamin (c) 2000 mg",
        "Hepatitis C 2020 figures",
        "You must get permission from the owner.",
        "The copyright page is at the end.",
        "It was used with care.",
        "Tomado de la mañana a la noche.",
        "Tome la pastilla adaptada a su peso.",
    ],
)
def test_other_words_are_not_a_notice(words: str) -> None:
    assert third_party_notices(document(para(text(words), 7))) == ()


def test_one_notice_for_each_block_wherever_it_stands() -> None:
    two = para(text("Reprinted from A. Also © 2020 Somebody."), 3)
    item = {"t": "Plain", "c": text("© 2021 Another")}
    listed = {"t": "BulletList", "c": [[item], [{"t": "Plain", "c": text("x")}]], "line": 5}
    quote = {"t": "BlockQuote", "c": [div([para(text("Reprinted from B."), 9)], ["x"])]}
    assert [d.line for d in third_party_notices(document(two, listed, quote))] == [3, 5, 9]


def test_the_notice_of_the_text_itself_is_not_one_of_a_third_party() -> None:
    notice = div([para(text("© 2024 The Publisher. All rights reserved."), 3)], ["rights", "legal"])
    assert third_party_notices(document(notice)) == ()


def test_a_notice_in_a_table_and_a_long_sentence_are_shown_in_part() -> None:
    long = "word " * 60 + "reprinted with permission " + "word " * 60
    cell = [attr(), {"t": "AlignDefault"}, 1, 1, [{"t": "Plain", "c": text(long.strip())}]]
    body = [attr(), 0, [], [[attr(), [cell]]]]
    table = {
        "t": "Table",
        "c": [attr(), [None, []], [], [attr(), []], [body], [attr(), []]],
        "line": 4,
    }
    (found,) = third_party_notices(document(table))
    assert found.line == 4
    assert "reprinted with permission" in found.message
    assert len(found.message) < 220


def test_the_policy_allow_says_nothing() -> None:
    block = para(text("Reprinted from A Journal."), 7)
    assert len(check_rights(document(block), "warn")) == 1
    assert check_rights(document(block), "allow") == ()

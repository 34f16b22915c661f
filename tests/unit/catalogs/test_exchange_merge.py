"""What an import may change in a catalog, and what it must leave."""

from __future__ import annotations

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.exchange import Exchange, merge

HEADER = Message("", "Language: es\n")
KEY = (None, "A")


def merged(old: Message, *new: Message, reviewed: frozenset[tuple[str | None, str]] = frozenset()):
    catalog, report = merge(Catalog(HEADER, (old,)), Exchange(new, reviewed=reviewed))
    assert catalog.header == HEADER
    return catalog.messages[0], report


def test_a_new_translation_replaces_an_old_one_and_keeps_the_rest() -> None:
    old = Message("A", "B", comments=("mine",), references=("a.md",), line=4, msgstr_line=5)
    result, report = merged(old, Message("A", "C", comments=("yours", "mine")))
    assert result == Message(
        "A", "C", comments=("mine", "yours"), references=("a.md",), line=4, msgstr_line=5
    )
    assert report.changed == (KEY,)


def test_the_same_translation_changes_nothing() -> None:
    old = Message("A", "B", line=3)
    result, report = merged(old, Message("A", "B"), reviewed=frozenset({KEY}))
    assert result == old
    assert (report.unchanged, report.changed, report.reviewed) == ((KEY,), (), (KEY,))


def test_an_empty_translation_drops_nothing() -> None:
    result, report = merged(Message("A", "B"), Message("A"))
    assert result.msgstr == "B"
    assert report.untranslated == (KEY,)


def test_a_fuzzy_translation_does_not_replace_a_usable_one() -> None:
    result, report = merged(Message("A", "B"), Message("A", "C", flags=("fuzzy",)))
    assert (result.msgstr, result.fuzzy) == ("B", False)
    assert report.kept == (KEY,)


def test_a_confirmed_translation_loses_what_it_was_made_from() -> None:
    old = Message("A", "B", flags=("fuzzy", "no-wrap"), previous="Z", previous_context="c")
    result, report = merged(old, Message("A", "B"))
    assert result == Message("A", "B", flags=("no-wrap",))
    assert report.changed == (KEY,)


def test_context_tells_entries_apart_and_unknown_ones_are_named() -> None:
    result, report = merged(Message("A", "B", context="title"), Message("A", "C"), Message("D"))
    assert result.msgstr == "B"
    assert report.unknown == (KEY,)


def test_two_translations_of_one_text_are_named() -> None:
    result, report = merged(Message("A"), Message("A", "B"), Message("A", "C"), Message("A", "B"))
    assert result.msgstr == "B"
    assert report.conflicting == (KEY,)


def test_forms_of_a_plural_come_whole_or_not_at_all() -> None:
    old = Message("A", "1", plural="As", plurals=("1", "2"))
    result, report = merged(old, Message("A", "3", plural="As", plurals=("3", "4", "5")))
    assert (result, report.kept) == (old, (KEY,))
    result, report = merged(old, Message("A", "3", plural="As", plurals=("3", "")))
    assert (result, report.kept) == (old, (KEY,))
    result, report = merged(old, Message("A", "3", plural="As", plurals=("3", "4")))
    assert (result.plurals, result.msgstr, report.changed) == (("3", "4"), "3", (KEY,))


def test_a_living_entry_of_the_file_goes_before_an_obsolete_one() -> None:
    result, _ = merged(Message("A"), Message("A", "old", obsolete=True), Message("A", "new"))
    assert result.msgstr == "new"

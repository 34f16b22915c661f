"""Updating a catalog: what stays, what becomes fuzzy, and that nothing is lost."""

from __future__ import annotations

import shutil
import subprocess
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.unit.catalogs.changed_texts import changed, leaflet

from plainlang.catalogs.base import Catalog, Message, Segment
from plainlang.catalogs.checks import check_catalog
from plainlang.catalogs.po import parse_po, po_bytes
from plainlang.catalogs.update import Remembered, Updated, template, update
from plainlang.exceptions import CatalogError

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
LATER = datetime(2027, 1, 2, 3, 4, tzinfo=UTC)


def segments(*texts: str) -> list[Segment]:
    return [Segment("paragraph", text) for text in texts]


def run(
    old: Catalog | None,
    wanted: list[Segment],
    memory: tuple[Remembered, ...] = (),
    now: datetime = NOW,
) -> Updated:
    return update(
        old, wanted, document="leaflet", source="seeds/leaflet.md", source_language="en",
        language="es", memory=memory, now=now,
    )  # fmt: skip


def translated(*texts: str) -> Catalog:
    """A catalog as it comes back from a translator, read from its file."""
    made = run(None, segments(*texts)).catalog
    messages = tuple(replace(m, msgstr=f"ES {m.msgid}") for m in made.messages)
    return parse_po(po_bytes(replace(made, messages=messages)), "leaflet.po")


def find(catalog: Catalog, msgid: str) -> Message:
    return next(m for m in catalog.messages if m.msgid == msgid)


def test_a_changed_dose_makes_one_fuzzy_entry_and_no_other_byte() -> None:
    texts = ["Take 150 mg daily with food.", "Do not drive.", "Call us when you feel sick."]
    old = translated(*texts)
    new = run(old, segments("Take 100 mg daily with food.", *texts[1:]), now=LATER)
    entry = find(new.catalog, "Take 100 mg daily with food.")
    assert entry.fuzzy
    assert entry.previous == "Take 150 mg daily with food."
    assert entry.msgstr == "ES Take 150 mg daily with food."
    assert (new.fuzzy, new.new, new.obsolete) == (1, 0, 0)
    before, after = po_bytes(old).decode(), po_bytes(new.catalog).decode()
    for text in texts[1:]:
        block = before[before.index(f'msgid "{text}"') :].split("\n\n")[0]
        assert block in after
    same = set(before.splitlines()) - set(after.splitlines())
    assert {line.split(":")[0] for line in same} == {
        '"POT-Creation-Date',
        'msgid "Take 150 mg daily with food."',
    }


def test_a_second_run_changes_no_byte() -> None:
    old = translated("One text that stays here.", "Another text that will be changed soon.")
    once = run(old, segments("One text that stays here.", "Another text that was changed soon."))
    again = run(parse_po(po_bytes(once.catalog)), segments(
        "One text that stays here.", "Another text that was changed soon."), now=LATER)  # fmt: skip
    assert po_bytes(again.catalog) == po_bytes(once.catalog)


def test_a_previous_text_survives_a_second_change() -> None:
    old = translated("Take one tablet in the morning with water.")
    once = run(old, segments("Take one tablet in the evening with water.")).catalog
    twice = run(once, segments("Take two tablets in the evening with water.")).catalog
    entry = find(twice, "Take two tablets in the evening with water.")
    assert entry.previous == "Take one tablet in the morning with water."
    assert entry.flags == ("fuzzy",)


def test_what_vanished_is_kept_and_comes_back() -> None:
    old = translated("Keep the tablets dry.", "Nothing alike stands in this other sentence.")
    gone = run(old, segments("Keep the tablets dry."))
    assert gone.obsolete == 1
    asleep = find(gone.catalog, "Nothing alike stands in this other sentence.")
    assert asleep.obsolete
    assert asleep.msgstr.startswith("ES ")
    stored = parse_po(po_bytes(gone.catalog))
    back = run(stored, segments(
        "Nothing alike stands in this other sentence.", "Keep the tablets dry."))  # fmt: skip
    assert back.revived == 1
    assert find(back.catalog, "Nothing alike stands in this other sentence.").translated


def test_a_text_of_other_words_is_not_taken_for_a_new_version() -> None:
    old = translated("Do not take this medicine with milk.")
    new = run(old, segments("Your blood is tested every two weeks."))
    assert (new.fuzzy, new.new, new.obsolete) == (0, 1, 1)


def test_flags_comments_and_headers_that_nobody_knows_survive() -> None:
    data = po_bytes(translated("A text that is translated.", "A second text.")).decode()
    data = data.replace('"Language: es\\n"', '"Language: es\\n"\n"X-Poedit-Basepath: .\\n"')
    data = data.replace('msgid "A text', '#, my-flag, no-wrap\nmsgid "A text')
    data = data.replace("#. paragraph", "# Ask Ana.\n#= sticky\n#. paragraph", 1)
    new = po_bytes(run(parse_po(data.encode()), segments("A text that is translated.")).catalog)
    for kept in ("X-Poedit-Basepath: .", "my-flag, no-wrap", "# Ask Ana.", "#= sticky"):
        assert kept in new.decode()


def test_a_changed_address_changes_a_comment_and_no_state() -> None:
    def linked(url: str) -> list[Segment]:
        return [Segment("paragraph", "See [this page](#1).", targets=(url,))]

    made = run(None, linked("https://one.example/")).catalog
    old = replace(made, messages=(replace(made.messages[0], msgstr="Vea [esto](#1)."),))
    new = run(parse_po(po_bytes(old)), linked("https://two.example/"))
    (entry,) = new.catalog.messages
    assert entry.translated
    assert "#1 = https://two.example/" in entry.extracted
    assert (new.fuzzy, new.new) == (0, 0)


def test_another_document_lends_its_translation() -> None:
    memory = (
        Remembered("", "Call us.", "Llámenos.", "other"),
        Remembered("title", "Side effects", "Efectos secundarios", "other"),
    )
    new = run(None, segments("Call us.", "Side effects"), memory)
    assert new.filled == 2
    assert find(new.catalog, "Call us.").translated
    assert "plainlang: taken from the catalog of “other”" in find(new.catalog, "Call us.").comments
    assert find(new.catalog, "Side effects").fuzzy  # the same words in another role


def test_translators_see_the_place_the_targets_and_the_terms() -> None:
    made = update(
        None,
        [Segment("list-item", "[myeloma](#1)<x1/>", "", ("Who it is for",), ("https://a.example",),
                 placeholders=("footnote",))],
        document="d", source="d.md", source_language="en", language="es",
        terms={"Myeloma": "mieloma", "other": "otro"}, now=NOW,
    ).catalog  # fmt: skip
    assert made.messages[0].extracted == (
        "list item, in: Who it is for",
        "#1 = https://a.example",
        "<x1/> = footnote",
        "Term: Myeloma = mieloma",
    )
    assert made.messages[0].references == ("d.md",)


def test_a_template_has_every_text_and_no_translation() -> None:
    made = template("d", segments("A", "B"), source="d.md", source_language="en", now=NOW)
    assert [m.msgid for m in made.messages] == ["A", "B"]
    less = template("d", segments("B"), source="d.md", source_language="en", old=made, now=LATER)
    assert [m.msgid for m in less.messages] == ["B"]
    assert "2027-01-02" in less.header.msgstr


def test_another_version_of_the_text_form_is_refused() -> None:
    data = po_bytes(translated("A")).replace(b"Text-Form: 1", b"Text-Form: 9")
    with pytest.raises(CatalogError, match="version 9"):
        run(parse_po(data), segments("A"))


def test_of_2000_texts_with_400_changed_nearly_all_find_their_own_and_none_another() -> None:
    texts = leaflet(2000)
    edits = changed(texts)
    assert len(edits) == 400
    new_texts = [edits.get(place, text) for place, text in enumerate(texts)]
    new = run(translated(*texts), segments(*new_texts))
    fuzzy = {m.msgid: m.previous for m in new.catalog.messages if m.fuzzy}
    right = sum(fuzzy.get(text) == texts[place] for place, text in edits.items())
    wrong = sum(
        text in fuzzy and fuzzy[text] != texts[place] for place, text in edits.items()
    ) + len(set(fuzzy) - set(edits.values()))
    assert right >= 380
    assert wrong == 0
    assert sum(m.translated for m in new.catalog.messages) == 1600
    assert not [m for m in new.catalog.messages if m.obsolete and not m.msgstr]


@pytest.mark.skipif(shutil.which("msgfmt") is None, reason="gettext is not installed")
@pytest.mark.parametrize("language", ["es", "ar", "vi", "zh-Hans"])
def test_msgfmt_accepts_new_and_updated_catalogs(language: str, tmp_path: Path) -> None:
    texts = ["Take 150 mg.", "Say “yes”\nor \\ no.", "See [this](#1) <x1/> at 5 %."]
    made = update(None, segments(*texts), document="d", source="a b.md", source_language="en",
                  language=language, now=NOW).catalog  # fmt: skip
    full = replace(made, messages=tuple(replace(m, msgstr=m.msgid) for m in made.messages))
    after = update(full, segments("Take 100 mg.", texts[1]), document="d", source="a b.md",
                   source_language="en", language=language, now=NOW).catalog  # fmt: skip
    for number, catalog in enumerate((made, full, after)):
        path = tmp_path / f"{number}.po"
        path.write_bytes(po_bytes(catalog))
        found = subprocess.run(
            ["msgfmt", "-c", "-o", "/dev/null", str(path)], capture_output=True, text=True
        )
        assert found.returncode == 0, found.stderr


HEAD = (
    'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n'
    'X-Team: a\\nX-Team: b\\nno field\\n"\n\n'
)


def test_what_was_accepted_for_an_earlier_text_does_not_count_for_the_new_one() -> None:
    old = translated("Take 150 mg daily with food.")
    accepted = replace(old.messages[0], comments=("Ana: plainlang: accept number",))
    new = run(replace(old, messages=(accepted,)), segments("Take 100 mg daily with food.")).catalog
    (comment,) = new.messages[0].comments
    assert comment == "Ana: plainlang: accepted for the earlier text: number"
    # A tool that drops the mark must not be all that stands between the old dose and a reader.
    unmarked = replace(new, messages=(replace(new.messages[0], flags=()),))
    assert "number" in {found.check for found in check_catalog(unmarked, "en", "es")}


def test_rows_of_the_header_that_are_no_fields_or_stand_twice_survive() -> None:
    old = parse_po((HEAD + 'msgid "One text."\nmsgstr "UNO"\n').encode())
    rows = run(old, segments("Another text."), now=LATER).catalog.header.msgstr.split("\n")
    assert [row for row in rows if row.startswith("X-Team")] == ["X-Team: a", "X-Team: b"]
    assert "no field" in rows
    assert sum(row.startswith("POT-Creation-Date: 2027-01-02") for row in rows) == 1


@pytest.mark.parametrize(
    ("body", "wanted"),
    [
        pytest.param(
            'msgctxt ""\nmsgid "One text."\nmsgstr "UNO"\n\nmsgid "One text."\nmsgstr "DOS"\n',
            "One text.",
            id="an empty context beside none",
        ),
        pytest.param(
            '#~ msgid "One text."\n#~ msgstr "UNO"\n\n#~ msgid "One text."\n#~ msgstr "DOS"\n',
            "One text.",
            id="obsolete twice, and back",
        ),
        pytest.param(
            '#~ msgid "One text."\n#~ msgstr "UNO"\n\nmsgid "One text."\nmsgstr "DOS"\n',
            "Something else entirely.",
            id="obsolete before, and again",
        ),
    ],
)
def test_no_translation_is_lost_where_a_text_stands_twice(body: str, wanted: str) -> None:
    once = run(parse_po((HEAD + body).encode()), segments(wanted)).catalog
    text = po_bytes(once).decode()
    assert "UNO" in text
    assert "DOS" in text
    assert text.count('msgid "One text."') == 1
    assert po_bytes(run(parse_po(text.encode()), segments(wanted), now=LATER).catalog) == (
        text.encode()
    )

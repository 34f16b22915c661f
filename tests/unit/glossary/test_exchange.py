from __future__ import annotations

import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainlang.diagnostics import Code
from plainlang.exceptions import SourceError
from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.exchange import READERS, WRITERS, form_of
from plainlang.glossary.records import Intake, first_of_each

LOSSLESS = ("tbx", "tbx-dct", "tbx2", "csv", "jsonl")
READER = {"tbx-dct": "tbx", "tbx2": "tbx"}

SIGNS = st.one_of(
    st.characters(exclude_categories=["Cs"]),
    st.sampled_from("|\\;,\t\"'<>&#=\u00a0\u2028 éñ中اب()[]*"),
)
TEXT = st.text(SIGNS, max_size=20)
EXTRA = st.dictionaries(
    st.text("abcxyz", min_size=1, max_size=5),
    st.one_of(TEXT, st.integers(), st.lists(TEXT, max_size=2), st.booleans()),
    max_size=2,
)
RECORD = st.fixed_dictionaries(
    {
        "dictionary": st.sampled_from(["nci", "nci-genetics", "local"]),
        "id": TEXT,
        "term": TEXT,
        "language": st.sampled_from(["en", "es", "zh-Hans"]),
        "audience": st.sampled_from(["patient", "health-professional"]),
        "definition": TEXT,
        "pronunciation": TEXT,
        "uri": TEXT,
        "source": TEXT,
        "licence": TEXT,
        "retrieved": st.sampled_from(["", "2026-01-20"]),
        "name": TEXT,
        "variants": st.lists(TEXT, max_size=3),
        "links": st.lists(TEXT, max_size=2),
        "extra": EXTRA,
    }
)


def taken(records: list[dict[str, Any]]) -> list[GlossaryEntry]:
    """Return the entries that a glossary can have, as it has them."""
    intake = Intake("")
    found = [intake.entry(record, 0) for record in records]
    return first_of_each(entry for entry in found if entry is not None)[0]


def sorted_(entries: Any) -> list[GlossaryEntry]:
    return sorted(entries, key=lambda e: (e.dictionary, e.id, e.language, e.audience))


@pytest.mark.parametrize("form", LOSSLESS)
@settings(max_examples=50, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records=st.lists(RECORD, max_size=3))
def test_nothing_is_lost_on_the_way_out_and_back(form: str, records: list[dict[str, Any]]) -> None:
    entries = taken(records)
    written = WRITERS[form](entries, ())
    assert written.problems == ()
    if form != "csv" or entries:
        back = READERS[READER.get(form, form)](written.data, "f", "", "")
        assert back.problems == ()
        assert sorted_(back.entries) == sorted_(entries)


@settings(max_examples=50, deadline=None)
@given(records=st.lists(RECORD, max_size=3))
def test_omegat_keeps_term_and_definition_or_says_that_it_does_not(
    records: list[dict[str, Any]],
) -> None:
    entries = [replace(entry, language="en") for entry in taken(records)]
    written = WRITERS["omegat"](entries, ["en"])
    back = READERS["omegat"](written.data, "f", "local", "en")
    kept = {(entry.term, entry.definition) for entry in back.entries}
    if not written.problems:
        assert kept == {(entry.term, entry.definition) for entry in entries}
    for entry in entries:
        fields = ("variants", "pronunciation", "uri", "source", "licence", "name", "extra")
        for name in fields:
            if getattr(entry, name):
                assert any(name in problem.message for problem in written.problems)


ENTRY = GlossaryEntry("nci", "7", "graft", "en", "Skin that is moved.", variants=("flap",))
TWIN = GlossaryEntry("nci", "7", "injerto", "es", "Piel que se traslada.")


def test_tbx_of_2019_has_the_standard_s_elements() -> None:
    text = WRITERS["tbx"]([ENTRY, TWIN], ()).data.decode()
    assert (
        '<tbx xmlns="urn:iso:std:iso:30042:ed-2" type="TBX-Basic" style="dca" xml:lang="en">'
        in text
    )
    assert text.count("<conceptEntry ") == 1  # one concept, two languages
    assert text.count("<langSec ") == 2
    assert '<descrip type="definition">Skin that is moved.</descrip>' in text
    dct = WRITERS["tbx-dct"]([ENTRY], ()).data.decode()
    assert "<basic:definition>Skin that is moved.</basic:definition>" in dct


def test_tbx_of_2008_has_the_standard_s_elements() -> None:
    text = WRITERS["tbx2"]([ENTRY, TWIN], ()).data.decode()
    assert '<martif type="TBX" xml:lang="en">' in text
    assert (text.count("<termEntry "), text.count("<langSet "), text.count("<tig>")) == (1, 2, 3)


def test_tbx_of_another_tool() -> None:
    data = b"""<?xml version='1.0'?><!DOCTYPE martif SYSTEM "TBXcoreStructV02.dtd">
<martif type="TBX" xml:lang="en"><text><body><termEntry id="c-12">
 <descrip type="subjectField">Medicine</descrip>
 <descrip type="definition">Skin <hi>that</hi> is moved.</descrip>
 <langSet xml:lang="en"><tig><term>graft</term></tig><ntig><termGrp><term>flap</term></termGrp></ntig></langSet>
 <langSet xml:lang="es"><descripGrp><descrip type="definition">Piel.</descrip><admin type="source">A</admin></descripGrp>
  <tig><term>injerto</term></tig></langSet>
</termEntry></body></text></martif>"""
    english, spanish = READERS["tbx"](data, "f.tbx", "clinic", "").entries
    assert english == GlossaryEntry(
        "clinic", "c-12", "graft", "en", "Skin that is moved.", variants=("flap",)
    )
    assert (spanish.term, spanish.definition, spanish.source) == ("injerto", "Piel.", "A")
    assert [e.language for e in READERS["tbx"](data, "f.tbx", "clinic", "es").entries] == ["es"]


LAUGHS = (
    '<?xml version="1.0"?>\n<!DOCTYPE lolz [\n <!ENTITY a "ha">\n'
    + "".join(
        f' <!ENTITY {two} "{f"&{one};" * 10}">\n'
        for one, two in zip("abcdefgh", "bcdefghi", strict=True)
    )
    + "]>\n<tbx>&i;</tbx>"
)


@pytest.mark.parametrize(
    ("data", "line", "message"),
    [
        (LAUGHS.encode(), 3, "declares entities"),
        (LAUGHS.encode("utf-16"), 3, "declares entities"),
        (b'<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/passwd">]><tbx>&x;</tbx>', 1, "entities"),
        (b'<!DOCTYPE a [<!ENTITY % x SYSTEM "http://127.0.0.1:9/x.dtd">%x;]><tbx/>', 1, "entities"),
        (b"<tbx>\n<a>\n</b></tbx>", 3, "not well-formed"),
        (b"<tbx>&x;</tbx>", 1, "not well-formed"),
        (b"", 1, "not well-formed"),
        (b"plain text", 1, "not well-formed"),
        (b"<html/>", 1, "no TBX"),
        (b"<tbx>" + b"<a>" * 100_000, 1, "not well-formed"),
    ],
)
def test_xml_that_is_not_to_be_read(data: bytes, line: int | None, message: str) -> None:
    with pytest.raises(SourceError, match=message) as caught:
        READERS["tbx"](data, "f.tbx", "", "")
    diagnostic = caught.value.diagnostic
    assert (diagnostic.code, diagnostic.file) == (Code.GLOSSARY_UNREADABLE, "f.tbx")
    assert diagnostic.line == line


def test_an_external_dtd_is_not_loaded(tmp_path: Any) -> None:
    dtd = tmp_path / "x.dtd"
    dtd.write_text('<!ENTITY graft "secret">')
    text = WRITERS["tbx2"]([ENTRY], ()).data.decode().replace("TBXcoreStructV02.dtd", dtd.as_uri())
    (entry,) = READERS["tbx"](text.encode(), "f.tbx", "", "").entries
    assert entry == ENTRY
    with_entity = text.replace("<term>graft", "<term>&graft;").encode()
    try:
        found = READERS["tbx"](with_entity, "f.tbx", "", "").entries
    except SourceError:
        found = ()
    assert all("secret" not in entry.term for entry in found)


@pytest.mark.parametrize(
    ("form", "data", "line"),
    [
        ("nci-json", b'{"termId": 7,\n "language" "en"}', 2),
        ("nci-json", b'{"termId": 7}\n{"termId": }', 2),
        ("nci-json", b"", 1),
        ("nci-json", b'{"termName": "caf\xe9"}', 1),
        ("jsonl", b'{}\n{"term": "caf\xe9"}', 2),
        ("csv", b"term,definition\na,caf\xe9", 2),
        ("csv", b"a,b\n", 1),
        ("omegat", b"a\tb\nx\tcaf\xe9\n", 2),
    ],
)
def test_a_file_that_cannot_be_read_names_its_line(form: str, data: bytes, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        READERS[form](data, "f", "local", "en")
    assert (caught.value.diagnostic.code, caught.value.diagnostic.line) == (
        Code.GLOSSARY_UNREADABLE,
        line,
    )


@pytest.mark.parametrize("shape", ["one", "list", "page", "lines"])
def test_answers_of_nci_s_service(shape: str) -> None:
    term = {
        "termId": 7, "language": "en", "dictionary": "Cancer.gov", "audience": "Patient",
        "termName": "graft", "prettyUrlName": "graft", "pronunciation": None,
        "definition": {"text": "Skin that\r\nis moved.", "html": "Skin that\r\nis moved."},
    }  # fmt: skip
    other = {**term, "termId": 8}
    texts = {
        "one": json.dumps(term),
        "list": json.dumps([term, other]),
        "page": json.dumps({"meta": {"totalResults": 2}, "results": [term, other]}),
        "lines": json.dumps(term) + "\n" + json.dumps(other) + "\n",
    }
    found = READERS["nci-json"](texts[shape].encode(), "f.json", "", "")
    assert found.problems == ()
    assert [entry.id for entry in found.entries] == (["7"] if shape == "one" else ["7", "8"])
    assert found.entries[0].definition == "Skin that is moved."
    assert READERS["nci-json"](texts[shape].encode(), "f.json", "", "es").entries == ()


@pytest.mark.parametrize(
    ("name", "data", "form"),
    [
        ("a.tbx", b"", "tbx"), ("a.XML", b"", "tbx"), ("a.csv", b"", "csv"),
        ("a.json", b"", "nci-json"), ("a.jsonl", b'{"termId": 1}', "nci-json"),
        ("a.jsonl", b'{"id": 1}', "jsonl"), ("a.txt", b"", "omegat"), ("a.utf8", b"", "omegat"),
        ("a.tsv", b"\xef\xbb\xbfterm\tdefinition\n", "csv"), ("a.tsv", b"graft\tskin\n", "omegat"),
        ("a", b"\xef\xbb\xbf <?xml", "tbx"), ("a", b'[{"termId": 1}]', "nci-json"),
        ("a", b'{"id": 1}', "jsonl"), ("a", b"Term;Definition", "csv"), ("a", b"what", ""),
        ("a", b"", ""),
    ],
)  # fmt: skip
def test_the_form_is_told_by_suffix_or_content(name: str, data: bytes, form: str) -> None:
    assert form_of(name, data) == form

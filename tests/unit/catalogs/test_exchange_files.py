"""Exchange files as other tools write and break them."""

from __future__ import annotations

import csv
import io

import pytest
from lxml import etree

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.exchange import (
    FORMATS,
    ExchangeError,
    read_csv,
    read_tmx,
    read_xliff2,
    write_csv,
    write_tmx,
    write_xliff2,
)

HEADER = Message("", "Language: es\n")
NS = "{urn:oasis:names:tc:xliff:document:2.0}"
CODES = Message("Read **the [leaflet](#1)**<x2/>.", "Lea <x2/>**el [folleto](#1)**.")


def catalog(*messages: Message) -> Catalog:
    return Catalog(HEADER, messages)


def xliff(body: str, attributes: str = 'version="2.1" srcLang="en" trgLang="es"') -> bytes:
    return f'<xliff xmlns="{NS[1:-1]}" {attributes}><file id="f">{body}</file></xliff>'.encode()


# --- XLIFF ------------------------------------------------------------------------------------


def test_codes_have_the_same_ids_in_both_texts() -> None:
    root = etree.fromstring(write_xliff2(catalog(CODES), "en", "es"))
    source, target = root.find(f".//{NS}source"), root.find(f".//{NS}target")
    assert source is not None
    assert target is not None
    for tag in ("pc", "ph"):
        own = {e.get("id"): e.attrib for e in source.iter(f"{NS}{tag}")}
        assert own == {e.get("id"): e.attrib for e in target.iter(f"{NS}{tag}")}
        assert own
    data = {e.get("id"): e.text for e in root.iter(f"{NS}data")}
    assert {"**", "[", "](#1)", "<x2/>"} == set(data.values())


@pytest.mark.parametrize(
    ("message", "state", "sub_state"),
    [
        (Message("A"), "initial", None),
        (Message("A", "B", flags=("fuzzy",)), "initial", "plainlang:fuzzy"),
        (Message("A", "B"), "translated", None),
        (Message("R", "B"), "reviewed", None),
    ],
)
def test_states_written(message: Message, state: str, sub_state: str | None) -> None:
    root = etree.fromstring(write_xliff2(catalog(message), "en", "es", reviewed={(None, "R")}))
    segment = root.find(f".//{NS}segment")
    assert segment is not None
    assert (segment.get("state"), segment.get("subState")) == (state, sub_state)


@pytest.mark.parametrize(
    ("state", "fuzzy", "reviewed"),
    [
        ("initial", True, False),
        ("translated", False, False),
        ("reviewed", False, True),
        ("final", False, True),
    ],
)
def test_states_read(state: str, fuzzy: bool, reviewed: bool) -> None:
    body = f'<unit id="1"><segment state="{state}"><source>A</source><target>B</target></segment></unit>'
    found = read_xliff2(xliff(body))
    assert found.messages[0].fuzzy is fuzzy
    assert bool(found.reviewed) is reviewed


def test_structures_of_other_tools_are_read() -> None:
    body = (
        '<group id="g"><unit id="1"><notes><note>Ask the doctor.</note></notes>'
        '<originalData><data id="d1">**</data></originalData>'
        '<segment state="final"><source>A <sc id="1" dataRef="d1"/>b<ec startRef="1" dataRef="d1"/>.'
        "</source><target><mrk id='m'>C</mrk> <sc id='1'/>d<ec startRef='1'/>.</target></segment>"
        '<ignorable><source> </source></ignorable><segment state="final"><source>E</source>'
        "<target>F</target></segment></unit></group>"
    )
    (message,) = read_xliff2(xliff(body), language="es-MX").messages
    assert (message.msgid, message.msgstr) == ("A **b**. E", "C **d**. F")
    assert message.comments == ("Ask the doctor.",)


def test_a_part_that_is_not_translated_makes_the_whole_fuzzy() -> None:
    body = (
        '<unit id="1"><segment state="translated"><source>A</source><target>B</target></segment>'
        "<segment><source>C</source></segment></unit>"
    )
    assert read_xliff2(xliff(body)).messages[0].fuzzy


def test_spaces_and_line_ends_are_kept() -> None:
    message = Message(" A \r\n\tb  **c** ", "\n D ** e**\r")
    written = write_xliff2(catalog(message), "en", "es")
    assert read_xliff2(written).messages == (message,)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "not well-formed"),
        (b"<xliff", "not well-formed"),
        (b"<po/>", "no XLIFF"),
        (b'<xliff version="1.2" xmlns="urn:oasis:names:tc:xliff:document:1.2"/>', "XLIFF 1.2"),
        (xliff("", 'version="2.0" srcLang="en" trgLang="fr"'), "“fr”, not in “es”"),
        (b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>', "document type"),
        (
            xliff('<unit id="u7"><segment><source>A<ph id="9"/></source></segment></unit>'),
            "unit u7: the code 9 has no data",
        ),
    ],
)
def test_a_bad_xliff_is_refused(data: bytes, words: str) -> None:
    with pytest.raises(ExchangeError) as caught:
        read_xliff2(data, file="a.xlf", language="es")
    assert words in caught.value.diagnostic.message
    assert caught.value.diagnostic.file == "a.xlf"


@pytest.mark.parametrize("read", [read_xliff2, read_tmx])
def test_an_xml_error_has_its_line(read: object) -> None:
    with pytest.raises(ExchangeError) as caught:
        read(b"<tmx>\n<body>\n</tmx>", file="a")  # type: ignore[operator]
    assert caught.value.diagnostic.line == 3


# --- TMX --------------------------------------------------------------------------------------


def test_tags_are_codes_of_the_memory() -> None:
    root = etree.fromstring(write_tmx(catalog(CODES), "en", "es"))
    for segment in root.iter("seg"):
        begun = [e.get("i") for e in segment.iter("bpt")]
        assert sorted(begun) == sorted(e.get("i") for e in segment.iter("ept"))
        assert [e.text for e in segment.iter("ph")] == ["<x2/>"]


TMX = (
    '<?xml version="1.0"?><!DOCTYPE tmx SYSTEM "tmx14.dtd"><tmx version="1.4">'
    '<header srclang="EN-US"/><body><tu><note>n</note><prop type="project">p</prop>'
    '<tuv lang="EN-US"><seg>Take <bpt i="1">**</bpt><hi>it</hi><ept i="1">**</ept>.</seg></tuv>'
    '<tuv xml:lang="FR"><seg>Prenez.</seg></tuv><tuv xml:lang="ES-MX"><seg>Tómelo.</seg></tuv></tu>'
    "</body></tmx>"
)


@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_memory_of_another_tool_is_read(encoding: str) -> None:
    text = TMX.replace('version="1.0"', f'version="1.0" encoding="{encoding}"')
    found = read_tmx(text.encode(encoding), language="es")
    assert found.messages == (Message("Take **it**.", "Tómelo."),)
    assert found.language == "ES-MX"


def test_a_memory_without_the_language_is_refused() -> None:
    with pytest.raises(ExchangeError, match="not in “vi”"):
        read_tmx(TMX.encode(), language="vi")


def test_entities_in_utf_16_are_refused_too() -> None:
    text = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE t [<!ENTITY a "b">]><tmx>&a;</tmx>'
    with pytest.raises(ExchangeError, match="document type"):
        read_tmx(text.encode("utf-16"))


def test_no_tmx_is_refused() -> None:
    with pytest.raises(ExchangeError, match="no TMX"):
        read_tmx(b"<xliff/>")


# --- CSV --------------------------------------------------------------------------------------


def test_a_spreadsheet_runs_no_formula() -> None:
    texts = ["=1+1", "-20 °C", "+1 800", "@home", "'=a", "'tis", "＝A1", "\t=1", "plain"]
    messages = tuple(Message(text, text) for text in texts)
    written = write_csv(catalog(*messages), "en", "es")
    assert written.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(written.decode("utf-8-sig"), newline="")))
    assert not [c for row in rows for c in row if c[:1] in ("=", "+", "-", "@", "\t", "＝")]
    assert rows[6][0] == "'tis", "an apostrophe that guards nothing is the text's own"
    assert read_csv(written).messages == messages


def test_a_table_of_a_person_is_read() -> None:
    data = "Source;Translation;State\r\nTake it.;Tómelo.;final\r\n;;\r\nNo.;No.;fuzzy\r\n"
    found = read_csv(data.encode("utf-16"))
    assert found.messages == (
        Message("Take it.", "Tómelo."),
        Message("No.", "No.", flags=("fuzzy",)),
    )
    assert found.reviewed == {(None, "Take it.")}


@pytest.mark.parametrize(
    ("data", "words", "line"),
    [
        (b"", "no column “source”", 1),
        (b"source,text\na,b\n", "no column “translation”", 1),
        ("source,translation\na,b\nc,é".encode("latin-1"), "not in UTF-8", 3),
        (b"source [en],translation [ar]\na,b\n", "“ar”, not in “es”", None),
        (b'source,translation\n"a,b\n', "no valid CSV", None),
    ],
)
def test_a_bad_table_is_refused(data: bytes, words: str, line: int | None) -> None:
    with pytest.raises(ExchangeError) as caught:
        read_csv(data, file="a.csv", language="es")
    assert words in caught.value.diagnostic.message
    assert caught.value.diagnostic.line == line


def test_half_a_character_is_named() -> None:
    with pytest.raises(ExchangeError, match="UTF-8 cannot hold"):
        write_csv(catalog(Message("a\ud800")), "en", "es")


@pytest.mark.parametrize("name", FORMATS)
def test_an_empty_catalog_makes_a_file(name: str) -> None:
    assert FORMATS[name].read(FORMATS[name].write(catalog(), "en", "es")).messages == ()

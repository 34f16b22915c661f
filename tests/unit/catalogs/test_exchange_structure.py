"""The rules of XLIFF 2.0 (core schema and §4) and of the TMX 1.4 DTD that our files must keep.

No package carries the schemas, so the rules that touch what is written stand here.
"""

from __future__ import annotations

import re

import pytest
from lxml import etree

from plainlang.catalogs.base import Catalog, Message
from plainlang.catalogs.exchange import write_tmx, write_xliff2

NS = "{urn:oasis:names:tc:xliff:document:2.0}"
NMTOKEN = re.compile(r"[\w.:-]+")
#: Children that an element may have, in their order.
CHILDREN = {
    "xliff": ["file"],
    "file": ["notes", "unit|group"],
    "group": ["notes", "unit|group"],
    "unit": ["notes", "originalData", "segment"],
    "notes": ["note"],
    "note": [],
    "originalData": ["data"],
    "data": ["cp"],
    "segment": ["source", "target"],
    "source": ["pc|ph|cp"],
    "target": ["pc|ph|cp"],
    "pc": ["pc|ph|cp"],
    "ph": [],
    "cp": [],
}
REQUIRED = {
    "file": "id",
    "group": "id",
    "unit": "id",
    "data": "id",
    "pc": "id",
    "ph": "id",
    "cp": "hex",
}
MESSAGES = (
    Message("Read **the [leaflet](#1)**<x2/>.", "Lea <x2/>**el [folleto](#1)**.", context="note"),
    Message("A *b* *c*.", "*A* b.", flags=("fuzzy",), previous="A b c."),
    Message("\x01 *x*", "**bad", comments=("\x02",), extracted=("x",), references=("a.md",)),
    Message("One", "Uno", plural="Many", plurals=("Uno", "", "Muchos"), obsolete=True),
    Message("One", "Uno"),
    Message("Empty"),
)


def problems(data: bytes) -> list[str]:
    root = etree.fromstring(data)
    found = []
    for element in root.iter():
        name = etree.QName(element).localname
        places = [
            next(
                (
                    i
                    for i, k in enumerate(CHILDREN[name])
                    if etree.QName(c).localname in k.split("|")
                ),
                -1,
            )
            for c in element
        ]
        if -1 in places or places != sorted(places):
            found.append(f"children of {name}")
        need = REQUIRED.get(name)
        if need and not NMTOKEN.fullmatch(element.get(need, "")):
            found.append(f"{need} of {name}")
    units = [u.get("id") for u in root.iter(f"{NS}unit")]
    if len(units) != len(set(units)):
        found.append("unit ids")
    for unit in root.iter(f"{NS}unit"):
        data_ids = {d.get("id") for d in unit.iter(f"{NS}data")}
        for segment in unit.iter(f"{NS}segment"):
            if segment.get("subState") and not segment.get("state"):
                found.append("subState without state")
            if segment.get("state") != "initial" and segment.find(f"{NS}target") is None:
                found.append("state without target")
            for text in segment:
                codes = [c.get("id") for c in text.iter(f"{NS}pc", f"{NS}ph")]
                if len(codes) != len(set(codes)):
                    found.append("code ids")
        for code in unit.iter(f"{NS}pc", f"{NS}ph"):
            refs = [v for k, v in code.attrib.items() if k.startswith("dataRef")]
            if not refs or not set(refs) <= data_ids:
                found.append("dataRef")
    return found


def test_an_xliff_file_keeps_the_rules() -> None:
    data = write_xliff2(Catalog(Message(""), MESSAGES), "en", "ar", reviewed={MESSAGES[0].key})
    assert problems(data) == []
    root = etree.fromstring(data)
    assert (root.get("version"), root.get("srcLang"), root.get("trgLang")) == ("2.0", "en", "ar")
    (file,) = root
    assert (file.get("srcDir"), file.get("trgDir")) == ("ltr", "rtl")


@pytest.mark.parametrize(
    ("right", "wrong", "named"),
    [
        (b' id="u', b' name="u', "id of unit"),
        (b' dataRef="d', b' dataRef="e', "dataRef"),
        (b' state="initial" subState', b" subState", "subState without state"),
        (b"<target>", b"<source>", "state without target"),
        (b"<notes>", b"<notes><unit/>", "children of notes"),
    ],
)
def test_the_rules_find_what_is_broken(right: bytes, wrong: bytes, named: str) -> None:
    data = write_xliff2(Catalog(Message(""), MESSAGES), "en", "ar")
    assert right in data
    broken = (
        data.replace(right, wrong).replace(b"</target>", b"</source>")
        if b"target" in right
        else data.replace(right, wrong)
    )
    assert named in problems(broken)


def test_a_tmx_file_keeps_the_rules() -> None:
    root = etree.fromstring(write_tmx(Catalog(Message(""), MESSAGES), "en", "es"))
    header, body = root
    need = "creationtool creationtoolversion segtype o-tmf adminlang srclang datatype".split()
    assert [name for name in need if not header.get(name)] == []
    ids = [unit.get("tuid") for unit in body]
    assert len(ids) == len(set(ids)) == 8
    for unit in body:
        tags = [child.tag for child in unit]
        assert tags == sorted(tags), "prop before tuv"
        assert 1 <= tags.count("tuv") <= 2
        for segment in unit.iter("seg"):
            begun = [code.get("i") for code in segment.iter("bpt")]
            assert sorted(begun) == sorted(code.get("i") for code in segment.iter("ept"))
            assert len(begun) == len(set(begun))
            assert {child.tag for child in segment} <= {"bpt", "ept", "ph"}

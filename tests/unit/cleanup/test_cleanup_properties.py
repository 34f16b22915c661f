"""For any document: nothing is lost unsaid, a second pass changes nothing, no input is touched."""

from __future__ import annotations

import copy
from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plainlang.ast import attr, attr_of, div, para, stringify, text, walk
from plainlang.cleanup import RULES, Result, clean
from plainlang.document import Block, Document, Inline, Metadata, Provenance
from plainlang.engines import Engines

TITLE = "Sleep and Rest"

#: Words that rules look for, among words that they do not.
WORDS = st.sampled_from(
    "sleep Rest rest. include: these types: Drugs water¹ word² m² 10⁹ ¹Note ²Note ¹³¹I anti- body "
    "and 睡眠 休息 Placeholder slot Yes FDA Approved **bold.**Then ** ##Help [open "
    "more](/far/away) [x]({{site}}/y) {:.small} (SLEE-ping-lee) - NCI | © 2024 mRNA In With".split()
)
TARGETS = st.sampled_from(
    [
        "",
        "#",
        "#here",
        "#missing",
        "/drugs/a",
        "../b",
        "https://example.org/page",
        "https://example.org/page#here",
        "//example.org/c",
        "www.example.org",
        "help@example.org",
        "mailto:help@example.org",
        "javascript:alert(1)",
        "JaVa\tscript:alert(1)",
        "data:text/html,x",
        "file:///etc/passwd",
        "ftp://example.org/x",
        "http://[",
        "{{ base }}/x",
    ]
)
PARAGRAPHS = st.sampled_from(
    [
        "Placeholder slot",
        "(SLEE-ping AND-rest)",
        "(slee-ping-REST-ful)",
        "US Brand Name(s)",
        "FDA Approved",
        "Yes",
        "Carvykti",
        TITLE,
        f"{TITLE} - NCI",
        "¹The first note.",
        "²The second note.",
        "The word¹ has a note, and the area is 3 m².",
        "Copyright © 2024 A publisher. All rights reserved.",
        "The study was small., Competing Interests: None., (Copyright © 2024 A. All rights.)",
        "**Rest.**Sleep well.",
        "##Side effects",
        "{: .wide}",
        "[Read on",
        "and more.](/next)",
        "See [this]({{ base }}/x).",
    ]
)
IDENTIFIERS = st.sampled_from(["", "", "", "here", "rest", "title"])


def inlines(value: str, soft: bool) -> list[Inline]:
    found = text(value)
    if not soft:
        return found
    return [{"t": "SoftBreak"} if item["t"] == "Space" else item for item in found]


@st.composite
def some_inlines(draw: st.DrawFn, depth: int = 1) -> list[Inline]:
    result: list[Inline] = []
    for _ in range(draw(st.integers(1, 6))):
        kind = draw(st.integers(0, 12))
        if kind == 0 and depth:
            target = draw(TARGETS)
            content = draw(some_inlines(depth=0))
            result.append({"t": "Link", "c": [attr(draw(IDENTIFIERS)), content, [target, ""]]})
        elif kind == 1 and depth:
            result.append({"t": "Strong", "c": draw(some_inlines(depth=0))})
        elif kind == 2:
            number = draw(st.sampled_from("12"))
            result.append({"t": "Superscript", "c": [{"t": "Str", "c": number}]})
        elif kind == 4:
            result.append({"t": "Image", "c": [attr(), [], ["bed.png", ""]]})
        elif kind == 3 and depth:
            result.append(
                {"t": "Span", "c": [attr(draw(IDENTIFIERS)), draw(some_inlines(depth=0))]}
            )
        else:
            result.append({"t": "Str", "c": draw(WORDS)})
        gap = draw(st.sampled_from(["Space", "Space", "SoftBreak", "LineBreak", ""]))
        if gap:
            result.append({"t": gap})
    return result


@st.composite
def leaves(draw: st.DrawFn) -> Block:
    line = draw(st.one_of(st.none(), st.integers(1, 99)))
    kind = draw(st.integers(0, 6))
    if kind <= 1:
        return para(inlines(draw(PARAGRAPHS), draw(st.booleans())), line)
    if kind == 2:
        content = draw(st.one_of(st.just([]), some_inlines(), st.just(text(TITLE))))
        heading = {"t": "Header", "c": [draw(st.integers(1, 6)), attr(draw(IDENTIFIERS)), content]}
        return heading if line is None else {**heading, "line": line}
    if kind == 3:
        link = {"t": "Link", "c": [attr(), draw(some_inlines(depth=0)), [draw(TARGETS), ""]]}
        return para([link], line)
    return para(draw(some_inlines()), line)


def containers(children: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    blocks = st.lists(children, min_size=1, max_size=4)
    items = st.lists(st.lists(children, min_size=1, max_size=2), min_size=1, max_size=5)
    style = [1, {"t": "Decimal"}, {"t": "Period"}]
    term = some_inlines()
    return st.one_of(
        blocks.map(lambda found: {"t": "BlockQuote", "c": found}),
        blocks.map(div),
        items.map(lambda found: {"t": "BulletList", "c": found}),
        items.map(lambda found: {"t": "BulletList", "c": found}),
        items.map(lambda found: {"t": "OrderedList", "c": [style, found]}),
        st.tuples(term, items).map(lambda found: {"t": "DefinitionList", "c": [list(found)]}),
    )


BLOCKS = st.lists(st.recursive(leaves(), containers, max_leaves=6), min_size=1, max_size=8)
METADATA = st.builds(
    Metadata,
    title=st.sampled_from(["", TITLE, f"{TITLE} - NCI"]),
    source=st.sampled_from(["", "NCI"]),
    url=st.sampled_from(["", "https://example.org/page", "no address"]),
)


@st.composite
def documents(draw: st.DrawFn) -> Document:
    return Document(
        id="any",
        language=draw(st.sampled_from(["en", "es", "zh-Hans"])),
        metadata=draw(METADATA),
        blocks=tuple(draw(BLOCKS)),
        api_version=(1, 23, 1),
        provenance=Provenance(source="any.md", format="markdown", sha256=""),
    )


def characters(value: Any) -> str:
    """The text without white space: lines may be joined, characters may not be lost."""
    return "".join(stringify(value).split())


def images(document: Document) -> int:
    return sum(element["t"] == "Image" for element in walk(document.blocks))


def assert_nothing_lost(before: Document, result: Result) -> None:
    assert images(result.document) >= images(before)  # a note for two places stands twice
    old, new = characters(before.blocks), characters(result.document.blocks)
    removed = "".join("".join(change.removed.split()) for change in result.changes)
    if any(element["t"] == "Note" for element in walk(result.document.blocks)):
        # A note that two marks refer to stands twice.
        assert not (Counter(old) - Counter(new)) - Counter(removed)
        return
    assert Counter(old) - Counter(new) == Counter(removed)
    assert not Counter(new) - Counter(old)
    rest = iter(old)
    assert all(character in rest for character in new), "the order of the text changed"


#: The same documents in every run, so that a change of a rule is what makes a test fail.
SAME = settings(deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.name)
@given(document=documents())
@settings(SAME, max_examples=12)
def test_each_rule_says_what_it_removes(rule: Any, document: Document) -> None:
    before = copy.deepcopy(document)
    result = rule(document)
    assert document == before
    assert_nothing_lost(document, result)
    assert all(change.rule == rule.name and change.message for change in result.changes)
    if result.document.blocks != document.blocks and rule.name not in {"soft-wraps"}:
        assert result.changes or rule.name == "dangling-fragments"


@given(document=documents())
@settings(SAME, max_examples=80)
def test_all_rules_together_lose_nothing(document: Document) -> None:
    before = copy.deepcopy(document)
    result = clean(document)
    assert document == before
    assert_nothing_lost(document, result)


@given(document=documents())
@settings(SAME, max_examples=80)
def test_a_second_pass_changes_nothing(document: Document) -> None:
    once = clean(document).document
    assert clean(once).document == once


@given(document=documents())
@settings(SAME, max_examples=60)
def test_what_editions_rely_on(document: Document) -> None:
    cleaned = clean(document).document
    previous = 1
    for heading in (e for e in walk(cleaned.blocks) if e["t"] == "Header"):
        level = heading["c"][0]
        assert 2 <= level <= previous + 1
        previous = level
    named = [found[0] for e in walk(cleaned.blocks) if (found := attr_of(e)) and found[0]]
    assert len(named) == len(set(named))
    for link in (e for e in walk(cleaned.blocks) if e["t"] == "Link"):
        target = link["c"][2][0]
        assert target.startswith(("http://", "https://", "mailto:", "tel:", "#"))
        if target.startswith("#"):
            assert target[1:] in {*named, "title"}
    assert cleaned.metadata.title or not stringify(cleaned.blocks, notes=False).strip()
    assert not any(e["t"] == "SoftBreak" for e in walk(cleaned.blocks))


@given(document=documents())
@settings(SAME, max_examples=25)
def test_switched_off_rules_do_nothing(document: Document) -> None:
    everything = frozenset(rule.name for rule in RULES)
    assert clean(document, everything) == Result(document)
    assert clean(document, everything | {"no such rule"}) == Result(document)


def test_pandoc_takes_what_is_left(engines: Engines) -> None:
    @given(document=documents())
    @settings(SAME, max_examples=25)
    def writes(document: Document) -> None:
        cleaned = clean(document).document
        for format_name in ("html", "native"):
            engines.pandoc.write(cleaned.blocks, format_name, api_version=document.api_version)

    writes()


def test_no_words_are_lost_where_words_are_what_matters() -> None:
    """The strict form: words, in order, for a document without notes or joined lines."""
    blocks = (
        para(text("Placeholder slot"), 1),
        para(text("Sleep helps the body to heal."), 3),
        para(text("FDA Approved"), 5),
        para(text("Yes"), 7),
    )
    metadata = replace(Metadata(), title=TITLE)
    provenance = Provenance("a.md", "markdown", "")
    document = Document("a", "en", metadata, blocks, (1, 23, 1), provenance)
    result = clean(document)
    words = stringify(result.document.blocks).split()
    assert words == "Sleep helps the body to heal. FDA Approved Yes".split()
    assert [change.removed for change in result.changes] == ["Placeholder slot", ""]

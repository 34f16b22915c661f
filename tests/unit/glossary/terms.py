"""A glossary small enough to read, and documents made of a few paragraphs."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from plainlang.ast import Element, attr, has_class, stringify, text, transform
from plainlang.document import Document, Metadata, Provenance
from plainlang.glossary.base import GlossaryEntry, Reference
from plainlang.glossary.expand import expand
from plainlang.glossary.expansion import Expanded, ExpansionSettings
from plainlang.locales import words_for

PREFIX = "https://terms.example/"


@dataclass(frozen=True)
class Answer:
    entry: GlossaryEntry | None
    problem: str = ""


class SmallGlossary:
    """Looks entries up by id or term, and falls back on English."""

    def __init__(self, *entries: GlossaryEntry) -> None:
        self.entries = entries

    def find(self, reference: Reference, language: str, audience: str = "patient") -> Answer:
        found = [
            entry
            for entry in self.entries
            if (entry.term.lower() if reference.by == "term" else entry.id) == reference.key.lower()
        ]
        for entry in found:
            if entry.language == language:
                return Answer(entry, "" if entry.audience == audience else "other-audience")
        return Answer(found[0], "other-language") if found else Answer(None, "unknown")


def entry(identifier: str, term: str, definition: str, **more: Any) -> GlossaryEntry:
    given: dict[str, Any] = {"language": "en", "uri": PREFIX + identifier, "source": "Samples"}
    return GlossaryEntry("samples", identifier, term, definition=definition, **{**given, **more})


GLOSSARY = SmallGlossary(
    entry("graft", "graft", "Healthy tissue that is moved to another place. It grows on there."),
    entry(
        "node",
        "lymph node",
        "A small organ (the size of a bean) that filters lymph.",
        pronunciation="(limf nohd)",
    ),
    entry(
        "long",
        "plasma",
        "The clear part of the blood in which cells of many kinds swim around the body, and which "
        "carries what they need.",
        links=("node", "loop"),
    ),
    entry("loop", "loop", "A word that needs a graft.", links=("turn",)),
    entry("turn", "turn", "A word that needs a loop.", links=("loop",)),
    entry("knit", "knit", "To grow together again."),
    entry("self", "self", "Self."),
    entry("empty", "empty", " "),
)


def link(shown: str, identifier: str) -> Element:
    return {"t": "Link", "c": [attr(), text(shown), [PREFIX + identifier, ""]]}


def resolve(url: str) -> Reference | None:
    if not url.startswith(PREFIX):
        return None
    return Reference("samples", url.removeprefix(PREFIX), "id")


def document(*blocks: Element, language: str = "en") -> Document:
    provenance = Provenance("leaflet.md", "markdown", "0")
    return Document("leaflet", language, Metadata("Leaflet"), blocks, (1, 23, 1), provenance)


def paragraph(*parts: str | Element) -> Element:
    inlines: list[Element] = []
    for part in parts:
        inlines += text(part) if isinstance(part, str) else [part]
    return {"t": "Para", "c": inlines, "line": 7}


def header(title: str, level: int = 2) -> Element:
    return {"t": "Header", "c": [level, attr(title.lower()), text(title)]}


def explained(
    *blocks: Element, modes: str = "inline", language: str = "en", **more: Any
) -> Expanded:
    settings = ExpansionSettings(resolve, frozenset(modes.split("+")), **more)
    return expand(document(*blocks, language=language), GLOSSARY, settings, words_for(language))


def shown(*parts: str | Element, **more: Any) -> str:
    """Return a paragraph as an edition shows it."""
    return stringify(explained(paragraph(*parts), **more).document.blocks[0]).strip()


def without_explanations(blocks: Any) -> Any:
    """Return ``blocks`` without what an expansion puts in."""

    def visit(element: Element) -> Element | None:
        if element["t"] == "Span" and has_class(element, "gloss"):
            return None
        if element["t"] == "Div" and has_class(element, "glossary"):
            return None
        return element

    return transform(list(blocks), visit)

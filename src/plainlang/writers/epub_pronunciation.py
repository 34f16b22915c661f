"""How to say the words of a document, for reading systems that speak.

A pronunciation lexicon (W3C PLS 1.0) per language, as "EPUB 3 Text-to-Speech Enhancements 1.0"
has it. Glossaries write pronunciations as respellings ("MUL-tih-pul my-eh-LOH-muh") and not in a
phonetic alphabet; turned into one by rules they would be guesses. So each word gets an
``alias``: the respelling in small letters, which no voice spells letter by letter, with spaces
for its hyphens, which some voices name.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from xml.sax.saxutils import escape, quoteattr

from plainlang.ast import Element, has_class, stringify, structures
from plainlang.document import Block, Document
from plainlang.writers.html_tree import legal_xml

#: In place of the words whose sound a respelling leaves out: a voice would leave the words out.
_GAP = re.compile(r"\.\.\.|…")
_NAMESPACE = "http://www.w3.org/2005/01/pronunciation-lexicon"


@dataclass(frozen=True, slots=True)
class Lexicon:
    """One lexicon.

    :param path: relative to the package document.
    :param language: BCP 47 tag of its words.
    :param markup: the file.
    """

    path: str
    language: str
    markup: str


def lexicons(document: Document) -> tuple[Lexicon, ...]:
    """Return the lexicons of ``document``: of its title and its list of words."""
    found: dict[str, dict[str, str]] = {}
    metadata = document.metadata
    spoken = [(document.language, metadata.title, metadata.pronunciation)]
    for language, term, respelling in (*spoken, *_terms(document.blocks, document.language)):
        term, alias = " ".join(term.split()), speakable(respelling)
        if term and alias and not _GAP.search(respelling):
            found.setdefault(language, {}).setdefault(term, alias)
    return tuple(
        Lexicon(f"pronunciation/{language}.pls", language, _file(language, words))
        for language, words in found.items()
    )


def speakable(respelling: str) -> str:
    """Return a respelling as a voice can read it.

    >>> speakable("(SIL-tuh-KAB-tuh-jeen)")
    'sil tuh kab tuh jeen'
    """
    letters = re.sub(r"[^\w\s'’]|_", " ", respelling.lower())
    return " ".join(letters.split())


def _terms(blocks: Sequence[Block], language: str) -> Iterator[tuple[str, str, str]]:
    for part in structures(blocks):
        if part["t"] != "Div" or not has_class(part, "glossary"):
            continue
        for element in structures(part):
            for term, _ in element["c"] if element["t"] == "DefinitionList" else ():
                named, said = _span(term, "dfn"), _span(term, "pronunciation")
                if named is not None and said is not None:
                    stated = dict(named["c"][0][2]).get("lang", language)
                    yield stated, stringify(named), stringify(said)


def _span(inlines: Sequence[Element], name: str) -> Element | None:
    return next((e for e in inlines if e["t"] == "Span" and has_class(e, name)), None)


def _file(language: str, words: dict[str, str]) -> str:
    lexemes = "".join(
        f"<lexeme><grapheme>{escape(term)}</grapheme><alias>{escape(alias)}</alias></lexeme>\n"
        for term, alias in sorted(words.items())
    )
    return legal_xml(
        '<?xml version="1.0" encoding="utf-8"?>\n'
        f'<lexicon version="1.0" xmlns="{_NAMESPACE}" alphabet="ipa" '
        f"xml:lang={quoteattr(language)}>\n{lexemes}</lexicon>\n"
    )

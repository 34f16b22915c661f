"""A short gloss from a definition: what can stand in brackets in the middle of a sentence.

The first sentence of the definition, without its full stop, its capital and a repetition of the
term. Where the sentence cannot be put into brackets and stay grammatical there is no gloss, and
the whole definition stands in the list of words.
"""

from __future__ import annotations

import re
from functools import lru_cache

from plainlang.glossary.base import GlossaryEntry
from plainlang.glossary.gloss_words import ELSEWHERE, LOWER, Grammar, grammar, is_unspaced

#: The end of a sentence: a mark, a space and a capital, a digit or a letter of a script that has
#: no capitals (Hebrew to Arabic, the scripts of India); abbreviations are apart.
_END = re.compile(
    r"(?<=[.!?])[\"”»)]?\s+(?=[\"“«¿¡(]?[A-ZÀ-ÞĀ-Ž0-9\u0400-\u042f\u0590-\u08ff\u0900-\u0dff])"
    r"|(?<=[。！？؟۔])"
)
_ABBREVIATED = re.compile(
    r"(?:\b(?:e\.g|i\.e|etc|vs|cf|ca|Dr|Mr|Mrs|Ms|St|No|approx|p\. ?ej|Dra|Sr|Sra|z\. ?B|bzw|usw"
    r"|d\. ?h|ex)|\b[A-Z](?:\.[A-Z])*)\.$"
)
_INNER = re.compile(r"\s*[(\[]([^()\[\]]*)[)\]]")
#: First sentences that name a field and no meaning: "A statistics term. The middle value in …".
_FIELD = re.compile(r"(?:an?|the)(?: \w+){1,2} term\.|término (?:de (?:la )?)?\w+\.", re.IGNORECASE)
_NUMBERED = re.compile(r"[(\s](?:\d{1,2}|[a-h])\)\s")


def first_sentence(definition: str) -> str:
    """Return the first sentence of ``definition``, with its final mark."""
    text = " ".join(definition.split())
    for found in _END.finditer(text):
        sentence = text[: found.end()].rstrip()
        if not _ABBREVIATED.search(sentence):
            return sentence
    return text


@lru_cache(maxsize=4096)
def _gloss(term: str, variants: tuple[str, ...], language: str, definition: str) -> str:
    rules = grammar(language)
    sentence = first_sentence(definition)
    if _FIELD.fullmatch(sentence):
        sentence = first_sentence(definition.strip()[len(sentence) :])
    if not sentence or ELSEWHERE.match(sentence) or _NUMBERED.search(sentence):
        return ""
    sentence = _without_term(sentence, (term, *variants), rules)
    sentence = re.sub(rf"^(?:{rules.refers})\s+(?=\w)", "", sentence.strip())
    if not sentence.endswith(("etc.", "U.S.", "EE. UU.")):
        sentence = sentence.rstrip(".。").rstrip()
    capitals = all(sign.isupper() for sign in sentence if sign.isalpha())
    if not sentence or sentence.endswith(("?", "!", ":")) or capitals:
        return ""
    if rules.clause.match(sentence) or ELSEWHERE.match(sentence):
        return ""
    return _lowered(sentence, term, definition, rules)


def gloss(entry: GlossaryEntry, most_words: int) -> str:
    """Return the gloss of ``entry``, empty where its definition gives none of at most
    ``most_words`` words (two characters count as a word where a script has no spaces)."""
    found = _gloss(entry.term, entry.variants, entry.language, entry.definition)
    length = len(found) // 2 if is_unspaced(entry.language) else len(found.split())
    return found if length <= most_words else ""


def _without_term(sentence: str, terms: tuple[str, ...], rules: Grammar) -> str:
    """Cut "CAR T-cell therapy is" off; a sentence about the term that has another verb is none."""
    for term in terms:
        if not term or term.lower() not in sentence.lower():
            continue
        # The term may be followed by its abbreviation: "Chimeric antigen receptor (CAR) is …".
        head = re.match(
            rf"(?:(?:{rules.articles})\s+)?[“\"«]?{re.escape(term)}[”\"»]?(?:\s\([^()]*\))?"
            rf"(?=\W)(?P<copula>\s+(?:{rules.copulas})\s+)?",
            sentence,
            re.IGNORECASE,
        )
        if head is None:
            continue
        if head["copula"]:
            return sentence[head.end() :]
        rest = sentence[head.end() :]
        # "Cancer cells that …" for the term "cancer" goes on as a noun; "Stage II may be …" not.
        return "" if re.match(rf"\s+(?:{rules.verbs})\b", rest, re.IGNORECASE) else sentence
    return sentence


def without_brackets(text: str) -> str:
    """Return ``text`` with commas for its brackets; empty where that cannot be done."""
    if any(found[0][0] in "([" and found.start() for found in _INNER.finditer(text)):
        return ""  # "tissue(s)"
    shown = _INNER.sub(lambda m: f", {m[1].strip()},", text)
    if re.search(r"[()\[\]]", shown):
        return ""
    return re.sub(r",(?=[,;.:!?])", "", shown).strip().rstrip(",")


def _lowered(sentence: str, term: str, definition: str, rules: Grammar) -> str:
    """Return ``sentence`` without the capital of its beginning, where that is no name's."""
    word = re.match(r"[^\W\d_]+(?:['’][^\W\d_]+)?", sentence)
    if word is None or not word[0][0].isupper():
        return sentence
    first = word[0]
    rest = sentence[word.end() :]
    lowered = first[0].lower() + sentence[1:]
    if first.casefold() in LOWER:
        return lowered
    if rules.capital_nouns or any(sign.isupper() for sign in first[1:]):
        return sentence
    if len(first) == 1 and rest[:1] not in {" "}:
        return sentence  # "X-ray", "T-cell"
    names = [
        name
        for text in (term, definition)
        for name in re.findall(r"(?<=[a-zß-ÿ,;] )[A-ZÀ-Þ][\w'’]*", text)
    ]
    if first in names or (term[:1].isupper() and term.startswith(first)):
        return sentence
    follower = re.match(r"[\s-]+([^\W\d_]+)", rest)
    if follower and follower[1][0].isupper() and not follower[1].isupper():
        return sentence  # "Kaposi Sarcoma", "Epstein-Barr"
    return sentence if re.match(r"['’]s\b", rest) else lowered

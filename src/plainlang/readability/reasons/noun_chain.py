"""A chain of nouns: "blood glucose monitoring device instructions".

Without a parser this is a guess: four words or more in a row that are neither function words nor
set off by a mark, at least two of them with an ending of nouns. English only, where nouns are
chained without a sign; German and others chain them within one word, which :mod:`.long_word`
sees.
"""

from __future__ import annotations

import re
from functools import lru_cache

import stopwordsiso

from plainlang.readability.base import Sentence

CHAIN = 4
"""Words of a chain."""
NOUNS = 2
"""Words of a chain that have to look like nouns, the last one among them."""
_NOUN = re.compile(
    r"(?:\w(?:tion|sion|ment|ity|ness|ance|ence|ism|ysis|osis|itis|logy|graphy|metry|ure|age)"
    r"|monitoring|screening|testing|imaging|breathing|device|system|risk|rate|level|test|disease"
    r"|therapy|blood|heart|health)s?$"
)
_MARKS = re.compile(r"[.,;:!?()\[\]“”\"–—/]")
_VERB = re.compile(r"\w(?:ed|[^s]s|ing)$")
"""A verb's ending within a chain ends it: "deletion predicts failure" is a sentence, no chain."""


def noun_chain(sentence: Sentence, language: str) -> str:
    """Return the first chain of nouns, or an empty text."""
    if language.split("-")[0].lower() != "en":
        return ""
    functions = _function_words()
    for stretch in _MARKS.split(sentence.text):
        chain: list[str] = []
        for word in [*stretch.split(), "the"]:
            if word in functions or not (word.islower() and word.isalpha()):
                if _holds(chain):
                    return f"a chain of nouns: “{' '.join(chain)}”"
                chain = []
            elif chain and _is_verb(chain[-1]):
                chain = [word]
            else:
                chain.append(word)
    return ""


def _holds(chain: list[str]) -> bool:
    if len(chain) < CHAIN:
        return False
    nouns = [bool(_NOUN.search(word)) for word in chain]
    return nouns[-1] and sum(nouns) >= NOUNS


def _is_verb(word: str) -> bool:
    return bool(_VERB.search(word)) and not re.fullmatch(
        r".*(?:monitor|screen|test|imag|breath)ing", word
    )


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(stopwordsiso.stopwords("en"))

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
_NOUN = re.compile(
    r"(?:tion|sion|ment|ity|ness|ance|ence|ism|ysis|osis|itis|logy|graphy|metry|ure|age|ing|"
    r"device|system|risk|rate|level|test|disease|treatment|therapy|blood|heart|health)s?$"
)


def noun_chain(sentence: Sentence, language: str) -> str:
    """Return the first chain of nouns, or an empty text."""
    if language.split("-")[0].lower() != "en":
        return ""
    for stretch in re.split(r"[.,;:!?()\[\]“”\"–—/]", sentence.text):
        chain: list[str] = []
        for word in [*stretch.split(), "the"]:
            if word.islower() and word.isalpha() and word not in _function_words():
                chain.append(word)
                continue
            if len(chain) >= CHAIN and sum(bool(_NOUN.search(w)) for w in chain[-CHAIN:]) >= 2:
                return f"a chain of nouns: “{' '.join(chain)}”"
            chain = []
    return ""


@lru_cache(maxsize=1)
def _function_words() -> frozenset[str]:
    return frozenset(stopwordsiso.stopwords("en"))

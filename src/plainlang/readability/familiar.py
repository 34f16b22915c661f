"""The words that fourth-graders know, by Dale and Chall's list of 3,000 words.

The list is the one in textstat's package; its code is not run, so that nothing is fetched.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path

_DIGIT = re.compile(r"\d")
#: Endings that leave a familiar word familiar (Dale & Chall 1948, rules for counting: regular
#: plurals and possessives, -s, -es, -ies, -ed, -ied, -ing of verbs, -er and -est of adjectives,
#: -ly of adverbs), and what the word may end in without them.
_ENDINGS: tuple[tuple[str, tuple[str, ...]], ...] = (
    ("'s", ("",)),
    ("s'", ("", "s")),
    ("n't", ("",)),
    ("'ll", ("",)),
    ("'re", ("",)),
    ("'ve", ("",)),
    ("'d", ("",)),
    ("'m", ("",)),
    ("ies", ("y",)),
    ("ied", ("y",)),
    ("ier", ("y",)),
    ("iest", ("y",)),
    ("ily", ("y",)),
    ("es", ("", "e")),
    ("ed", ("", "e")),
    ("ing", ("", "e")),
    ("er", ("", "e")),
    ("est", ("", "e")),
    ("ly", ("",)),
    ("s", ("",)),
)
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")
#: Second parts that are endings rather than words.
_NO_PART = frozenset({"able", "age", "ant", "ate", "for", "her", "his", "son", "ten", "ion"})


def is_familiar(word: str) -> bool:
    """Tell whether a word in lower case is on the list or a regular form of one that is.

    Numbers are familiar.
    """
    known = familiar_words()
    if not known or word in known or _DIGIT.search(word):
        return True
    for ending, replacements in _ENDINGS:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            if any(stem + replacement in known for replacement in replacements):
                return True
            if ending[0] in "ei" and _DOUBLED.search(stem) and stem[:-1] in known:
                return True
    return False


def is_compound(word: str) -> bool:
    """Tell whether a word in lower case is two familiar words in one (``butterfly``)."""
    known = familiar_words()
    return any(
        word[:place] in known and word[place:] in known and word[place:] not in _NO_PART
        for place in range(3, len(word) - 2)
        if word[:place] not in _NO_PART
    )


@lru_cache(maxsize=1)
def familiar_words() -> frozenset[str]:
    """Return the list; empty where textstat is not installed or has no such list."""
    found = find_spec("textstat")
    if found is None or found.origin is None:
        return frozenset()
    file = Path(found.origin).parent / "resources" / "en" / "easy_words.txt"
    if not file.is_file():
        return frozenset()
    return frozenset(file.read_text(encoding="utf-8").lower().split())

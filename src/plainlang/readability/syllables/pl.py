"""Polish: every vowel is a nucleus, but i before a vowel only softens the consonant.

``au`` and ``eu`` are one syllable in words from other languages (``au-tor``), two where a prefix
ends (``na-u-ka``): the latter are listed (*Wielki słownik ortograficzny PWN*, division of words).
"""

from __future__ import annotations

import re

_SOFT = re.compile(r"(?<=[^aeiouyąęó])i(?=[aeouąęó])")
_DIVIDED = re.compile(r"(?:(?:na|za|nie|po|prze)(?=u[^r]))(?!aut)")
_NUCLEUS = re.compile(r"[ae]u|[aeiouyąęóéü]")


def count(word: str) -> int:
    """Return the number of syllables of a word in lower case."""
    said = _DIVIDED.sub(lambda found: found[0] + "-", word) if "u" in word else word
    return len(_NUCLEUS.findall(_SOFT.sub("-", said)))

"""Dutch: digraphs are one nucleus; a trema divides (*Woordenlijst Nederlandse Taal*, rule 10)."""

from __future__ import annotations

import re

_NUCLEUS = re.compile(
    r"qu|aai|ooi|oei|eeu|ieu|aa|ee|oo|uu|ie|oe|eu|ui|ij|ei|ou|au"  # nieuw, mooi
    r"|[aeiouyàáâäèéêëìíîïòóôöùúûü]"
)


def count(word: str) -> int:
    """Return the number of syllables of a word in lower case."""
    return sum(found != "qu" for found in _NUCLEUS.findall(word))

"""Portuguese: nuclei by the rules of the *Acordo Ortográfico* of 1990 (bases VIII to XI and XX).

Falling diphthongs are one nucleus. A closed vowel before another vowel is a syllable of its own
(``vi-a-gem``), except at the end of a word with an accent further left, where the pair is a
rising diphthong (``á-gua``, ``fa-mí-lia``): those words count as stressed on the last but one.
"""

from __future__ import annotations

import re

#: qu and gu before e and i, where u is mute or half a vowel, and before a and o, where it is half.
_CONSONANT = re.compile(r"(?<=[qg])[uü](?=[aeioáéíóâêôãõ])")
_RISING = re.compile(r"[áéíóúâêô].*[^aeiouáéíóúâêôãõ][iu](?=[aeo]s?$|am$|em$)")
_NUCLEUS = re.compile(
    r"ã[eo]|õe|[aeoáéóâêô]u(?![lrz](?:[^aeiou]|$)|[mn](?:[^aeiouh]|$))"  # mão, põe, céu; not Ra-ul
    r"|[aeouáéóúâêô]i(?!nh|[lrz](?:[^aeiouáéíóú]|$)|[mn](?:[^aeiouhãâáéêíóôú]|$))"  # rei; not ra-iz
    r"|iu(?!m|n)|[aeiouyáéíóúàâêôãõü]"
)


def count(word: str) -> int:
    """Return the number of syllables of a word in lower case."""
    said = _CONSONANT.sub("-", word)
    rising = 1 if _RISING.search(said) else 0
    return len(_NUCLEUS.findall(said)) - rising

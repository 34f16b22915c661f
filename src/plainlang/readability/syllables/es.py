"""Spanish: nuclei with diphthong and hiatus by the rules of the RAE's *Ortografía* (2010, II.2).

Two closed vowels, or a closed one without an accent beside an open one, are one nucleus whether
or not an h stands between them; an accent on the closed vowel divides them (``día``).
"""

from __future__ import annotations

import re

#: Letters that are no vowel where they stand: que, gui, hue-, hie-, ya.
_CONSONANT = re.compile(
    r"(?<=q)u|(?<=g)u(?=[eiéí])|h(?=[iu][eéaáoó])[iu]|y(?=[aeiouáéíóúü])|(?<![cs])h"
)
_NUCLEUS = re.compile(
    r"[iuüy]?[aeoáéó](?:[iuüy](?![aeoáéó]))?"  # bueno, aire, buey
    r"|[iuü]?[íú]|[iy][uü]|[uü][iy]|[iuüíúy]"  # lingüística, viuda, cuidar
)


def count(word: str) -> int:
    """Return the number of syllables of a word in lower case."""
    return len(_NUCLEUS.findall(_CONSONANT.sub(_replacement, word)))


def _replacement(found: re.Match[str]) -> str:
    # A single h goes; what is said as a consonant stays as one.
    return "" if found[0] == "h" else "-"

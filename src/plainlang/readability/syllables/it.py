"""Italian: nuclei with diphthongs; i and u that only mark a sound are no vowel.

An unaccented closed vowel beside an open one is one nucleus with it (Serianni, *Grammatica
italiana*, I.27-I.47). Where the stress divides the pair, writing does not show it: the endings of
medical Greek (``-logia``, ``-patia``) and short words (``zio``) are known by their form.
"""

from __future__ import annotations

import re

#: ciao, giorno, scienza, acqua, guida.
_CONSONANT = re.compile(
    r"(?<=[cg])i(?=[aeouàèéòóù])|(?<=gl)i(?=[aeouàèéòóù])|(?<=[qg])u(?=[aeioàèéìò])"
)
#: A stressed i or u before the last vowel.
_STRESSED = re.compile(
    r"(?:log|pat|em|graf|terap|pen|scop|tom|nom|man|fob|rag|plas|trof|alg|ton|err|att|opat|uri"
    r"|chirurg|energ|allerg|mal(?:at)?t|epat|bug|foll|poes|farmac)i(?=[ae]$)"
    r"|^[^aeiou]{1,2}[iu](?=[aeo]$)"
)
_NUCLEUS = re.compile(r"[iu]?[aeoàèéòó](?:[iu](?![aeoàèéòó]))?|[iu][ìù]|iu|ui|[aeioujyàèéìíòóùú]")


def count(word: str) -> int:
    """Return the number of syllables of a word in lower case."""
    stressed = _STRESSED.search(word)
    if stressed:
        word = word[: stressed.end()] + "-" + word[stressed.end() :]
    return len(_NUCLEUS.findall(_CONSONANT.sub("-", word)))

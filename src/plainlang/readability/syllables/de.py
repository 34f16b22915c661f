"""German: digraphs and diphthongs are one nucleus, other neighbours are two.

``ie`` is one long vowel (``The-ra-pie``) but for the endings of learned words in which both are
said (``Fa-mi-li-e``, ``Pa-ti-ent``); writing does not show which, so that they are listed
(*Duden, Die deutsche Rechtschreibung*, division of words).
"""

from __future__ import annotations

import re

_IE = re.compile(
    r"(?<=i)(?=e(?:nt|nz|ll))|(?<=[^hwn]i)(?=en$)|(?<=[aeiouäöü]ni)(?=en$)"
    r"|(?:famil|ser|lin|stud|arter|bakter|mater|akt|fol|fer|med|kriter|prämi?|präm|as|ital|span"
    r"|ind|komöd|hortens|kastan|pet[eu]rsil|lil|orchid|prinzip|immobil|textil)i(?=e)"
)
_NUCLEUS = re.compile(r"qu|ie|ei|ey|ai|ay|au|äu|eu(?![ms]$)|aa|ee|oo|[aeiouyäöüéèêàâôœæ]")


def count(word: str) -> int:
    """Return the number of syllables of a word in lower case."""
    return sum(found != "qu" for found in _NUCLEUS.findall(_IE.sub(_broken, word)))


def _broken(found: re.Match[str]) -> str:
    return found[0] + "-"

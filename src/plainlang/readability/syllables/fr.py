"""French: nuclei of more than one letter, and the mute e at the end of a word.

Within a word every written e counts, as in verse and in school division (``mé-de-cin``), because
Kandel and Moles (1958) counted so; only the last one is mute, with the endings -es and the -ent of
verbs. The latter are known by what stands before it (``peuvent``, ``prennent``).
"""

from __future__ import annotations

import re

_MUTE = re.compile(
    r"(?<=[^aeiouyàâéèêëîïôùûü])es?$|(?<=[éiuyî])es?$|(?<=ai)ent$|(?<=[oé]i)ent$|(?<=[gq])ues?$"
    r"|(?<=ss)ent$|(?<=nn)ent$|(?<=ll)ent$|(?<=tt)ent$|(?<=rr)ent$|(?<=[iu]s)ent$|(?<=gn)ent$"
    r"|(?<=[io]i)ent$|(?<=iv)ent$|(?<=[bpr]euv)ent$|(?<=rouv)ent$|(?<=[^cu]ir)ent$|(?<=èr)ent$"
)
#: u behind q, and behind g before e and i.
_CONSONANT = re.compile(
    r"(?<=q)u|(?<=g)u(?=[eéèêiîy])|(?<=[aeou])y(?=[aeiouéèê])|(?<=g)e(?=[aoâô])"
)
#: Two consonants before i: the glide is a syllable of its own (ou-bli-er).
_DIVIDED = re.compile(r"(?<=[bcdfgptv][lr])[iu](?=[aeoéèê])")
_NUCLEUS = re.compile(
    r"eau|aoû|[oœ]eu|[oœ]ei|œi|œu|aie?|ou[ïi](?!l)|[iuy]?(?:eu|au|ou|oi|ai|ei)"
    r"|i[eéèêoa]|u[ieyî]|[aeo][iuî]|[ao]î|oy"
    r"|[aeiouyàâæéèêëîïôœùûü]"
)


def count(word: str) -> int:
    """Return the number of syllables of a word in lower case."""
    word = word.rpartition("'")[2] or word
    said = _CONSONANT.sub("-", _MUTE.sub("", word))
    return len(_NUCLEUS.findall(_DIVIDED.sub(lambda found: found[0] + "-", said)))

"""English: vowel groups with silent letters and hiatus, and a table of words that differ.

The table (``en.txt``) is made by ``scripts/make_syllables.py`` from the CMU Pronouncing Dictionary
(Carnegie Mellon University; the notice stands in ``en.notice.txt``). It holds only the words on
which the rules are wrong, so that the rules decide about every name of a drug or a disease.
"""

from __future__ import annotations

import re
from functools import lru_cache
from importlib.resources import files

from plainlang.readability.familiar import is_familiar

#: Longest abbreviation in capitals that is read letter by letter; longer ones are words (AIDS).
LONGEST_SPELLED = 3
#: Letters that are written and not said as a vowel.
_SILENT = re.compile(
    r"(?<=[^aeiouy])e(?=(?:ly|less|lessly|lessness|ness|ful|fully|ments?)$)"  # safely, movement
    r"|(?<=q)u(?=[aeiouy])"  # quick
    r"|(?<=g)u(?=e[^l]|i[dlst](?!y|e?i)|ar|y)"  # guide
    r"|(?<=[gq])ue$"  # fatigue
    r"|(?<=[^aeiouy])e$"  # dose
    r"|(?<=[^aeiouycgsxzltdh])e(?=[sd]$)|(?<=[^cs]h)e(?=[sd]$)"  # makes, bathes
    r"|(?<=[aeiouywrln]l)e(?=[sd]$)|(?<=[td])e(?=s$)|(?<=[cgsxzh])e(?=d$)"  # rules, dates, placed
    r"|^y(?=[aeiou])"  # you
    r"|(?<=ic)a(?=lly$)"  # basically
    r"|(?<=som)e(?=[bdhotw])|(?:(?<=lif)|(?<=tim)|(?<=hom)|(?<=fir)|(?<=car))e(?=[bcfghlpstw][a-z])"
    r"|(?:(?<=ther)|(?<=wher))e(?=[a-z])"  # someone, lifetime, therefore
    r"|(?<=[^aeiouylrw]l)e(?=[sd]$)"  # tables: counted by _SYLLABIC
)
#: Behind these letters a syllable ends although a vowel letter follows.
_HIATUS = re.compile(
    r"(?<=[^cgstxlnh])i(?=on|a(?!ge|r)|ou)"  # champion, medial, various
    r"|(?<=[^aeiou])i(?=a(?:ge|r)[a-z])"
    r"|(?<=[nlh])i(?=a(?!r)|ou|o(?!n))"  # biliary, folio
    r"|(?<=[ct])i(?=at[ei])|(?<=[cgst])i(?=o[^nu]|o$)|(?<=[bdfhlmprv])i(?=o)"  # initiate, biology
    r"|i(?=[ui])"  # calcium
    r"|(?<=[^aeiout])i(?=e(?:rs?|st|nt|nts|nc[a-z]+|t[a-z]*)$)"  # easier, nutrient, anxiety
    r"|(?<=[^gq])u(?=a|ou|o|um|[eo]u)|(?<=g)u(?=ou|al|a[nrt]i)"  # gradual
    r"|u(?=it[yi]|i[dn]$|i[ds]i)"  # fluid
    r"|(?<=[^aeiou])e(?=o(?!ple|us|pa)|u[ms]$|ou)(?<!ge)(?<!ce)"  # video, nucleus, cutaneous
    r"|(?<=[rnhk])e(?=as?$)|e(?=i[nr]g)|(?<=cr)e(?=at[eio])|(?<=re)a(?=ct)"  # urea, seeing
    r"|(?<=[rnhgt])e(?=al(?:ly)?$)"  # esophageal
    r"|a(?=o|ic|is[mt])|o(?=ing|et[iry]|a[gx]|ic$|em)"  # aorta, doing
    r"|(?<=o)o(?=p[et])|(?<=co)o(?=rd)"  # cooperate
    r"|(?<=[^aeiou])y(?=[aou]|e[^ds]|i)|(?<=[aeou])(?=y[aeiou])"  # myeloma, royal
)
_NUCLEUS = re.compile(r"[aeiouyàâäæèéêëîïôöœùûü]+")
#: A syllable without a vowel that is said: table, prism, rhythm, nurse's, didn't.
_SYLLABIC = re.compile(
    r"(?<=[^aeiouylrw])le[sd]?$|(?:is|th)ms?$|(?:[sxz]|[cs]h|[cgsz]e)'s$|[^aeiouyr]n't$"
)


def count(word: str) -> int:
    """Return the number of syllables of a word in lower case.

    A word without a vowel is spelled out: ``hr``, ``ct``.
    """
    if "." in word:  # e.g, u.s
        return sum(map(count, filter(None, word.split("."))))
    known = _table().get(word.removesuffix("'s") if word[-2:] == "'s" else word)
    if known is None:
        return by_rule(word)
    return known + (1 if word[-2:] == "'s" and _SYLLABIC.search(word) else 0)


def spelled_out(word: str) -> bool:
    """Tell whether a word, as it is written, is read letter by letter: ``ICU``, but not ``CAR``.

    Two or three capitals are, unless they are a familiar word in small letters.
    """
    short = 1 < len(word) <= LONGEST_SPELLED and word.isalpha() and word.isupper()
    return short and not is_familiar(word.lower())


def by_rule(word: str) -> int:
    """Return what the rules say about a word in lower case, without the table."""
    stem = word.partition("'")[0]
    if not _NUCLEUS.search(stem):
        return len(stem)
    said = _HIATUS.sub(_broken, _SILENT.sub("-", stem))
    return max(1, len(_NUCLEUS.findall(said)) + (1 if _SYLLABIC.search(word) else 0))


def _broken(found: re.Match[str]) -> str:
    return found[0] + "-"


@lru_cache(maxsize=1)
def _table() -> dict[str, int]:
    """Return the words that the rules get wrong. A line is a number and its words."""
    text = files(__package__).joinpath("en.txt").read_text(encoding="utf-8")
    rows = (line.split() for line in text.splitlines() if not line.startswith("#"))
    return {word: int(number) for number, *words in rows for word in words}

"""Base forms that a word may have, so that a common word in a rare form is not taken for jargon.

Word lists count forms: Spanish ``causarle`` is rare and ``causar`` is not. A form is tried, not
known: what is yielded counts only if the word list has it. So the rules may be generous; the order
is from the likeliest on. They are plain suffix and prefix rules of the written languages; those of
Arabic are the particles and endings that L. S. Larkey, L. Ballesteros and M. E. Connell, "Improving
stemming for Arabic information retrieval", SIGIR 2002, 275-282, take off ("light10").
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterator

#: Letters that must be left of a word.
_SHORTEST = 3
_ACUTE = str.maketrans("áéíóú", "aeiou")
_CLITICS = re.compile(r"(?<=[rnáéíóúea])(?:(?:me|te|se|nos|os)?(?:los?|las?)|me|te|se|nos|les?)$")
_SPANISH = tuple(
    "ándose iéndose ando iendo aremos eremos iremos arían erían irían arán erán irán ará erá irá"
    " aron ieron aban ían aba ía adas ados idas idos ada ado ida ido amos emos imos aste iste"
    " áis éis an en as es a e o ó é í".split()
)
_ELIDED = re.compile(
    r"^(?:[cdjlmnst]|qu|jusqu|lorsqu|puisqu|quoiqu|un|dell|all|nell|sull)['’](?=\w)", re.IGNORECASE
)
_POSSESSIVE = re.compile(r"['’]s?$")
_INCLUSIVE = re.compile(r"[·.](?:e|es|ne|nes|rice|trice|trices|s)(?:[·.]s)?$")
_FRENCH = tuple(
    "eraient erait erais eront erons erez erai eras era iraient irait irais iront irons irez irai"
    " iras ira ront rons rez rai ras ra assiez issant issent issez issons antes ants ante ant"
    " aient ait ais iez ions ez ons ées és ée é ies is it ent es e s".split()
)
_GERMAN = ("ern", "em", "en", "er", "es", "est", "te", "ten", "st", "et", "e", "n", "s", "t")
_GERMAN_VERB = re.compile(r"^(ab|an|auf|aus|bei|ein|mit|nach|vor|weg|zu|zurück)(?:ge|zu)(?=\w{3})")
_ENGLISH = (
    ("ies", ("y",)), ("ied", ("y",)), ("ier", ("y",)), ("iest", ("y",)), ("ily", ("y",)),
    ("es", ("", "e")), ("ed", ("", "e")), ("ing", ("", "e")), ("er", ("", "e")),
    ("est", ("", "e")), ("ly", ("", "le")), ("s", ("",)),
)  # fmt: skip
_ARABIC_BEFORE = tuple("وال بال كال فال ولل فلل لل ال و ف ب ك ل".split())
_ARABIC_BEHIND = tuple("ها هم هن نا كم ان ات ون ين ية يه ه ة ي ا".split())
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1$")


def base_forms(word: str, language: str) -> Iterator[str]:
    """Yield the forms, other than itself, that a word in lower case may be a form of.

    A language without rules yields nothing.

    >>> "causar" in base_forms("causarle", "es"), "éternuer" in base_forms("d’éternuer", "fr")
    (True, True)
    """
    rules = _RULES.get(language.partition("-")[0].lower())
    if rules is not None:
        seen = {word}
        for form in rules(word):
            if len(form) >= _SHORTEST and form not in seen:
                seen.add(form)
                yield form


def bare(word: str, language: str) -> str:
    """Return a word without what is written to it and is none of its own: ``l'``, ``'s``.

    >>> bare("l’hôpital", "fr"), bare("nurse's", "en")
    ('hôpital', 'nurse')
    """
    base = language.partition("-")[0].lower()
    if base in {"fr", "it", "ca"}:
        return _ELIDED.sub("", word)
    return _POSSESSIVE.sub("", word) if base == "en" else word


def _english(word: str) -> Iterator[str]:
    word = _POSSESSIVE.sub("", word)
    yield word
    for ending, others in _ENGLISH:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            stem = word.removesuffix(ending)
            yield from (stem + other for other in others)
            if _DOUBLED.search(stem):
                yield stem[:-1]


def _spanish(word: str) -> Iterator[str]:
    if word.endswith("mente"):
        yield word.removesuffix("mente")
        yield word.removesuffix("amente") + "o"
    stem = _CLITICS.sub("", word)
    if stem != word:
        plain = stem.translate(_ACUTE)
        yield plain
        yield from _infinitives(plain, _SPANISH)
    if word[-1:] == "s":
        yield word[:-1]
        yield word.removesuffix("es")
        yield re.sub("ones$", "ón", word)
    yield re.sub("as?$", "o", word)
    yield from _infinitives(word, _SPANISH)


def _infinitives(word: str, endings: tuple[str, ...]) -> Iterator[str]:
    for ending in endings:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            for made in (stem, re.sub("qu$", "c", stem), re.sub("gu$", "g", stem)):
                yield from (made + end for end in ("ar", "er", "ir"))
            yield re.sub("c$", "z", stem) + "ar"


def _french(word: str) -> Iterator[str]:
    word = _INCLUSIVE.sub("", bare(word, "fr"))
    yield word
    if word.endswith("aux"):
        yield word.removesuffix("ux") + "l"
    if word.endswith("ment"):
        yield word.removesuffix("ment")
        yield word.removesuffix("ement")
    if word[-1:] in "sx":
        yield word[:-1]
    yield re.sub("es?$", "", word)
    for ending in _FRENCH:
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield from (stem + end for end in ("er", "ir", "re", "oir", "é"))
            yield re.sub("ge$", "g", stem) + "er"


def _german(word: str) -> Iterator[str]:
    yield from (word.removesuffix(ending) for ending in _GERMAN if word.endswith(ending))
    found = _GERMAN_VERB.match(word)
    if found:
        yield found[1] + word[found.end() :]
    for ending in ("est", "et", "st", "te", "ten", "t", "e"):
        if word.endswith(ending):
            stem = word.removesuffix(ending)
            yield stem + "en"
            if stem.startswith("ge"):
                yield stem[2:] + "en"
            if found:
                yield found[1] + stem[found.end() :] + "en"


def _arabic(word: str) -> Iterator[str]:
    plain = "".join(sign for sign in word if unicodedata.category(sign) != "Mn")
    yield plain
    stems = [plain]
    for before in _ARABIC_BEFORE:
        if plain.startswith(before):
            stems.append(plain.removeprefix(before))
            yield stems[-1]
    for stem in stems:
        for behind in _ARABIC_BEHIND:
            if stem.endswith(behind):
                short = stem.removesuffix(behind)
                yield short
                yield short + "ة"
    yield from ("ال" + stem for stem in stems[1:])


_RULES: dict[str, Callable[[str], Iterator[str]]] = {
    "ar": _arabic, "de": _german, "en": _english, "es": _spanish, "fr": _french,
}  # fmt: skip

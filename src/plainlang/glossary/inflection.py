"""The forms in which a text uses a term: plurals, by simple rules of the language."""

from __future__ import annotations

import re

#: Plural endings and what they replace, per language: pattern of the singular, replacement.
_PLURALS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": (
        (r"([^aeiou])y$", r"\1ies"),
        (r"(s|x|z|ch|sh)$", r"\1es"),
        (r"sis$", "ses"),
        (r"$", "s"),
    ),
    "es": (
        (r"z$", "ces"),
        (r"ión$", "iones"),
        (r"([aeiouáéó])$", r"\1s"),
        (r"([^aeiouáéós])$", r"\1es"),
    ),
    "fr": ((r"(au|eu)$", r"\1x"), (r"al$", "aux"), (r"([^sxz])$", r"\1s")),
    "pt": ((r"ão$", "ões"), (r"m$", "ns"), (r"l$", "is"), (r"([^slm])$", r"\1s")),
}
_SINGULARS: dict[str, tuple[tuple[str, str], ...]] = {
    "en": ((r"ies$", "y"), (r"ses$", "sis"), (r"(s|x|z|ch|sh)es$", r"\1"), (r"([^s])s$", r"\1")),
    "es": ((r"ces$", "z"), (r"iones$", "ión"), (r"([^aeiou])es$", r"\1"), (r"s$", "")),
    "fr": ((r"aux$", "al"), (r"(au|eu)x$", r"\1"), (r"s$", "")),
    "pt": ((r"ões$", "ão"), (r"ns$", "m"), (r"is$", "l"), (r"s$", "")),
}
#: What Arabic writes joined to a word: "and", "with", "for" and the article, one or more.
_ARABIC = (
    (r"^[وف]?[بك]?ال", ""),
    (r"^[وف]?[بك]?ال", "ال"),
    (r"^[وف]?لل", "ال"),
    (r"^[وف]?لل", ""),
    (r"^[وف]?[بكل]", ""),
    (r"^[وف]", ""),
    (r"^", "ال"),
)
#: An Arabic plural of things, whose adjectives stand in the feminine singular.
_ARABIC_PLURAL = re.compile(r"^(?:من )?(\S{3,})ات((?: \S+?ة)*)$")
#: In these languages the noun comes first and its adjectives have a plural too.
_EVERY_WORD = frozenset({"es", "fr", "pt"})
_SHORTEST = 3
_SMALL = frozenset("de del la el los las a en por para con du des le les et y e o".split())


def forms(term: str, language: str) -> tuple[str, ...]:
    """Return ``term`` and its plural forms.

    >>> forms("lymph node", "en")
    ('lymph node', 'lymph nodes')
    >>> forms("ganglio linfático", "es")
    ('ganglio linfático', 'ganglio linfáticos', 'ganglios linfático', 'ganglios linfáticos')
    """
    rules = _PLURALS.get(_primary(language))
    if rules is None or not term:
        return (term,)
    words = term.split(" ")
    if _primary(language) not in _EVERY_WORD:
        return tuple(dict.fromkeys((term, " ".join([*words[:-1], *_changed(words[-1], rules)]))))
    found = [""]
    for place, word in enumerate(words):
        inflected = [word]
        if place < _SHORTEST and word.lower() not in _SMALL:  # nouns and what agrees with them
            inflected += [each for each in _changed(word, rules) if each != word]
        found = [f"{head} {each}".strip() for head in found for each in inflected]
    return tuple(dict.fromkeys(found))


def base_forms(shown: str, language: str) -> tuple[str, ...]:
    """Return what ``shown`` may be a form of, itself first.

    >>> base_forms("biopsies", "en")
    ('biopsies', 'biopsy')
    """
    rules = _SINGULARS.get(_primary(language), ())
    words = shown.split(" ")
    found = [shown]
    if _primary(language) == "ar":
        found += [bare for p in _ARABIC if (bare := re.sub(p[0], p[1], shown)) != shown]
        if plural := _ARABIC_PLURAL.match(shown):
            found.append(plural[1] + plural[2].replace("ة ", " ").removesuffix("ة"))
        found.append(shown.removeprefix("من "))  # "from the first line": the link has it too
    for pattern, replacement in rules:
        if re.search(pattern, words[-1]):
            found.append(" ".join([*words[:-1], re.sub(pattern, replacement, words[-1])]))
    if _primary(language) in _EVERY_WORD:
        found.append(" ".join(next(iter(_changed(word, rules)), word) for word in words))
    return tuple(dict.fromkeys(found))


def _changed(word: str, rules: tuple[tuple[str, str], ...]) -> list[str]:
    if len(word) < _SHORTEST or not word[-1].isalpha():
        return [word]
    for pattern, replacement in rules:
        if re.search(pattern, word):
            return [re.sub(pattern, replacement, word, count=1)]
    return [word]


def _primary(language: str) -> str:
    return language.split("-")[0].lower()

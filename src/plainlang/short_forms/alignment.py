"""How the characters of a short form lie in the words before it."""

from __future__ import annotations

import re
import unicodedata

#: Words that an abbreviation may pass over.
_SMALL = frozenset(
    "a an and as at by for from in into of on or the to with de del el la los las y e o en du des"
    " le les et à der die das und für von zur zum per vs".split()
)
_GREEK = {
    "α": "alpha", "β": "beta", "γ": "gamma", "δ": "delta", "ε": "epsilon", "κ": "kappa",
    "λ": "lambda", "μ": "mu", "σ": "sigma", "τ": "tau", "ω": "omega",
}  # fmt: skip
#: First letters of the words for a number, for its place and in Greek.
_NUMBERS = {"1": "ofm", "2": "tsdb", "3": "t", "4": "ftq", "5": "fp", "6": "sh"}
_APART = re.compile(r"(?:non|anti|post|pre|pro)[-–]", re.IGNORECASE)
_TOKEN = re.compile(r"[^\W_]+")


#: What a long form that is found letter by letter cannot have in it: it is a sentence then.
_CLAUSE = re.compile(
    r"[,;]\s|\b(?:are|had|has|have|is|our|than|that|their|this|these|was|we|were|when|which|who"
    r"|which|es|son|fue|que|fueron|est|sont|qui|ist|sind|wurde|wurden)\b"
)


def align(short: str, text: str, *, whole: bool = False, strict: bool = False) -> int | None:
    """Return where in ``text`` the long form of ``short`` begins; it ends where ``text`` ends.

    :param whole: the long form must begin where ``text`` begins.
    :param strict: every sign must be the first letter of a word.
    """
    signs = [sign for sign in _folded(short) if sign.isalnum()]
    if not signs:
        return None
    folded = _folded(text)
    limit = _earliest(text, min(len(signs) + 5, 2 * len(signs)))
    found = _initials(signs, folded, limit)
    for other in _variants(signs) if found is None else ():
        found = _initials(other, folded, limit) if found is None else found
    if found is not None:
        begin = _begin(text, found)
        # "non-high-density lipoprotein (HDL)": what goes before the initials is not meant.
        if not (_APART.fullmatch(text[begin:found]) or text[begin:found].endswith("/")):
            found = begin
        return None if whole and text[:found].strip() else found
    if not strict:
        found = _anywhere(signs, folded, limit, whole=whole)
        if found is not None and _CLAUSE.search(folded, found):
            return None
    if found is None:
        return None
    # As in the paper: the long form begins with a whole word, its "2,6-" or "anti-" included.
    found = _begin(text, found)
    return None if whole and text[:found].strip() else found


def _begin(text: str, place: int) -> int:
    return max(text.rfind(" ", 0, place), text.rfind("\u00a0", 0, place)) + 1


def _variants(signs: list[str]) -> list[list[str]]:
    """Return other readings of short forms with digits: "3D" as three-dimensional, "PLS-1"."""
    found = []
    if signs[0] in _NUMBERS and len(signs) > 1:
        found += [[letter, *signs[1:]] for letter in _NUMBERS[signs[0]]]
    if len(signs) % 2 == 0 and signs[::2] == signs[1::2]:
        found.append(signs[::2])  # "EE. UU.", as Spanish writes a plural
    bare = "".join(signs).rstrip("0123456789")
    if len(bare) > 1 and len(bare) < len(signs):
        found.append(list(bare))
    return found


def _folded(text: str) -> str:
    """Return ``text`` in small letters without accents, of the same length."""
    result = []
    for sign in text:
        base = unicodedata.normalize("NFD", sign)[0].lower()
        result.append(_GREEK[base][0] if base in _GREEK else base[:1] or sign)
    return "".join(result)


def _earliest(text: str, words: int) -> int:
    """Return where the last ``words`` words of ``text`` begin."""
    starts = [found.start() for found in re.finditer(r"\S+", text)]
    return starts[-words] if len(starts) > words else 0


def _initials(signs: list[str], text: str, limit: int) -> int | None:
    """Return the beginning where every sign is the first letter of a word, small words apart."""
    words = [found for found in _TOKEN.finditer(text) if found.start() >= limit]
    place = len(words) - 1
    for number in range(len(signs) - 1, -1, -1):
        while place >= 0 and words[place][0][0] != signs[number]:
            if words[place][0] not in _SMALL or number == len(signs) - 1:
                return None
            place -= 1
        if place < 0:
            return None
        place -= 1
    return words[place + 1].start()


def _anywhere(signs: list[str], text: str, limit: int, *, whole: bool = False) -> int | None:
    """Return the beginning by Schwartz and Hearst's method: from right to left, the nearest."""
    place = len(text)
    for sign in reversed(signs[1:]):
        place = text.rfind(sign, limit, place)
        if place < 0:
            return None
    if whole:
        first = next((index for index, sign in enumerate(text) if sign.isalnum()), 0)
        return first if text[first : first + 1] == signs[0] and first < max(place, 1) else None
    while True:
        place = text.rfind(signs[0], limit, place)
        if place < 0:
            return None
        if place == 0 or not text[place - 1].isalnum():
            return place

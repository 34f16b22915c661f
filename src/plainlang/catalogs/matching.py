"""Which vanished text a new one was made from."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import process
from rapidfuzz.distance import Indel

#: Below this share of words in common two texts are not taken for versions of one another.
THRESHOLD = 0.6

#: Candidates for one text; more than one may be wanted by a better one.
_CANDIDATES = 5
_WORDS = re.compile(r"\w+|[^\w\s]")


def best_matches(new: Sequence[str], old: Sequence[str]) -> dict[int, int]:
    """Return for places of ``new`` the place in ``old`` of the text that it was made from.

    Texts are compared word by word (Indel similarity, 0 to 1). The best pairs are taken first
    and an old text once; of equally good ones the one that stands at the same place counts.
    Texts below the threshold have none.
    """
    codes: dict[str, str] = {}
    left = [_coded(text, codes) for text in new]
    right = [_coded(text, codes) for text in old]
    pairs = sorted(
        (-score, abs(i - j), i, j)
        for i, text in enumerate(left)
        for _, score, j in process.extract(
            text,
            right,
            scorer=Indel.normalized_similarity,
            score_cutoff=THRESHOLD,
            limit=_CANDIDATES,
        )
    )
    result: dict[int, int] = {}
    taken: set[int] = set()
    for _, _, i, j in pairs:
        if i not in result and j not in taken:
            result[i] = j
            taken.add(j)
    return result


def _coded(text: str, codes: dict[str, str]) -> str:
    """Return ``text`` with one character for each word, which compares as fast as letters do."""
    return "".join(_code(word, codes) for word in _WORDS.findall(text))


def _code(word: str, codes: dict[str, str]) -> str:
    found = codes.get(word)
    if found is None:
        # Beyond the surrogates, so that every number is a character.
        found = codes[word] = chr(0x10000 + len(codes))
    return found

"""How common a word is, on the Zipf scale, from the lists of wordfreq.

Zipf is the logarithm to base 10 of the occurrences in a billion words (van Heuven et al. 2014):
``the`` has 7.7, ``nausea`` 3.5. The lists come with the package; nothing is fetched.
"""

from __future__ import annotations

import gzip
import math
import re
from collections.abc import Mapping
from functools import lru_cache
from importlib.resources import files

#: Words below these values are rare. English: 93 % of a list of medical jargon lie below 3.5 and
#: 4 of 48 words that lay people use; other languages are not calibrated.
RARE_ENGLISH = 3.5
RARE_ELSEWHERE = 3.0
#: What wordfreq calls a language by.
_SAME = {"no": "nb", "nn": "nb", "tl": "fil", "hr": "sh", "bs": "sh", "yue": "zh"}
#: Languages for whose text wordfreq needs a divider of words that is not installed.
_UNSPACED = frozenset({"zh", "ja", "ko"})
_PART = re.compile(r"[^'’.·]+")
_DIGIT = re.compile(r"\d")


def rare_below(language: str) -> float:
    """Return the Zipf value below which a word of ``language`` is rare."""
    return RARE_ENGLISH if language.partition("-")[0].lower() == "en" else RARE_ELSEWHERE


def has_frequencies(language: str) -> bool:
    """Tell whether there is a list of words for ``language``."""
    return bool(frequencies(language))


def zipf(word: str, language: str) -> float:
    """Return the Zipf value of a word in lower case; 0 where the list does not have it.

    Of a word with an elided part (``l'hôpital``) the rarer part counts. A number has the value of
    numbers of its shape.
    """
    known = frequencies(language)
    if not known:
        return 0.0
    found = known.get(word)
    if found is None:
        found = _derived(word, language, known)
    return round(math.log10(found) + 9, 2) if found else 0.0


def _derived(word: str, language: str, known: Mapping[str, float]) -> float:
    import langcodes
    from wordfreq import word_frequency
    from wordfreq.preprocess import preprocess_text

    base = _base(language)
    if _DIGIT.search(word):
        return 0.0 if base in _UNSPACED else float(word_frequency(word, base))
    if base == "zh":
        return known.get(simplified(word), 0.0)
    plain: str = preprocess_text(word, langcodes.get(base))
    parts = _PART.findall(plain)
    return known.get(plain) or min((known.get(part, 0.0) for part in parts), default=0.0)


def simplified(text: str) -> str:
    """Return Chinese with the simplified characters that the list has, one for one."""
    return text.translate(_simplified())


@lru_cache(maxsize=1)
def _simplified() -> dict[int, str]:
    # wordfreq's own function needs jieba, whose division of words is not used here.
    import msgpack

    file = files("wordfreq").joinpath("data", "_chinese_mapping.msgpack.gz")
    packed = gzip.decompress(file.read_bytes())
    mapping: dict[int, str] = msgpack.unpackb(packed, raw=False, strict_map_key=False)
    return mapping


def _base(language: str) -> str:
    base = language.partition("-")[0].lower()
    return _SAME.get(base, base)


def frequencies(language: str) -> Mapping[str, float]:
    """Return the share of each word of ``language``; empty where there is no list."""
    return _frequencies(_base(language))


@lru_cache(maxsize=8)
def _frequencies(base: str) -> Mapping[str, float]:
    import wordfreq  # imported here: it takes a tenth of a second

    if base not in wordfreq.available_languages():
        return {}
    found: Mapping[str, float] = wordfreq.get_frequency_dict(base)
    return found

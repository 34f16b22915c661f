"""Chinese and Japanese words, which no space divides.

The division is the likeliest one by the frequencies of single words (a unigram model, solved by
Viterbi's method), so that it needs no dictionary beside the one of :mod:`frequency`.
"""

from __future__ import annotations

import math
import re

from plainlang.readability.frequency import frequencies, simplified

#: A run of Han characters and kana; what stands between them (drug names, numbers) stays whole.
_RUN = re.compile(r"[\u3005-\u3007\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff]+")
#: Longest word in characters, and the logarithm of the share of an unknown character.
LONGEST, UNKNOWN = 8, -20.0


def segmented(run: str, base: str) -> list[str]:
    """Return the words of ``run``, a run of letters that no space divides.

    :param base: ``zh``, ``yue`` or ``ja``.
    """
    result: list[str] = []
    end = 0
    for found in _RUN.finditer(run):
        if found.start() > end:
            result.append(run[end : found.start()])
        result.extend(_likeliest(found[0], base))
        end = found.end()
    if end < len(run):
        result.append(run[end:])
    return result


def _likeliest(run: str, base: str) -> list[str]:
    known = frequencies(base)
    looked_up = run if base == "ja" else simplified(run)
    best = [0.0] + [-math.inf] * len(run)
    start = [0] * (len(run) + 1)
    for end in range(1, len(run) + 1):
        for begin in range(max(0, end - LONGEST), end):
            share = known.get(looked_up[begin:end])
            if share is None and end - begin > 1:
                continue
            value = best[begin] + (math.log(share) if share else UNKNOWN)
            if value > best[end]:
                best[end], start[end] = value, begin
    words: list[str] = []
    end = len(run)
    while end:
        words.append(run[start[end] : end])
        end = start[end]
    return words[::-1]

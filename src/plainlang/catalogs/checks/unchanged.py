"""A text that is the same in both languages, though it has words to translate."""

from __future__ import annotations

import re
from collections.abc import Iterator

from plainlang.catalogs.checks.addresses import addresses
from plainlang.catalogs.checks.base import WARNING, Check, Pair
from plainlang.catalogs.checks.words import SYMBOLS

_WORD = re.compile(r"[^\W\d_]{3,}")
#: Languages of one script share words ("hospital", "normal"); several in a row they do not.
_LATIN = frozenset({"en", "es", "fr", "de", "pt", "it", "nl", "ca", "gl", "vi"})


def _find(pair: Pair) -> Iterator[str]:
    if pair.source.strip() != pair.translation.strip():
        return
    own, other = (tag.split("-")[0].lower() for tag in (pair.source_language, pair.language))
    if own == other:
        return
    text = addresses(pair.source_text)[1]
    for name in pair.names:
        text = text.replace(name, " ")
    words = [w for w in _WORD.findall(text) if not _is_name(w)]
    if len(words) >= (2 if other in _LATIN else 1):
        yield "The text is the same as in the source."


def _is_name(word: str) -> bool:
    return word.isupper() or word in SYMBOLS or word[1:] != word[1:].lower()


CHECK = Check("unchanged", WARNING, "It is left in the language of the source.", _find)

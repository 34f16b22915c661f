"""A translation that is far shorter or longer than such a text is in its language."""

from __future__ import annotations

from collections.abc import Iterator

from plainlang.catalogs.checks.base import WARNING, Check, Pair

#: Characters of a text for 100 of the English one. Spanish and Arabic measured on the TICO-19
#: translation memories (medians over 3,071 professional translations); the others are the usual
#: figures of the trade.
SIZE = {"en": 100, "es": 116, "ar": 90, "vi": 110, "zh": 33, "fr": 118, "de": 115, "pt": 112}
_USUAL = 110
#: Texts shorter than this have no usual ratio.
SHORTEST = 25
FEWEST, MOST = 0.45, 2.2


def _find(pair: Pair) -> Iterator[str]:
    source, target = pair.source_text.strip(), pair.translated_text.strip()
    expected = len(source) * _size(pair.language) / _size(pair.source_language)
    if len(source) < SHORTEST * _size(pair.source_language) / 100 or not expected:
        return
    ratio = len(target) / expected
    if ratio < FEWEST or (ratio > MOST and len(target) - expected > SHORTEST):
        yield f"It has {len(target)} characters, where about {round(expected)} are usual."


def _size(language: str) -> int:
    return SIZE.get(language.replace("_", "-").split("-")[0].lower(), _USUAL)


CHECK = Check("length", WARNING, "It is far shorter or longer than usual.", _find)

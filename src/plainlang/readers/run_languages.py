"""Which language an office document is in, by the languages that its stretches of text state."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

_LETTER = re.compile(r"[^\W\d_]")


def language_of_most(stretches: Iterable[tuple[str, str | None]]) -> str | None:
    """Return the language of most letters, ``None`` where no stretch states one.

    :param stretches: a text and the BCP 47 tag that is stated for it.
    """
    letters: Counter[str] = Counter()
    for text, tag in stretches:
        if tag:
            letters[tag] += len(_LETTER.findall(text))
    primaries: Counter[str] = Counter()
    for tag, count in letters.items():
        primaries[primary(tag)] += count
    if not primaries or not max(primaries.values()):
        return None
    most = primaries.most_common(1)[0][0]
    return max((tag for tag in letters if primary(tag) == most), key=lambda tag: letters[tag])


def primary(tag: str) -> str:
    """Return the language of a tag without its region and script."""
    return tag.split("-", 1)[0].lower()

"""The line below the title that says how the title is spoken."""

from __future__ import annotations

import re
from dataclasses import replace

from plainlang.ast import stringify, walk
from plainlang.cleanup.base import Result
from plainlang.cleanup.wording import quoted
from plainlang.document import Change, Document

#: A syllable in NCI's spelling: in capitals where it is stressed, and with a vowel.
_SYLLABLE = re.compile(r"(?=.*[aeiouyAEIOUY])(?:[A-Z]{1,6}|[a-z]{1,6})")
#: A stressed syllable. One capital is not enough: "(B-cell)" is no pronunciation.
_STRESSED = re.compile(r"(?<![A-Za-z])[A-Z]{2,6}(?![A-Za-z])")
_UNSTRESSED = re.compile(r"(?<![A-Za-z])[a-z]{1,6}(?![A-Za-z])")
#: Syllables that one word must have: two can be an ordinary word, "(PET-scan)".
MIN_SYLLABLES = 3
#: What stands between the words; "…" is for a part that is spoken letter by letter.
_BETWEEN = re.compile(r"[\s,;/]+|…|\.\.\.")


class Pronunciation:
    """Move a pronunciation in brackets from below the title into the metadata."""

    name = "pronunciation"
    summary = "Move the pronunciation in brackets below the title into the title block."

    def __call__(self, document: Document) -> Result:
        """Return the document with ``metadata.pronunciation`` set."""
        metadata = document.metadata
        if metadata.pronunciation or metadata.title_derived:
            return Result(document)
        blocks = document.blocks
        place = 0
        while place < len(blocks) and blocks[place]["t"] == "Header":
            place += 1
        if place == len(blocks) or blocks[place]["t"] != "Para":
            return Result(document)
        if any(element["t"] in {"Image", "Note"} for element in walk(blocks[place])):
            return Result(document)
        text = " ".join(stringify(blocks[place]).split())
        spoken = text[1:-1].strip()
        below_title = bool(metadata.title) or place > 0
        if not (below_title and text.startswith("(") and text.endswith(")")):
            return Result(document)
        if not is_respelling(spoken):
            return Result(document)
        change = Change(
            self.name,
            blocks[place].get("line"),
            f"Moved the pronunciation {quoted(spoken)} from the text to the title block, "
            "where every edition shows it",
            text,
        )
        kept = blocks[:place] + blocks[place + 1 :]
        metadata = replace(metadata, pronunciation=spoken)
        return Result(replace(document, metadata=metadata, blocks=kept), (change,))


def is_respelling(text: str) -> bool:
    """Tell whether every word of ``text`` is respelt, one at least in three syllables.

    >>> is_respelling("SIL-tuh-KAB-tuh-jeen AW-toh-LOO-sel")
    True
    >>> is_respelling("B-cell"), is_respelling("non-Hodgkin"), is_respelling("PET-scan")
    (False, False, False)
    """
    words = [word.split("-") for word in _BETWEEN.split(text) if word]
    return (
        all(_SYLLABLE.fullmatch(syllable) for word in words for syllable in word)
        and any(len(word) >= MIN_SYLLABLES for word in words)
        and bool(_STRESSED.search(text))
        and bool(_UNSTRESSED.search(text))
    )

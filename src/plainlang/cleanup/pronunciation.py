"""The line below the title that says how the title is spoken."""

from __future__ import annotations

import re
from dataclasses import replace
from difflib import SequenceMatcher

from plainlang.ast import stringify
from plainlang.cleanup.base import Result
from plainlang.cleanup.wording import quoted
from plainlang.document import Change, Document

#: A word in NCI's spelling: syllables joined by hyphens, the stressed ones in capitals.
_RESPELT = re.compile(r"(?:[A-Z]{1,6}|[a-z]{1,6})(?:-(?:[A-Z]{1,6}|[a-z]{1,6}))*")
#: A stressed syllable. One capital is not enough: "(B-cell)" is no pronunciation.
_STRESSED = re.compile(r"(?<![A-Za-z])[A-Z]{2,6}(?![A-Za-z])")
_UNSTRESSED = re.compile(r"(?<![A-Za-z])[a-z]{1,6}(?![A-Za-z])")
_VOWEL = re.compile(r"[aeiouy]", re.IGNORECASE)
#: Share of letters in common, in order (:meth:`difflib.SequenceMatcher.ratio`). The 24
#: pronunciations of NCI's drug pages that were tried reach 0.58 and more.
RESEMBLANCE = 0.55
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
        title = metadata.title or (stringify(blocks[place - 1]) if place else "")
        text = " ".join(stringify(blocks[place]).split())
        spoken = text[1:-1].strip()
        if not (title and text.startswith("(") and text.endswith(")")):
            return Result(document)
        if not is_respelling(spoken, title):
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


def is_respelling(text: str, title: str = "") -> bool:
    """Tell whether every word of ``text`` is respelt, one at least in several syllables.

    Two syllables alone can be an ordinary word ("PET-scan"): they must resemble the title.

    >>> is_respelling("SIL-tuh-KAB-tuh-jeen AW-toh-LOO-sel")
    True
    >>> is_respelling("B-cell"), is_respelling("non-Hodgkin"), is_respelling("PET-scan", "PET")
    (False, False, False)
    """
    words = [word for word in _BETWEEN.split(text) if word]
    syllables = [word.split("-") for word in words]
    if (
        not all(_RESPELT.fullmatch(word) for word in words)
        or not all(_VOWEL.search(syllable) for word in syllables for syllable in word)
        or not _STRESSED.search(text)
        or not _UNSTRESSED.search(text)
    ):
        return False
    longest = max(len(word) for word in syllables)
    return longest > 2 or (longest == 2 and _resembles("".join(words), title))


def _resembles(spoken: str, title: str) -> bool:
    letters = "".join(filter(str.isalpha, title))
    ratio = SequenceMatcher(None, spoken.casefold(), letters.casefold(), autojunk=False).ratio()
    return ratio >= RESEMBLANCE

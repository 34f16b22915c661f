"""The text of a document for the page: its passages, with the sentences that were scored."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from plainlang.readability.base import SCORED, Passage, Role
from plainlang.readability.outputs.findings import HARD
from plainlang.readability.report import HardSentence

LONGEST = 20_000
"""Words of a text that is shown whole; of a longer one only passages with a hard sentence are."""
MOST = 300
"""Passages shown of a longer text."""


@dataclass(frozen=True, slots=True)
class Shown:
    """A passage.

    :param role: its role; a passage that was not scored is shown with it.
    :param text: the whole text where it was not scored.
    :param sentences: number and sentence, numbered from 0 through the document.
    """

    role: Role
    line: int | None
    text: str
    sentences: tuple[tuple[int, HardSentence], ...]
    language: str = ""

    @property
    def hard(self) -> bool:
        """Whether one of its sentences is marked."""
        return any(sentence.difficulty >= HARD for _, sentence in self.sentences)


def shown_text(
    passages: Sequence[Passage], sentences: Sequence[HardSentence]
) -> tuple[tuple[Shown, ...], str]:
    """Return the passages to show, and what was left out in a sentence (empty where nothing was).

    :param passages: all of the document, in order; empty where only the sentences are known.
    :param sentences: all that were scored, in order.
    """
    every = _divided(passages, sentences)
    words = sum(len(passage.text.split()) for passage in passages)
    if words <= LONGEST:
        return every, ""
    hard = [passage for passage in every if passage.hard]
    kept = tuple(hard[:MOST])
    return kept, (
        f"The text has {words:,} words. Shown are {len(kept):,} of the {len(hard):,} passages with "
        "a hard sentence; readability.json has every sentence."
    )


def _divided(passages: Sequence[Passage], sentences: Sequence[HardSentence]) -> tuple[Shown, ...]:
    if not passages:
        return tuple(Shown(Role.PROSE, s.line, s.text, ((n, s),)) for n, s in enumerate(sentences))
    found = []
    at = 0
    for passage in passages:
        own: list[tuple[int, HardSentence]] = []
        if passage.role in SCORED:
            text, place = " ".join(passage.text.split()), 0
            while at < len(sentences):
                here = text.find(sentences[at].text, place)
                if here < 0:
                    break
                place = here + len(sentences[at].text)
                own.append((at, sentences[at]))
                at += 1
        if passage.text.strip():
            found.append(
                Shown(passage.role, passage.line, passage.text, tuple(own), passage.language)
            )
    return tuple(found)

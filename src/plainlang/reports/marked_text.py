"""The text of a document with its hard sentences marked, for the report."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

#: Words of text above which only the paragraphs with a hard sentence are shown.
LONGEST = 20_000


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of a paragraph.

    :param number: of the hard sentence that it is; 0 where it is none.
    """

    text: str
    number: int = 0


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A passage as the report shows it.

    :param role: why it is not scored; empty where it is.
    """

    kind: str
    pieces: tuple[Piece, ...]
    role: str = ""
    language: str = ""


def marked(
    passages: Sequence[Mapping[str, Any]],
    sentences: Sequence[Mapping[str, Any]],
    numbers: Mapping[int, int],
) -> tuple[tuple[Paragraph, ...], bool]:
    """Return the paragraphs, and whether some were left out because the text is so long.

    :param passages: role, text and language of each, in reading order.
    :param sentences: every sentence that is scored, in the same order.
    :param numbers: the number of each hard sentence by its place in ``sentences``.
    """
    waiting = _Sentences(sentences, numbers)
    words = sum(len(passage["text"].split()) for passage in passages)
    shortened = words > LONGEST
    found = []
    for passage in passages:
        text = " ".join(passage["text"].split())
        scored = passage["scored"]
        pieces = tuple(waiting.pieces(text)) if scored else (Piece(text),)
        if not text or (shortened and not any(piece.number for piece in pieces)
                        and passage["role"] != "heading"):  # fmt: skip
            continue
        found.append(
            Paragraph(
                passage["role"], pieces, "" if scored else passage["role"], passage["language"]
            )
        )
    return tuple(found), shortened


class _Sentences:
    """Hands the sentences out in their order, to the passages that hold them."""

    def __init__(self, sentences: Sequence[Mapping[str, Any]], numbers: Mapping[int, int]) -> None:
        self._sentences = sentences
        self._numbers = numbers
        self._next = 0

    def pieces(self, text: str) -> Iterator[Piece]:
        """Yield the pieces of one passage; what is between sentences belongs to the one before."""
        place = 0
        while self._next < len(self._sentences):
            sentence = self._sentences[self._next]["text"]
            at = text.find(sentence, place)
            if at < 0:
                break
            if at > place:
                yield Piece(text[place:at])
            yield Piece(sentence, self._numbers.get(self._next, 0))
            place = at + len(sentence)
            self._next += 1
        if place < len(text):
            yield Piece(text[place:])

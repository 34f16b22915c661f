"""Document to counts: passages, sentences, words, and what formulas need of them."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from itertools import chain

from plainlang.document import Document
from plainlang.readability.base import SCORED, Heading, Measured, Passage, Role, Sentence
from plainlang.readability.facts import Facts, Frequencies, Lexicon, summed
from plainlang.readability.passages import passages_of
from plainlang.readability.roles import LONGEST_FRAGMENT
from plainlang.readability.sentences import split
from plainlang.readability.words import passed_over, words_of


def measure(document: Document, *, longest_fragment: int = LONGEST_FRAGMENT) -> Measured:
    """Count a cleaned document.

    Only what an author can change is in the sentences: paragraphs, and items of lists that are
    sentences. Words of all else are counted by role. Addresses, identifiers of papers and numbers
    of notes that stand in prose are counted as ``CODE``. Passages in another language than the
    document's are ``EXCLUDED``, because no formula holds for two languages at once.

    :param longest_fragment: a paragraph or list item without a final mark is scored if it has more
        words than this.
    """
    passages, headings = passages_of(document, longest_fragment=longest_fragment)
    known = document.metadata
    return count(
        passages,
        headings,
        document.language,
        title=f"{known.title} {known.pronunciation}".strip(),
        publisher=known.source,
    )


def count(
    passages: Iterable[Passage],
    headings: tuple[Heading, ...],
    language: str,
    *,
    title: str = "",
    publisher: str = "",
) -> Measured:
    """Count the passages of a text; see :func:`measure`.

    :param title: with how to say it; its words are no jargon of the text.
    """
    counter = _Counter(language)
    excluded: Counter[Role] = Counter()
    sentences: list[Sentence] = []
    for passage in passages:
        if passage.role in SCORED:
            sentences.extend(counter.sentences(passage))
            excluded[Role.CODE] += passed_over(passage.text)
        else:
            words = len(words_of(passage.text, passage.language or language))
            excluded[passage.role] += words + passed_over(passage.text)
    left_out = {role: excluded[role] for role in Role if excluded[role]}
    return Measured(language, tuple(sentences), headings, left_out, title, publisher)


class _Counter:
    """Counts passages; what it found out about a word is kept for the document only."""

    def __init__(self, language: str) -> None:
        self.language = language
        self._later = Lexicon(language)
        self._first = Lexicon(language, first=True)
        self._names = Lexicon(language, names=True)
        self._zipf = Frequencies(language)

    def sentences(self, passage: Passage) -> list[Sentence]:
        """Return the sentences of a passage that hold at least one word."""
        names = {word for name in passage.names for word in words_of(name, self.language)}
        result = []
        place = 0
        line = passage.line
        divided = line is not None and passage.breaks
        for text in split(passage.text, self.language):
            words = words_of(text, self.language)
            if divided:
                place = max(place, passage.text.find(text, place))
                line = (passage.line or 0) + bisect_right(passage.breaks, place)
                place += len(text)
            if words:
                counts = summed(self._facts(words, names))
                zipf = tuple(map(self._zipf.__getitem__, words))
                result.append(Sentence(text, line, passage.section, counts, words, zipf))
        return result

    def _facts(self, words: tuple[str, ...], names: set[str]) -> Iterable[Facts]:
        if names:
            return [
                (self._names if word in names else self._later if place else self._first)[word]
                for place, word in enumerate(words)
            ]
        return chain((self._first[words[0]],), map(self._later.__getitem__, words[1:]))

"""Megabytes of prose measured per second, and the ratio to textstat for the same measures.

textstat fetches a dictionary for English syllables at first use, so that for English it does less:
words, sentences, letters, ARI, Coleman-Liau, LIX and RIX. As Spanish, the same text is read with
syllables by both. Ours are all counts of :class:`plainlang.readability.base.Counts`, frequencies
and rare words included, and all formulas of the language with their intervals; then the whole report.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import textstat

from plainlang.ast import para, text
from plainlang.document import Document, Metadata, Provenance
from plainlang.readability.assess import assess
from plainlang.readability.base import Passage, total
from plainlang.readability.languages import language_of
from plainlang.readability.measure import measure
from plainlang.readability.passages import passages_of
from plainlang.readability.scoring import scores_of

SEEDS = Path(__file__).parent.parent / "seeds"
SIZE = 1_000_000


def prose() -> list[str]:
    """Return about a megabyte of paragraphs: of a corpus, or of the samples again and again."""
    corpus = os.environ.get("PLAINLANG_CORPUS")
    folder = Path(corpus) if corpus else SEEDS
    files = [*sorted(folder.rglob("*.md")), *sorted(folder.rglob("*.txt"))]
    found: list[str] = []
    size = 0
    while size < SIZE:
        for file in files:
            for block in file.read_text(encoding="utf-8", errors="replace").split("\n\n"):
                plain = " ".join(re.sub(r"\]\([^)]*\)|[*_#\[\]|]", "", block).split())
                if plain.endswith(".") and len(plain) > 80:
                    found.append(plain)
                    size += len(plain)
            if size >= SIZE:
                break
    return found


def seconds(function: Callable[[], object], times: int = 3) -> float:
    """Return the shortest of some runs."""
    taken = []
    for _ in range(times):
        start = time.perf_counter()
        function()
        taken.append(time.perf_counter() - start)
    return min(taken)


def with_textstat(joined: str, language: str) -> None:
    """Compute what textstat can off line; for Spanish syllables too, by hyphenation."""
    textstat.set_lang(language)
    names = ["lexicon_count", "sentence_count", "letter_count", "lix", "rix"]
    names += ["automated_readability_index", "coleman_liau_index"]
    if language == "es":
        names += ["syllable_count", "polysyllabcount", "monosyllabcount", "fernandez_huerta"]
        names += ["szigriszt_pazos", "gutierrez_polini", "crawford", "difficult_words"]
    for name in names:
        getattr(textstat, name)(joined)


def main() -> None:
    """Print one line for each measure."""
    paragraphs = prose()
    joined = "\n\n".join(paragraphs)
    size = len(joined.encode()) / 1e6
    blocks = tuple(para(text(paragraph)) for paragraph in paragraphs)
    for language in ("en", "es"):
        document = Document(
            "bench", language, Metadata(), blocks, (1, 23), Provenance("bench", "", "")
        )
        start = time.perf_counter()
        measured = measure(document)
        scores_of(measured.sentences, language_of(language))
        first = time.perf_counter() - start
        counts = total(sentence.counts for sentence in measured.sentences)
        passages = passages_of(document)[0]

        def score(given: Document = document, tag: str = language) -> None:
            scores_of(measure(given).sentences, language_of(tag))

        def whole(given: Document = document, known: Sequence[Passage] = passages) -> None:
            assess(measure(given), document="bench", source="", passages=known)

        again, complete = seconds(score), seconds(whole)
        different = len({word for sentence in measured.sentences for word in sentence.words})
        start = time.perf_counter()
        with_textstat(joined, language)
        theirs = time.perf_counter() - start
        say(f"{language}: {size:.2f} MB, {counts.words:,} words ({different:,} different)")
        say(f"  first {size / first:.2f} MB/s, lists loaded; then {size / again:.2f} MB/s")
        say(f"  with sentences, terms and checks {size / complete:.2f} MB/s")
        say(
            f"  textstat {size / theirs:.2f} MB/s; it takes {theirs / again:.1f} times as long ({theirs / first:.1f} of the first)"
        )


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()

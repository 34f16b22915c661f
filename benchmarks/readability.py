"""Megabytes of prose measured per second, and the ratio to textstat for the same measures.

textstat fetches a dictionary for English syllables at first use, so that the measures compared are
those that it has off line: words, sentences, letters, ARI, Coleman-Liau, LIX and RIX. Ours are all
counts of :class:`plainlang.readability.base.Counts`, syllables and rare words included.
"""

from __future__ import annotations

import os
import re
import sys
import time
from collections.abc import Callable
from pathlib import Path

import textstat

from plainlang.ast import para, text
from plainlang.document import Document, Metadata, Provenance
from plainlang.readability.base import total
from plainlang.readability.measure import measure

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


def with_textstat(joined: str) -> None:
    """Compute what textstat can off line, without what it remembers of the last run."""
    for name in ("lexicon_count", "sentence_count", "letter_count", "automated_readability_index"):
        getattr(textstat, name)(joined)
    for name in ("coleman_liau_index", "lix", "rix"):
        getattr(textstat, name)(joined)


def main() -> None:
    """Print one line for each measure."""
    paragraphs = prose()
    joined = "\n\n".join(paragraphs)
    blocks = tuple(para(text(paragraph)) for paragraph in paragraphs)
    document = Document("bench", "en", Metadata(), blocks, (1, 23), Provenance("bench", "", ""))
    start = time.perf_counter()
    measured = measure(document)
    first = time.perf_counter() - start
    counts = total(sentence.counts for sentence in measured.sentences)
    size = len(joined.encode()) / 1e6
    again = seconds(lambda: measure(document))
    different = len({word for sentence in measured.sentences for word in sentence.words})
    say(
        f"{size:.2f} MB, {counts.words:,} words ({different:,} different), {counts.sentences:,} sentences"
    )
    say(f"first {size / first:.2f} MB/s with loading the lists; then {size / again:.2f} MB/s")
    start = time.perf_counter()
    with_textstat(joined)
    theirs = time.perf_counter() - start
    say(f"textstat {size / theirs:.2f} MB/s for fewer measures; ratio {theirs / again:.1f}")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


if __name__ == "__main__":
    main()

"""Megabytes of prose measured per second, and the ratio to textstat for the same measures.

textstat fetches a dictionary for English syllables where it finds none. Here it is given one: a folder
in the form of NLTK's cmudict, made for the run from our own table and rules, so that it computes
every English measure that it has, and every word is found. Its own download is closed. Of
Spanish it counts syllables by hyphenation. It keeps what it counted of a text, so that its measures
share their work; the second run therefore gets another text.

Ours are all counts of :class:`plainlang.readability.base.Counts` with the formulas of the same names;
then with the frequencies, all formulas of the language and their intervals; then the whole report.
Each is timed first in a new process, lists of words and all, and then again.
"""

from __future__ import annotations

import os
import re
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from pathlib import Path

import nltk
import textstat

from plainlang.ast import para, text
from plainlang.document import Document, Metadata, Provenance
from plainlang.readability.assess import assess
from plainlang.readability.base import Measured, Passage
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.languages import language_of
from plainlang.readability.measure import count, measure
from plainlang.readability.passages import passages_of
from plainlang.readability.scoring import scores_of
from plainlang.readability.sums import summed
from plainlang.readability.syllables import syllables

SEEDS = Path(__file__).parent.parent / "seeds"
SIZE = 1_000_000
#: textstat's function by our name of the formula.
MEASURES = {
    "en": {
        "flesch-reading-ease": "flesch_reading_ease",
        "flesch-kincaid-grade": "flesch_kincaid_grade",
        "smog": "smog_index",
        "gunning-fog": "gunning_fog",
        "coleman-liau": "coleman_liau_index",
        "automated-readability-index": "automated_readability_index",
        "dale-chall": "dale_chall_readability_score",
        "linsear-write": "linsear_write_formula",
        "lix": "lix",
        "rix": "rix",
    },
    "es": {
        "fernandez-huerta": "fernandez_huerta",
        "szigriszt-pazos": "szigriszt_pazos",
        "gutierrez-polini": "gutierrez_polini",
        "crawford": "crawford",
    },
}


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


def dictionary(words: set[str], folder: Path) -> None:
    """Write ``words`` in the form of NLTK's cmudict, with as many vowels as they have syllables."""
    target = folder / "corpora" / "cmudict"
    target.mkdir(parents=True)
    lines = (f"{word.upper()} 1 {'B AH0 ' * syllables(word, 'en')}B" for word in sorted(words))
    (target / "cmudict").write_text("\n".join(lines) + "\n", encoding="utf-8")
    nltk.data.path[:] = [str(folder)]
    nltk.download = _closed


def _closed(*_: object, **__: object) -> None:
    raise RuntimeError("textstat asked for a download")


def with_textstat(joined: str, language: str) -> None:
    """Compute textstat's value of each formula."""
    textstat.set_lang(language)
    for name in MEASURES[language].values():
        getattr(textstat, name)(joined)


def same_formulas(passages: Sequence[Passage], language: str) -> Measured:
    """Count a text and compute our value of the formulas that textstat has."""
    measured = count(passages, (), language)
    counts = summed(sentence.counts for sentence in measured.sentences)
    for name in MEASURES[language]:
        FORMULAS[name].value(counts)
    return measured


def timed(function: Callable[[], object]) -> float:
    """Return the seconds that one run takes."""
    start = time.perf_counter()
    function()
    return time.perf_counter() - start


def seconds(function: Callable[[], object], times: int = 3) -> float:
    """Return the shortest of some runs."""
    return min(timed(function) for _ in range(times))


def compare(language: str, paragraphs: Sequence[str], folder: Path) -> None:
    """Print the figures of one language."""
    joined = "\n\n".join(paragraphs)
    size = len(joined.encode()) / 1e6
    blocks = tuple(para(text(paragraph)) for paragraph in paragraphs)
    document = Document("bench", language, Metadata(), blocks, (1, 23), Provenance("bench", "", ""))
    # textstat is given text, and so is ours: the text of a document is taken out of it before.
    passages: Sequence[Passage] = passages_of(document)[0]
    first = timed(lambda: same_formulas(passages, language))
    again = seconds(lambda: same_formulas(passages, language), 5)
    measured = measure(document)
    every = seconds(lambda: scores_of(measure(document).sentences, language_of(language)))
    whole = seconds(lambda: _whole(document, passages))
    different = {word.lower() for sentence in measured.sentences for word in sentence.words}
    if language == "en":
        dictionary(different | set(re.findall(r"[a-z']+", joined.lower())), folder)
    their_first = timed(lambda: with_textstat(joined, language))
    theirs = min(
        timed(lambda n=n: with_textstat(f"Here is text {n}. {joined}", language)) for n in range(3)
    )
    words = sum(sentence.counts.words for sentence in measured.sentences)
    say(f"{language}: {size:.2f} MB, {words:,} words ({len(different):,} different)")
    say(f"  the same {len(MEASURES[language])} formulas as textstat, MB/s:")
    say(f"    first in a process {size / first:.2f}, textstat {size / their_first:.2f}")
    say(f"    then {size / again:.2f}, textstat {size / theirs:.2f}")
    say(f"    textstat takes {their_first / first:.1f} and {theirs / again:.1f} times as long")
    say(
        f"  all formulas with intervals {size / every:.2f} MB/s; textstat takes {theirs / every:.1f} times as long"
    )
    say(f"  the whole report, with sentences, terms and checks {size / whole:.2f} MB/s")


def _whole(document: Document, passages: Sequence[Passage]) -> None:
    assess(measure(document), document="bench", source="", passages=passages)


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print the figures of each language, or of the one that is named."""
    paragraphs = prose()
    with tempfile.TemporaryDirectory() as folder:
        for language in sys.argv[1:] or MEASURES:
            compare(language, paragraphs, Path(folder))


if __name__ == "__main__":
    main()

"""How often the version for patients is the easier one, formula by formula.

Two kinds of pairs are read, of which none is part of the project: with ``PLAINLANG_CORPUS`` the
pages of a corpus whose file names differ only in ``-hp-`` and ``-patient-`` (professional and patient
summaries of the PDQ, National Cancer Institute); with a folder as argument its files ``*.source`` and
``*.target`` with a text in each line, the professional one first (as the paragraphs of Cochrane
reviews by A. Devaraj et al., "Paragraph-level simplification of medical texts", NAACL 2021, CC BY 4.0,
have them). A pair counts for a formula if both texts are long enough for a number; textstat's share
for the same pairs stands beside ours where it needs no dictionary.
"""

from __future__ import annotations

import os
import sys
from collections import defaultdict
from collections.abc import Iterator, Mapping
from pathlib import Path

import textstat

from plainlang.ast import para, text
from plainlang.cleanup import clean
from plainlang.document import Document, Metadata, Provenance
from plainlang.engines import Engines
from plainlang.engines.pandoc import PandocWorker
from plainlang.engines.typst import TypstCompiler
from plainlang.readability.base import Measured
from plainlang.readability.difficulty import rated
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.languages import language_of
from plainlang.readability.measure import measure
from plainlang.readability.scoring import too_short
from plainlang.readability.sums import summed
from plainlang.readers import read_document

LANGUAGE = "en"
PROVENANCE = Provenance("pair", "", "")
Pair = tuple[Measured, Measured]


def pages(corpus: Path) -> Iterator[Pair]:
    """Yield the professional and the patient page of one topic."""
    files = {file.name: file for file in sorted(corpus.rglob("*-pdq.md"))}
    with PandocWorker(60) as pandoc:
        engines = Engines(pandoc=pandoc, typst=TypstCompiler())
        for name, file in files.items():
            other = files.get(name.replace("-hp-", "-patient-"))
            if "-hp-" in name and other is not None:
                yield _page(file, engines), _page(other, engines)


def _page(file: Path, engines: Engines) -> Measured:
    reading = read_document(
        file.read_text(encoding="utf-8"),
        file=file.name,
        provenance=PROVENANCE,
        default_language=LANGUAGE,
        engines=engines,
    )
    return measure(clean(reading.document).document)


def lines(folder: Path) -> Iterator[Pair]:
    """Yield the texts of ``*.source`` and ``*.target``, line by line."""
    for source in sorted(folder.glob("*.source")):
        target = source.with_suffix(".target")
        pairs = zip(
            source.read_text(encoding="utf-8").splitlines(),
            target.read_text(encoding="utf-8").splitlines(),
            strict=True,
        )
        for professional, plain in pairs:
            yield _line(professional), _line(plain)


def _line(line: str) -> Measured:
    blocks = tuple(para(text(part)) for part in line.split("\n") if part.strip())
    return measure(Document("pair", LANGUAGE, Metadata(), blocks, (1, 23), PROVENANCE))


def values(measured: Measured) -> Mapping[str, float]:
    """Return each formula's value, turned so that more is harder; nothing for a short text."""
    counts = summed(sentence.counts for sentence in measured.sentences)
    if not measured.sentences or too_short(counts, int(os.environ.get("PAIRS_WORDS", "100"))):
        return {}
    found = {
        name: FORMULAS[name].value(counts) * (-1 if FORMULAS[name].more_is_easier else 1)
        for name in language_of(measured.language).formulas
    }
    every = [sentence.difficulty for sentence in rated(measured.sentences, measured.language)]
    found["mean difficulty of sentences"] = sum(every) / len(every)
    joined = " ".join(sentence.text for sentence in measured.sentences)
    found["textstat coleman-liau"] = textstat.coleman_liau_index(joined)
    found["textstat automated-readability-index"] = textstat.automated_readability_index(joined)
    return found


def report(name: str, pairs: Iterator[Pair]) -> None:
    """Print the share of pairs whose patient version is easier."""
    easier: defaultdict[str, int] = defaultdict(int)
    means: defaultdict[str, list[float]] = defaultdict(lambda: [0.0, 0.0])
    number = short = 0
    for professional, patient in pairs:
        hard, plain = values(professional), values(patient)
        if not (hard and plain):
            short += 1
            continue
        number += 1
        for formula, value in plain.items():
            easier[formula] += value < hard[formula]
            means[formula][0] += hard[formula]
            means[formula][1] += value
    say(f"{name}: {number} pairs, {short} left out because a text has too few words")
    for formula, times in easier.items():
        hard_mean, plain_mean = (abs(total) / number for total in means[formula])
        share = 100 * times / number
        say(f"  {formula:40} {share:5.1f} % easier; mean {hard_mean:.1f} and {plain_mean:.1f}")


def say(line: str) -> None:
    """Print a line."""
    sys.stdout.write(line + "\n")


def main() -> None:
    """Print a table for each kind of pairs that is there."""
    corpus = os.environ.get("PLAINLANG_CORPUS")
    if corpus:
        report("pages", pages(Path(corpus)))
    for folder in sys.argv[1:]:
        report("paragraphs", lines(Path(folder)))
    if not corpus and not sys.argv[1:]:
        say("pairs: not measured, neither PLAINLANG_CORPUS nor a folder is given")


if __name__ == "__main__":
    main()

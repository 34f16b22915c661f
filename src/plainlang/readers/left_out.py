"""Whether the words of a source reached the AST.

pandoc leaves some constructs of office formats out without a word (a text box, a cell beyond the
grid of its table). The words of every paragraph of the source are looked for in the paragraphs that
arrived; a paragraph that arrived whole does not stand for another one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator

from plainlang.ast import LEAF_BLOCKS, stringify, structures
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block

#: Letters and digits, and the signs that change what a dose or an answer says. A reader may set
#: other quotation marks, hyphens and spaces.
_WORD = re.compile(r"[^\W_]+|[<>=+±×÷%≤≥≠≈☐☑☒✓✔✗✘]")


def words_left_out(source: Iterable[str], blocks: Iterable[Block], more: str = "") -> list[str]:
    """Return the words of ``source`` that did not arrive in ``blocks``, in their order.

    :param source: the source's paragraphs.
    :param more: text that stands elsewhere than in the blocks, such as the title.
    """
    leaves = [*_leaves(list(blocks)), more]
    arrived = Counter(_letters(text) for text in leaves)
    changed: list[str] = []
    kept: list[str] = []
    for text in source:
        letters = _letters(text)
        if not letters:
            continue
        if arrived[letters]:
            arrived[letters] -= 1
            kept.append(text)
        else:
            changed.append(text)
    if not changed:
        return []
    # Paragraphs that were cut or joined on the way are looked for in what is left.
    rest = "\n".join(arrived.elements())
    there: Counter[str] | None = None
    missing = []
    for text in changed:
        letters = _letters(text)
        place = rest.find(letters)
        if place >= 0:
            rest = rest[:place] + "\n" + rest[place + len(letters) :]
            continue
        if there is None:
            there = _words_of(leaves) - _words_of(kept)
        for word in _WORD.findall(text):
            if there[word]:
                there[word] -= 1
            else:
                missing.append(word)
    return missing


def _words_of(texts: Iterable[str]) -> Counter[str]:
    return Counter(word for text in texts for word in _WORD.findall(text))


def _leaves(blocks: list[Block]) -> Iterator[str]:
    """Yield the text of every paragraph, without its notes (they have their own) and pictures."""
    for element in structures(blocks):
        kind = element["t"]
        if kind in LEAF_BLOCKS or kind == "CodeBlock":
            yield stringify(element, notes=False, alt=False)
        elif kind == "DefinitionList":
            for term, _ in element["c"]:
                yield stringify(term, notes=False, alt=False)


def _letters(text: str) -> str:
    return "".join(_WORD.findall(text))


def lost_text(missing: list[str], file: str, what: str) -> Diagnostic:
    """Return the error for words that no edition would show."""
    shown = " ".join(missing[:30]) + (" …" if len(missing) > 30 else "")
    count = f"{len(missing):,} words" if len(missing) > 1 else "a word"
    return Diagnostic(
        Code.SOURCE_TEXT_LOST,
        Severity.ERROR,
        f"{count} of {what} cannot be read and would be missing: “{shown}”",
        file,
        hint="Search for them there. Text in shapes, damaged tables and form fields is lost "
        "easily: make it an ordinary paragraph.",
    )

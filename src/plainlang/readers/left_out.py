"""Whether the words of a source reached the AST.

pandoc leaves some constructs of office formats out without a word (a text box, a cell beyond the
grid of its table). Counting the words of the source against those of the AST finds every one.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable

from plainlang.ast import stringify
from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.document import Block

#: Letters and digits only: a reader may set other quotation marks, hyphens and spaces.
_WORD = re.compile(r"[^\W_]+")


def words_left_out(source: Iterable[str], blocks: Iterable[Block], more: str = "") -> list[str]:
    """Return the words of ``source`` that are not in ``blocks`` as often, in their order.

    :param source: the source's paragraphs.
    :param more: text that stands elsewhere than in the blocks, such as the title.
    """
    # Runs of one word may be read as two words and the other way round, so letters are what is
    # counted first: where they are all there, nothing is missing.
    texts = list(source)
    read = stringify(list(blocks)) + " " + more
    letters = _letters(read)
    if not Counter(_letters(" ".join(texts))) - Counter(letters):
        return []
    there = Counter(_WORD.findall(read))
    missing = []
    for text in texts:
        if _letters(text) in letters:
            there -= Counter(_WORD.findall(text))
            continue
        for word in _WORD.findall(text):
            if there[word]:
                there[word] -= 1
            else:
                missing.append(word)
    return missing


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

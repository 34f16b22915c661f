"""Words that Word sets before the items of a list (ECMA-376 part 1, 17.9.11 ``lvlText``).

"Step %1:" is a number with a word, and a list without numbers can begin each item with "Do not".
pandoc keeps the number alone, so the words are named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Any

from plainlang.diagnostics import Code, Diagnostic, Severity
from plainlang.readers.docx_names import W, value
from plainlang.readers.shown import shown

_PLACE = re.compile(r"%\d")
#: A word; a single letter (``o``) is a bullet in Courier.
_WORD = re.compile(r"[^\W\d_]{2,}")


def words_of_lists(root: Any, numbering: Any | None, file: str) -> Iterator[Diagnostic]:
    """Yield a message for each text with words that stands before the items of a list.

    It is an error where the text holds no number: then the words are all that it says.

    :param root: the document; :param numbering: the part ``numbering.xml``.
    """
    if numbering is None:
        return
    abstract = {
        number.get(W + "numId"): value(number, W + "abstractNumId")
        for number in numbering.iter(W + "num")
    }
    used = {
        (abstract.get(value(p, W + "numId")), value(p, W + "ilvl") or "0")
        for p in root.iter(W + "numPr")
    }
    for definition in numbering.iter(W + "abstractNum"):
        for level in definition.iter(W + "lvl"):
            if (definition.get(W + "abstractNumId"), level.get(W + "ilvl")) not in used:
                continue
            text = value(level, W + "lvlText") or ""
            if not _WORD.search(_PLACE.sub("", text)):
                continue
            alone = not _PLACE.search(text) or value(level, W + "numFmt") == "none"
            words = " ".join(_PLACE.sub("…", text).split())
            yield Diagnostic(
                Code.SOURCE_TEXT_LOST if alone else Code.SOURCE_TEXT_LEFT_OUT,
                Severity.ERROR if alone else Severity.WARNING,
                f"the words before each item of a list are not carried: “{shown(words)}”",
                file,
                hint="Write them into the items.",
            )

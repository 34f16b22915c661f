"""From the bytes of a source to text that reads as its author wrote it, with a list of repairs.

The order is: refuse what is no text (:mod:`~plainlang.encoding.binary`), find the character
encoding (:mod:`~plainlang.encoding.detect`), unify line ends
(:mod:`~plainlang.encoding.lines`), then repair the lines that need it, each for itself
(:mod:`~plainlang.encoding.repair`). A line that needs no repair stays as it is, character for
character. Repairing a repaired text changes nothing.

Nothing is changed silently: every change is a :class:`~plainlang.document.Repair` whose steps
come from a closed set (:mod:`~plainlang.encoding.steps`), and :func:`replay` leads from the
decoded text to the repaired one by means of these steps alone. Repairs are applied in their
order, each to the text that the ones before it left.

A repair of line ends concerns the whole text and is listed once for each kind of line end: its
``before`` is the kind found (``"\\r\\n"``), its ``after`` what replaces it everywhere
(``"\\n"``), and its ``line`` the first line that ended with it. Every other repair concerns one
line, counted after the line ends were unified.
"""

from __future__ import annotations

from plainlang.encoding.decoding import Decoded, decode
from plainlang.encoding.notes import encoding_notes
from plainlang.encoding.references import remove_referenced
from plainlang.encoding.repair import replay
from plainlang.encoding.steps import STEPS

__all__ = ["STEPS", "Decoded", "decode", "encoding_notes", "remove_referenced", "replay"]

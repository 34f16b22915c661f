"""The table of contents of a DOCX: its page numbers are those of another paper."""

from __future__ import annotations

import re
from typing import Any

from plainlang.diagnostics import Diagnostic
from plainlang.readers.docx_names import W, value
from plainlang.readers.notices import contents_left_out

#: Identifiers of Word's styles for the entries of a table of contents, in English and as Word
#: writes them in other languages (``Verzeichnis1``, ``TM1``, ``TDC1``).
_STYLE = re.compile(r"(?:TOC|Verzeichnis|TM|TDC|Inhopg|Sommario)\d", re.IGNORECASE)


def remove_contents(root: Any, file: str) -> tuple[Diagnostic, ...]:
    """Remove a table of contents, and say so."""
    removed = False
    for control in list(root.iter(W + "sdt")):
        if value(control, f"{W}sdtPr/{W}docPartObj/{W}docPartGallery") == "Table of Contents":
            control.getparent().remove(control)
            removed = True
    for paragraph in list(root.iter(W + "p")):
        if _STYLE.fullmatch(value(paragraph, f"{W}pPr/{W}pStyle") or ""):
            paragraph.getparent().remove(paragraph)
            removed = True
    if not removed:
        return ()
    return (contents_left_out(file),)

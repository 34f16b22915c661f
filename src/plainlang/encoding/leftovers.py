"""Misread characters that ftfy leaves alone, although nothing else can be meant.

ftfy repairs a line only when the line as a whole looks misread. Where the sole misread
character of a line is one of these, it is not sure enough. Both are frequent in patient
information, and both are always misreadings where they are repaired here.
"""

from __future__ import annotations

import re

# U+2122 in UTF-8 is E2 84 A2; read as windows-1252 that is "â", an opening low quotation mark
# and a cent sign, which is no text in any language. Beside other characters beyond ASCII it may
# be part of a longer misreading.
_TRADEMARK_MISREAD = re.compile(r"(?<![^\x00-\x7f])â„¢(?![^\x00-\x7f])")

# U+00A0 in UTF-8 is C2 A0; read as windows-1252 that is "Â" and a no-break space, which many
# programs then turn into a plain space. ftfy repairs it after small letters. After a digit,
# as in "5Â mg", it is as certain: no word ends in a digit and "Â".
_NO_BREAK_SPACE_MISREAD = re.compile("(?<=[0-9])Â[ \xa0]")


def decode_trademark_signs(line: str) -> str:
    """Return ``line`` with misread trademark signs put right."""
    return _TRADEMARK_MISREAD.sub("\N{TRADE MARK SIGN}", line)


def decode_no_break_spaces(line: str) -> str:
    """Return ``line`` with misread no-break spaces after digits put right."""
    return _NO_BREAK_SPACE_MISREAD.sub("\N{NO-BREAK SPACE}", line)

"""Arabic: no formula applies.

OSMAN (M. El-Haj, P. Rayson, LREC 2016, 250-255) counts syllables by vowel marks, which ordinary
text lacks; its authors first let another program add them, right for 85 words in 100. AARI
(Al-Tamimi et al. 2013) adds a multiple of the number of characters, so that a text twice as long
is twice as hard.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language

LANGUAGE = Language(
    tag="ar",
    without=(
        "No formula applies to Arabic as it is printed: sentence length and the share of rare "
        "words are reported instead."
    ),
    withheld=(
        (
            "osman",
            "It counts syllables by vowel marks, which ordinary Arabic text does not carry.",
        ),
    ),
)

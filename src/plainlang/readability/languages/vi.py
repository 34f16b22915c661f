"""Vietnamese: no formula applies.

Its words are written in syllables, so that words cannot be counted by spaces. Nguyen and Henkin
(1982, 1985) and Luong, Nguyen and Dinh (2018) need a division into words and word lists that are
not free.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language

LANGUAGE = Language(
    tag="vi",
    without=(
        "No formula applies to Vietnamese, whose spaces divide syllables and not words: sentence "
        "length and the share of rare words are reported instead."
    ),
)

"""Chinese: no formula applies.

No formula for Chinese has become settled; those in print need word lists of school books.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language

LANGUAGE = Language(
    tag="zh",
    without=(
        "No settled formula exists for Chinese: sentence length and the share of rare words are "
        "reported instead."
    ),
)

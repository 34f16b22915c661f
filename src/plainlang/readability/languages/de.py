"""German.

The Vienna formulas give a school year, so the limits are those of the grade: 6 and 8. Amstad kept
Flesch's scale. The first Vienna formula leads because it uses the most features and was fitted to
German textbooks.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language, targets

LANGUAGE = Language(
    tag="de",
    formulas=(
        "wiener-sachtextformel-1",
        "wiener-sachtextformel-2",
        "wiener-sachtextformel-3",
        "wiener-sachtextformel-4",
        "amstad",
    ),
    targets={
        "wiener-sachtextformel-1": targets((6, 8), (8, 10), (12, 15)),
        "wiener-sachtextformel-2": targets((6, 8), (8, 10), (12, 15)),
        "wiener-sachtextformel-3": targets((6, 8), (8, 10), (12, 15)),
        "wiener-sachtextformel-4": targets((6, 8), (8, 10), (12, 15)),
        "amstad": targets((70, 60), (60, 50), (50, 30)),
    },
)

"""Italian.

Gulpease is the only formula here that was made with Italian readers. Its scale: 80 is easy with
primary school, 60 with lower secondary school (year 8), 40 with upper secondary school.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language, targets

LANGUAGE = Language(
    tag="it",
    formulas=("gulpease", "flesch-vacca"),
    targets={
        "gulpease": targets((70, 60), (60, 50), (40, 35)),
        "flesch-vacca": targets((70, 60), (60, 50), (50, 30)),
    },
)

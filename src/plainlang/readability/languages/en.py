"""English.

Targets for patients: the American Medical Association asks for grade 6 or below (B. D. Weiss,
Health Literacy and Patient Safety, AMA Foundation 2007), the National Institutes of Health for
grades 6 to 8. Both were set without naming a formula, and formulas differ: on the same 148
handouts SMOG gave 9.6 where Flesch-Kincaid gave 6.5 (K. L. Grabeel et al., Journal of the Medical
Library Association 106(1), 2018), and on six patient articles Fog lay 3.0, Coleman-Liau 0.6 and
ARI 0.4 grades above Flesch-Kincaid (the reading levels tabled in PMC6334864). So the limits of
SMOG and Fog are set three grades higher, and that of Coleman-Liau one. Reading ease, Dale-Chall
and RIX take the limit that their own tables give for the same grades. Zipf 3.5 finds 93 % of a
list of medical jargon and 4 of 48 lay words.
"""

from __future__ import annotations

from plainlang.readability.languages.base import Language, targets

LANGUAGE = Language(
    tag="en",
    formulas=(
        "flesch-kincaid-grade",
        "flesch-reading-ease",
        "smog",
        "gunning-fog",
        "coleman-liau",
        "automated-readability-index",
        "dale-chall",
        "new-dale-chall",
        "linsear-write",
        "lix",
        "rix",
    ),
    targets={
        "flesch-kincaid-grade": targets((6, 8), (8, 10), (12, 16)),
        "flesch-reading-ease": targets((80, 60), (60, 50), (50, 30)),
        "smog": targets((9, 11), (11, 13), (15, 18)),
        "gunning-fog": targets((9, 11), (11, 13), (15, 18)),
        "coleman-liau": targets((7, 9), (9, 11), (13, 17)),
        "automated-readability-index": targets((6, 8), (8, 10), (12, 16)),
        "dale-chall": targets((5.9, 6.9), (6.9, 7.9), (8.9, 9.9)),
        "rix": targets((2.4, 3.7), (3.7, 5.3), (7.2, 9.0)),
    },
    rare_below=3.5,
)

"""Two editions of a long leaflet: sentences made by templates, one in five of them changed.

Each sentence names its own drug, so that a test knows which old one a new one was made from.
"""

from __future__ import annotations

import random

_BEGINNINGS = (
    "Take {n} tablets of {drug} with a glass of water every {time}",
    "Do not take {drug} if you have a fever of more than {n} °C",
    "Call your care team if {drug} makes you feel sick for {n} days",
    "Store {drug} in a dry place below {n} °C and away from children",
    "Your doctor may change the dose of {drug} after {n} weeks",
    "Never share {drug} with other people, even if they feel the same in the {time}",
    "Swallow the capsules of {drug} whole and wait {n} minutes before you eat",
    "Tell the nurse about every medicine that you used {n} hours before {drug}",
)
_ENDINGS = (
    "and write the time into your diary",
    "unless your pharmacist told you otherwise",
    "because this keeps the amount in your blood even",
    "until the next visit at the clinic",
    "as the leaflet in the box explains in more detail",
)
_TIMES = ("morning", "evening", "day", "night")


def leaflet(size: int, seed: int = 1) -> list[str]:
    """Return ``size`` different sentences."""
    chance = random.Random(seed)
    return [
        chance.choice(_BEGINNINGS).format(
            n=chance.randint(2, 40), drug=f"drug{number}ab", time=chance.choice(_TIMES)
        )
        + f" {chance.choice(_ENDINGS)}."
        for number in range(size)
    ]


def changed(texts: list[str], share: int = 5, seed: int = 2) -> dict[int, str]:
    """Return a new wording of every ``share``-th text by its place."""
    chance = random.Random(seed)
    result = {}
    for place in range(0, len(texts), share):
        words = texts[place].rstrip(".").split()
        kind = chance.randrange(3)
        if kind == 0:
            words = [str(int(w) + 50) if w.isdigit() else w for w in words]
            words.append("today")
        elif kind == 1:
            del words[chance.randrange(3, len(words) - 3)]
        else:
            words[-3:] = ["as", "agreed", "before"]
        result[place] = " ".join(words) + "."
    return result

from __future__ import annotations

from plainlang.encoding import STEPS
from plainlang.repair_words import in_words


def test_every_step_is_told_in_words() -> None:
    for step in STEPS:
        if not step.startswith(("encode ", "decode ")):
            assert in_words([step]) not in {"", step}


def test_a_misreading_is_told_as_one() -> None:
    said = in_words(["encode windows-1252", "decode utf-8", "remove soft hyphens"])
    assert said == (
        "letters stored as UTF-8 had been read as windows-1252; "
        "invisible hyphens within words were taken out"
    )
    assert in_words(["decode trademark signs"]) == "a misread trademark sign was read rightly"

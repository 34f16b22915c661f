"""What the fuzzing programs found, each the smallest text that showed it."""

from __future__ import annotations

import pytest

from plainlang.cleanup import clean
from plainlang.document import Provenance
from plainlang.engines import Engines
from plainlang.readers import read_document


@pytest.mark.parametrize(
    "text",
    [
        # A list below a bold item that has an introducing item of its own.
        "- **)**(:\n- A:\n- g\n- s",
    ],
)
def test_a_second_pass_changes_nothing(text: str, engines: Engines) -> None:
    document = read_document(
        text,
        file="a.md",
        provenance=Provenance("a.md", "", ""),
        default_language="en",
        engines=engines,
    ).document
    once = clean(document).document
    twice = clean(once)
    assert twice.document.blocks == once.blocks
    assert twice.changes == ()

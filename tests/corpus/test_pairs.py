"""Patients' versions of a page are easier than those for professionals, by every formula."""

from __future__ import annotations

from pathlib import Path

import pytest

from plainlang.cleanup import clean
from plainlang.document import Provenance
from plainlang.engines import Engines
from plainlang.readability.base import Counts
from plainlang.readability.formulas import FORMULAS
from plainlang.readability.languages import language_of
from plainlang.readability.measure import measure
from plainlang.readability.sums import summed
from plainlang.readers import read_document

from ..conftest import corpus_folders

pytestmark = pytest.mark.corpus

LEAST = 0.7
"""Share of pairs in which the patients' version has to be the easier one."""


def pairs() -> list[tuple[Path, Path]]:
    files = {file.name: file for folder in corpus_folders() for file in folder.rglob("*-pdq.md")}
    found = [
        (file, files.get(name.replace("-hp-", "-patient-")))
        for name, file in sorted(files.items())
        if "-hp-" in name
    ]
    return [(hard, plain) for hard, plain in found if plain is not None]


def test_the_version_for_patients_is_easier(engines: Engines) -> None:
    def counted(file: Path) -> Counts:
        reading = read_document(
            file.read_text(encoding="utf-8"),
            file=file.name,
            provenance=Provenance(file.name, "", ""),
            default_language="en",
            engines=engines,
        )
        return summed(s.counts for s in measure(clean(reading.document).document).sentences)

    every = [(counted(hard), counted(plain)) for hard, plain in pairs()]
    if not every:
        pytest.skip("PLAINLANG_CORPUS names no folder with pairs of pages")
    for name in language_of("en").formulas:
        formula = FORMULAS[name]
        sign = -1 if formula.more_is_easier else 1
        easier = [sign * formula.value(p) < sign * formula.value(h) for h, p in every]
        assert sum(easier) >= LEAST * len(every), name

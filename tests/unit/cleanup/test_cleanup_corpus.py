"""All rules over real documents: nothing lost unsaid, stable, and fast enough."""

from __future__ import annotations

import os
import time
from collections import Counter
from pathlib import Path

import pytest

from plainlang import encoding
from plainlang.ast import stringify, walk
from plainlang.cleanup import clean
from plainlang.document import Document, Provenance
from plainlang.engines import Engines
from plainlang.exceptions import PlainlangError
from plainlang.readers import read_document

CORPUS = os.environ.get("PLAINLANG_CORPUS")

#: Words that are cleaned in a second at the least. The largest page has 90,000, and takes one.
WORDS_PER_SECOND = 15_000

pytestmark = [
    pytest.mark.corpus,
    pytest.mark.skipif(not CORPUS, reason="PLAINLANG_CORPUS is not set"),
]


def sources() -> list[Path]:
    return sorted(Path(CORPUS).rglob("*.md")) if CORPUS else []


def characters(document: Document) -> Counter[str]:
    return Counter("".join(stringify(document.blocks).split()))


@pytest.mark.parametrize("path", sources(), ids=lambda path: path.name)
def test_real_document(path: Path, engines: Engines) -> None:
    try:
        decoded = encoding.decode(path.read_bytes(), file=path.name)
        reading = read_document(
            decoded.text,
            file=path.name,
            provenance=Provenance(path.name, "", ""),
            default_language="en",
            engines=engines,
        )
    except PlainlangError as error:
        pytest.skip(str(error))
    before = reading.document
    start = time.process_time()
    result = clean(before)
    seconds = time.process_time() - start
    assert seconds < 1 + len(stringify(before.blocks).split()) / WORDS_PER_SECOND

    removed = Counter("".join("".join(c.removed.split()) for c in result.changes))
    lost = characters(before) - characters(result.document)
    assert lost == removed
    assert result.document.metadata.title
    assert clean(result.document).document == result.document
    previous = 1
    for heading in (e for e in walk(result.document.blocks) if e["t"] == "Header"):
        assert 2 <= heading["c"][0] <= previous + 1
        previous = heading["c"][0]
